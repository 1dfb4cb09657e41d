"""What holds for the scores of any sheet, however it is answered."""

from collections.abc import Callable
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from zidesk.domain.answer import Answer, AnswerValue
from zidesk.domain.instrument import Instrument, Node, Question
from zidesk.domain.scoring import question_weight, score_sheet, score_value

ValuesOf = Callable[[Question], st.SearchStrategy[AnswerValue]]
SheetsOf = Callable[[Instrument], st.SearchStrategy[dict[str, Answer]]]
A_FEW = settings(max_examples=40)  # each example is a whole sheet


def _any_sheet(data: st.DataObject, *sheets: Instrument) -> Instrument:
    return sheets[data.draw(st.integers(0, len(sheets) - 1))]


@A_FEW
@given(st.data())
def test_scores_lie_between_nothing_and_the_weight(
    instrument: Instrument, older_instrument: Instrument, sheets_of: SheetsOf, data: st.DataObject
) -> None:
    sheet = _any_sheet(data, instrument, older_instrument)
    scores = score_sheet(sheet, data.draw(sheets_of(sheet)))
    for node in sheet.nodes():
        assert scores.nodes[node.code].weight == node.weight
        assert 0 <= scores.nodes[node.code].score <= node.weight
        assert 0 <= scores.nodes[node.code].percent <= 100
    assert all(score is None or 0 <= score <= 1 for score in scores.questions.values())


@A_FEW
@given(st.data())
def test_each_level_is_the_exact_sum_of_the_one_below(
    instrument: Instrument, older_instrument: Instrument, sheets_of: SheetsOf, data: st.DataObject
) -> None:
    sheet = _any_sheet(data, instrument, older_instrument)
    answers = data.draw(sheets_of(sheet))
    scores = score_sheet(sheet, answers)

    def points(node: Node) -> Fraction:
        """Summed from the questions alone, without the nodes between."""
        if node.questions:
            each = question_weight(node)
            return sum((each * (scores.questions[q.code] or 0) for q in node.questions), Fraction(0))
        return sum((points(child) for child in node.children), Fraction(0))

    for node in sheet.nodes():
        assert scores.nodes[node.code].score == points(node)
        if node.children:
            assert scores.nodes[node.code].score == sum(scores.nodes[c.code].score for c in node.children)
    assert scores.total.score == sum(points(component) for component in sheet.components)


@A_FEW
@given(st.data())
def test_a_better_answer_never_lowers_any_score(
    instrument: Instrument, sheets_of: SheetsOf, values_of: ValuesOf, data: st.DataObject
) -> None:
    answers = data.draw(sheets_of(instrument))
    question = instrument.questions[data.draw(st.integers(0, len(instrument.questions) - 1))]
    first, second = data.draw(values_of(question)), data.draw(values_of(question))
    worse, better = sorted((first, second), key=lambda value: score_value(question, value))
    gain = score_value(question, better) - score_value(question, worse)
    before = score_sheet(instrument, {**answers, question.code: Answer(worse)})
    after = score_sheet(instrument, {**answers, question.code: Answer(better)})
    assert all(after.nodes[code].score >= node.score for code, node in before.nodes.items())
    sub_area = instrument.place(question.code).sub_area
    assert after.total.score - before.total.score == gain * question_weight(sub_area)


@A_FEW
@given(st.data())
def test_the_order_of_the_answers_does_not_matter(
    instrument: Instrument, sheets_of: SheetsOf, data: st.DataObject
) -> None:
    answers = data.draw(sheets_of(instrument))
    shuffled = dict(data.draw(st.permutations(list(answers.items()))))
    assert score_sheet(instrument, shuffled) == score_sheet(instrument, answers)


@A_FEW
@given(st.data())
def test_answering_what_was_open_never_lowers_the_total(
    instrument: Instrument, sheets_of: SheetsOf, values_of: ValuesOf, data: st.DataObject
) -> None:
    answers = data.draw(sheets_of(instrument))
    question = instrument.questions[data.draw(st.integers(0, len(instrument.questions) - 1))]
    without = {code: answer for code, answer in answers.items() if code != question.code}
    value = data.draw(values_of(question))
    total = score_sheet(instrument, {**without, question.code: Answer(value)}).total.score
    assert total >= score_sheet(instrument, without).total.score
    assert total == score_sheet(instrument, {**without, question.code: Answer(value, "catatan")}).total.score


@given(st.data())
def test_every_accepted_value_scores_between_0_and_1(
    instrument: Instrument, older_instrument: Instrument, values_of: ValuesOf, data: st.DataObject
) -> None:
    sheet = _any_sheet(data, instrument, older_instrument)
    question = sheet.questions[data.draw(st.integers(0, len(sheet.questions) - 1))]
    assert 0 <= score_value(question, data.draw(values_of(question))) <= 1
