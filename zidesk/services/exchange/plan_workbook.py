"""The plan as an XLSX file: a sheet that is read again, and its weeks drawn month by month."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from zidesk.domain.instrument import Instrument
from zidesk.domain.plan import (
    MONTHS_SHORT,
    ActionPlan,
    PlanRow,
    PlanState,
    Week,
    month_weeks,
    scope_name,
    submission_date,
    week_of,
)
from zidesk.services.exchange.plan_cells import cell_of
from zidesk.services.exchange.plan_columns import COLUMNS

PLAN_SHEET, WEEKS_SHEET = "Rencana Aksi", "Jadwal"
_WIDTHS = {
    "kode": 12,
    "program": 22,
    "tujuan": 26,
    "sasaran": 34,
    "rencana_aksi": 34,
    "rencana_kegiatan": 42,
    "indikator": 26,
    "data_dukung": 42,
    "penanggung_jawab": 20,
    "waktu": 18,
    "target": 8,
    "capaian": 9,
    "keterangan": 26,
    "status": 10,
}
_WEEK_WIDTH = 2.7
_FRONT = (("No", 5), ("Kode", 12), ("Program", 26), ("Rencana aksi", 40), ("Penanggung jawab", 20), ("Status", 10))
_MARK = "x"
_HEAD = {"bold": True, "bg_color": "#DCE6EF", "border": 1, "border_color": "#9AA7B4"}
_CELL = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#C9D1D9"}
_FILLED = {"bg_color": "#2F6F9F", "font_color": "#2F6F9F", "align": "center"}
_LAST_DAY = {"right": 2, "right_color": "#B3261E"}  # the week that ends with 31 May


@dataclass(frozen=True, slots=True)
class PlanBook:
    """What the workbook is about; `moment` stands in it as the time it was made."""

    school: str
    plan: ActionPlan
    instrument: Instrument
    moment: datetime


def plan_workbook(book: PlanBook) -> bytes:
    """The file's bytes; the same plan gives the same ones. Everything in it is text, never a formula."""
    buffer = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    workbook = Workbook(buffer, options)
    moment = book.moment
    if moment.tzinfo is not None:
        moment = moment.astimezone(UTC).replace(tzinfo=None)
    workbook.set_properties(
        {
            "title": f"Rencana aksi {book.plan.year}",
            "author": book.school[:255],
            "created": moment.replace(microsecond=0),
        }
    )
    _write_rows(workbook, book.plan.rows)
    _write_weeks(workbook, book)
    workbook.close()
    return buffer.getvalue()


def _write_rows(workbook: Any, rows: Iterable[PlanRow]) -> None:
    sheet = workbook.add_worksheet(PLAN_SHEET)
    head, cell = workbook.add_format(_HEAD), workbook.add_format({**_CELL, "num_format": "@"})
    for place, column in enumerate(COLUMNS):
        sheet.set_column(place, place, _WIDTHS[column])
        sheet.write_string(0, place, column, head)
    line = 0
    for line, row in enumerate(rows, start=1):
        for place, column in enumerate(COLUMNS):
            _put(sheet, line, place, cell_of(row, column), cell)
    status = COLUMNS.index("status")
    sheet.data_validation(1, status, max(line, 1), status, {"validate": "list", "source": list(PlanState)})
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(line, 1), len(COLUMNS) - 1)
    _set_up(sheet)


def _write_weeks(workbook: Any, book: PlanBook) -> None:
    sheet = workbook.add_worksheet(WEEKS_SHEET)
    plan = book.plan
    head = workbook.add_format({**_HEAD, "align": "center", "valign": "vcenter"})
    cell = workbook.add_format({**_CELL, "num_format": "@"})
    for place, (name, width) in enumerate(_FRONT):
        sheet.set_column(place, place, width)
        sheet.merge_range(0, place, 1, place, name, head)
    columns: dict[Week, int] = {}
    for month in plan.months:
        first = len(_FRONT) + len(columns)
        weeks = month_weeks(month)
        sheet.merge_range(0, first, 0, first + len(weeks) - 1, f"{MONTHS_SHORT[month - 1]} {plan.year}", head)
        for week in weeks:
            columns[week] = len(_FRONT) + len(columns)
            sheet.write_string(1, columns[week], str(week.number), head)
    if columns:
        sheet.set_column(len(_FRONT), len(_FRONT) + len(columns) - 1, _WEEK_WIDTH)
    formats = _week_formats(workbook)
    last_week = week_of(submission_date(plan.year))
    for number, row in enumerate(plan.rows, start=1):
        front = (
            str(number),
            row.scope,
            row.program or scope_name(book.instrument, row.scope),
            row.action or row.objective,
            row.in_charge,
            row.state.value,
        )
        for place, text in enumerate(front):
            _put(sheet, number + 1, place, text, cell)
        for week, place in columns.items():
            filled = week in row.weeks
            _put(sheet, number + 1, place, _MARK if filled else "", formats[filled, week == last_week])
    sheet.freeze_panes(2, 4)
    _set_up(sheet, repeat=1)


def _week_formats(workbook: Any) -> dict[tuple[bool, bool], Any]:
    """By whether the week is planned, and whether it is the one that ends with the day of submission."""
    formats: dict[tuple[bool, bool], Any] = {}
    for filled, filling in ((False, {}), (True, _FILLED)):
        for last, line in ((False, {}), (True, _LAST_DAY)):
            formats[filled, last] = workbook.add_format({**_CELL, **filling, **line})
    return formats


def _put(sheet: Any, line: int, place: int, text: str, style: Any) -> None:
    if text:
        sheet.write_string(line, place, text, style)
    else:
        sheet.write_blank(line, place, None, style)


def _set_up(sheet: Any, repeat: int = 0) -> None:
    """Landscape A4, as wide as one page, the heading repeated on each."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0, repeat)
    sheet.set_footer("&CHalaman &P dari &N")
