"""What the window is made of: header, banner, rail, pages, status bar. And a workspace dropped anywhere on it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from zidesk.ui.commands import PAGES
from zidesk.ui.widgets.banner import Banner
from zidesk.ui.widgets.evidence_drag import folder_in
from zidesk.ui.widgets.header import Header
from zidesk.ui.widgets.message_strip import MessageStrip
from zidesk.ui.widgets.rail import Rail
from zidesk.ui.widgets.status_strip import StatusStrip


class WindowFrame(QWidget):
    """`dropped` carries the Path of a folder let go on the window where no page wanted it."""

    dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """`commands.PAGES` gives the order of the pages in the rail; each is added when it is there."""
        super().__init__(parent)
        self.at = ""  # the key of the page in view
        self._by_key: dict[str, QWidget] = {}
        self.header, self.banner, self.status = Header(), Banner(), StatusStrip()
        self.rail = Rail([(key, words, icon) for key, words, icon, _ in PAGES])
        self._of_workspace = [key for key, *_, of_workspace in PAGES if of_workspace]
        self.pages = QStackedWidget()
        body = QWidget()
        middle = QHBoxLayout(body)
        middle.addWidget(self.rail)
        middle.addWidget(self.pages, 1)
        layout = QVBoxLayout(self)
        for box in (middle, layout):
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(0)
        for widget, stretch in ((self.header, 0), (self.banner, 0), (body, 1), (self.status, 0)):
            layout.addWidget(widget, stretch)
        self.strip = MessageStrip(body)
        self.setAcceptDrops(True)

    def add_page(self, key: str, page: QWidget) -> None:
        self._by_key[key] = page
        self.pages.addWidget(page)

    def turn_to(self, key: str) -> None:
        self.at = key
        self.pages.setCurrentWidget(self._by_key[key])
        self.rail.show_page(key)

    def allow_workspace(self, there: bool) -> None:
        """Whether the pages that show a workspace can be reached."""
        for key in self._of_workspace:
            self.rail.buttons[key].setEnabled(there)

    def clear(self) -> None:
        """No workspace is open."""
        self.header.clear()
        self.status.clear()
        self.banner.say("")
        self.allow_workspace(False)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if folder_in(event.mimeData()) is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        path = folder_in(event.mimeData())
        if path is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(path)
