"""Searching inside the file in view: asks in the background, keeps the hits, says what to mark."""

from collections.abc import Callable
from functools import partial
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from zidesk.domain.evidence import EvidenceUse
from zidesk.messages import explain
from zidesk.ui.widgets.preview import source
from zidesk.ui.widgets.preview.find_bar import FindBar, Hit
from zidesk.ui.widgets.preview.geometry import Area
from zidesk.ui.widgets.preview.tools import PreviewTools


class Searching(QObject):
    """`page_wanted`: the page (from 0) of the hit in hand; `changed`: other marks. `bar` is hidden when unused."""

    page_wanted = Signal(int)
    changed = Signal()

    def __init__(self, tools: PreviewTools, page: Callable[[], int], parent: QObject) -> None:
        """`page`: tells the page in view."""
        super().__init__(parent)
        self._tools, self._page = tools, page
        self._use: EvidenceUse | None = None
        self._who = uuid4().hex
        self.bar = FindBar()
        self.bar.hide()
        self.bar.searched.connect(self._look_for)
        self.bar.moved.connect(lambda hit: self.page_wanted.emit(hit.page))
        self.bar.closed.connect(self.end)
        self.destroyed.connect(partial(tools.lane.forget, self._who))

    def take(self, use: EvidenceUse | None) -> None:
        """Another file is in view, None for one without text; words in an open field are looked for there."""
        self._tools.lane.forget(self._who)
        self._use = use
        self.bar.forget()
        if use is None:
            self.bar.hide()
        elif not self.bar.isHidden():
            self.bar.search_again()

    def begin(self) -> None:
        if self.bar.isHidden():
            self.bar.show()
            self.bar.search_again()
        self.bar.begin()

    def end(self) -> None:
        self._tools.lane.forget(self._who)
        self.bar.forget()
        self.bar.hide()
        self.changed.emit()

    def marks(self, page: int) -> tuple[list[Area], tuple[Area, ...]]:
        """Every place on a page, and those of the hit in hand."""
        current = self.bar.current()
        every = [area for hit in self.bar.hits if hit.page == page for area in hit.areas]
        return every, current.areas if current is not None and current.page == page else ()

    def _look_for(self, words: str) -> None:
        self._tools.lane.forget(self._who)
        if not words or self._use is None:
            self._take_hits((), more=False)
            return
        path = self._tools.path_of(self._use.file)
        self._tools.lane.ask(
            self._who,
            lambda cancel: source.found(path, words, cancel),
            on_done=lambda answer: self._take_hits(*answer),
            on_error=lambda fault: self.bar.show_fault(explain(fault).happened),
        )

    def _take_hits(self, hits: tuple[Hit, ...], more: bool) -> None:
        self.bar.show_hits(hits, self._page(), more=more)
        self.changed.emit()
