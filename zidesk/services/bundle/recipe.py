"""How a bundle is made, step by step. Each step is a module of this package."""

import time
from dataclasses import replace

from zidesk.domain.archive_layout import plan_layout
from zidesk.domain.progress import CancelToken, Progress, Report, Stage, silent
from zidesk.services.bundle.documents import make_documents, papers_to_bundle
from zidesk.services.bundle.intake import CopyTerms
from zidesk.services.bundle.manifests import Written, write_manifests
from zidesk.services.bundle.opening import open_staging
from zidesk.services.bundle.papers import Contents, write_papers
from zidesk.services.bundle.payload import copy_payload
from zidesk.services.bundle.preflight import preflight
from zidesk.services.bundle.read_back import read_back
from zidesk.services.bundle.request import BundleRequest, BundleResult
from zidesk.services.bundle.trust import break_seals, trusted_hashes
from zidesk.services.papers.sources import gather
from zidesk.storage.paths import Resources
from zidesk.storage.workspace import Workspace


def build_bundle(
    workspace: Workspace,
    request: BundleRequest,
    resources: Resources,
    report: Report = silent,
    cancel: CancelToken | None = None,
) -> BundleResult:
    """plan → preflight → copy → documents → papers → manifests → finish → read back → final name.

    Raises UnknownArea, PreflightFailed (nothing was written), OriginalMissing, OriginalAltered, DriveFault,
    DriveGone, ReadBackFailed, BundleBusy, FileTooLargeForPart, Cancelled. After any of these the final name is
    untouched or, while an update is under way, visibly unfinished; the next run goes on from there, but a ZIP
    is written anew.
    """
    started, cancel = time.monotonic(), cancel or CancelToken()
    assessment = workspace.assessment()
    sources = gather(workspace, resources, assessment)
    plan = plan_layout(assessment, request.layout, request.areas, papers_to_bundle(workspace, sources))
    report(Progress(Stage.PLAN, 0, len(plan.files), 0, plan.bytes))
    preflight(plan, workspace, request, sources)
    stationery = sources.stationery(request.paper)
    with open_staging(request, plan, assessment) as staging:
        terms = CopyTerms(request.read_back, request.allow_missing, trusted_hashes(staging, request))
        break_seals(staging)
        payload = copy_payload(plan, workspace.store, staging, terms, report, cancel)
        written = replace(plan, files=payload.files, documents=payload.documents_of(plan))
        made = make_documents(written, payload, sources, stationery, staging, cancel)
        contents = Contents(assessment, written, payload.omitted, sources, workspace)
        papers = write_papers(contents, stationery, resources, staging, report, cancel)
        inside = Written(payload, made)
        tags = write_manifests(assessment, written, inside, papers, staging)
        drawn = (*(document.path for document in made), *papers, *tags)
        staging.finish(drawn, cancel, flush=request.read_back)
        if request.read_back:
            read_back(staging, report, cancel)
        paths = staging.publish(flushed=request.read_back)
    seconds = time.monotonic() - started
    return BundleResult(
        paths[0],
        len(written.files),
        written.bytes,
        payload.reused,
        payload.omitted,
        request.read_back,
        seconds,
        len(written.documents),
        paths if len(paths) > 1 else (),
    )
