"""Scores of worked cases, computed by hand from the sheet."""

from collections.abc import Callable, Mapping
from fractions import Fraction

import pytest

from zidesk.domain.answer import Answer, Chosen, Nil, Numbers, parse_answer
from zidesk.domain.indonesian import format_number
from zidesk.domain.instrument import Instrument
from zidesk.domain.scoring import NodeScore, ScoreSheet, question_weight, score_sheet, score_value


def scored(instrument: Instrument, **texts: str) -> ScoreSheet:
    """Codes are written with underscores here: A_I_1_i_a."""
    answers = {}
    for name, text in texts.items():
        code = name.replace("_", ".")
        answers[code] = Answer(parse_answer(instrument.question(code), text))
    return score_sheet(instrument, answers)


def test_the_team_with_the_best_answers(instrument: Instrument) -> None:
    sheet = scored(instrument, A_I_1_i_a="Ya", A_I_1_i_b="A")
    assert sheet.nodes["A.I.1.i"] == NodeScore(Fraction(1, 2), Fraction(1, 2))
    assert sheet.nodes["A.I.1.i"].percent == 100
    assert sheet.nodes["A.I.1"].score == Fraction(1, 2)
    assert sheet.nodes["A.I.1"].percent == Fraction(25, 2)
    assert sheet.total.score == Fraction(1, 2)


def test_the_plan_with_ya_c_a_is_two_thirds(instrument: Instrument) -> None:
    sheet = scored(instrument, A_I_1_ii_a="Ya", A_I_1_ii_b="C", A_I_1_ii_c="A")
    assert sheet.nodes["A.I.1.ii"].score == Fraction(2, 3)
    assert sheet.nodes["A.I.1.ii"].weight == 1
    assert format_number(sheet.nodes["A.I.1.ii"].percent) == "66,67"


@pytest.mark.parametrize(
    ("code", "scores"),
    [
        ("A.I.1.i.a", {"Ya": "1", "Tidak": "0"}),
        ("A.I.1.i.b", {"A": "1", "B": "0.5", "C": "0"}),
        ("A.I.1.iii.a", {"A": "1", "B": "0.67", "C": "0.33", "D": "0"}),
        ("B.I.b", {"A": "1", "B": "0.75", "C": "0.5", "D": "0.25", "E": "0"}),
    ],
)
def test_options(instrument: Instrument, code: str, scores: dict[str, str]) -> None:
    question = instrument.question(code)
    assert {option.key: option.score for option in question.options} == {
        key: Fraction(score) for key, score in scores.items()
    }
    for key, score in scores.items():
        assert score_value(question, Chosen(key)) == Fraction(score)


@pytest.mark.parametrize(
    ("count", "questions", "expected"),
    [
        (2, 17, ("1", "0")),
        (3, 36, ("1", "0.5", "0")),
        (4, 33, ("1", "0.67", "0.33", "0")),
        (5, 17, ("1", "0.75", "0.5", "0.25", "0")),
    ],
)
def test_every_question_of_the_sheet_in_force(
    instrument: Instrument, count: int, questions: int, expected: tuple[str, ...]
) -> None:
    those = [question for question in instrument.questions if len(question.options) == count]
    assert len(those) == questions
    for question in those:
        assert [score_value(question, Chosen(option.key)) for option in question.options] == [
            Fraction(score) for score in expected
        ]


@pytest.mark.parametrize(
    ("code", "text", "score"),
    [
        ("A.II.1.i.a", "agen=6,perubahan=5", Fraction(5, 6)),
        ("A.II.1.i.a", "agen=5,perubahan=7", Fraction(1)),
        ("A.II.1.i.a", "agen=3,perubahan=0", Fraction(0)),
        ("A.II.3.iii.a", "lalu=5,kini=1,sanksi=1", Fraction(4, 5)),
        ("A.II.3.iii.a", "lalu=2,kini=5,sanksi=0", Fraction(0)),
        ("A.II.5.iii.a", "kepala=1,wajib=2,lainnya=3,sudah=5", Fraction(5, 6)),
        ("A.II.1.i.a", "nihil", Fraction(1)),
        ("A.II.1.i.a", "nihil=0", Fraction(0)),
        ("B.I.a", "3.65", Fraction(73, 80)),
        ("B.I.a", "0", Fraction(0)),
        ("B.I.a", "4", Fraction(1)),
    ],
)
def test_numbers(instrument: Instrument, code: str, text: str, score: Fraction) -> None:
    question = instrument.question(code)
    value = parse_answer(question, text)
    assert value is not None
    assert score_value(question, value) == score


def test_values_a_question_does_not_know_score_nothing(instrument: Instrument) -> None:
    choice = instrument.question("A.I.1.i.a")
    assert score_value(choice, Chosen("Z")) == 0
    assert score_value(choice, Numbers((("indeks", Fraction(4)),))) == 0


def test_nothing_answered(instrument: Instrument) -> None:
    sheet = score_sheet(instrument, {})
    assert sheet.total == NodeScore(Fraction(100), Fraction(0))
    assert all(node.score == 0 and node.percent == 0 for node in sheet.nodes.values())
    assert set(sheet.questions) == {question.code for question in instrument.questions}
    assert set(sheet.questions.values()) == {None}


def test_cleared_is_unanswered_but_zero_is_an_answer(instrument: Instrument) -> None:
    answers = {
        "A.I.1.i.a": Answer(None, "menunggu SK"),
        "A.I.1.i.b": Answer(Chosen("C")),
        "A.II.1.i.a": Answer(Nil(False)),
    }
    sheet = score_sheet(instrument, answers)
    assert sheet.questions["A.I.1.i.a"] is None
    assert sheet.questions["A.I.1.i.b"] == 0
    assert sheet.questions["A.II.1.i.a"] == 0


def test_everything_best(
    instrument: Instrument,
    older_instrument: Instrument,
    best_answers: Callable[[Instrument], dict[str, Answer]],
) -> None:
    for sheet in (instrument, older_instrument):
        scores = score_sheet(sheet, best_answers(sheet))
        assert scores.total.score == scores.total.weight == 100
        assert all(node.score == node.weight for node in scores.nodes.values())


def test_answers_to_questions_the_sheet_does_not_have_count_nothing(instrument: Instrument) -> None:
    assert score_sheet(instrument, {"Z.1": Answer(Chosen("A"))}) == score_sheet(instrument, {})


def test_the_example_school(instrument: Instrument, sample_answers: Mapping[str, Answer]) -> None:
    sheet = score_sheet(instrument, sample_answers)
    assert None not in sheet.questions.values()
    assert sheet.total.score == Fraction(13365299, 168000)
    assert format_number(sheet.total.score) == "79,56"
    assert sheet.nodes["B.I.a"].score == Fraction("3.72") / 4 * Fraction("17.5")
    assert sheet.nodes["A"].score + sheet.nodes["B"].score == sheet.total.score


def test_the_weight_of_one_question(instrument: Instrument) -> None:
    assert question_weight(instrument.place("A.I.1.i.a").sub_area) == Fraction(1, 4)
    assert question_weight(instrument.place("A.I.1.ii.a").sub_area) == Fraction(1, 3)
    assert sum(question_weight(place.sub_area) for place in instrument.places) == 100


def test_a_node_without_weight_has_no_percent() -> None:
    assert NodeScore(Fraction(0), Fraction(0)).percent == 0
