"""What is missing from an assessment."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction

from tests.unit.domain.conftest import MakeAssessment
from zidesk.domain.answer import Answer
from zidesk.domain.evidence import EvidenceUse, FileState
from zidesk.domain.gaps import area_progress, first_open, troubled, without_evidence
from zidesk.domain.instrument import Instrument

MakeUse = Callable[..., EvidenceUse]


def test_questions_without_evidence(
    instrument: Instrument, make_assessment: MakeAssessment, make_use: MakeUse
) -> None:
    found = without_evidence(make_assessment(instrument, [make_use("A.I.1.i.b")]))
    codes = [place.question.code for place in found]
    assert codes == [question.code for question in instrument.questions if question.code != "A.I.1.i.b"]


def test_damaged_and_locked_files_in_the_order_of_the_sheet(
    instrument: Instrument, make_assessment: MakeAssessment, make_use: MakeUse
) -> None:
    def flawed(use: EvidenceUse, state: FileState) -> EvidenceUse:
        inspection = replace(use.file.inspection, state=state)
        return replace(use, file=replace(use.file, inspection=inspection))

    locked = flawed(make_use("A.II.1.i.a", seed=1), FileState.LOCKED)
    damaged = flawed(make_use("A.I.2.i.a", seed=2), FileState.DAMAGED)
    sound = make_use("A.I.1.i.a", seed=3)
    assert troubled(make_assessment(instrument, [locked, damaged, sound])) == (damaged, locked)


def test_areas_take_both_groups_together_and_results_follow(
    instrument: Instrument,
    make_assessment: MakeAssessment,
    make_use: MakeUse,
    sample_answers: Mapping[str, Answer],
) -> None:
    answers = {code: answer for code, answer in sample_answers.items() if code != "A.II.1.i.a"}
    assessment = make_assessment(instrument, [make_use("A.I.1.i.a"), make_use("A.II.1.i.a")], answers)
    rows = area_progress(assessment)
    assert [row.node.number or row.node.code for row in rows] == ["1", "2", "3", "4", "5", "6", "B.I", "B.II"]
    first = rows[0]
    assert first.score.weight == Fraction(8)
    assert {place.group.code for place in first.places} == {"A.I", "A.II"}
    assert (first.answered, first.with_evidence) == (len(first.places) - 1, 2)
    assert sum(len(row.places) for row in rows) == len(instrument.questions)
    assert sum((row.score.score for row in rows), Fraction(0)) == assessment.scores.total.score
    assert first_open(assessment, first.places) == "A.II.1.i.a"
    assert first_open(assessment, rows[1].places) == rows[1].places[0].question.code
