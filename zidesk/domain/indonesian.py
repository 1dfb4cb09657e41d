"""How figures, dates and sizes are written in Indonesian: 1.234,56 · 5 Maret 2026 · 1,2 MB."""

import math
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
_UNITS = ("bita", "kB", "MB", "GB", "TB")


def format_number(value: Fraction | Decimal | int, places: int = 2) -> str:
    """`value` rounded half away from zero to `places` decimals: 1234.5 → "1.234,50"."""
    return f"{_rounded(Fraction(value), places):,f}".translate(str.maketrans(",.", ".,"))


def rounded(value: Fraction, places: int = 2) -> Fraction:
    """The value as `format_number` prints it."""
    return Fraction(_rounded(value, places))


def format_plain(value: Fraction) -> str:
    """The number as a person would type it, without grouping or needless zeros: 3.65 → "3,65"."""
    text = f"{_rounded(value, 6):f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")


def _rounded(value: Fraction, places: int) -> Decimal:
    """Exactly, in whole numbers: dividing decimals would round once before; and no "-0"."""
    steps = math.floor(abs(value) * 10**places + Fraction(1, 2))
    return Decimal((int(value < 0 and steps > 0), tuple(int(digit) for digit in str(steps)), -places))


def format_date(day: date) -> str:
    """5 Maret 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def format_date_short(day: date) -> str:
    """5 Mar 2026; Indonesian usage cuts August to Agu."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


@lru_cache(maxsize=8192)  # each file's size stands in several papers
def format_size(size: int) -> str:
    """Bytes as people know them, in steps of 1,000: 1234567 → "1,2 MB"."""
    value, unit = Fraction(size), 0
    while value >= (1000 if unit == 0 else Fraction("999.5")) and unit < len(_UNITS) - 1:
        value, unit = value / 1000, unit + 1
    return f"{format_number(value, 0 if unit == 0 or value >= Fraction('99.95') else 1)} {_UNITS[unit]}"


def format_nip(nip: str) -> str:
    """A civil-servant number grouped 8-6-1-3: 19651112 199002 2 002; anything else is left as it is."""
    digits = nip.replace(" ", "")
    if len(digits) != 18 or not (digits.isascii() and digits.isdigit()):
        return nip
    return f"{digits[:8]} {digits[8:14]} {digits[14]} {digits[15:]}"
