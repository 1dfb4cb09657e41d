"""How each column of a table of the plan is read into a row, and written from one."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from typing import Any

from zidesk.domain.indonesian import format_plain
from zidesk.domain.plan import (
    PlanRow,
    format_weeks,
    join_items,
    parse_percent,
    parse_state,
    parse_weeks,
    split_items,
)
from zidesk.services.exchange.plan_columns import CODE, WEEKS


@dataclass(frozen=True, slots=True)
class Column:
    """`field` of a row; `read` raises a ZideskError for a text that is none of its values."""

    field: str
    read: Callable[[str], Any] = str
    write: Callable[[Any], str] = str


def _percent(value: Fraction | None) -> str:
    return "" if value is None else format_plain(value)


CELLS = {
    "program": Column("program"),
    "tujuan": Column("goal"),
    "sasaran": Column("objective"),
    "rencana_aksi": Column("action"),
    "rencana_kegiatan": Column("activities", split_items, join_items),
    "indikator": Column("indicator"),
    "data_dukung": Column("evidence", split_items, join_items),
    "penanggung_jawab": Column("in_charge"),
    WEEKS: Column("weeks", parse_weeks, format_weeks),
    "target": Column("target", partial(parse_percent, column="target"), _percent),
    "capaian": Column("achieved", partial(parse_percent, column="capaian"), _percent),
    "keterangan": Column("note"),
    "status": Column("state", parse_state),
}


def cell_of(row: PlanRow, column: str) -> str:
    """The text of a row's cell in one of `plan_columns.COLUMNS`; reading it gives the same value again."""
    return row.scope if column == CODE else CELLS[column].write(getattr(row, CELLS[column].field))
