"""The next better answer of each question, what it adds, and the order in which they are offered."""

from collections.abc import Callable, Mapping
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.domain.conftest import SheetsOf
from zidesk.domain.answer import Answer, AnswerValue, Chosen, Nil, Numbers, parse_answer
from zidesk.domain.gains import Gain, gains
from zidesk.domain.instrument import AnswerType, Instrument
from zidesk.domain.scoring import score_sheet

Answers = Mapping[str, Answer]


def of(found: tuple[Gain, ...], code: str) -> Gain | None:
    return next((gain for gain in found if gain.code == code), None)


def with_answer(instrument: Instrument, answers: Answers, code: str, text: str) -> dict[str, Answer]:
    return {**answers, code: Answer(parse_answer(instrument.question(code), text))}


def test_the_next_better_option_not_the_best(instrument: Instrument, sample_answers: Answers) -> None:
    gain = of(gains(instrument, with_answer(instrument, sample_answers, "A.I.1.iii.b", "C")), "A.I.1.iii.b")
    assert gain is not None and gain.after is not None
    place = instrument.place("A.I.1.iii.b")
    options = {option.key: option.score for option in place.question.options}
    assert (gain.before, gain.after.key) == (Chosen("C"), "B")
    share = place.sub_area.weight / len(place.sub_area.questions)
    assert gain.points == (options["B"] - options["C"]) * share


def test_an_unanswered_question_offers_its_best(instrument: Instrument) -> None:
    found = gains(instrument, {})
    assert len(found) == len(instrument.questions)
    for gain in found:
        question = gain.place.question
        best = max((option.score for option in question.options), default=None)
        assert gain.before is None and (None if gain.after is None else gain.after.score) == best
    assert sum((gain.points for gain in found), Fraction(0)) == instrument.weight


def test_nothing_to_gain_from_the_best_answers(
    instrument: Instrument, best_answers: Callable[[Instrument], dict[str, Answer]]
) -> None:
    assert gains(instrument, best_answers(instrument)) == ()


def test_a_ratio_goes_to_the_full_score(instrument: Instrument, sample_answers: Answers) -> None:
    scores = score_sheet(instrument, sample_answers).questions
    ratio = next(
        question
        for question in instrument.questions
        if question.answer_type is AnswerType.RATIO and Fraction(0) < (scores[question.code] or 0) < 1
    )
    gain = of(gains(instrument, sample_answers), ratio.code)
    assert gain is not None and isinstance(gain.before, Numbers) and gain.after is None
    for counts in (True, False):
        assert of(gains(instrument, {ratio.code: Answer(Nil(counts))}), ratio.code) is None


def test_an_answered_survey_is_no_step(instrument: Instrument, sample_answers: Answers) -> None:
    survey = next(q for q in instrument.questions if q.answer_type is AnswerType.SURVEY)
    assert of(gains(instrument, with_answer(instrument, sample_answers, survey.code, "3,5")), survey.code) is None
    assert of(gains(instrument, {}), survey.code) is not None


def test_largest_first_and_ties_in_the_order_of_the_sheet(instrument: Instrument, sample_answers: Answers) -> None:
    order = {question.code: place for place, question in enumerate(instrument.questions)}
    keys = [(-gain.points, order[gain.code]) for gain in gains(instrument, sample_answers)]
    assert len(keys) > 10 and keys == sorted(keys)
    assert len({points for points, _ in keys}) < len(keys), "the sample has ties"


@given(st.data())
@settings(max_examples=15)
def test_taking_a_step_adds_exactly_what_was_said(
    instrument: Instrument, sheets_of: SheetsOf, data: st.DataObject
) -> None:
    answers = data.draw(sheets_of(instrument))
    before = score_sheet(instrument, answers).total.score
    steps = [gain for gain in gains(instrument, answers) if gain.after is not None]
    for gain in steps[:3] + steps[-3:]:
        assert gain.after is not None
        value: AnswerValue = Chosen(gain.after.key)
        after = score_sheet(instrument, {**answers, gain.code: Answer(value)}).total.score
        assert after - before == gain.points > 0
