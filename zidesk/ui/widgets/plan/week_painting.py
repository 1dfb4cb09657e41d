"""How a week of the month grid looks: the bar of what is planned, the month's edge, and the days that matter."""

from datetime import date

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from zidesk.domain.plan import PlanRow, PlanState, Week, last_day, submission_date, week_of
from zidesk.ui.models.plan_fields import FIRST_WEEK, WEEKS, week_at
from zidesk.ui.theme import colour, colours

_HIGH = 16
_CORNER = 4.0


def bar_role(row: PlanRow, *, late: bool) -> str:
    """The colour of a row's bar; the words of its state say the same."""
    if late:
        return "bad"
    if row.state is PlanState.DONE:
        return "ok"
    return "control_line" if row.state is PlanState.POSTPONED else "accent"


def paint_week(painter: QPainter, area: QRect, column: int, weeks: frozenset[Week], role: str) -> None:
    """The week of a column; `weeks` are those planned, so that what follows one another is one bar."""
    week = week_at(column)
    if week is None:
        return
    if week.number == 1:
        painter.setPen(QPen(QColor(colours().line), 1))
        painter.drawLine(area.topLeft(), area.bottomLeft())
    if week not in weeks:
        return
    place = column - FIRST_WEEK
    before = place > 0 and WEEKS[place - 1] in weeks
    after = place + 1 < len(WEEKS) and WEEKS[place + 1] in weeks
    high = min(_HIGH, area.height() - 8)
    bar = QRectF(area.left(), area.center().y() - high / 2, area.width(), high)
    bar.adjust(0 if before else 1.5, 0, 0 if after else -1.5, 0)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour(role)))
    painter.drawRoundedRect(bar, _CORNER, _CORNER)
    if before:
        painter.drawRect(QRectF(bar.left(), bar.top(), _CORNER, high))
    if after:
        painter.drawRect(QRectF(bar.right() - _CORNER, bar.top(), _CORNER, high))


def place_of(day: date) -> tuple[int, float]:
    """The column of a day's week, and how far through it the end of that day is, 0..1."""
    week = week_of(day)
    column = FIRST_WEEK + WEEKS.index(week)
    last = last_day(week, day.year).day
    first = (week.number - 1) * 7 + 1
    return column, (day.day - first + 1) / (last - first + 1)


def marked_days(year: int, today: date) -> tuple[tuple[date, str], ...]:
    """Day and colour of each line through the grid: the usual last day for handing in, and today where it lies in
    the year of the plan."""
    days = [(submission_date(year), "warn")]
    if today.year == year:
        days.append((today, "text"))
    return tuple(days)


def paint_day(painter: QPainter, x: float, top: float, bottom: float, role: str) -> None:
    """A line through the rows; the last day for handing in is dashed."""
    style = Qt.PenStyle.DashLine if role == "warn" else Qt.PenStyle.SolidLine
    painter.setPen(QPen(QColor(colour(role)), 2, style))
    painter.drawLine(QPointF(x, top), QPointF(x, bottom))
