"""The pages of one file with the boxes on them, or as they are handed over. It asks; it opens no file itself."""

from collections.abc import Callable
from functools import partial
from uuid import uuid4

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage, QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from zidesk.domain.errors import PictureUnavailable, ZideskError
from zidesk.domain.evidence import EvidenceUse
from zidesk.domain.progress import CancelToken
from zidesk.domain.redaction import Box
from zidesk.messages import explain
from zidesk.ui.dialogs.redaction.canvas import BoxCanvas
from zidesk.ui.widgets.preview import source
from zidesk.ui.widgets.preview.bar import PreviewBar
from zidesk.ui.widgets.preview.commands import WAYS, Command
from zidesk.ui.widgets.preview.notice import Notice
from zidesk.ui.widgets.preview.sheets import first_sheet, sheet_like
from zidesk.ui.widgets.preview.tools import PreviewTools

_USED = (Command.BEFORE, Command.AFTER, Command.SMALLER, Command.LARGER, Command.FIT)


class RedactionView(QFrame):
    """`turned`: another page is in view; `failed`: the file cannot be shown; nothing can be drawn on it."""

    turned = Signal()
    failed = Signal()

    def __init__(self, tools: PreviewTools, use: EvidenceUse, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "surface")
        self._tools, self._use = tools, use
        self._page, self._pages = 1, use.file.inspection.pages or 1
        self._burnt: tuple[Box, ...] | None = None  # while the outcome is shown: what is covered in it
        name = uuid4().hex
        self._render, self._count = f"{name}-page", f"{name}-count"
        self.bar = PreviewBar(compact=False)
        self.canvas, self.notice = BoxCanvas(), Notice()
        self.stack = QStackedWidget()
        for widget in (self.canvas, self.notice):
            self.stack.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.stack, 1)
        self._do: dict[Command, Callable[[], None]] = {
            Command.BEFORE: lambda: self.show_page(self._page - 1),
            Command.AFTER: lambda: self.show_page(self._page + 1),
            Command.SMALLER: lambda: self.canvas.zoom(-1),
            Command.LARGER: lambda: self.canvas.zoom(1),
            Command.FIT: self.canvas.fit,
        }
        self._connect()
        self.canvas.setAccessibleName(f"Halaman {use.title} untuk digambari kotak")
        self._show()

    def _connect(self) -> None:
        for command, button in self.bar.buttons.items():
            button.setVisible(command in _USED)
        self.bar.asked.connect(self.do)
        self.bar.page_asked.connect(self.show_page)
        self.canvas.sharper_wanted.connect(self._ask_page)
        self.canvas.zoomed.connect(lambda: self.bar.show_zoom(self.canvas.scale))
        for way in WAYS:
            if way.command in _USED:
                for key in way.keys:
                    shortcut = QShortcut(QKeySequence(key), self)  # of the whole dialog
                    shortcut.activated.connect(partial(self.do, way.command))
        for who in (self._render, self._count):
            self.destroyed.connect(partial(self._tools.lane.forget, who))
        if self._use.file.inspection.pages is None:
            path, inspection = self._tools.path_of(self._use.file), self._use.file.inspection
            self._tools.lane.ask(
                self._count,
                lambda _cancel: source.counted(path, inspection),
                on_done=self._take_count,
                on_error=self._fail,
            )

    @property
    def page(self) -> int:
        """The page in view, from 1."""
        return self._page

    @property
    def burnt(self) -> bool:
        """Whether the pages are shown as they are handed over."""
        return self._burnt is not None

    def do(self, command: Command) -> None:
        if self.stack.currentWidget() is self.canvas:
            self._do[command]()

    def show_page(self, page: int) -> None:
        """Go to a page (from 1); one that is not there is left alone."""
        if 1 <= page <= self._pages and page != self._page:
            self._page = page
            self._show()
            self.turned.emit()
        self.bar.show_pages(self._page - 1, self._pages)

    def show_burnt(self, boxes: tuple[Box, ...] | None) -> None:
        """Show the pages as they are handed over with these boxes; None: as they are, to draw on."""
        self._burnt = boxes
        self.canvas.set_editable(boxes is None)
        self.canvas.ask_again()

    def _show(self) -> None:
        stand_in = self._tools.thumbnails.request(self._use.file) if self._page == 1 else None
        sheet = self.canvas.sheet
        if sheet is None:
            sheet = first_sheet(self._use.file.inspection, stand_in, self.devicePixelRatioF())
        self.canvas.number = self._page
        self.canvas.show_page(sheet, stand_in if self._burnt is None else None)
        self.bar.show_pages(self._page - 1, self._pages)

    def _ask_page(self, width: int) -> None:
        path, inspection, page = self._tools.path_of(self._use.file), self._use.file.inspection, self._page
        burnt = self._burnt

        def work(cancel: CancelToken) -> QImage:
            if burnt is None:
                return source.rendered(path, inspection, page - 1, width, cancel)
            return source.burnt(path, inspection, burnt, page, width, cancel)

        self._tools.lane.ask(
            self._render, work, on_done=lambda image: self._page_ready(image, width), on_error=self._fail
        )

    def _page_ready(self, image: QImage, asked: int) -> None:
        sheet = self.canvas.sheet
        if sheet is not None:
            true_sheet = sheet_like(sheet, image.width(), image.height())
            self.canvas.show_sharp(QPixmap.fromImage(image), true_sheet, asked)

    def _take_count(self, pages: int) -> None:
        self._pages = max(1, pages)
        self.bar.show_pages(self._page - 1, self._pages)

    def _fail(self, fault: ZideskError) -> None:
        if isinstance(fault, PictureUnavailable):
            fault = PictureUnavailable(fault.path, fault.reason, self._use.title)
        self.notice.say(
            " ".join((explain(fault).happened, explain(fault).remedy)), "triangle-alert", may_open=False
        )
        self.stack.setCurrentWidget(self.notice)
        self.bar.setEnabled(False)
        self.failed.emit()
