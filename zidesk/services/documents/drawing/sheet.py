"""A document being drawn: lines of text, rules, links, bookmarks and pages. Knows nothing of its content."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from zidesk.services.documents.drawing.fonts import FontSet
from zidesk.services.documents.drawing.links import file_link
from zidesk.services.documents.drawing.pdf_objects import PaperCanvas
from zidesk.services.documents.drawing.text import Typesetter, plain
from zidesk.services.documents.model.facts import DocumentFacts as DocumentFacts
from zidesk.services.documents.paper import GREY, Frame, Stationery, Style, frame_of, turned

_TOTAL = "jumlah-halaman"


class Sheet:
    """Draws on the current page. Text must be cleaned (`text.clean`) and broken into lines before."""

    def __init__(self, stationery: Stationery, facts: DocumentFacts) -> None:
        self.frame: Frame = frame_of(stationery)
        self._canvas = PaperCanvas((self.frame.page_width, self.frame.page_height), facts.changed_at)
        self.fonts = FontSet(stationery.fonts, self._canvas.document)
        self.type = Typesetter(self.fonts)
        self.page = 1
        self._gray = 0.0
        self._totals: dict[str, tuple[float, float, Style]] = {}  # a place for each width of x
        self._canvas.setTitle(plain(facts.title))
        self._canvas.setAuthor(plain(facts.author))
        self._canvas.setSubject(plain(facts.subject))
        self._canvas.setCreator("ZIDesk")
        self._canvas.setProducer("ZIDesk")
        self._canvas.setViewerPreference("DisplayDocTitle", "true")

    def text(self, x: float, y: float, line: str, style: Style, align: str = "left", spacing: float = 0.0) -> None:
        """One line with its baseline at `y`; `x` is its left end, its right end or its middle. `spacing` is
        added to every space of a line that starts at `x`, to justify it."""
        if not line:
            return
        if align != "left":
            width = self.type.width(line, style)
            x -= width if align == "right" else width / 2
        self._shade(GREY if style.grey else 0.0)
        shown = self.fonts.show(line, style.face, style.size)
        if spacing:
            shown = f"{spacing:.3f} Tw {shown} 0 Tw"
        self._canvas.operators(f"BT 1 0 0 1 {x:.2f} {y:.2f} Tm {shown} ET")

    def reversed_text(self, x: float, y: float, line: str, style: Style) -> None:
        """One line in white, centred on `x`, for black ground."""
        x -= self.type.width(line, style) / 2
        shown = self.fonts.show(line, style.face, style.size)
        self._shade(1.0)
        self._canvas.operators(f"BT 1 0 0 1 {x:.2f} {y:.2f} Tm {shown} ET")

    def rule(self, x: float, y: float, width: float, thickness: float = 0.4, *, grey: bool = False) -> None:
        """A horizontal line; drawn as a filled strip, so that thin lines print alike everywhere."""
        self.block(x, y - thickness / 2, width, thickness, grey=grey)

    def block(
        self, x: float, y: float, width: float, height: float, *, grey: bool = False, shade: float | None = None
    ) -> None:
        """A filled rectangle: black, the one grey, or a `shade` from 0 (black) to 1."""
        self._shade(shade if shade is not None else GREY if grey else 0.0)
        self._canvas.operators(f"{x:.2f} {y:.2f} {width:.2f} {height:.2f} re f")

    def picture(self, image: Any, x: float, y: float, width: float, height: float) -> None:
        """`image`: a reportlab ImageReader."""
        self._canvas.drawImage(image, x, y, width, height)

    def link_file(self, path: str, x: float, y: float, width: float, height: float) -> None:
        self._canvas.annotate(file_link(path, (x, y, x + width, y + height)))

    def link(self, key: str, x: float, y: float, width: float, height: float) -> None:
        """A link within the document; `key` must be bookmarked before the end, or saving fails."""
        self._canvas.linkRect("", key, (x, y, x + width, y + height), Border="[0 0 0]")

    def bookmark(self, key: str, y: float) -> None:
        """The place internal links and the outline lead to: this height of this page."""
        top = min(y + 6, self.frame.page_height)
        self._canvas.bookmarkPage(key, fit="XYZ", left=0, top=top, zoom=0)

    def outline(self, title: str, key: str, level: int, *, closed: bool = False) -> None:
        """An entry of the bookmarks, which then stand beside the page when the paper is opened."""
        self._canvas.showOutline()
        self._canvas.addOutlineEntry(plain(title), key, level, closed)

    def later(self, name: str) -> None:
        """Leaves a place on this page for what only the end of the document knows; see `supplied`."""
        self._canvas.doForm(name)

    @contextmanager
    def supplied(self, name: str) -> Iterator[None]:
        """What is drawn within the block appears wherever `later(name)` was said."""
        side = max(self.frame.page_width, self.frame.page_height)  # pages may lie on their side
        self._canvas.beginForm(name, 0, 0, side, side)
        self._gray = -1.0  # it is drawn in whatever colour the page has at that point
        yield
        self._canvas.endForm()
        self._gray = 0.0

    def page_number(self, x: float, y: float, style: Style) -> None:
        """ "Halaman x dari y"; the total is filled in when the document ends."""
        before = f"Halaman {self.page} dari "
        self.text(x, y, before, style)
        x += self.type.width(before, style)
        name = f"{_TOTAL}-{x:.0f}-{y:.0f}"
        self._totals[name] = (x, y, style)
        self.later(name)

    def turn(self, landscape: bool) -> None:
        """The orientation of the current page, on which nothing is drawn yet, and of those that follow."""
        if landscape != (self.frame.page_width > self.frame.page_height):
            self.frame = turned(self.frame)
            self._canvas.setPageSize((self.frame.page_width, self.frame.page_height))

    def end_page(self) -> None:
        self._canvas.finish_page()
        self.page += 1
        self._gray = 0.0

    def save(self, out: Path) -> None:
        """Supplies the number of pages and writes the file."""
        for name, (x, y, style) in self._totals.items():
            with self.supplied(name):
                self.text(x, y, str(self.page - 1), style)
        data: bytes = self._canvas.getpdfdata()
        out.write_bytes(data)

    def _shade(self, gray: float) -> None:
        if gray != self._gray:
            self._gray = gray
            self._canvas.operators(f"{gray:g} g")
