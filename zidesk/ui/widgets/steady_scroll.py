"""A scroll area whose content decides its height by its width, and does so in peace."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QScrollArea, QWidget


class SteadyScrollArea(QScrollArea):
    """Qt fits the content again while it is being fitted. Where words wrap, the second answer may differ from the
    first and the third from the second, down to the end of the stack: here the first one holds until the content
    has laid itself out, and what changed by that is fitted in the next turn."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._fitting = False  # Qt asks before it has made us
        super().__init__(parent)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Resize or watched is not self.widget():
            return super().eventFilter(watched, event)
        if self._fitting:
            return False
        self._fitting = True
        try:
            return super().eventFilter(watched, event)
        finally:
            self._fitting = False
