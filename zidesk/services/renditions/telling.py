"""How a bundle comes to know what is handed over: an assessment whose files are the copies, a plan without what is
left out, and where each content lies."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from zidesk.domain.archive_layout import BundlePlan
from zidesk.domain.assessment import Assessment
from zidesk.domain.evidence import EvidenceUse, HandedOver, Treatment
from zidesk.services.renditions.copies import Shrunk, Treated
from zidesk.services.renditions.handing_over import HandedOut
from zidesk.services.renditions.wishes import Terms, hides_name, original_of
from zidesk.storage.file_store import FileStore


class HandedStore:
    """The contents of a bundle by their hashes: copies where they were made, originals in the store."""

    def __init__(self, store: FileStore, handed: HandedOut) -> None:
        self._store = store
        self._copies = {copy.file.sha256: copy.path for copy in handed.copies.values() if copy.treatments}

    def path_of(self, sha256: str) -> Path:
        return self._copies.get(sha256) or self._store.path_of(sha256)


def told_in(assessment: Assessment, handed: HandedOut) -> Assessment:
    """The same with the copies in place of the originals; what is left out stays, for the answers rest on it."""
    if not handed.copies:
        return assessment
    evidence = {
        code: tuple(_told(use, handed) for use in of_question) for code, of_question in assessment.evidence.items()
    }
    return replace(assessment, evidence=evidence)


def without_names(assessment: Assessment, terms: Terms) -> Assessment:
    """The same without the names by which files were attached that are not handed over open and whole, also of
    questions the bundle does not cover: its score sheet lists them. Where there is none, the very same."""
    if not any(hides_name(use, terms) for uses in assessment.evidence.values() for use in uses):
        return assessment
    evidence = {
        code: tuple(replace(use, original_name="") if hides_name(use, terms) else use for use in uses)
        for code, uses in assessment.evidence.items()
    }
    return replace(assessment, evidence=evidence)


def without_left_out(plan: BundlePlan, handed: HandedOut) -> BundlePlan:
    """The names of the others do not change by it."""
    away = handed.wishes.left_out | handed.lost.keys()
    return replace(plan, files=tuple(item for item in plan.files if original_of(item.use) not in away))


def shrunk_in(plan: BundlePlan, limit: int | None) -> Iterator[Shrunk]:
    """Every file of the plan that is above the limit, or was before it was shrunk."""
    if limit is None:
        return
    for item in plan.files:
        use = item.use
        before = (use.file if use.handed is None else use.handed.original).size
        if max(before, use.file.size) > limit:
            yield Shrunk(use.question_code, use.title, before, use.file.size, use.file.size <= limit)


def treated_in(plan: BundlePlan, treatment: Treatment) -> Iterator[Treated]:
    """Every file of the plan to which this was done."""
    for item in plan.files:
        if item.use.handed is not None and treatment in item.use.handed.treatments:
            yield Treated(item.use.question_code, item.use.title)


def _told(use: EvidenceUse, handed: HandedOut) -> EvidenceUse:
    copy = handed.copies.get(use.file.sha256)
    if copy is None or not copy.treatments:
        return use
    return replace(use, file=copy.file, handed=HandedOver(use.file, copy.treatments))
