"""Jadwal bulanan: proses, sasaran, rencana aksi, rencana kegiatan, and a month grid of four weeks each."""

from collections.abc import Iterator

from zidesk.domain.plan import MONTHS_SHORT, month_weeks
from zidesk.services.documents.letters.kind import PaperFacts
from zidesk.services.documents.model.table import Cell, Column, Row, Table
from zidesk.services.documents.work_plan.tables.cells import banner, blank_row
from zidesk.services.documents.work_plan.tables.grouping import area_rows
from zidesk.services.documents.work_plan.tables.process_lines import process_lines

_WEEK = 2.6  # mm
_WORDS = (("Proses", 0.9), ("Sasaran", 1.0), ("Rencana Aksi", 1.05), ("Rencana Kegiatan", 1.25))
_YEAR = tuple(range(1, 13))


def schedule_table(facts: PaperFacts) -> Table:
    """The months from the first to the last with any work; the whole year where no week is planned."""
    months = facts.action_plan.months or _YEAR
    columns = (
        Column(width=6.5, align="center"),
        *(Column(share=share) for _, share in _WORDS),
        Column(width=15),
        *(Column(width=_WEEK) for _ in range(4 * len(months))),
    )
    return Table(columns, tuple(_rows(facts, months)), head=_head(months), size=7, landscape=True, padding=2)


def _head(months: tuple[int, ...]) -> tuple[Row, ...]:
    names = ("No.", *(name for name, _ in _WORDS), "Pelaksana")
    weeks = 4 * len(months)
    return (
        Row((*(Cell(name, rowspan=3) for name in names), Cell("Waktu Pelaksanaan", colspan=weeks))),
        Row(tuple(Cell(MONTHS_SHORT[month - 1], colspan=4) for month in months)),
        Row(tuple(Cell(str(week.number)) for month in months for week in month_weeks(month))),
    )


def _rows(facts: PaperFacts, months: tuple[int, ...]) -> Iterator[Row]:
    width = 6 + 4 * len(months)
    for area in area_rows(facts):
        yield banner(width, area.title.upper(), area.mark)
        for process in area.processes:
            for line in process_lines(process):
                grid = (
                    Cell(filled=week in line.row.weeks) for month in months for week in month_weeks(month)
                )  # fmt: skip
                yield Row((*line.cells, Cell(line.row.in_charge), *grid), keep=line.keep)
        if not area.processes:
            yield blank_row(width)
