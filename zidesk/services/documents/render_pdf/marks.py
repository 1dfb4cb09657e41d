"""Where headings came to stand: bookmarks, outline, and the pages of a table of contents."""

from collections.abc import Iterator, Sequence

from zidesk.services.documents.drawing.flow import Flow
from zidesk.services.documents.drawing.sheet import Sheet
from zidesk.services.documents.drawing.text import clean
from zidesk.services.documents.model.blocks import Contents, Heading
from zidesk.services.documents.paper import MM, Frame
from zidesk.services.documents.render_pdf.looks import style_of
from zidesk.services.documents.render_pdf.pieces import Part, Piece, Space

_INDENT = 6 * MM
_NUMBER_ROOM = 26.0
_LEADING = 15.0


class Marks:
    """`pages`: the page of each heading drawn so far, in order."""

    def __init__(self, headings: Sequence[Heading]) -> None:
        self._headings = headings
        self.pages: list[int] = []
        self._waiting: list[tuple[int, float, float]] = []
        self._level = -1
        self._titles = 0

    def heading(self, flow: Flow, text: str, level: int) -> None:
        key = _key(len(self.pages))
        self.pages.append(flow.sheet.page)
        self._mark(flow, key, text, level)

    def title(self, flow: Flow, text: str) -> None:
        self._titles += 1
        self._mark(flow, f"surat-{self._titles}", text, 0)

    def _mark(self, flow: Flow, key: str, text: str, level: int) -> None:
        """An outline takes no level that skips one."""
        self._level = min(level, self._level + 1)
        flow.sheet.bookmark(key, flow.y)
        flow.sheet.outline(text, key, self._level)

    def contents(self, block: Contents, flow: Flow, frame: Frame) -> Iterator[Part]:
        """A line for each heading; its page is supplied at the end."""
        for number, heading in enumerate(self._headings):
            if heading.listed and heading.level <= block.levels:
                yield self._entry(number, heading, flow, frame)
        yield Space(6)

    def _entry(self, number: int, heading: Heading, flow: Flow, frame: Frame) -> Piece:
        chapter = heading.level == 1
        style = style_of("bold" if chapter else "regular", 11 if chapter else 10.5, _LEADING)
        indent = _INDENT * (heading.level - 1)
        limit = frame.width - indent - _NUMBER_ROOM - 6
        text = clean(f"{heading.label} {heading.text.upper() if chapter else heading.text}".strip())
        lines = flow.sheet.type.lines(text, style, limit)

        def draw(flow: Flow) -> None:
            sheet, x = flow.sheet, flow.frame.left + indent
            y = flow.y - style.ascent
            for line in lines[:-1]:
                sheet.text(x, y, line, style)
                y -= style.leading
            sheet.text(x, y, lines[-1], style)
            start = x + sheet.type.width(lines[-1], style) + 4
            dot = sheet.type.width(".", style)
            end = flow.frame.x_right - _NUMBER_ROOM
            sheet.text(end, y, "." * max(0, int((end - start) / dot)), style, "right")
            sheet.link(_key(number), x, y - 3, flow.frame.width - indent, style.leading * len(lines))
            sheet.later(_form(number))
            self._waiting.append((number, flow.frame.x_right, y))

        return Piece(len(lines) * _LEADING, draw, gap=5 if chapter else 0)

    def supply(self, sheet: Sheet) -> None:
        """The pages, once all are drawn."""
        for number, x, y in self._waiting:
            chapter = self._headings[number].level == 1
            style = style_of("bold" if chapter else "regular", 11 if chapter else 10.5, _LEADING)
            with sheet.supplied(_form(number)):
                sheet.text(x, y, str(self.pages[number]), style, "right")


def _key(number: int) -> str:
    return f"judul-{number}"


def _form(number: int) -> str:
    return f"halaman-judul-{number}"
