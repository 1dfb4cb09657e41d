"""Weeks of a plan, and weeks in words."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zidesk.domain.errors import WeeksUnreadable
from zidesk.domain.plan import Week, format_weeks, last_day, month_weeks, parse_weeks, week_of, week_span

WEEKS = st.frozensets(st.builds(Week, st.integers(1, 12), st.integers(1, 4)))


@given(WEEKS)
def test_weeks_written_are_read_back(weeks: frozenset[Week]) -> None:
    assert parse_weeks(format_weeks(weeks)) == weeks


@given(st.dates(date(2020, 1, 1), date(2030, 12, 31)))
def test_every_day_lies_in_its_week(day: date) -> None:
    week = week_of(day)
    assert day <= last_day(week, day.year)
    assert (last_day(week, day.year) - day).days <= 9
    assert week_of(last_day(week, day.year)) == week


def test_the_last_week_ends_with_the_month() -> None:
    assert last_day(Week(2, 4), 2028) == date(2028, 2, 29)
    assert last_day(Week(2, 3), 2028) == date(2028, 2, 21)
    assert week_of(date(2026, 5, 31) + timedelta(days=1)) == Week(6, 1)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Mar 1-3; Apr 2", {(3, 1), (3, 2), (3, 3), (4, 2)}),
        ("Maret minggu ke-2", {(3, 2)}),
        ("mar m1", {(3, 1)}),
        ("Mar 1,3", {(3, 1), (3, 3)}),
        ("Mei minggu i-iii", {(5, 1), (5, 2), (5, 3)}),
        ("Jan 4 - Feb 1", {(1, 4), (2, 1)}),
        ("Januari", set(month_weeks(1))),
        ("Jan dan Jul", {*month_weeks(1), *month_weeks(7)}),
        ("Jan, Jul", {*month_weeks(1), *month_weeks(7)}),
        ("Nopember s.d. Desember", set(week_span(Week(11, 1), Week(12, 4)))),
        ("Tr. I", set(week_span(Week(1, 1), Week(3, 4)))),
        ("Semester 2", set(week_span(Week(7, 1), Week(12, 4)))),
        ("Setiap bulan", set(week_span(Week(1, 1), Week(12, 4)))),
        ("  ", set()),
    ],
)
def test_what_people_write(text: str, meant: set[tuple[int, int]]) -> None:
    assert parse_weeks(text) == meant


@pytest.mark.parametrize(
    "text", ["Mar 5", "Mar 0", "Mart", "3", "Mei-Jan", "Mar 3-1", "Tr. V", "Semester 3", "Mar 1-9999999999999"]
)
def test_what_is_no_week(text: str) -> None:
    with pytest.raises(WeeksUnreadable):
        parse_weeks(text)


@given(st.text(max_size=40))
def test_any_text_is_weeks_or_refused(text: str) -> None:
    try:
        assert all(1 <= week.month <= 12 and 1 <= week.number <= 4 for week in parse_weeks(text))
    except WeeksUnreadable as fault:
        assert fault.given
