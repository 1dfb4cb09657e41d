"""Before a bundle is written: what is in it, whether anything hinders it, and the copies that are made for it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from zidesk.domain.archive_layout import BundlePlan, Omission, plan_layout
from zidesk.domain.assessment import Assessment
from zidesk.domain.progress import CancelToken, Progress, Report, Stage
from zidesk.services.bundle.documents import papers_to_bundle
from zidesk.services.bundle.handing import left_out_of, told_sources, wishes_for
from zidesk.services.bundle.originals import ContentStore
from zidesk.services.bundle.preflight import preflight, preflight_sizes
from zidesk.services.bundle.request import BundleRequest
from zidesk.services.papers.sources import PaperSources, gather
from zidesk.services.renditions.handing_over import HandedOut, handed_out
from zidesk.services.renditions.telling import HandedStore, told_in, without_left_out, without_names
from zidesk.storage.paths import Resources
from zidesk.storage.workspace import Workspace


@dataclass(frozen=True)
class Prepared:
    """Everything a bundle is written from: files of `plan` and `assessment` are those that are handed over, and
    lie in `store`. `left_out`: named omissions; `passphrase`: of locked copies, else ""."""

    assessment: Assessment
    plan: BundlePlan
    sources: PaperSources
    store: ContentStore
    left_out: tuple[Omission, ...]
    passphrase: str = field(repr=False)


@contextmanager
def prepared(
    workspace: Workspace, request: BundleRequest, resources: Resources, report: Report, cancel: CancelToken
) -> Iterator[Prepared]:
    """plan → preflight → copies → preflight of their sizes; locked copies are gone when the block ends.

    Raises UnknownArea, PreflightFailed, StorageFault, Cancelled; nothing was written then.
    """
    assessment = workspace.assessment()
    sources = gather(workspace, resources, assessment)
    papers = papers_to_bundle(workspace, sources)
    wanted = plan_layout(assessment, request.layout, request.areas, papers)
    report(Progress(Stage.PLAN, 0, len(wanted.files), 0, wanted.bytes))
    wishes = wishes_for(request, wanted, workspace)
    plan = without_left_out(wanted, HandedOut(wishes))
    preflight(plan, workspace, request, sources, sizes_known=not wishes.copies)
    with handed_out(wishes, workspace, report, cancel, allow_missing=request.allow_missing) as handed:
        told = without_names(told_in(assessment, handed), wishes.terms)
        if told is not assessment:
            assessment = told
            plan = without_left_out(plan_layout(assessment, request.layout, request.areas, papers), handed)
            preflight_sizes(plan, request)
            sources = told_sources(sources, assessment, plan)
        yield Prepared(
            assessment,
            plan,
            sources,
            HandedStore(workspace.store, handed),
            tuple(left_out_of(wanted, handed)),
            handed.passphrase,
        )
