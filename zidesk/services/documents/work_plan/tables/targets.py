"""Target capaian: proses, sasaran, rencana aksi, rencana kegiatan, target %, keterangan."""

from collections.abc import Iterator

from zidesk.services.documents.letters.kind import PaperFacts
from zidesk.services.documents.model.table import Cell, Column, Row, Table
from zidesk.services.documents.work_plan.tables.cells import banner, blank_row, percent
from zidesk.services.documents.work_plan.tables.grouping import area_rows
from zidesk.services.documents.work_plan.tables.process_lines import process_lines

_COLUMNS = (
    Column("No.", 10, "center"),
    Column("Proses", share=1.0),
    Column("Sasaran", share=1.2),
    Column("Rencana Aksi", share=1.3),
    Column("Rencana Kegiatan", share=1.6),
    Column("Target Capaian", 20, "center"),
    Column("Keterangan", 32),
)


def targets_table(facts: PaperFacts) -> Table:
    return Table(_COLUMNS, tuple(_rows(facts)), size=9, landscape=True)


def _rows(facts: PaperFacts) -> Iterator[Row]:
    for area in area_rows(facts):
        yield banner(len(_COLUMNS), area.title.upper(), area.mark)
        for process in area.processes:
            for line in process_lines(process):
                yield Row((*line.cells, Cell(percent(line.row)), Cell(line.row.note)), keep=line.keep)
        if not area.processes:
            yield blank_row(len(_COLUMNS))
