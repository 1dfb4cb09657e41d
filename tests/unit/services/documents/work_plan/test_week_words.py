"""Weeks in words for print."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zidesk.domain.indonesian import MONTHS
from zidesk.domain.plan import Week, parse_weeks
from zidesk.services.documents.work_plan.week_words import week_words


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("", ""),
        ("Jan 1-2", "Januari minggu 1–2"),
        ("Mar 1,3", "Maret minggu 1, 3"),
        ("Mei", "Mei"),
        ("Feb-Nov", "Februari–November"),
        ("Jan-Des", "Setiap bulan"),
        ("Tr. I dan III", "Januari–Maret\nJuli–September"),
        ("Feb 4; Mar 4; Apr 4; Jun 1", "Februari–April minggu 4\nJuni minggu 1"),
    ],
)
def test_stretches_of_months_are_joined(typed: str, printed: str) -> None:
    assert week_words(parse_weeks(typed)) == printed


def test_a_week_of_every_month() -> None:
    assert week_words(Week(month, 4) for month in range(1, 13)) == "Setiap bulan minggu 4"


@given(st.frozensets(st.builds(Week, st.integers(1, 12), st.integers(1, 4))))
def test_what_is_printed_reads_back_as_the_same_weeks(weeks: frozenset[Week]) -> None:
    """Each stretch names its months, and the weeks every one of them has."""
    found: set[Week] = set()
    for line in week_words(weeks).split("\n") if weeks else ():
        name, _, numbers = line.partition(" minggu ")
        names = list(MONTHS) if name == "Setiap bulan" else name.split("–")
        months = range(MONTHS.index(names[0]) + 1, MONTHS.index(names[-1]) + 2)
        first, _, last = numbers.partition("–")
        listed = range(int(first), int(last) + 1) if last else [int(part) for part in numbers.split(", ") if part]
        found |= {Week(month, number) for month in months for number in (listed or range(1, 5))}
    assert found == weeks
