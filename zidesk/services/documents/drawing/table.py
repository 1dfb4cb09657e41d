"""A plain ruled table: head repeated on every page, rows kept whole, no vertical lines."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from zidesk.services.documents.drawing.flow import Flow
from zidesk.services.documents.paper import CELL, SMALL_BOLD, Style

_GUTTER = 8.0  # between columns
_MOST_LINES = 12  # of one cell; the longest name still leaves room for other rows


@dataclass(frozen=True, slots=True)
class Column:
    """`width` 0: this column takes what the others leave."""

    title: str
    width: float = 0.0
    align: str = "left"


@dataclass(frozen=True)
class Row:
    """Cleaned texts, one for each column. `strong` rows are bold under a rule: sums."""

    cells: Sequence[str]
    strong: bool = False


class Table:
    def __init__(
        self, flow: Flow, columns: Sequence[Column], *, style: Style = CELL, padding: float = 3.0
    ) -> None:
        """`padding`: above and below the text of a row."""
        self._flow = flow
        self._style, self._pad = style, padding
        self._strong = Style("bold", style.size, style.leading)
        taken = sum(column.width for column in columns)
        self._columns = columns
        self._widths = [column.width or flow.frame.width - taken for column in columns]

    def draw(self, rows: Iterable[Row]) -> None:
        """The table at the flow's height; its first row stays with the head."""
        head = self._cells([column.title for column in self._columns], [SMALL_BOLD] * len(self._columns))
        rows = iter(rows)
        first = next(rows, None)
        if first is None:
            return
        self._flow.need(self._height(head) + self._height(self._set(first)))
        self._draw_head(self._flow, head)
        with self._flow.repeating(lambda flow: self._draw_head(flow, head)):
            self._draw_row(first)
            for row in rows:
                self._draw_row(row)
        self._rule(0.8)

    def _draw_head(self, flow: Flow, head: list[tuple[Style, list[str]]]) -> None:
        self._rule(0.8)
        self._draw_cells(head, bottom=True)
        flow.y -= self._height(head)
        self._rule(0.4)

    def _set(self, row: Row) -> list[tuple[Style, list[str]]]:
        style = self._strong if row.strong else self._style
        return self._cells(row.cells, [style] * len(row.cells))

    def _draw_row(self, row: Row) -> None:
        cells = self._set(row)
        height = self._height(cells)
        self._flow.need(height)
        if row.strong:
            self._rule(0.4)
        self._draw_cells(cells)
        self._flow.y -= height
        self._rule(0.4 if row.strong else 0.2, grey=not row.strong)

    def _cells(self, texts: Sequence[str], styles: Sequence[Style]) -> list[tuple[Style, list[str]]]:
        """Each cell's lines. The first and last column reach the margins, the others keep a gutter."""
        setter = self._flow.sheet.type
        return [
            (style, setter.lines(text, style, width - _GUTTER, _MOST_LINES) if text else [])
            for text, style, width in zip(texts, styles, self._widths, strict=True)
        ]

    def _height(self, cells: list[tuple[Style, list[str]]]) -> float:
        return max(len(lines) * style.leading for style, lines in cells) + 2 * self._pad

    def _draw_cells(self, cells: list[tuple[Style, list[str]]], *, bottom: bool = False) -> None:
        """`bottom`: short cells stand at the foot of the row, as heads of columns do."""
        x = self._flow.frame.left
        height = self._height(cells)
        for (style, lines), column, width in zip(cells, self._columns, self._widths, strict=True):
            at = {"left": x, "right": x + width, "center": x + width / 2}[column.align]
            if column.align == "right" and column is not self._columns[-1]:
                at -= _GUTTER
            slack = height - 2 * self._pad - len(lines) * style.leading if bottom else 0.0
            y = self._flow.y - self._pad - slack - style.ascent
            for line in lines:
                self._flow.sheet.text(at, y, line, style, column.align)
                y -= style.leading
            x += width

    def _rule(self, thickness: float, *, grey: bool = False) -> None:
        frame = self._flow.frame
        self._flow.sheet.rule(frame.left, self._flow.y, frame.width, thickness, grey=grey)
