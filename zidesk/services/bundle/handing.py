"""What is handed over in place of originals, as a bundle is asked for it and as it tells of it."""

from collections.abc import Iterator
from dataclasses import replace

from zidesk.domain.archive_layout import BundlePlan, Omission
from zidesk.domain.assessment import Assessment
from zidesk.domain.errors import OriginalMissing
from zidesk.services.bundle.intake import ALTERED_WORDS, MISSING_WORDS
from zidesk.services.bundle.request import BundleRequest, Handling
from zidesk.services.papers.sources import PaperSources
from zidesk.services.renditions.handing_over import HandedOut
from zidesk.services.renditions.wishes import PERSONAL_WORDS, Terms, Wishes, omissions_of, wishes_of
from zidesk.storage.workspace import Workspace


def wishes_for(request: BundleRequest, plan: BundlePlan, workspace: Workspace) -> Wishes:
    """Raises StorageFault."""
    locks, leaves_out = request.personal is Handling.LOCK, request.personal is Handling.LEAVE_OUT
    return wishes_of(plan, Terms(request.limit, locks, leaves_out), workspace.redactions.all())


def told_sources(sources: PaperSources, assessment: Assessment, plan: BundlePlan) -> PaperSources:
    """The papers of a bundle tell of what is in it."""
    return replace(sources, common=replace(sources.common, assessment=assessment, plan=plan))


def left_out_of(plan: BundlePlan, handed: HandedOut) -> Iterator[Omission]:
    """`plan`: as it was before anything was left out."""
    reasons = dict.fromkeys(handed.wishes.left_out, PERSONAL_WORDS)
    for sha256, fault in handed.lost.items():
        reasons[sha256] = MISSING_WORDS if isinstance(fault, OriginalMissing) else ALTERED_WORDS
    return omissions_of(plan, reasons, handed.wishes.terms)
