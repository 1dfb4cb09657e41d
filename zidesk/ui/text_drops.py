"""Files let go on a field of text are files, not text: the field passes them on to the place around it."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget


class TextDrops(QObject):
    """Watches the large text fields `window` has now; Qt would write the address of a file into them. Its fields
    of one line take words only."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        for kind in (QPlainTextEdit, QTextEdit):
            for field in window.findChildren(kind):
                field.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.ignore()
            return True
        return super().eventFilter(watched, event)
