"""Where the cells of a head of several rows stand, when some cover columns and some cover rows."""

from collections.abc import Sequence
from dataclasses import dataclass

from zidesk.services.documents.model.inline import Text
from zidesk.services.documents.model.table import Row


@dataclass(frozen=True, slots=True)
class HeadCell:
    row: int
    column: int
    text: Text
    colspan: int
    rowspan: int
    align: str | None


@dataclass(frozen=True)
class Head:
    cells: tuple[HeadCell, ...]
    rows: int

    def heights(self, needed: Sequence[float]) -> list[float]:
        """The height of each row, given what each cell needs: a cell over several rows widens its last one."""
        heights = [0.0] * self.rows
        for cell, height in sorted(zip(self.cells, needed, strict=True), key=lambda pair: pair[0].rowspan):
            covered = range(cell.row, cell.row + cell.rowspan)
            short = height - sum(heights[row] for row in covered)
            if short > 0:
                heights[covered[-1]] += short
        return heights


def place_head(rows: Sequence[Row], columns: int) -> Head:
    """Each cell at the next free column of its row; spans are cut at the edges of the head."""
    taken: set[tuple[int, int]] = set()
    cells: list[HeadCell] = []
    for number, row in enumerate(rows):
        column = 0
        for cell in row.cells:
            while (number, column) in taken:
                column += 1
            if column >= columns:
                break
            colspan = min(cell.colspan, columns - column)
            rowspan = min(cell.rowspan, len(rows) - number)
            cells.append(HeadCell(number, column, cell.text, colspan, rowspan, cell.align))
            taken |= {
                (number + down, column + right) for down in range(rowspan) for right in range(colspan)
            }  # fmt: skip
            column += colspan
    return Head(tuple(cells), len(rows))
