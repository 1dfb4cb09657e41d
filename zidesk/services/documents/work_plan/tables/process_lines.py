"""The five columns two of the forms have in common: number, proses, sasaran, rencana aksi, rencana kegiatan."""

from collections.abc import Iterator
from dataclasses import dataclass

from zidesk.domain.plan import PlanRow
from zidesk.services.documents.model.numbering import letters
from zidesk.services.documents.model.table import Cell
from zidesk.services.documents.work_plan.tables.cells import lettered, stays
from zidesk.services.documents.work_plan.tables.grouping import Process


@dataclass(frozen=True)
class ProcessLine:
    """`keep`: on the same page as the next line."""

    row: PlanRow
    cells: tuple[Cell, ...]
    keep: bool


def process_lines(process: Process) -> Iterator[ProcessLine]:
    """A line for each row. The number and the name stand in the first only; an objective that goes on from the
    line above is not repeated; actions have letters where there are several."""
    count = len(process.rows)
    before = ""
    for at, row in enumerate(process.rows):
        letter = f"{letters(at + 1)}. " if count > 1 and row.action else ""
        texts = (
            str(process.number) if at == 0 else "",
            process.name if at == 0 else "",
            "" if row.objective == before else row.objective,
            f"{letter}{row.action}",
            lettered(row.activities),
        )
        before = row.objective
        yield ProcessLine(row, tuple(map(Cell, texts)), stays(at, count))
