"""Makes a widget a place to drop on: files from elsewhere, and evidence dragged inside the window."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from zidesk.ui.widgets.evidence_drag import files_in, uses_in


class DropPlace(QObject):
    """`hovered`: whether something that would be taken is held over it. `takes` says which dragged uses are.

    A place within this one is asked before it; what that ignores comes here.
    """

    hovered = Signal(bool)
    files_dropped = Signal(object)  # list[Path], folders among them
    uses_dropped = Signal(object)  # list[int], ids

    def __init__(self, widget: QWidget, takes: Callable[[Sequence[int]], bool]) -> None:
        super().__init__(widget)
        self.takes = takes
        self.enabled = True
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event:
            case QDragMoveEvent():  # QDragEnterEvent is one as well
                self._hover(event)
            case QDropEvent():
                self._drop(event)
            case _ if event.type() == QEvent.Type.DragLeave:
                self.hovered.emit(False)
            case _:
                return super().eventFilter(watched, event)
        return True

    def _hover(self, event: QDragMoveEvent) -> None:
        action = self._action(event)
        if action is None:
            event.ignore()
        else:
            event.setDropAction(action)
            event.accept()
            if event.type() == QEvent.Type.DragEnter:
                self.hovered.emit(True)

    def _drop(self, event: QDropEvent) -> None:
        self.hovered.emit(False)
        action = self._action(event)
        if action is None:
            event.ignore()
            return
        event.setDropAction(action)
        event.accept()
        uses = uses_in(event.mimeData())
        if uses:
            self.uses_dropped.emit(uses)
        else:
            self.files_dropped.emit(files_in(event.mimeData()))

    def _action(self, event: QDropEvent) -> Qt.DropAction | None:
        """An original is never moved away; evidence is."""
        uses = uses_in(event.mimeData())
        if not self.enabled or (uses and not self.takes(uses)):
            return None
        if uses:
            return Qt.DropAction.MoveAction
        return Qt.DropAction.CopyAction if files_in(event.mimeData()) else None
