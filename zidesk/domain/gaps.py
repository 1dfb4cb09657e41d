"""What is still missing from an assessment: evidence, expected documents, sound files, and how far each area
has come."""

from dataclasses import dataclass

from zidesk.domain.assessment import Assessment
from zidesk.domain.criteria import combined_areas
from zidesk.domain.evidence import EvidenceUse, FileState
from zidesk.domain.instrument import ExpectedDocument, Node, Place
from zidesk.domain.scoring import NodeScore


@dataclass(frozen=True, slots=True)
class AreaProgress:
    """An area of the enabler component (its groups together) or a group of results, with its questions."""

    node: Node
    score: NodeScore
    combined: bool  # an area of the enabler component
    places: tuple[Place, ...]
    answered: int
    with_evidence: int


@dataclass(frozen=True, slots=True)
class DocumentState:
    """A document the sheet expects, and the uses that stand for it, in order."""

    document: ExpectedDocument
    uses: tuple[EvidenceUse, ...]


def document_states(assessment: Assessment, code: str) -> tuple[DocumentState, ...]:
    """The documents a question expects, in the order of the sheet. Raises UnknownQuestion."""
    uses = assessment.uses_of(code)
    return tuple(
        DocumentState(document, tuple(use for use in uses if document.name in use.fulfils))
        for document in assessment.instrument.question(code).documents
    )


def missing_documents(assessment: Assessment, code: str) -> tuple[ExpectedDocument, ...]:
    """Required documents of a question that no use stands for. Raises UnknownQuestion."""
    return tuple(
        state.document for state in document_states(assessment, code) if state.document.required and not state.uses
    )


def without_documents(assessment: Assessment) -> tuple[Place, ...]:
    """Questions that lack a required document, in the order of the sheet."""
    return tuple(
        place for place in assessment.instrument.places if missing_documents(assessment, place.question.code)
    )


def without_evidence(assessment: Assessment) -> tuple[Place, ...]:
    """Questions that have no evidence, in the order of the sheet."""
    return tuple(place for place in assessment.instrument.places if not assessment.uses_of(place.question.code))


def troubled(assessment: Assessment) -> tuple[EvidenceUse, ...]:
    """Uses of files that are damaged or locked, in the order of the sheet."""
    return tuple(
        use
        for question in assessment.instrument.questions
        for use in assessment.uses_of(question.code)
        if use.file.inspection.state is not FileState.OK
    )


def area_progress(assessment: Assessment) -> tuple[AreaProgress, ...]:
    """The areas of the enabler component, then the groups of the others."""
    instrument, nodes = assessment.instrument, assessment.scores.nodes
    enabler, *others = instrument.components
    rows = [
        _progress(
            assessment,
            node,
            score,
            tuple(
                place for place in instrument.places if place.component is enabler and _same_area(place.area, node)
            ),
            combined=True,
        )
        for node, score in combined_areas(instrument, assessment.scores)
    ]
    for component in others:
        for group in component.children:
            places = tuple(place for place in instrument.places if place.group is group)
            rows.append(_progress(assessment, group, nodes[group.code], places, combined=False))
    return tuple(rows)


def first_open(assessment: Assessment, places: tuple[Place, ...]) -> str:
    """The code of the first question that is not answered, else without evidence, else the first of all."""
    codes = [place.question.code for place in places]
    for code in codes:
        if assessment.scores.questions[code] is None:
            return code
    return next((code for code in codes if not assessment.uses_of(code)), codes[0])


def _same_area(area: Node, node: Node) -> bool:
    return (area.number or area.code) == (node.number or node.code)


def _progress(
    assessment: Assessment, node: Node, score: NodeScore, places: tuple[Place, ...], *, combined: bool
) -> AreaProgress:
    codes = [place.question.code for place in places]
    return AreaProgress(
        node,
        score,
        combined,
        places,
        answered=sum(1 for code in codes if assessment.scores.questions[code] is not None),
        with_evidence=sum(1 for code in codes if assessment.uses_of(code)),
    )
