"""Langkah aksi–eviden: No, Komponen, Indikator, Langkah aksi, Eviden, Waktu."""

from collections.abc import Iterator

from zidesk.domain.plan import PlanRow
from zidesk.services.documents.letters.kind import PaperFacts
from zidesk.services.documents.model.table import Cell, Column, Row, Table
from zidesk.services.documents.work_plan.tables.cells import (
    banner,
    blank_row,
    dashed,
    lettered,
    stays,
)
from zidesk.services.documents.work_plan.tables.grouping import area_rows
from zidesk.services.documents.work_plan.week_words import week_words

_COLUMNS = (
    Column("No.", 10, "center"),
    Column("Komponen", share=1.0),
    Column("Indikator", share=1.2),
    Column("Langkah Aksi", share=1.7),
    Column("Eviden", share=1.6),
    Column("Waktu", 36),
)


def steps_table(facts: PaperFacts) -> Table:
    return Table(_COLUMNS, tuple(_rows(facts)), size=9, landscape=True)


def _rows(facts: PaperFacts) -> Iterator[Row]:
    for area in area_rows(facts):
        yield banner(len(_COLUMNS), area.title.upper(), area.letter)
        for process in area.processes:
            count = len(process.rows)
            for at, row in enumerate(process.rows):
                texts = (
                    str(process.number) if at == 0 else "",
                    process.name if at == 0 else "",
                    row.indicator,
                    _steps(row),
                    dashed(row.evidence) if len(row.evidence) > 1 else "".join(row.evidence),
                    week_words(row.weeks),
                )
                yield Row(tuple(map(Cell, texts)), keep=stays(at, count))
        if not area.processes:
            yield blank_row(len(_COLUMNS))


def _steps(row: PlanRow) -> str:
    """The action, and what is done for it."""
    if not row.action:
        return lettered(row.activities)
    return "\n".join(filter(None, (row.action, lettered(row.activities))))
