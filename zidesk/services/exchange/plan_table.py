"""Reading a table of the plan, from a file or from cells pasted out of a spreadsheet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from zidesk.domain.errors import PlanTableUnreadable
from zidesk.domain.plan import PLAN_ROWS, Week
from zidesk.services.exchange.plan_columns import PLAN, grid_places, is_mark
from zidesk.services.exchange.safe_cells import unguarded
from zidesk.services.exchange.table_file import cell_text, refused_as
from zidesk.services.exchange.table_records import table_records


@dataclass(frozen=True, slots=True)
class PlanCells:
    """One row as it stands in the table: texts by column, without those it lacks. `marked`: the weeks marked in
    a grid, None where the table has none."""

    line: int
    texts: Mapping[str, str]
    marked: frozenset[Week] | None = None


def read_plan_table(path: Path) -> tuple[PlanCells, ...]:
    """The rows of a CSV or XLSX file that say anything.

    Raises PlanTableUnreadable, and FileVanished, FileIsFolder, FileNotRegular or FileUnreadable.
    """
    with refused_as(PlanTableUnreadable):
        heading, records = table_records(path, PLAN, PLAN_ROWS)
    grid = grid_places(heading)
    return tuple(
        PlanCells(
            record.line,
            {name: unguarded(text) for name, text in record.texts.items()},
            _marked(grid, record.by_place),
        )
        for record in records
    )


def pasted_cells(table: Sequence[Sequence[str]], columns: Sequence[str]) -> tuple[PlanCells, ...]:
    """Rows pasted from a spreadsheet: under their own heading if the first row is one, else under `columns`.

    Cells beyond those columns are passed over; lines are counted from 1.
    """
    rows, names = list(enumerate(table, start=1)), list(columns)
    grid: dict[int, tuple[Week, ...]] = {}
    if table and PLAN.is_heading(table[0]):
        names, grid = PLAN.names_of(table[0]), grid_places(table[0])
        rows = rows[1:]
    return tuple(
        PlanCells(
            line,
            {
                name: cell_text(cells, place)
                for place, name in enumerate(names[: len(cells)])
                if name in PLAN.known
            },
            _marked(grid, {place: cell_text(cells, place) for place in grid}),
        )
        for line, cells in rows
        if any(cell.strip() for cell in cells)
    )


def _marked(grid: Mapping[int, tuple[Week, ...]], cells: Mapping[int, str]) -> frozenset[Week] | None:
    if not grid:
        return None
    return frozenset(week for place, weeks in grid.items() if is_mark(cells[place]) for week in weeks)
