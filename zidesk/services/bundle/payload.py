"""Bringing the evidence and the signed copies into the bundle, and what came of it."""

from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from zidesk.domain.archive_layout import PAYLOAD, BundlePlan, Omission, PlannedDocument, PlannedFile
from zidesk.domain.errors import CountMismatch
from zidesk.domain.progress import CancelToken, Report
from zidesk.services.bundle.intake import CopyTerms, Intake
from zidesk.services.bundle.originals import ContentStore, originals_of
from zidesk.services.bundle.staging import Staging


@dataclass(frozen=True, slots=True)
class Payload:
    """What is in the bundle now: evidence, signed copies of papers, how many of all these were already there,
    and the omissions."""

    files: tuple[PlannedFile, ...]
    signed: tuple[PlannedDocument, ...]
    reused: int
    omitted: tuple[Omission, ...]

    def with_omitted(self, before: tuple[Omission, ...]) -> "Payload":
        """The same, with what was left out `before` anything was copied."""
        return replace(self, omitted=(*before, *self.omitted))

    def documents_of(self, plan: BundlePlan) -> tuple[PlannedDocument, ...]:
        """The papers of the plan without those whose signed copy could not be had."""
        return tuple(item for item in plan.documents if item.paper.signed is None or item in self.signed)


def copy_payload(
    plan: BundlePlan,
    store: ContentStore,
    staging: Staging,
    terms: CopyTerms,
    report: Report,
    cancel: CancelToken,
) -> Payload:
    """Bring every planned file and signed copy into the unfinished bundle; papers to be made come later.

    Raises CountMismatch and what `Staging.take_in` raises. No partial file stays.
    """
    originals = originals_of(plan)
    intake = Intake(originals, store, terms, report, cancel)
    planned = (*(item.path for item in plan.files), *(item.path for item in plan.documents))
    folders = {PAYLOAD, *(PurePosixPath(path).parent.as_posix() for path in planned)}
    omissions = staging.take_in(originals, folders, intake)
    there = {item.path for item, left_out in zip(originals, omissions, strict=True) if left_out is None}
    written = staging.count_files(PAYLOAD)
    if written != len(there):
        raise CountMismatch(len(there), written)
    return Payload(
        tuple(item for item in plan.files if item.path in there),
        tuple(item for item in plan.documents if item.path in there),
        intake.reused,
        tuple(left_out for left_out in omissions if left_out is not None),
    )
