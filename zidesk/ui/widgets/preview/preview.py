"""One evidence in view, small beside a list or large in a window of its own. It asks; it opens no file itself."""

from collections.abc import Callable
from functools import partial
from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from zidesk.domain.errors import PictureUnavailable, ZideskError
from zidesk.domain.evidence import EvidenceUse, FileKind, FileState
from zidesk.messages import explain
from zidesk.ui.widgets.kind_icons import KIND_ICONS
from zidesk.ui.widgets.preview import source
from zidesk.ui.widgets.preview.bar import PreviewBar
from zidesk.ui.widgets.preview.canvas import PageCanvas
from zidesk.ui.widgets.preview.commands import WAYS, Command
from zidesk.ui.widgets.preview.notice import Notice
from zidesk.ui.widgets.preview.searching import Searching
from zidesk.ui.widgets.preview.sheets import first_sheet, sheet_like
from zidesk.ui.widgets.preview.tools import PreviewTools

_REASONS = {FileState.LOCKED: ("locked", "lock"), FileState.DAMAGED: ("damaged", "triangle-alert")}
_ON_PAGES = frozenset(Command) - {Command.FIND}


class Preview(QFrame):
    """Shows an EvidenceUse. Intents, each with that use: to open it elsewhere, show its folder, show it large."""

    open_asked = Signal(object)
    show_folder_asked = Signal(object)
    large_asked = Signal(object)

    def __init__(self, tools: PreviewTools, *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "surface")
        self._tools = tools
        self._use: EvidenceUse | None = None
        self._page, self._pages = 0, 1
        name = uuid4().hex
        self._render, self._count = f"{name}-page", f"{name}-count"
        self.bar = PreviewBar(compact=compact)
        self.searching = Searching(tools, lambda: self._page, self)
        self.canvas, self.notice = PageCanvas(), Notice()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.notice)
        self.stack.addWidget(self.canvas)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.searching.bar)
        layout.addWidget(self.stack, 1)
        self._do: dict[Command, Callable[[], None]] = {
            Command.BEFORE: lambda: self.show_page(self._page - 1),
            Command.AFTER: lambda: self.show_page(self._page + 1),
            Command.SMALLER: lambda: self.canvas.zoom(-1),
            Command.LARGER: lambda: self.canvas.zoom(1),
            Command.FIT: self.canvas.fit,
            Command.ACTUAL: lambda: self.canvas.zoom_to(1.0),
            Command.TURN_LEFT: lambda: self.canvas.turn(-1),
            Command.TURN_RIGHT: lambda: self.canvas.turn(1),
            Command.FIND: self.searching.begin,
            Command.OPEN: lambda: self.open_asked.emit(self._use),
            Command.FOLDER: lambda: self.show_folder_asked.emit(self._use),
            Command.ENLARGE: lambda: self.large_asked.emit(self._use),
        }
        self._connect()
        self.show_use(None)

    def _connect(self) -> None:
        self.bar.asked.connect(self.do)
        self.bar.page_asked.connect(lambda number: self.show_page(number - 1))
        self.canvas.sharper_wanted.connect(self._ask_page)
        self.canvas.zoomed.connect(self._refresh_zoom)
        self.notice.open_asked.connect(lambda: self.do(Command.OPEN))
        self.searching.page_wanted.connect(self.show_page)
        self.searching.changed.connect(self._mark)
        self.searching.bar.closed.connect(lambda: self.canvas.setFocus(Qt.FocusReason.OtherFocusReason))
        for way in WAYS:
            for key in way.keys:
                shortcut = QShortcut(QKeySequence(key), self)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(partial(self.do, way.command))
        for who in (self._render, self._count):
            self.destroyed.connect(partial(self._tools.lane.forget, who))
        self._tools.thumbnails.ready.connect(self._thumbnail_ready)

    @property
    def use(self) -> EvidenceUse | None:
        return self._use

    @property
    def page(self) -> int:
        """The page in view, from 0."""
        return self._page

    @property
    def pages(self) -> int:
        return self._pages

    def do(self, command: Command) -> None:
        """Carry out a command, if it makes sense for what is shown."""
        if command in self._allowed():
            self._do[command]()

    def show_use(self, use: EvidenceUse | None) -> None:
        """Show another evidence from its first page; the same content stays as it stands."""
        before, self._use = self._use, use
        if before is not None and use is not None and before.file == use.file:
            return
        for who in (self._render, self._count):
            self._tools.lane.forget(who)
        self._page, self._pages = 0, 1
        if self._shows_pages():
            assert use is not None
            self._pages = use.file.inspection.pages or 1
            self.canvas.setAccessibleName(f"Isi {use.title}")
            self.canvas.fit()
            self._show_page_of(use)
            if use.file.inspection.pages is None:
                self._ask_count(use)
        else:
            self._explain(use)
        self.searching.take(use if Command.FIND in self._allowed() else None)
        self._refresh_bar()

    def show_page(self, page: int) -> None:
        """Go to a page (from 0); one that is not there is left alone."""
        if self._use is not None and self._shows_pages() and 0 <= page < self._pages and page != self._page:
            self._page = page
            self._show_page_of(self._use)
        self._refresh_bar()
        self._mark()

    # pages

    def _show_page_of(self, use: EvidenceUse) -> None:
        stand_in = self._tools.thumbnails.request(use.file) if self._page == 0 else None
        sheet = self.canvas.sheet
        if self._page == 0 or sheet is None:
            sheet = first_sheet(use.file.inspection, stand_in, self.devicePixelRatioF())
        self.stack.setCurrentWidget(self.canvas)
        self.canvas.show_page(sheet, stand_in)

    def _ask_page(self, width: int) -> None:
        use, page = self._use, self._page
        if use is None or not self._shows_pages():
            return
        path, inspection = self._tools.path_of(use.file), use.file.inspection
        self._tools.lane.ask(
            self._render,
            lambda cancel: source.rendered(path, inspection, page, width, cancel),
            on_done=lambda image: self._page_ready(image, width),
            on_error=self._fail,
        )

    def _page_ready(self, image: QImage, asked: int) -> None:
        sheet = self.canvas.sheet
        if sheet is not None:
            true_sheet = sheet_like(sheet, image.width(), image.height())
            self.canvas.show_sharp(QPixmap.fromImage(image), true_sheet, asked)
            self._mark()

    def _thumbnail_ready(self, sha256: str) -> None:
        """The stand-in has come; by now the page itself may be there, which is better."""
        if self._use is None or self._use.file.sha256 != sha256 or self._page or not self._shows_pages():
            return
        picture = self._tools.thumbnails.request(self._use.file)
        if picture is not None:
            self.canvas.stand_in(picture)

    def _ask_count(self, use: EvidenceUse) -> None:
        path, inspection = self._tools.path_of(use.file), use.file.inspection

        def take(pages: int) -> None:
            self._pages = max(1, pages)
            self._refresh_bar()

        self._tools.lane.ask(
            self._count, lambda _cancel: source.counted(path, inspection), on_done=take, on_error=self._fail
        )

    # what cannot be shown

    def _shows_pages(self) -> bool:
        found = self._use.file.inspection if self._use is not None else None
        return found is not None and found.state is FileState.OK and found.kind in (FileKind.IMAGE, FileKind.PDF)

    def _explain(self, use: EvidenceUse | None) -> None:
        self.stack.setCurrentWidget(self.notice)
        if use is None:
            self.notice.say("Pilih berkas untuk melihat isinya.", "eye", may_open=False)
            return
        found = use.file.inspection
        reason, sign = _REASONS.get(found.state, ("unknown", KIND_ICONS[found.kind]))
        self._fail(PictureUnavailable(self._tools.path_of(use.file), reason), sign)

    def _fail(self, fault: ZideskError, sign: str = "triangle-alert") -> None:
        """Say why nothing is shown; another program may know the kind, but no locked or broken file opens."""
        if isinstance(fault, PictureUnavailable) and self._use is not None:
            fault = PictureUnavailable(fault.path, fault.reason, self._use.title)
        message = explain(fault)
        self.stack.setCurrentWidget(self.notice)
        unknown = isinstance(fault, PictureUnavailable) and fault.reason in ("unknown", "too_big")
        self.notice.say(" ".join((message.happened, message.remedy)), sign, may_open=unknown)
        self._refresh_bar()

    def _allowed(self) -> frozenset[Command]:
        if self._use is None:
            return frozenset()
        commands = {Command.OPEN, Command.FOLDER, Command.ENLARGE}
        if self.stack.currentWidget() is self.canvas:
            commands.update(_ON_PAGES)
            if self._use.file.inspection.kind is FileKind.PDF:
                commands.add(Command.FIND)
        return frozenset(commands)

    def _refresh_bar(self) -> None:
        self.bar.setVisible(self._use is not None)  # nothing is shown: there is nothing to do to it
        self.bar.show_pages(self._page, self._pages)
        self.bar.allow(self._allowed())
        self._refresh_zoom()

    def _refresh_zoom(self) -> None:
        self.bar.show_zoom(self.canvas.scale if self.stack.currentWidget() is self.canvas else None)

    def _mark(self) -> None:
        self.canvas.mark(*self.searching.marks(self._page))
