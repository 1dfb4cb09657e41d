"""Dropping on the tree of the sheet: evidence and files land on the question under the pointer."""

from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDragMoveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from zidesk.ui.models.instrument_model import Role
from zidesk.ui.theme import RADIUS, colours
from zidesk.ui.widgets.edge_scroll import EdgeScroll
from zidesk.ui.widgets.evidence_drag import files_in, uses_in
from zidesk.ui.widgets.sheet_tree import SheetTree

_OPENS_AFTER = 600  # milliseconds over a closed node
_CONTROL = Qt.KeyboardModifier.ControlModifier


class _Target(QWidget):
    """A frame around the row that would receive what is dragged."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours().accent), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        painter.end()


class TreeDrop(QObject):
    """Makes a SheetTree a place to drop on. Closed nodes open when something is held over them.

    Evidence is moved to the question; with Ctrl held it is used there as well and stays where it is.
    """

    uses_dropped = Signal(object, str)  # list[int], code
    uses_shared = Signal(object, str)
    files_dropped = Signal(object, str)  # list[Path], code

    def __init__(self, tree: SheetTree) -> None:
        super().__init__(tree)
        self._tree = tree
        self._at = QPoint()
        self.enabled = True
        self.target = _Target(tree.viewport())
        self._opening = QTimer(self)
        self._opening.setSingleShot(True)
        self._opening.setInterval(_OPENS_AFTER)
        self._opening.timeout.connect(self._open_node)
        self._scrolling = EdgeScroll(tree)
        self._scrolling.scrolled.connect(self._light)
        tree.setAcceptDrops(True)
        tree.viewport().setAcceptDrops(True)
        tree.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event:
            case QDragMoveEvent():  # QDragEnterEvent is one as well
                self._hover(event)
            case QDropEvent():
                self._drop(event)
            case _ if event.type() == QEvent.Type.DragLeave:
                self._leave()
            case _:
                return super().eventFilter(watched, event)
        return True

    def _hover(self, event: QDragMoveEvent | QDragEnterEvent) -> None:
        """A drag is let in at once, so that the tree can open and scroll; only a question accepts it."""
        uses, files = self._carried(event)
        if not uses and not files:
            event.ignore()
            return
        before = self._node()
        self._at = event.position().toPoint()
        if self._node() != before or not self._opening.isActive():
            self._opening.start()
        self._scrolling.follow(self._at.y())
        self._light()
        event.setDropAction(_action(event, uses))
        if self._code() or event.type() == QEvent.Type.DragEnter:
            event.accept()
        else:
            event.ignore()

    def _drop(self, event: QDropEvent) -> None:
        uses, files = self._carried(event)
        self._at = event.position().toPoint()
        code = self._code()
        self._leave()
        if not code or not (uses or files):
            event.ignore()
            return
        action = _action(event, uses)
        event.setDropAction(action)
        event.accept()
        if uses:
            shared = action == Qt.DropAction.CopyAction
            (self.uses_shared if shared else self.uses_dropped).emit(uses, code)
        else:
            self.files_dropped.emit(files, code)

    def _carried(self, event: QDropEvent) -> tuple[list[int], list[Path]]:
        if not self.enabled:
            return [], []
        return uses_in(event.mimeData()), files_in(event.mimeData())

    def _leave(self) -> None:
        self._opening.stop()
        self._scrolling.stop()
        self.target.hide()

    def _node(self) -> QModelIndex:
        return self._tree.indexAt(self._at)

    def _code(self) -> str:
        return self._node().data(Role.CODE) or ""

    def _light(self) -> None:
        """A frame around the whole row of the question under the pointer."""
        self.target.setVisible(bool(self._code()))
        if self._code():
            place = self._tree.visualRect(self._node())
            self.target.setGeometry(0, place.top(), self._tree.viewport().width(), place.height())
            self.target.raise_()

    def _open_node(self) -> None:
        node = self._node()
        if node.isValid() and not self._code():
            self._tree.expand(node)


def _action(event: QDropEvent, uses: list[int]) -> Qt.DropAction:
    """An original is never moved away; evidence is, unless it is to be shared."""
    may_copy = bool(event.possibleActions() & Qt.DropAction.CopyAction)
    if uses and not (event.modifiers() & _CONTROL and may_copy):
        return Qt.DropAction.MoveAction
    return Qt.DropAction.CopyAction
