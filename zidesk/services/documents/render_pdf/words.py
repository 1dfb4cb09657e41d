"""Paragraphs, headings, titles, lists and "Nomor : …" as pieces."""

from collections.abc import Iterator
from dataclasses import dataclass

from zidesk.services.documents.drawing.flow import Flow
from zidesk.services.documents.drawing.rich import RichLine, draw_rich_line
from zidesk.services.documents.drawing.text import Typesetter, clean
from zidesk.services.documents.model.blocks import Heading, ItemList, KeyValues, Paragraph, Title
from zidesk.services.documents.model.numbering import item_label
from zidesk.services.documents.paper import MM, Frame, Style
from zidesk.services.documents.render_pdf.looks import style_of, text_lines
from zidesk.services.documents.render_pdf.marks import Marks
from zidesk.services.documents.render_pdf.pieces import NewPage, Part, Piece, Space

_SIZE = 11.0
_LABEL_WIDTH = 7.5 * MM
_SPACE = 6.0
_MOST_LABEL_LINES = 6
_MOST_TITLE_LINES = 12


@dataclass(frozen=True, slots=True)
class _Label:
    """The number of an item, beside its first line."""

    text: str
    left: float
    style: Style

    def draw(self, flow: Flow) -> None:
        flow.sheet.text(flow.frame.left + self.left, flow.y - self.style.ascent, self.text, self.style)


class Words:
    """Sets text for one document. `leading`: distance of the lines of running text."""

    def __init__(self, setter: Typesetter, leading: float, marks: Marks) -> None:
        self._setter, self._leading, self._marks = setter, leading, marks

    def paragraph(self, block: Paragraph, frame: Frame) -> Iterator[Part]:
        left, first = block.indent * MM, block.first_line * MM
        limit = frame.width - left
        leading = self._leading * block.size / _SIZE
        lines = text_lines(
            self._setter, block.text, block.size, leading, limit, bold=block.bold, first=first
        )  # fmt: skip
        yield from _pieces(
            lines, leading, left, limit, block.align, space=block.space, keep=block.keep, first=first
        )

    def heading(self, block: Heading, frame: Frame) -> Iterator[Part]:
        """A chapter is centred at the top of a page; the others stand at the left, with the text below them."""
        text = f"{block.label} {block.text}".strip()
        if block.level == 1:
            yield NewPage()
            title = block.text.upper()
            shown = f"{block.label}\n{title}" if block.label else title
            lines = text_lines(self._setter, shown, 13, 18, frame.width, bold=True)[:_MOST_TITLE_LINES]
            yield self._marked(lines, 18, frame.width, text, 0)
            yield Space(8)
            return
        lines = text_lines(self._setter, block.text, 11, 15, frame.width - _LABEL_WIDTH, bold=True)
        lines = lines[:_MOST_TITLE_LINES]
        indent = _LABEL_WIDTH if block.label else 0.0
        yield self._marked(lines, 15, frame.width - indent, text, block.level - 1, block.label, indent)
        yield Space(2)

    def _marked(
        self,
        lines: list[RichLine],
        leading: float,
        limit: float,
        text: str,
        level: int,
        label: str = "",
        indent: float = 0.0,
    ) -> Piece:
        style = style_of("bold", _SIZE, leading)

        def draw(flow: Flow) -> None:
            self._marks.heading(flow, text, level)
            if label:
                flow.sheet.text(flow.frame.left, flow.y - style.ascent, label, style)
            _draw_lines(flow, lines, leading, indent, limit, "center" if level == 0 else "left")

        return Piece(leading * len(lines), draw, gap=10 if level else 0, keep=True)

    def title(self, block: Title, frame: Frame) -> Iterator[Part]:
        text = "\n".join(block.lines)
        lines = text_lines(self._setter, text, 12, 16, frame.width, bold=True)
        lines = lines[:_MOST_TITLE_LINES]
        for below in block.below:
            lines += text_lines(self._setter, below, _SIZE, 16, frame.width)[:_MOST_TITLE_LINES]

        def draw(flow: Flow) -> None:
            self._marks.title(flow, block.outline or " ".join(block.lines))
            _draw_lines(flow, lines, 16, 0, frame.width, "center")

        yield Piece(16 * len(lines), draw, gap=8, keep=True)
        yield Space(8)

    def items(self, block: ItemList, frame: Frame, left: float = 0.0) -> Iterator[Part]:
        left += block.indent * MM
        leading = self._leading * block.size / _SIZE
        style = style_of("regular", block.size, leading)
        labels = [item_label(block.style, number) for number in range(block.start, block.start + len(block.items))]
        side = max([_LABEL_WIDTH, *(self._setter.width(label, style) + 4 for label in labels)])
        limit = frame.width - left - side
        for label, item in zip(labels, block.items, strict=True):
            lines = text_lines(self._setter, item.text, block.size, leading, limit)
            hung = _Label(label, left, style)
            yield from _pieces(lines, leading, left + side, limit, "justify", space=block.space, label=hung)
            if item.below:
                yield from self.items(item.below, frame, left + side)
        yield Space(_SPACE - block.space)

    def key_values(self, block: KeyValues, frame: Frame) -> Iterator[Part]:
        left = block.indent * MM
        width = block.label_width * MM
        limit = frame.width - left - width - 9
        style = style_of("regular", _SIZE, self._leading)
        for label, value in block.rows:
            names = self._setter.lines(clean(label), style, width - 4, _MOST_LABEL_LINES) if label else []
            lines = text_lines(self._setter, value, _SIZE, self._leading, limit)
            beside = max(1, len(names))  # lines of the value that stand beside its label

            def draw(flow: Flow, names: list[str] = names, lines: list[RichLine] = lines[:beside]) -> None:
                x, y = flow.frame.left + left, flow.y - style.ascent
                for at, name in enumerate(names):
                    flow.sheet.text(x, y - at * style.leading, name, style)
                if names:
                    flow.sheet.text(x + width, y, ":", style)
                _draw_lines(flow, lines, style.leading, left + width + 9, limit, block.align)

            yield Piece(beside * style.leading, draw, gap=1)
            yield from _pieces(lines[beside:], style.leading, left + width + 9, limit, block.align, space=0)
        yield Space(_SPACE)


def _draw_lines(
    flow: Flow, lines: list[RichLine], leading: float, left: float, limit: float, align: str, first: float = 0.0
) -> None:
    y = flow.y
    for line in lines:
        style = line.spans[0].style if line.spans else style_of("regular", _SIZE, leading)
        draw_rich_line(
            flow.sheet, line, flow.frame.left + left + first, y - style.ascent, limit - first, align
        )  # fmt: skip
        y, first = y - leading, 0.0


def _pieces(
    lines: list[RichLine],
    leading: float,
    left: float,
    limit: float,
    align: str,
    *,
    space: float,
    keep: bool = False,
    first: float = 0.0,
    label: _Label | None = None,
) -> Iterator[Part]:
    """One piece for each line; neither the first nor the last stands alone on a page."""
    for at, line in enumerate(lines):

        def draw(flow: Flow, line: RichLine = line, at: int = at) -> None:
            if label and at == 0:
                label.draw(flow)
            _draw_lines(flow, [line], leading, left, limit, align, 0.0 if at else first)

        left_over = len(lines) - at - 1
        held = (at == 0 and left_over > 0) or left_over == 1 or (left_over == 0 and keep)
        yield Piece(leading, draw, keep=held)
    yield Space(space)
