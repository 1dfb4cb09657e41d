"""Text running down the pages: keeps a height, breaks pages, draws what stands on every page."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from zidesk.services.documents.drawing.sheet import Sheet
from zidesk.services.documents.paper import Frame, Style

Furniture = Callable[[Sheet], None]
RunningHead = Callable[["Flow"], None]


class Flow:
    """`y` is the top of what comes next. `furniture` draws header and footer when a page is full."""

    def __init__(self, sheet: Sheet, furniture: Furniture) -> None:
        self.sheet = sheet
        self._furniture = furniture
        self._running_heads: list[RunningHead] = []
        self.y = sheet.frame.y_top

    @property
    def frame(self) -> Frame:
        return self.sheet.frame

    @property
    def room(self) -> float:
        """What is left of the page."""
        return self.y - self.frame.bottom

    @property
    def at_top(self) -> bool:
        return self.y >= self.frame.y_top

    def need(self, height: float) -> None:
        """A new page unless this height is left. What is higher than a page starts wherever it is."""
        if height > self.room and not self.at_top:
            self.next_page()

    def next_page(self) -> None:
        """Finish this page and begin another, under the running heads."""
        self._furniture(self.sheet)
        self.sheet.end_page()
        self.y = self.frame.y_top
        for head in self._running_heads:
            head(self)

    def turn(self, landscape: bool) -> None:
        """What follows stands on pages of this orientation; a page that is begun otherwise ends."""
        if landscape == (self.frame.page_width > self.frame.page_height):
            return
        if not self.at_top:
            self.next_page()
        self.sheet.turn(landscape)
        self.y = self.frame.y_top

    def end(self) -> None:
        """Ends the last page. An empty document still has one page."""
        if not self.at_top or self.sheet.page == 1:
            self._furniture(self.sheet)
            self.sheet.end_page()

    @contextmanager
    def repeating(self, head: RunningHead) -> Iterator[None]:
        """`head` is drawn again at the top of every page begun inside the `with`."""
        self._running_heads.append(head)
        try:
            yield
        finally:
            self._running_heads.remove(head)

    def gap(self, height: float) -> None:
        """Empty space, none at the top of a page."""
        if not self.at_top:
            self.y -= min(height, max(0.0, self.room))

    def heading(self, key: str, title: str, style: Style) -> None:
        """A finished line with a bookmark, and an entry at the top of the outline."""
        self.sheet.bookmark(key, self.y)
        self.sheet.outline(title, key, 0)
        self.line(title, style)

    def line(self, text: str, style: Style, indent: float = 0.0) -> None:
        """One finished line."""
        self.need(style.leading)
        self.sheet.text(self.frame.left + indent, self.y - style.ascent, text, style)
        self.y -= style.leading

    def lines(self, lines: Sequence[str], style: Style, indent: float = 0.0) -> None:
        """Finished lines; neither the first nor the last stands alone on a page."""
        for place, text in enumerate(lines):
            left = len(lines) - place
            if left > 1 and (place == 0 or left == 2):
                self.need(2 * style.leading)
            self.line(text, style, indent)

    def paragraph(self, text: str, style: Style, indent: float = 0.0, width: float = 0.0) -> None:
        """A cleaned text set over the frame's width, or over `width`."""
        limit = width or self.frame.width - indent
        self.lines(self.sheet.type.lines(text, style, limit), style, indent)
