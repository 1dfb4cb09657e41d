"""A ruled table as pieces: heads repeated, rows kept whole unless they are higher than a page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zidesk.services.documents.drawing.flow import Flow
from zidesk.services.documents.drawing.rich import RichLine, draw_rich_line
from zidesk.services.documents.drawing.text import Typesetter
from zidesk.services.documents.model.inline import Text
from zidesk.services.documents.model.table import Row, Table, column_widths, spanned
from zidesk.services.documents.paper import MM, Frame
from zidesk.services.documents.render_pdf.looks import style_of, text_lines
from zidesk.services.documents.render_pdf.pieces import Group, Part, Piece, Space
from zidesk.services.documents.render_pdf.table_head import HeadCell, place_head

_PAD = 3.0
_RULE = 0.5
_MOST_HEAD_LINES = 8  # rows must have room below the head
_SHADE = 0.62  # of painted cells; dark enough for a photocopier, light enough to write on


@dataclass(slots=True)
class _Set:
    """One cell ready to draw: its place, its lines."""

    x: float
    width: float
    lines: list[RichLine]
    align: str
    filled: bool


def _side(width: float) -> float:
    """Between the text of a cell and its edge: little where a column is a week."""
    return _PAD if width > 6 * MM else 1.0


class TablePieces:
    def __init__(self, setter: Typesetter, table: Table, frame: Frame) -> None:
        self._setter, self._table, self._frame = setter, table, frame
        self._leading = table.size * 1.28
        self._style = style_of("regular", table.size, self._leading)
        self._pad = table.padding
        self._widths = column_widths(table.columns, frame.width, MM)
        self._edges = [sum(self._widths[:count]) for count in range(len(self._widths) + 1)]
        self._head = place_head(table.head_rows, len(table.columns))
        self._head_lines = [self._cell_lines(cell) for cell in self._head.cells]
        self._head_heights = self._head.heights(
            [len(lines) * self._leading + 2 * self._pad for lines in self._head_lines]
        )
        self._head_height = sum(self._head_heights)
        self._group = Group(self._close, self._open)

    def pieces(self) -> Iterator[Part]:
        """The head stays with the first row; the last row ends the frame."""
        rows = self._table.rows
        if self._head.cells:
            yield Piece(self._head_height, self._draw_head, keep=bool(rows), group=self._group)
        for row in rows:
            yield from self._row_pieces(row)
        yield Space(self._table.space)

    def _row_pieces(self, row: Row) -> Iterator[Part]:
        cells = list(self._cells(row))
        lines = max((len(cell.lines) for cell in cells), default=1)
        height = max(lines * self._leading + 2 * self._pad, row.height * MM)
        body = self._frame.height - self._head_height - 1
        if height <= body:
            yield self._piece(cells, height, row.keep, first=True, last=True)
            return
        for start in range(lines):  # a row higher than a page goes on line by line
            slices = [
                _Set(cell.x, cell.width, cell.lines[start : start + 1], cell.align, cell.filled) for cell in cells
            ]
            ends = start == lines - 1
            edge = self._pad * ((start == 0) + ends)
            yield self._piece(slices, self._leading + edge, False, first=start == 0, last=ends)

    def _piece(self, cells: list[_Set], height: float, keep: bool, *, first: bool, last: bool) -> Piece:
        def draw(flow: Flow) -> None:
            self._draw_cells(flow, cells, height, self._pad if first else 0.0)
            if self._table.rule:
                if first:
                    self._line(flow, flow.y)
                if last:
                    self._line(flow, flow.y - height)

        return Piece(height, draw, keep=keep, group=self._group)

    def _cells(self, row: Row) -> Iterator[_Set]:
        at = 0
        for cell in spanned(row.cells, len(self._widths)):
            x, end = self._edges[at], self._edges[at + cell.colspan]
            bold = cell.bold or row.bold
            lines = self._lines(cell.text, end - x, bold) if cell.text else []
            yield _Set(x, end - x, lines, cell.align or self._table.columns[at].align, cell.filled)
            at += cell.colspan

    def _lines(self, text: Text, width: float, bold: bool) -> list[RichLine]:
        return text_lines(
            self._setter, text, self._table.size, self._leading, width - 2 * _side(width), bold=bold
        )  # fmt: skip

    def _cell_lines(self, cell: HeadCell) -> list[RichLine]:
        width = self._edges[cell.column + cell.colspan] - self._edges[cell.column]
        return self._lines(cell.text, width, True)[:_MOST_HEAD_LINES] if cell.text else []

    def _draw_head(self, flow: Flow) -> None:
        tops = [sum(self._head_heights[:count]) for count in range(len(self._head_heights) + 1)]
        for cell, lines in zip(self._head.cells, self._head_lines, strict=True):
            top, height = tops[cell.row], tops[cell.row + cell.rowspan] - tops[cell.row]
            x = self._edges[cell.column]
            width = self._edges[cell.column + cell.colspan] - x
            slack = (height - len(lines) * self._leading) / 2
            self._draw_lines(flow, lines, x, width, flow.y - top - slack, cell.align or "center")
            if self._table.rule:
                self._frame_cell(flow, x, width, flow.y - top, height)

    def _draw_cells(self, flow: Flow, cells: Sequence[_Set], height: float, pad: float) -> None:
        for cell in cells:
            if cell.filled:
                flow.sheet.block(flow.frame.left + cell.x, flow.y - height, cell.width, height, shade=_SHADE)
            self._draw_lines(flow, cell.lines, cell.x, cell.width, flow.y - pad, cell.align)
            if self._table.rule:
                self._upright(flow, cell.x, flow.y, height)
        if self._table.rule:
            self._upright(flow, self._edges[-1], flow.y, height)

    def _draw_lines(
        self, flow: Flow, lines: list[RichLine], x: float, width: float, top: float, align: str
    ) -> None:
        for line in lines:
            left = flow.frame.left + x + _side(width)
            baseline = top - self._style.ascent
            draw_rich_line(flow.sheet, line, left, baseline, width - 2 * _side(width), align)
            top -= self._leading

    def _frame_cell(self, flow: Flow, x: float, width: float, top: float, height: float) -> None:
        for y in (top, top - height):
            flow.sheet.rule(flow.frame.left + x, y, width, _RULE)
        for edge in (x, x + width):
            self._upright(flow, edge, top, height)

    def _upright(self, flow: Flow, x: float, top: float, height: float) -> None:
        flow.sheet.block(flow.frame.left + x - _RULE / 2, top - height, _RULE, height)

    def _line(self, flow: Flow, y: float) -> None:
        flow.sheet.rule(flow.frame.left, y, flow.frame.width, _RULE)

    def _close(self, flow: Flow) -> None:
        if self._table.rule:
            self._line(flow, flow.y)

    def _open(self, flow: Flow) -> None:
        if self._head.cells:
            self._draw_head(flow)
            flow.y -= self._head_height
