"""Program–data dukung: No, Program, Tujuan, Indikator, Target, Kegiatan, Data dukung."""

from collections.abc import Iterator
from itertools import groupby

from zidesk.domain.plan import PlanRow, scope_name
from zidesk.services.documents.letters.kind import PaperFacts
from zidesk.services.documents.model.table import Cell, Column, Row, Table
from zidesk.services.documents.work_plan.tables.cells import banner, blank_row, counted, dashed, percent, stays
from zidesk.services.documents.work_plan.tables.grouping import AreaRows, area_rows
from zidesk.services.documents.work_plan.texts import area_aim

_COLUMNS = (
    Column("No.", 9, "center"),
    Column("Program", share=0.95),
    Column("Tujuan", share=1.25),
    Column("Indikator", share=1.1),
    Column("Target", share=1.15),
    Column("Kegiatan", share=1.8),
    Column("Data Dukung", share=1.6),
)


def program_table(facts: PaperFacts) -> Table:
    return Table(_COLUMNS, tuple(_rows(facts)), head=_head(), size=8.5, landscape=True)


def _head() -> tuple[Row, ...]:
    """Titles, and the numbers of the columns."""
    numbers = tuple(Cell(str(number)) for number in range(1, len(_COLUMNS) + 1))
    return Row(tuple(Cell(column.title) for column in _COLUMNS)), Row(numbers)


def _rows(facts: PaperFacts) -> Iterator[Row]:
    """A program is an area, or what rows call theirs; its number and aim stand in its first row."""
    number = 0
    for area in area_rows(facts):
        yield banner(len(_COLUMNS), area.title.upper(), area.mark)
        rows = [row for process in area.processes for row in process.rows]
        for (name, goal), of_program in groupby(rows, key=lambda row: _program(facts, area, row)):
            number += 1
            lines = tuple(of_program)
            for at, row in enumerate(lines):
                opening = (str(number), name, goal) if at == 0 else ("", "", "")
                yield Row(tuple(map(Cell, (*opening, *_details(facts, row)))), keep=stays(at, len(lines)))
        if not rows:
            yield blank_row(len(_COLUMNS))


def _program(facts: PaperFacts, area: AreaRows, row: PlanRow) -> tuple[str, str]:
    own = area.title if area.mark in ("", area.node.code) else f"Bidang {area.title}"
    return row.program or own, row.goal or area_aim(facts, area.node)


def _details(facts: PaperFacts, row: PlanRow) -> tuple[str, ...]:
    indicator = row.indicator or scope_name(facts.assessment.instrument, row.scope)
    done = "\n".join(filter(None, (row.action, counted(row.activities))))
    return indicator, row.objective or percent(row), done, dashed(row.evidence)
