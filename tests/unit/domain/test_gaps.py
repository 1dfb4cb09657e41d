"""What is missing from an assessment."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction

from tests.unit.domain.conftest import MakeAssessment
from zidesk.domain.answer import Answer
from zidesk.domain.evidence import EvidenceUse, FileState
from zidesk.domain.gaps import (
    area_progress,
    document_states,
    first_open,
    missing_documents,
    troubled,
    without_documents,
    without_evidence,
)
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


def test_documents_are_fulfilled_by_the_uses_that_say_so(
    instrument: Instrument, make_assessment: MakeAssessment, make_use: MakeUse
) -> None:
    code = "A.I.1.i.a"
    required, *others = instrument.question(code).documents
    assert required.required
    plain = make_use(code, seed=1)
    both = replace(make_use(code, 2, seed=2), fulfils=frozenset({required.name, others[0].name, "dokumen lain"}))
    also = replace(make_use(code, 3, seed=3), fulfils=frozenset({required.name}))
    elsewhere = replace(make_use("A.I.1.i.b", seed=4), fulfils=frozenset({others[1].name}))
    assessment = make_assessment(instrument, [plain, both, also, elsewhere])

    states = document_states(assessment, code)

    assert [state.document for state in states] == [required, *others]
    assert [state.uses for state in states] == [(both, also), (both,), *((),) * (len(others) - 1)]
    assert missing_documents(assessment, code) == ()
    lacking = make_assessment(instrument, [plain])
    assert missing_documents(lacking, code) == tuple(item for item in (required, *others) if item.required)


def test_questions_that_lack_a_required_document(
    instrument: Instrument, make_assessment: MakeAssessment, make_use: MakeUse
) -> None:
    code = "A.I.1.i.a"
    names = frozenset(item.name for item in instrument.question(code).documents if item.required)
    asking = [item.code for item in instrument.questions if any(paper.required for paper in item.documents)]
    assert code in asking
    found = without_documents(make_assessment(instrument, [replace(make_use(code), fulfils=names)]))
    assert [place.question.code for place in found] == [other for other in asking if other != code]
