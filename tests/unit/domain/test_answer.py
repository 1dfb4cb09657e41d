"""Reading answers: what is accepted and as what, what is refused and with which facts."""

from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zidesk.domain.answer import Answer, AnswerValue, Chosen, Nil, Numbers, parse_answer
from zidesk.domain.errors import (
    AnswerRejected,
    NilNotAllowed,
    NotANumber,
    NotWhole,
    OutOfRange,
    PartExceedsWhole,
    UnknownOption,
    WrongInputs,
    ZeroDenominator,
)
from zidesk.domain.formula import Formula
from zidesk.domain.instrument import AnswerType, Instrument, NumberInput, Question
from zidesk.domain.scoring import score_value

YES_NO, RATIO, SURVEY = "A.I.1.i.a", "A.II.1.i.a", "B.I.a"
ValuesOf = Callable[[Question], st.SearchStrategy[AnswerValue]]
WITH_LIMIT = "A.II.1.i.b"  # terintegrasi tidak_melebihi perubahan
THREE_INPUTS = "A.II.3.iii.a"


def kinds(instrument: Instrument) -> list[str]:
    """The codes of one question of every kind the sheet knows."""
    seen: dict[tuple[object, ...], str] = {}
    for question in instrument.questions:
        shape = (question.answer_type, len(question.options), *(item.key for item in question.inputs))
        seen.setdefault(shape, question.code)
    return list(seen.values())


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        (YES_NO, "Ya", Chosen("Ya")),
        (YES_NO, "  yA ", Chosen("Ya")),
        (YES_NO, "TIDAK", Chosen("Tidak")),
        ("A.I.1.i.b", "a", Chosen("A")),
        (RATIO, "agen=5,perubahan=7", Numbers((("agen", Fraction(5)), ("perubahan", Fraction(7))))),
        (RATIO, " Perubahan = 7 ; AGEN = 5 ", Numbers((("agen", Fraction(5)), ("perubahan", Fraction(7))))),
        (RATIO, "agen=5,\n perubahan=7,", Numbers((("agen", Fraction(5)), ("perubahan", Fraction(7))))),
        (RATIO, "agen=5,0,perubahan=7.0", Numbers((("agen", Fraction(5)), ("perubahan", Fraction(7))))),
        (RATIO, "nihil", Nil(True)),
        (RATIO, "NIHIL", Nil(True)),
        (RATIO, "nihil=1", Nil(True)),
        (RATIO, " nihil = 0 ", Nil(False)),
        (RATIO, "nihil=0", Nil(False)),
        (RATIO, "Nihil  tidak dinilai", Nil(False)),
        (SURVEY, "3.65", Numbers((("indeks", Fraction(73, 20)),))),
        (SURVEY, "3,65", Numbers((("indeks", Fraction(73, 20)),))),
        (SURVEY, "indeks=3,65", Numbers((("indeks", Fraction(73, 20)),))),
        (SURVEY, " Indeks = 4 ", Numbers((("indeks", Fraction(4)),))),
        (SURVEY, "+0", Numbers((("indeks", Fraction(0)),))),
        (SURVEY, "-0,0", Numbers((("indeks", Fraction(0)),))),
    ],
)
def test_accepted(instrument: Instrument, code: str, text: str, value: object) -> None:
    assert parse_answer(instrument.question(code), text) == value


@pytest.mark.parametrize("text", ["", "   ", "\t\n", "\u00a0"])
def test_empty_text_clears(instrument: Instrument, text: str) -> None:
    assert all(parse_answer(question, text) is None for question in instrument.questions)


@pytest.mark.parametrize(
    ("code", "text", "error", "facts"),
    [
        (YES_NO, "A", UnknownOption, {"options": ("Ya", "Tidak")}),
        (YES_NO, "1", UnknownOption, {"options": ("Ya", "Tidak")}),
        ("A.I.1.i.b", "D", UnknownOption, {"options": ("A", "B", "C")}),
        ("A.I.1.i.b", "A B", UnknownOption, {"options": ("A", "B", "C")}),
        (YES_NO, "nihil", NilNotAllowed, {"given": "nihil"}),
        (SURVEY, "nihil", NilNotAllowed, {"given": "nihil"}),
        (SURVEY, "nihil=0", NilNotAllowed, {"given": "nihil=0"}),
        (SURVEY, "4.01", OutOfRange, {"minimum": "0", "maximum": "4", "given": "4.01"}),
        (SURVEY, "-1", OutOfRange, {"minimum": "0", "maximum": "4"}),
        (SURVEY, "-0,000000001", OutOfRange, {"maximum": "4"}),
        (SURVEY, "3.6.5", NotANumber, {}),
        (SURVEY, "1.000,5", NotANumber, {}),
        (SURVEY, "tiga", NotANumber, {}),
        (SURVEY, "3,", NotANumber, {}),
        (SURVEY, "1e3", NotANumber, {}),
        (SURVEY, "nan", NotANumber, {}),
        (SURVEY, "inf", NotANumber, {}),
        (SURVEY, "1/2", NotANumber, {}),
        (SURVEY, "9" * 400, NotANumber, {}),
        (
            SURVEY,
            "nilai=3",
            WrongInputs,
            {"expected": ("indeks",), "missing": ("indeks",), "unknown": ("nilai=3",)},
        ),
        (SURVEY, "indeks=3,indeks=3", WrongInputs, {"missing": (), "unknown": ("indeks=3",)}),
        (RATIO, "5", WrongInputs, {"expected": ("agen", "perubahan"), "missing": ("agen", "perubahan")}),
        (RATIO, "agen=5", WrongInputs, {"missing": ("perubahan",), "unknown": ()}),
        (RATIO, "agen=5,perubahan=7,lain=1", WrongInputs, {"missing": (), "unknown": ("lain=1",)}),
        (RATIO, "agen=5,perubahan=7,agen=6", WrongInputs, {"missing": (), "unknown": ("agen=6",)}),
        (RATIO, "agen=5 perubahan=7", WrongInputs, {"missing": ("perubahan",)}),
        (RATIO, "agen=,perubahan=7", NotANumber, {"given": ""}),
        (RATIO, "agen=5=5,perubahan=7", NotANumber, {"given": "5=5"}),
        (RATIO, "agen=2,5,perubahan=7", NotWhole, {"given": "2,5"}),
        (RATIO, "agen=-5,perubahan=7", OutOfRange, {"minimum": "0", "maximum": ""}),
        (RATIO, "agen=0,perubahan=0", ZeroDenominator, {"given": "agen=0,perubahan=0"}),
        (RATIO, "agen=0,perubahan=7", ZeroDenominator, {}),
        (WITH_LIMIT, "perubahan=5,terintegrasi=6", PartExceedsWhole, {"part": "6", "whole": "5"}),
        (WITH_LIMIT, "perubahan=0,terintegrasi=1", PartExceedsWhole, {"part": "1", "whole": "0"}),
        (WITH_LIMIT, "perubahan=0,terintegrasi=0", ZeroDenominator, {}),
        ("A.II.5.iii.a", "kepala=1,wajib=2,lainnya=3,sudah=7", PartExceedsWhole, {"part": "7", "whole": "6"}),
        (THREE_INPUTS, "lalu=0,kini=2,sanksi=2", ZeroDenominator, {}),
    ],
)
def test_refused_with_facts(
    instrument: Instrument, code: str, text: str, error: type[AnswerRejected], facts: dict[str, object]
) -> None:
    with pytest.raises(AnswerRejected) as caught:
        parse_answer(instrument.question(code), text)
    assert type(caught.value) is error
    assert caught.value.code == code
    assert {name: getattr(caught.value, name) for name in facts} == facts


def test_label_names_the_input_that_is_wrong(instrument: Instrument) -> None:
    question = instrument.question(RATIO)
    with pytest.raises(NotANumber) as caught:
        parse_answer(question, "agen=5,perubahan=banyak")
    assert caught.value.label == question.inputs[1].label
    with pytest.raises(PartExceedsWhole) as exceeded:
        parse_answer(instrument.question(WITH_LIMIT), "perubahan=5,terintegrasi=6")
    assert exceeded.value.label == instrument.question(WITH_LIMIT).inputs[1].label


def test_a_part_may_exceed_where_the_sheet_sets_no_limit(instrument: Instrument) -> None:
    question = instrument.question(RATIO)
    value = parse_answer(question, "agen=5,perubahan=7")
    assert value is not None
    assert score_value(question, value) == 1


def test_only_ratios_know_nihil(instrument: Instrument, older_instrument: Instrument) -> None:
    for question in (*instrument.questions, *older_instrument.questions):
        if question.answer_type is AnswerType.RATIO:
            assert parse_answer(question, "nihil") == Nil(True)
        else:
            with pytest.raises(NilNotAllowed):
                parse_answer(question, "nihil")


def _ratio(score: str, at_most: str | None = None) -> Question:
    """A question as a user's own sheet may have it."""
    return Question(
        code="X",
        letter="a",
        text="Butir",
        short_title="Butir",
        answer_type=AnswerType.RATIO,
        type_label="%",
        inputs=(
            NumberInput("a", "A", True, at_most=None if at_most is None else Formula(at_most)),
            NumberInput("b", "B", True),
            NumberInput("c", "C", True),
        ),
        formula=Formula(score),
    )


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (_ratio("a / (b / c)"), "a=1,b=1,c=0"),
        (_ratio("a / (b / c)"), "a=1,b=0,c=1"),
        (_ratio("a / 10", at_most="b / c"), "a=1,b=1,c=0"),
        (_ratio("a / 10", at_most="b / (1 / c)"), "a=1,b=1,c=0"),
    ],
)
def test_zero_denominators_anywhere_are_refused(question: Question, text: str) -> None:
    with pytest.raises(ZeroDenominator):
        parse_answer(question, text)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Chosen("Ya"), "Ya"),
        (Numbers((("agen", Fraction(5)), ("perubahan", Fraction(7)))), "agen=5,perubahan=7"),
        (Numbers((("indeks", Fraction(73, 20)),)), "3.65"),
        (Numbers((("indeks", Fraction(4)),)), "4"),
        (Numbers((("indeks", Fraction(1, 10**9)),)), "0.000000001"),
        (Numbers((("a", Fraction(10**15 - 1)), ("b", Fraction(0)))), "a=999999999999999,b=0"),
        (Nil(True), "nihil"),
        (Nil(False), "nihil=0"),
    ],
)
def test_canonical_text(value: Chosen | Numbers | Nil, text: str) -> None:
    assert str(value) == text


def test_no_answer_by_default() -> None:
    assert Answer(None) == Answer(value=None, note="")


@given(st.data())
def test_what_is_written_is_read_back(
    instrument: Instrument, older_instrument: Instrument, values_of: ValuesOf, data: st.DataObject
) -> None:
    sheet = instrument if data.draw(st.booleans()) else older_instrument
    question = sheet.question(data.draw(st.sampled_from(kinds(sheet))))
    value = data.draw(values_of(question))
    again = parse_answer(question, str(value))
    assert again == value
    assert str(again) == str(value)


@given(st.integers(0, 4 * 10**9))
def test_any_index_is_read_back_exactly(instrument: Instrument, billionths: int) -> None:
    value = Numbers((("indeks", Fraction(billionths, 10**9)),))
    assert parse_answer(instrument.question(SURVEY), str(value)) == value


@given(st.data())
def test_spaces_case_and_commas_do_not_matter(
    instrument: Instrument, values_of: ValuesOf, data: st.DataObject
) -> None:
    question = instrument.question(data.draw(st.sampled_from(kinds(instrument))))
    value = data.draw(values_of(question))
    spaces = st.sampled_from(["", " ", "  ", "\t", "\u00a0"])
    text = str(value).replace(".", data.draw(st.sampled_from([".", ","])))
    for sign in ",=" if isinstance(value, Numbers) and len(value.values) > 1 else "=":
        text = text.replace(sign, f"{data.draw(spaces)}{sign}{data.draw(spaces)}")
    text = data.draw(st.sampled_from([text, text.upper(), text.lower(), text.swapcase()]))
    assert parse_answer(question, f"{data.draw(spaces)}{text}{data.draw(spaces)}") == value


fragments = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "Ya",
                "A",
                "agen",
                "perubahan",
                "lalu",
                "kini",
                "sanksi",
                "indeks",
                "nihil",
                "=",
                ",",
                ";",
                ".",
                "-",
                "5",
                "0",
                "7",
                " ",
            ]
        ),
        st.characters(),
    ),
    max_size=14,
).map("".join)


@given(st.data(), st.one_of(st.text(max_size=80), fragments))
def test_garbage_is_refused_and_nothing_else(instrument: Instrument, data: st.DataObject, text: str) -> None:
    question = instrument.question(data.draw(st.sampled_from(kinds(instrument))))
    try:
        value = parse_answer(question, text)
    except AnswerRejected as refusal:
        assert refusal.code == question.code
        return
    if value is None:
        assert not text.strip()
    else:
        assert 0 <= score_value(question, value) <= 1
        assert parse_answer(question, str(value)) == value
