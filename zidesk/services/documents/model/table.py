"""Tables: columns, heads of one or more rows, rows of cells."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from zidesk.services.documents.model.blocks import Align
from zidesk.services.documents.model.inline import Text


@dataclass(frozen=True, slots=True)
class Column:
    """`width` in mm; 0: a share of what the others leave, by `share`."""

    title: str = ""
    width: float = 0.0
    align: Align = "left"
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Cell:
    """`colspan`: columns it covers. `rowspan`: rows of the head it covers (heads only). `filled`: grey ground,
    as for a painted week. `align` None: as the column."""

    text: Text = ""
    bold: bool = False
    colspan: int = 1
    rowspan: int = 1
    align: Align | None = None
    filled: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Cells from the left; columns not covered stay empty. `height`: at least this, in mm."""

    cells: tuple[Cell, ...]
    bold: bool = False
    height: float = 0.0
    keep: bool = False  # on the same page as the next row


@dataclass(frozen=True)
class Table:
    """`head`: rows repeated on every page; () makes one of the columns' titles (none if all are empty).
    `size`: of the text, in points. `landscape`: wants a page lying on its side. `rule` False: no lines.
    `padding`: points above and below the text of a cell; `space`: points below the table."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    head: tuple[Row, ...] = ()
    size: float = 9.0
    landscape: bool = False
    rule: bool = True
    space: float = 6.0
    padding: float = 3.0

    @property
    def head_rows(self) -> tuple[Row, ...]:
        if self.head or not any(column.title for column in self.columns):
            return self.head
        return (Row(tuple(Cell(column.title, bold=True, align="center") for column in self.columns)),)


def row(*texts: Text, bold: bool = False) -> Row:
    """A row of plain cells."""
    return Row(tuple(Cell(text) for text in texts), bold)


def column_widths(columns: Sequence[Column], total: float, unit: float = 1.0) -> list[float]:
    """The width of each column in a table `total` wide; widths of columns are multiplied by `unit`.

    Fixed widths give way in proportion where they leave a sharing column less than 15 mm.
    """
    fixed = sum(column.width * unit for column in columns)
    shares = sum(column.share for column in columns if not column.width)
    least = 15.0 * unit * sum(1 for column in columns if not column.width)
    room = total - least
    scale = min(1.0, room / fixed) if fixed else 1.0
    if not shares and fixed:
        scale = total / fixed
    left = total - fixed * scale
    return [column.width * unit * scale if column.width else left * column.share / shares for column in columns]


def spanned(cells: Iterable[Cell], columns: int) -> list[Cell]:
    """The cells with empty ones added up to the last column; spans beyond it are cut."""
    found: list[Cell] = []
    used = 0
    for cell in cells:
        span = min(cell.colspan, columns - used)
        if span <= 0:
            break
        found.append(cell if span == cell.colspan else Cell(cell.text, cell.bold, span, cell.rowspan, cell.align))
        used += span
    return found + [Cell()] * (columns - used)
