"""The rows of a table against the sheet: everything that is wrong, or nothing is."""

from fractions import Fraction
from pathlib import Path

import pytest

from zidesk.domain.answer import Chosen, Nil, Numbers
from zidesk.domain.errors import (
    DuplicateRow,
    ImportRejected,
    UnknownOption,
    UnknownQuestion,
    ZeroDenominator,
)
from zidesk.domain.instrument import Instrument
from zidesk.services.exchange import AnswerRow, ParsedRow, check_answer_rows

PATH = Path("jawaban.csv")


def test_codes_may_be_spoken_and_answers_become_values(instrument: Instrument) -> None:
    rows = (
        AnswerRow(2, "1.i.a", "ya", None),
        AnswerRow(3, "a.ii.1.i.b", "nihil=0", ""),
        AnswerRow(4, "B.I.a", "3,65", "baik"),
        AnswerRow(5, "1.i.b", "", "belum"),
    )
    assert check_answer_rows(PATH, rows, instrument) == (
        ParsedRow("A.I.1.i.a", Chosen("Ya"), None),
        ParsedRow("A.II.1.i.b", Nil(False), ""),
        ParsedRow("B.I.a", Numbers((("indeks", Fraction(73, 20)),)), "baik"),
        ParsedRow("A.I.1.i.b", None, "belum"),
    )


def test_every_bad_row_is_told(instrument: Instrument) -> None:
    rows = (
        AnswerRow(2, "1.i.a", "Ya", None),
        AnswerRow(3, "9.9", "Ya", None),
        AnswerRow(4, "1.i.b", "Z", None),
        AnswerRow(5, "A.I.1.i.a", "Mungkin", None),
        AnswerRow(7, "", "Ya", None),
        AnswerRow(8, "II.1.i.a", "agen=0,perubahan=3", None),
    )
    with pytest.raises(ImportRejected) as caught:
        check_answer_rows(PATH, rows, instrument)
    told = [(row.line, row.code, type(row.fault)) for row in caught.value.rows]
    assert told == [
        (3, "9.9", UnknownQuestion),
        (4, "1.i.b", UnknownOption),
        (5, "A.I.1.i.a", DuplicateRow),
        (7, "", UnknownQuestion),
        (8, "II.1.i.a", ZeroDenominator),
    ]
    assert caught.value.path == PATH
    duplicate = caught.value.rows[2].fault
    assert isinstance(duplicate, DuplicateRow)
    assert (duplicate.code, duplicate.first_line) == ("A.I.1.i.a", 2)


def test_a_question_counts_as_given_also_where_its_first_row_is_bad(instrument: Instrument) -> None:
    rows = (AnswerRow(2, "1.i.a", "Z", None), AnswerRow(3, "1.i.a", "Ya", None))
    with pytest.raises(ImportRejected) as caught:
        check_answer_rows(PATH, rows, instrument)
    assert [type(row.fault) for row in caught.value.rows] == [UnknownOption, DuplicateRow]
