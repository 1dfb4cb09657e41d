"""The weeks of a plan: four to a month, as schools draw them; the last takes the month's remaining days."""

import calendar
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

WEEKS_IN_MONTH = 4


class Week(NamedTuple):
    """A week of the plan's year. `month` 1..12, `number` 1..4; ordered as in the year."""

    month: int
    number: int


def week_of(day: date) -> Week:
    """The plan's week a day lies in: days 1–7, 8–14, 15–21, and the rest of the month."""
    return Week(day.month, min((day.day - 1) // 7 + 1, WEEKS_IN_MONTH))


def last_day(week: Week, year: int) -> date:
    """The last day of a week, the month's own last for the fourth."""
    if week.number < WEEKS_IN_MONTH:
        return date(year, week.month, week.number * 7)
    return date(year, week.month, calendar.monthrange(year, week.month)[1])


def month_weeks(month: int) -> tuple[Week, ...]:
    return tuple(Week(month, number) for number in range(1, WEEKS_IN_MONTH + 1))


def week_span(first: Week, last: Week) -> tuple[Week, ...]:
    """Every week from `first` to `last`, both included; empty when they are the wrong way round."""
    all_weeks = (week for month in range(first.month, last.month + 1) for week in month_weeks(month))
    return tuple(week for week in all_weeks if first <= week <= last)


def months_of(weeks: Iterable[Week]) -> tuple[int, ...]:
    """The months that have any of the weeks, in order."""
    return tuple(sorted({week.month for week in weeks}))
