"""The record a bundle carries of itself, made from what lies in it now."""

from collections.abc import Iterator

from zidesk.domain.archive_layout import BundlePlan, PlannedDocument, PlannedFile
from zidesk.domain.assessment import Assessment
from zidesk.domain.bundle_changes import Changes
from zidesk.domain.bundle_record import (
    BundleIdentity,
    BundleRecord,
    RecordedAnswer,
    RecordedFile,
    RecordedScore,
)
from zidesk.domain.errors import ZideskError
from zidesk.services.bundle.manifests import Written
from zidesk.services.bundle.request import BundleRequest
from zidesk.services.bundle_changes.comparing import changes_since, check_related
from zidesk.services.bundle_changes.reading import read_bundle
from zidesk.services.documents.content.score_rows import ScoreRow, score_rows


def record_of(assessment: Assessment, plan: BundlePlan, inside: Written) -> BundleRecord:
    """`plan`: what was written of it, with the papers that were made."""
    there = {path: (sha256, size) for path, sha256, size in inside.entries()}
    return BundleRecord(
        identity_of(assessment, plan),
        evidence=tuple(_evidence(item, *there[item.path]) for item in plan.files),
        papers=tuple(_paper(item, *there[item.path]) for item in plan.documents),
        answers=_answers(assessment, plan),
        scores=tuple(map(_score, score_rows(assessment))),
    )


def identity_of(assessment: Assessment, plan: BundlePlan) -> BundleIdentity:
    profile = assessment.profile
    return BundleIdentity(
        profile.school.name,
        profile.school.npsn,
        profile.year,
        assessment.instrument.id,
        plan.areas,
        assessment.changed_at,
    )


def earlier_record(request: BundleRequest) -> BundleRecord | None:
    """What the bundle holds that differences are wanted to; None where none are. Raises like `read_bundle`."""
    return None if request.since is None else read_bundle(request.since)


def since_obstacles(request: BundleRequest, assessment: Assessment, plan: BundlePlan) -> Iterator[ZideskError]:
    """Why differences cannot be told, found before anything is written."""
    try:
        earlier = earlier_record(request)
        if earlier is not None and request.since is not None:
            check_related(earlier.identity, identity_of(assessment, plan), request.since)
    except ZideskError as fault:
        yield fault


def changes_for(request: BundleRequest, earlier: BundleRecord | None, now: BundleRecord) -> Changes | None:
    """Raises BundlesUnrelated."""
    if earlier is None or request.since is None:
        return None
    return changes_since(earlier, now, request.since)


def _evidence(item: PlannedFile, sha256: str, size: int) -> RecordedFile:
    use = item.use
    original = use.file if use.handed is None else use.handed.original
    return RecordedFile(
        item.path,
        sha256,
        size,
        use.title,
        use.question_code,
        use.number,
        use.dated,
        original.sha256,
        use.original_name,
    )


def _paper(item: PlannedDocument, sha256: str, size: int) -> RecordedFile:
    signed = item.paper.signed
    name = "" if signed is None else signed.name
    return RecordedFile(item.path, sha256, size, item.paper.title, original=sha256, original_name=name)


def _answers(assessment: Assessment, plan: BundlePlan) -> tuple[RecordedAnswer, ...]:
    given = ((place.question, assessment.answer_of(place.question.code)) for place in plan.places)
    return tuple(
        RecordedAnswer(
            question.code,
            question.text,
            "" if answer.value is None else str(answer.value),
            assessment.scores.questions[question.code],
            answer.note,
        )
        for question, answer in given
    )


def _score(row: ScoreRow) -> RecordedScore:
    return RecordedScore(row.label, row.score.score, row.score.weight)
