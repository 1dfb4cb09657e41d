"""Whether a row can be kept: its scope is in the sheet, its texts fit, its figures are percentages."""

from dataclasses import replace

from zidesk.domain.clean_text import paragraphs
from zidesk.domain.errors import PercentRejected, PlanTextTooLong, TooManyItems, WeeksUnreadable
from zidesk.domain.indonesian import format_plain
from zidesk.domain.instrument import Instrument
from zidesk.domain.plan.row import CELL_CHARACTERS, ITEMS, TEXT_CHARACTERS, PlanRow, join_items, split_items
from zidesk.domain.plan.scope import resolve_scope
from zidesk.domain.plan.weeks import WEEKS_IN_MONTH


def checked_row(row: PlanRow, instrument: Instrument) -> PlanRow:
    """The row as it is kept: its scope's full code, plain texts, each item by itself.

    Raises UnknownScope, PlanTextTooLong, TooManyItems, PercentRejected, WeeksUnreadable.
    """
    for column, value in (("target", row.target), ("capaian", row.achieved)):
        if value is not None and not 0 <= value <= 100:
            raise PercentRejected(column, format_plain(value))
    for week in row.weeks:
        if not (1 <= week.month <= 12 and 1 <= week.number <= WEEKS_IN_MONTH):
            raise WeeksUnreadable(f"{week.month}/{week.number}")
    return replace(
        row,
        scope=resolve_scope(instrument, row.scope),
        program=_text(row.program, "program"),
        goal=_text(row.goal, "tujuan"),
        objective=_text(row.objective, "sasaran"),
        action=_text(row.action, "rencana_aksi"),
        activities=_items(row.activities, "rencana_kegiatan"),
        indicator=_text(row.indicator, "indikator"),
        evidence=_items(row.evidence, "data_dukung"),
        in_charge=_text(row.in_charge, "penanggung_jawab"),
        note=_text(row.note, "keterangan"),
    )


def _text(text: str, column: str) -> str:
    kept = paragraphs(text)
    if len(kept) > TEXT_CHARACTERS:
        raise PlanTextTooLong(column, len(kept), TEXT_CHARACTERS)
    return kept


def _items(items: tuple[str, ...], column: str) -> tuple[str, ...]:
    kept = split_items(paragraphs(join_items(items)))
    if len(kept) > ITEMS:
        raise TooManyItems(column, len(kept), ITEMS)
    for item in kept:
        if len(item) > TEXT_CHARACTERS:
            raise PlanTextTooLong(column, len(item), TEXT_CHARACTERS)
    if (length := len(join_items(kept))) > CELL_CHARACTERS:
        raise PlanTextTooLong(column, length, CELL_CHARACTERS)
    return kept
