"""What templates can do with a fact: dates, numbers and names the Indonesian way."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any

from zidesk.domain.indonesian import MONTHS, format_date, format_nip, format_number
from zidesk.services.documents.texts.spelled import spelled

_MOST_ITEMS = 10_000
_DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


def tanggal(value: object) -> str:
    """19 Januari 2026; a missing date stays missing."""
    if value in (None, ""):
        return ""
    return format_date(_date(value))


def hari(value: object) -> str:
    """Senin … Minggu, of a date."""
    return "" if value in (None, "") else _DAYS[_date(value).weekday()]


def tanggal_terbilang(value: object) -> str:
    """ "tanggal sembilan belas bulan Januari tahun dua ribu dua puluh enam", as records begin."""
    if value in (None, ""):
        return ""
    day = _date(value)
    return f"tanggal {spelled(day.day)} bulan {MONTHS[day.month - 1]} tahun {spelled(day.year)}"


def angka(value: object, places: int = 0) -> str:
    """1.234,50 with `places` decimals, at most 6."""
    return format_number(_number(value), min(max(int(places), 0), 6))


def terbilang(value: object) -> str:
    """A whole number in words."""
    number = _number(value)
    if number.denominator != 1:
        raise ValueError(value)
    return spelled(int(number))


def nip(value: object) -> str:
    """Grouped 8-6-1-3."""
    return format_nip(str(value).strip())


def gabung(values: object) -> str:
    """ "a, b, dan c"."""
    if not isinstance(values, list | tuple) or len(values) > _MOST_ITEMS:
        raise TypeError(values)
    texts = [str(value) for value in values]
    if len(texts) < 3:
        return " dan ".join(texts)
    return f"{', '.join(texts[:-1])}, dan {texts[-1]}"


def besar(value: object) -> str:
    return str(value).upper()


def jumlah(values: Any) -> int:
    return len(values)


def bawaan(value: object, instead: str = "") -> object:
    """`instead` where a fact is empty."""
    return value if value not in (None, "") else instead


def _date(value: object) -> date:
    return value if isinstance(value, date) else date.fromisoformat(str(value))


def _number(value: object) -> Fraction:
    if isinstance(value, int | Fraction | Decimal):
        return Fraction(value)
    try:
        return Fraction(Decimal(str(value).replace(",", ".")))
    except (InvalidOperation, OverflowError) as fault:
        raise ValueError(value) from fault


FILTERS: Mapping[str, Callable[..., object]] = {
    "tanggal": tanggal,
    "hari": hari,
    "tanggal_terbilang": tanggal_terbilang,
    "angka": angka,
    "terbilang": terbilang,
    "nip": nip,
    "gabung": gabung,
    "besar": besar,
    "jumlah": jumlah,
    "bawaan": bawaan,
}
