"""Months in words, and the snapshot a report begins from."""

from datetime import date, datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zidesk.domain.errors import WeeksUnreadable
from zidesk.domain.plan import ActionPlan
from zidesk.domain.snapshot import ScoreSnapshot
from zidesk.services.documents.reports.period import Period, period_of, snapshot_for

_DAY = date(2026, 5, 11)


@pytest.mark.parametrize(
    ("text", "months", "title"),
    [
        ("Maret", (3,), "Maret 2026"),
        ("bulan september 2025", (9,), "September 2025"),
        ("Triwulan I", (1, 2, 3), "Triwulan I Tahun 2026"),
        ("Tr. 4", (10, 11, 12), "Triwulan IV Tahun 2026"),
        ("Semester 2 tahun 2025", (7, 8, 9, 10, 11, 12), "Semester II Tahun 2025"),
        ("Jan-Mei", (1, 2, 3, 4, 5), "Januari–Mei 2026"),
        ("Jan; Mar", (1, 3), "Januari, Maret 2026"),
        ("Feb-Apr", (2, 3, 4), "Februari–April 2026"),
        ("", (4, 5, 6), "Triwulan II Tahun 2026"),
    ],
)
def test_periods_in_words(text: str, months: tuple[int, ...], title: str) -> None:
    found = period_of(text, _DAY, 2026)
    assert (found.months, found.title) == (months, title)


def test_the_year_is_the_plans_unless_none_is_named() -> None:
    assert period_of("Maret", date(2025, 12, 20), 2026).year == 2026
    assert period_of("Maret 2025", date(2025, 12, 20), 2026).year == 2025
    assert period_of("", date(2025, 12, 20), 2026) == Period((10, 11, 12), 2025)


def test_what_is_no_period_is_refused() -> None:
    with pytest.raises(WeeksUnreadable):
        period_of("kapan-kapan", _DAY, 2026)


@given(st.sets(st.integers(1, 12), min_size=1), st.integers(2000, 2099))
def test_a_title_is_read_back(months: set[int], year: int) -> None:
    period = Period(tuple(sorted(months)), year)
    assert period_of(period.title, _DAY, 2026) == period


def test_the_days_of_a_period() -> None:
    period = Period((1, 2), 2024)
    assert (period.first_day, period.last_day) == (date(2024, 1, 1), date(2024, 2, 29))


def _taken(month: int, day: int) -> ScoreSnapshot:
    moment = datetime(2026, month, day, 8)  # noqa: DTZ001  the hour does not matter
    return ScoreSnapshot(moment, "", Fraction(0), {}, {}, ActionPlan(2026).summary(_DAY), 0, 0, 0)


def test_the_snapshot_nearest_to_the_beginning() -> None:
    january, april, june = _taken(1, 5), _taken(4, 2), _taken(6, 30)
    second = Period((4, 5, 6), 2026)
    assert snapshot_for((january, april, june), second) is april
    assert snapshot_for((january, june), second) is january  # 86 days before, against 90 after
    assert snapshot_for((june,), Period((1, 2, 3), 2026)) is None
    assert snapshot_for((), second) is None
