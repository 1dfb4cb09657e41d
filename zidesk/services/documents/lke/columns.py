"""The columns of the LKE sheet: the official ones, then the assessors' (TPI)."""

from dataclasses import dataclass
from enum import IntEnum

from zidesk.domain.instrument import Instrument

SHEET = "LKE"
BAND_LINE = 3  # who fills which columns
HEADING_LINE = 4
FIRST_LINE = 5  # the total; everything below it follows the sheet


class Col(IntEnum):
    """Column numbers, from 0. CODE and TEXT together are the official "Penilaian"."""

    CODE = 0
    TEXT = 1
    WEIGHT = 2
    EXPLANATION = 3
    OPTIONS = 4
    ANSWER = 5
    SCORE = 6
    PERCENT = 7
    NOTE = 8
    EVIDENCE = 9
    TPI_ANSWER = 10
    TPI_SCORE = 11
    TPI_PERCENT = 12
    TPI_NOTE = 13


@dataclass(frozen=True, slots=True)
class Side:
    """The columns of one of the two who score the sheet."""

    answer: Col
    score: Col
    percent: Col
    note: Col
    optional: bool  # figures stay empty until something below is answered


SCHOOL = Side(Col.ANSWER, Col.SCORE, Col.PERCENT, Col.NOTE, optional=False)
ASSESSORS = Side(Col.TPI_ANSWER, Col.TPI_SCORE, Col.TPI_PERCENT, Col.TPI_NOTE, optional=True)
SIDES = (SCHOOL, ASSESSORS)

WIDTHS = {
    Col.CODE: 9.5,
    Col.TEXT: 26,
    Col.WEIGHT: 7,
    Col.EXPLANATION: 16,
    Col.OPTIONS: 31,
    Col.ANSWER: 9,
    Col.SCORE: 6.5,
    Col.PERCENT: 9,
    Col.NOTE: 25.5,
    Col.EVIDENCE: 11,
    Col.TPI_ANSWER: 9,
    Col.TPI_SCORE: 6.5,
    Col.TPI_PERCENT: 9,
    Col.TPI_NOTE: 17,
}

_OFFICIAL = (
    "Penilaian",
    "Bobot",
    "Penjelasan",
    "Pilihan Jawaban",
    "Jawaban",
    "Nilai",
    "%",
    "Catatan/Keterangan",
    "Link Evidence",
)
_TPI = ("Jawaban TPI", "Nilai TPI", "% TPI", "Catatan TPI")


def headings(instrument: Instrument) -> tuple[str, ...]:
    """The heading of each column from TEXT on, as the sheet itself prints them where it says so."""
    own = instrument.columns if len(instrument.columns) == len(_OFFICIAL) else _OFFICIAL
    return (*own, *_TPI)


def cell(column: int, line: int) -> str:
    """The name of a cell: (5, 12) → "F12". `line` counts from 1; there are fewer than 26 columns."""
    return f"{chr(ord('A') + column)}{line}"
