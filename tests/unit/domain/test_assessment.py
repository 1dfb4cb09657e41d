"""A whole assessment at one moment, and evidence in it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction

from zidesk.domain.answer import Answer, Chosen
from zidesk.domain.assessment import Assessment, Counts
from zidesk.domain.criteria import all_met
from zidesk.domain.evidence import INBOX, EvidenceUse
from zidesk.domain.instrument import Instrument

MakeUse = Callable[..., EvidenceUse]
MakeAssessment = Callable[..., Assessment]


def test_an_empty_one(instrument: Instrument, make_assessment: MakeAssessment) -> None:
    empty = make_assessment(instrument)
    assert empty.counts == Counts(questions=113, answered=0, evidence=0, files=0, bytes=0)
    assert empty.scores.total.score == 0
    assert empty.uses_of("A.I.1.i.a") == ()
    assert empty.answer_of("A.I.1.i.a") == Answer(None)


def test_one_file_under_two_questions_counts_once(
    instrument: Instrument, make_use: MakeUse, make_assessment: MakeAssessment
) -> None:
    uses = [
        make_use("A.I.1.i.a", 1, seed=1),
        make_use("A.I.1.i.a", 2, seed=2),
        make_use("A.I.1.i.b", 1, seed=1),
    ]
    assessment = make_assessment(instrument, uses)
    assert assessment.counts == Counts(questions=113, answered=0, evidence=3, files=2, bytes=1001 + 1002)
    assert assessment.uses_of("A.I.1.i.a") == tuple(uses[:2])


def test_answered_means_with_a_value(instrument: Instrument, make_assessment: MakeAssessment) -> None:
    answers = {
        "A.I.1.i.a": Answer(Chosen("Tidak")),
        "A.I.1.i.b": Answer(None, "menyusul"),
        "tidak.ada": Answer(Chosen("A")),
    }
    assessment = make_assessment(instrument, answers=answers)
    assert assessment.counts.answered == 1
    assert assessment.answer_of("A.I.1.i.b").note == "menyusul"


def test_the_example_school(
    instrument: Instrument, sample_answers: Mapping[str, Answer], make_assessment: MakeAssessment
) -> None:
    assessment = make_assessment(instrument, answers=sample_answers)
    assert assessment.counts.answered == 113
    assert assessment.scores.total.score == Fraction(13365299, 168000)
    assert all_met(assessment.criteria["WBK"])
    assert not all_met(assessment.criteria["WBBM"])


def test_criteria_ask_the_profile(
    instrument: Instrument, sample_answers: Mapping[str, Answer], make_assessment: MakeAssessment
) -> None:
    held = make_assessment(instrument, answers=sample_answers, wbk_held=True)
    assert {c.id: c.met for c in held.criteria["WBBM"]}["prasyarat"] is True


def test_a_use_moves_and_keeps_the_rest(make_use: MakeUse) -> None:
    use = make_use("A.I.1.i.a", 1, "SK")
    moved = use.moved_to(3)
    assert (moved.position, moved.title, moved.file) == (3, "SK", use.file)
    assert use.position == 1


def test_the_inbox_counts_in_nothing_else(
    instrument: Instrument, make_assessment: Callable[..., Assessment], make_use: Callable[..., EvidenceUse]
) -> None:
    placed = make_assessment(instrument, [make_use("A.I.1.i.a", seed=1)])
    waiting = replace(placed, inbox=(make_use(INBOX, seed=2), make_use(INBOX, 2, seed=3)))
    assert waiting.counts == replace(placed.counts, unplaced=2)
    assert waiting.uses_of(INBOX) == ()
