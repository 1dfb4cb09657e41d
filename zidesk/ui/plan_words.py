"""How the plan is worded on its page. Pure functions, no Qt."""

from datetime import date
from fractions import Fraction
from html import escape

from zidesk.domain.indonesian import MONTHS, format_date, format_number
from zidesk.domain.plan import ActionPlan, PlanRow, PlanState, Week, format_weeks
from zidesk.ui.models.plan_lines import Heading

STATE_WORDS = {
    PlanState.WAITING: "Belum",
    PlanState.RUNNING: "Berjalan",
    PlanState.DONE: "Selesai",
    PlanState.POSTPONED: "Ditunda",
}
STATE_ICONS = {
    PlanState.WAITING: ("circle", "muted"),
    PlanState.RUNNING: ("circle-dashed", "accent"),
    PlanState.DONE: ("circle-check", "ok"),
    PlanState.POSTPONED: ("clock", "muted"),
}
EMPTY = "kosong"


def summary_words(plan: ActionPlan, today: date) -> str:
    """ "39 baris · 12 selesai (31 %) · 3 terlambat" """
    found = plan.summary(today)
    late = f" · {format_number(found.late, 0)} terlambat" if found.late else ""
    return (
        f"{format_number(found.total, 0)} baris · {format_number(found.done, 0)} selesai "
        f"({share_words(found.share_done)}){late}"
    )


def heading_words(heading: Heading) -> str:
    """What stands at the end of a heading: "3 dari 8 selesai · 38 %"."""
    return f"{heading.done} dari {heading.rows} selesai · {share_words(heading.share_done)}"


def late_words(heading: Heading) -> str:
    return f"{heading.late} terlambat" if heading.late else ""


def spoken_heading(heading: Heading) -> str:
    parts = (f"Area {heading.title}", heading_words(heading), late_words(heading))
    return ", ".join(part for part in parts if part)


def share_words(share: Fraction) -> str:
    return f"{format_number(share * 100, 0)} %"


def week_words(week: Week) -> str:
    """ "minggu 2 Maret" """
    return f"minggu {week.number} {MONTHS[week.month - 1]}"


def spoken_cell(title: str, text: str, row: PlanRow, *, late: bool) -> str:
    """A cell as a screen reader says it: "Kegiatan: Menyusun jadwal; Rapat"."""
    shown = "; ".join(text.splitlines()) or EMPTY
    warning = ", terlambat" if late else ""
    return f"{row.scope}, {title}: {shown}{warning}"


def spoken_week(week: Week, row: PlanRow) -> str:
    state = "direncanakan" if week in row.weeks else EMPTY
    return f"{row.scope}, {week_words(week)}: {state}"


def row_tip(row: PlanRow, year: int, today: date) -> str:
    """What a row of the schedule is about: its action, its weeks, and since when it is late."""
    lines = [row.action or row.objective, f"Waktu: {format_weeks(row.weeks) or 'belum diisi'}"]
    due = row.due(year)
    if due is not None and row.is_late(today, year):
        lines.append(f"Terlambat {format_number((today - due).days, 0)} hari, batasnya {format_date(due)}")
    return "\n".join(line for line in lines if line)


def tip_of(text: str) -> str:
    """A text for a tooltip, which else would take a table's words for marks of a page, and would not wrap."""
    return f'<p style="white-space: pre-wrap">{escape(text)}</p>' if text else ""


def rows_words(count: int) -> str:
    """ "1 baris", "1.200 baris" """
    return f"{format_number(count, 0)} baris"
