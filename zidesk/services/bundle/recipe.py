"""How a bundle is made, step by step. Each step is a module of this package."""

import time
from dataclasses import replace

from zidesk.domain.archive_layout import plan_layout
from zidesk.domain.progress import CancelToken, Progress, Report, Stage, silent
from zidesk.services.bundle.manifests import write_manifests
from zidesk.services.bundle.papers import Contents, write_papers
from zidesk.services.bundle.payload import CopyTerms, copy_payload
from zidesk.services.bundle.preflight import preflight
from zidesk.services.bundle.read_back import read_back
from zidesk.services.bundle.request import BundleRequest, BundleResult
from zidesk.services.bundle.staging import break_seals, open_staging
from zidesk.services.bundle.trust import trusted_hashes
from zidesk.services.documents.paper import Stationery
from zidesk.storage.paths import Resources
from zidesk.storage.workspace import Workspace


def build_bundle(
    workspace: Workspace,
    request: BundleRequest,
    resources: Resources,
    report: Report = silent,
    cancel: CancelToken | None = None,
) -> BundleResult:
    """plan → preflight → copy → papers → manifests → flush → read back → final name.

    Raises UnknownArea, PreflightFailed (nothing was written), OriginalMissing, OriginalAltered, DriveFault,
    DriveGone, ReadBackFailed, BundleBusy, Cancelled. After any of these the final name is untouched or, while
    an update is under way, visibly unfinished; the next run goes on from there.
    """
    started, cancel = time.monotonic(), cancel or CancelToken()
    assessment = workspace.assessment()
    plan = plan_layout(assessment, request.layout, request.areas)
    report(Progress(Stage.PLAN, 0, len(plan.files), 0, plan.bytes))
    preflight(plan, workspace, request)
    stationery = Stationery(resources.fonts, request.paper, workspace.logo())
    with open_staging(request.destination, plan.root_name, update=request.update) as staging:
        terms = CopyTerms(trusted_hashes(staging, request), request.read_back, request.allow_missing)
        break_seals(staging)
        payload = copy_payload(plan, workspace.store, staging, terms, report, cancel)
        written = replace(plan, files=payload.files)
        contents = Contents(assessment, written, payload.omitted)
        papers = write_papers(contents, stationery, resources, staging, report, cancel)
        write_manifests(assessment, written, payload, papers, staging, flush=request.read_back)
        if request.read_back:
            staging.flush()
            read_back(staging, report, cancel)
        path = staging.publish(flushed=request.read_back)
    seconds = time.monotonic() - started
    return BundleResult(
        path, len(payload.files), payload.bytes, payload.reused, payload.omitted, request.read_back, seconds
    )
