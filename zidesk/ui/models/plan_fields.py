"""What the table of the plan shows: a field for each column of text, then a column for each week of the year.

Fields carry the names that tables in and out of the program give them.
"""

from dataclasses import dataclass, replace
from enum import Enum

from zidesk.domain.errors import UnknownScope
from zidesk.domain.instrument import Instrument
from zidesk.domain.plan import PlanRow, Week, month_weeks, resolve_scope
from zidesk.services.exchange.plan_cells import CELLS, cell_of


class Kind(Enum):
    """How a field is edited."""

    SCOPE = "scope"
    PERSON = "person"
    LINE = "line"
    TEXT = "text"
    ITEMS = "items"  # one to a line
    PERCENT = "percent"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class Field:
    """`width` in pixels at 100 %, the least where `grows`, its share of what is left."""

    name: str
    title: str
    kind: Kind
    width: int
    grows: int = 0


FIELDS = (
    Field("kode", "Kode", Kind.SCOPE, 132),
    Field("program", "Program", Kind.TEXT, 150, 2),
    Field("tujuan", "Tujuan", Kind.TEXT, 150, 2),
    Field("sasaran", "Sasaran", Kind.TEXT, 150, 2),
    Field("rencana_aksi", "Rencana aksi", Kind.TEXT, 150, 3),
    Field("rencana_kegiatan", "Kegiatan", Kind.ITEMS, 150, 3),
    Field("indikator", "Indikator", Kind.TEXT, 150, 2),
    Field("data_dukung", "Data dukung", Kind.ITEMS, 170, 3),
    Field("penanggung_jawab", "Penanggung jawab", Kind.PERSON, 148, 1),
    Field("waktu", "Waktu", Kind.LINE, 104, 1),
    Field("target", "Target %", Kind.PERCENT, 82),
    Field("capaian", "Capaian %", Kind.PERCENT, 92),
    Field("status", "Status", Kind.STATE, 120),
    Field("keterangan", "Catatan", Kind.TEXT, 150, 2),
)
FIELD_NAMES = tuple(field.name for field in FIELDS)
CODE, ACTION, PERSON, TIME, STATE = (
    FIELD_NAMES.index(name) for name in ("kode", "rencana_aksi", "penanggung_jawab", "waktu", "status")
)
TABLE_FIELDS = frozenset(
    {"kode", "rencana_aksi", "rencana_kegiatan", "penanggung_jawab", "waktu", "target", "capaian", "status"}
)
SCHEDULE_FIELDS = frozenset({"kode", "rencana_aksi", "status"})
WEEKS = tuple(week for month in range(1, 13) for week in month_weeks(month))
FIRST_WEEK = len(FIELDS)
COLUMNS = FIRST_WEEK + len(WEEKS)


def week_at(column: int) -> Week | None:
    """The week a column shows, None for a column of text."""
    return WEEKS[column - FIRST_WEEK] if FIRST_WEEK <= column < COLUMNS else None


def column_of(week: Week) -> int:
    return FIRST_WEEK + WEEKS.index(week)


def text_of(row: PlanRow, column: int) -> str:
    """What stands in a field of a row; a week is marked "1"."""
    week = week_at(column)
    if week is not None:
        return "1" if week in row.weeks else ""
    return cell_of(row, FIELDS[column].name)


def with_text(row: PlanRow, column: int, text: str, instrument: Instrument) -> PlanRow:
    """The row with another text in a field.

    Raises UnknownScope, PercentRejected, WeeksUnreadable, StateUnknown.
    """
    field = FIELDS[column]
    if field.kind is Kind.SCOPE:
        return replace(row, scope=_scope(text, instrument))
    return replace(row, **{CELLS[field.name].field: CELLS[field.name].read(text)})


def _scope(text: str, instrument: Instrument) -> str:
    """What was typed is a code, or a code with its name behind it, as the completion writes it."""
    words = text.split()
    if not words:
        raise UnknownScope("")
    try:
        return resolve_scope(instrument, words[0])
    except UnknownScope as fault:
        raise UnknownScope(text.strip()) from fault
