"""The evidence of a question as a list: several chosen at a time, put in order by dragging, dragged away."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from zidesk.domain.evidence import EvidenceUse
from zidesk.ui.models.evidence_model import EvidenceModel
from zidesk.ui.models.use_order import placed, shifted
from zidesk.ui.theme import colours
from zidesk.ui.widgets.edge_scroll import EdgeScroll
from zidesk.ui.widgets.evidence_delegate import EvidenceDelegate
from zidesk.ui.widgets.evidence_drag import drag_picture, mime_of, uses_in
from zidesk.ui.widgets.preview.tools import Thumbnails

_Index = QModelIndex | QPersistentModelIndex
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class EvidenceList(QListView):
    """`chosen`: another selection or current row. `reordered`: the ids of all rows as they are wished. `asked`: a
    key of the list itself was pressed, told as the key of its command; `menu_asked`: where a menu is to open."""

    chosen = Signal()
    reordered = Signal(object)  # list[int]
    asked = Signal(str)
    menu_asked = Signal(object)  # QPoint on the screen

    def __init__(self, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._line = -1  # the row before which a drag would land
        self._read_only = False
        self._model = EvidenceModel(self)
        self._delegate = EvidenceDelegate(thumbnails, self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDropIndicatorShown(False)  # ours stands between the rows
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Daftar bukti")
        self._scrolling = EdgeScroll(self)
        self.doubleClicked.connect(lambda _index: self.asked.emit("evidence.preview"))
        thumbnails.ready.connect(self._repaint)

    @property
    def uses(self) -> tuple[EvidenceUse, ...]:
        return self._model.uses

    @property
    def rows(self) -> EvidenceModel:
        return self._model

    def show_uses(self, uses: tuple[EvidenceUse, ...], *, another: bool, read_only: bool) -> None:
        """`another`: of another question than before. Else what is chosen stays; once that is gone, its neighbour
        is chosen."""
        self._read_only = read_only
        self._delegate.movable = not read_only and len(uses) > 1
        row = self.currentIndex().row()
        if another:
            self._model.show_others(uses)
            self.scrollToTop()
        else:
            self._model.show(uses)
        if uses and not self.selected():
            self.select_row(0 if another else min(max(row, 0), len(uses) - 1))

    def selected(self) -> list[EvidenceUse]:
        """The chosen uses in the order of the list."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self._model.uses[row] for row in rows]

    def current(self) -> EvidenceUse | None:
        """The one in hand: the current one if it is chosen, else the first that is."""
        index = self.currentIndex()
        if index.isValid() and self.selectionModel().isSelected(index):
            return self._model.uses[index.row()]
        return next(iter(self.selected()), None)

    def select_row(self, row: int) -> None:
        """Make one row the chosen and current one, in view."""
        index = self._model.index(row, 0)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def shift(self, step: int) -> None:
        """Ask for the chosen ones one place up (-1) or down (+1)."""
        self._wish(shifted(self._ids(), [use.id for use in self.selected()], step))

    def _ids(self) -> list[int]:
        return [use.id for use in self._model.uses]

    def _wish(self, order: list[int]) -> None:
        if not self._read_only and order != self._ids():
            self.reordered.emit(order)

    # dragging

    def make_drag(self, uses: Sequence[EvidenceUse]) -> QDrag:
        """The chosen uses on their way; where they land is for the target to say."""
        drag = QDrag(self)
        drag.setMimeData(mime_of([use.id for use in uses]))
        first = self._thumbnails.request(uses[0].file)
        drag.setPixmap(drag_picture(first, len(uses), self.devicePixelRatioF()))
        return drag

    def startDrag(self, _actions: Qt.DropAction) -> None:
        uses = self.selected()
        if uses and not self._read_only:
            actions = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
            self.make_drag(uses).exec(actions, Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.dragMoveEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Rows of this very list; whatever else is dragged is for the panel."""
        if not self._own(event):
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        self._scrolling.follow(event.position().toPoint().y())
        self._mark(self._row_at(event.position().toPoint().y()))

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._scrolling.stop()
        self._mark(-1)

    def dropEvent(self, event: QDropEvent) -> None:
        row = self._row_at(event.position().toPoint().y())
        self._scrolling.stop()
        self._mark(-1)
        moved = self._own(event)
        if not moved:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        self._wish(placed(self._ids(), moved, row))

    def _own(self, event: QDropEvent) -> list[int]:
        """The rows of this very list that are dragged; empty for any other drag."""
        ids = uses_in(event.mimeData())
        own = not self._read_only and all(self._model.row_of(one) >= 0 for one in ids)
        return ids if own else []

    def _row_at(self, y: int) -> int:
        """The row before which something let go at this height lands; the number of rows for the end."""
        height = max(self.sizeHintForRow(0), 1)
        return max(0, min(len(self._model.uses), (y + self.verticalOffset() + height // 2) // height))

    def _mark(self, row: int) -> None:
        if row != self._line:
            self._line = row
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._line >= 0:
            y = self._line * self.sizeHintForRow(0) - self.verticalOffset()
            painter = QPainter(self.viewport())
            painter.fillRect(0, max(y - 2, 0), self.viewport().width(), 3, QColor(colours().accent))
            painter.end()

    # Qt

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.chosen.emit()

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        step = _STEPS.get(Qt.Key(event.key()))
        if keys == Qt.KeyboardModifier.AltModifier and step is not None:
            self.shift(step)
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.asked.emit("edit.paste")
        elif not keys and event.key() in _ENTER:
            self.asked.emit("evidence.preview")
        elif not keys and event.key() == Qt.Key.Key_Delete:
            self.asked.emit("evidence.remove")
        elif not keys and event.key() == Qt.Key.Key_F2:
            self.asked.emit("evidence.edit")
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        row = self.visualRect(self.currentIndex())
        self.menu_asked.emit(
            self.viewport().mapToGlobal(row.center()) if by_keyboard and row.isValid() else event.globalPos()
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.scheduleDelayedItemsLayout()

    def _repaint(self, sha256: str) -> None:
        """A thumbnail has come: only its rows, and only those in view."""
        for row in self._model.rows_of_content(sha256):
            place = self.visualRect(self._model.index(row, 0))
            if place.intersects(self.viewport().rect()):
                self.viewport().update(place)
