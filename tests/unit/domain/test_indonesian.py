"""Figures, dates and sizes as an Indonesian reader writes them."""

import math
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zidesk.domain.indonesian import (
    MONTHS,
    format_date,
    format_date_short,
    format_nip,
    format_number,
    format_plain,
    format_size,
)


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        (Fraction("1234.56"), 2, "1.234,56"),
        (Fraction(13365299, 168000), 2, "79,56"),
        (Fraction("-0.5"), 1, "-0,5"),
        (Fraction("-0.5"), 2, "-0,50"),
        (Fraction("-0.5"), 0, "-1"),
        (Fraction("0.005"), 2, "0,01"),
        (Fraction("0.0049999999999999999999999999999999999999"), 2, "0,00"),
        (Fraction("-0.004"), 2, "0,00"),
        (Fraction(2, 3) * 100, 2, "66,67"),
        (Fraction(200, 3), 0, "67"),
        (0, 2, "0,00"),
        (1000, 0, "1.000"),
        (999, 0, "999"),
        (1234567890, 1, "1.234.567.890,0"),
        (10**40, 2, "10" + ".000" * 13 + ",00"),
        (Decimal("2.345"), 2, "2,35"),
    ],
)
def test_numbers(value: Fraction | Decimal | int, places: int, text: str) -> None:
    assert format_number(value, places) == text


fractions = st.fractions(min_value=-(10**30), max_value=10**30)


@given(fractions, st.integers(0, 6))
def test_a_number_is_never_further_off_than_half_its_last_place(value: Fraction, places: int) -> None:
    text = format_number(value, places)
    shown = Fraction(text.replace(".", "").replace(",", "."))
    assert abs(shown - value) <= Fraction(1, 2 * 10**places)
    # half away from zero: the same figure with and without the sign
    assert format_number(-value, places).lstrip("-") == text.lstrip("-")
    assert shown != 0 or not text.startswith("-")


@given(st.integers(-(10**30), 10**30))
def test_thousands_are_grouped(value: int) -> None:
    digits = format_number(value, 0).lstrip("-").split(".")
    assert 1 <= len(digits[0]) <= 3
    assert all(len(group) == 3 for group in digits[1:])
    assert int("".join(digits)) == abs(value)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction("3.65"), "3,65"),
        (Fraction("18.250"), "18,25"),
        (Fraction(5), "5"),
        (Fraction(100), "100"),
        (Fraction(0), "0"),
        (Fraction("-0.5"), "-0,5"),
        (Fraction("12345.6"), "12345,6"),
        (Fraction(2, 3), "0,666667"),
        (Fraction(1, 10**9), "0"),
        (Fraction(-1, 10**9), "0"),
        (Fraction(10**40), "1" + "0" * 40),
    ],
)
def test_plain_numbers(value: Fraction, text: str) -> None:
    assert format_plain(value) == text


@given(st.integers(-(10**12), 10**12))
def test_a_plain_number_of_six_decimals_is_exact(millionths: int) -> None:
    value = Fraction(millionths, 10**6)
    assert Fraction(format_plain(value).replace(",", ".")) == value


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0, "0 bita"),
        (1, "1 bita"),
        (999, "999 bita"),
        (1000, "1,0 kB"),
        (1234567, "1,2 MB"),
        (99_949, "99,9 kB"),
        (99_950, "100 kB"),
        (123_456_789, "123 MB"),
        (999_499, "999 kB"),
        (999_500, "1,0 MB"),
        (4 * 10**9, "4,0 GB"),
        (2 * 10**12, "2,0 TB"),
        (3 * 10**15, "3.000 TB"),
    ],
)
def test_sizes(size: int, text: str) -> None:
    assert format_size(size) == text


@given(st.integers(0, 10**15 - 1))
def test_sizes_have_at_most_three_digits(size: int) -> None:
    number, unit = format_size(size).split(" ")
    if size < 999 * 10**12:
        assert sum(char.isdigit() for char in number) <= 3
    steps = 1000 ** ["bita", "kB", "MB", "GB", "TB"].index(unit)
    shown = float(number.replace(".", "").replace(",", "."))
    assert math.isclose(shown * steps, size, rel_tol=0.05)


def test_dates() -> None:
    assert format_date(date(2026, 3, 5)) == "5 Maret 2026"
    assert format_date(date(2025, 12, 31)) == "31 Desember 2025"
    assert format_date_short(date(2026, 3, 5)) == "5 Mar 2026"
    assert format_date_short(date(2026, 8, 17)) == "17 Agu 2026"
    assert [format_date(date(2026, n, 1)).split()[1] for n in range(1, 13)] == list(MONTHS)
    assert len({format_date_short(date(2026, n, 1)) for n in range(1, 13)}) == 12


@pytest.mark.parametrize(
    ("nip", "text"),
    [
        ("196511121990022002", "19651112 199002 2 002"),
        ("19651112 199002 2 002", "19651112 199002 2 002"),
        ("1965", "1965"),
        ("", ""),
        ("bukan NIP", "bukan NIP"),
        ("²" * 18, "²" * 18),
    ],
)
def test_nip(nip: str, text: str) -> None:
    assert format_nip(nip) == text
