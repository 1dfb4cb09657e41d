"""How a bundle is made, step by step. Each step is a module of this package."""

import time
from dataclasses import replace

from zidesk.domain.evidence import Treatment
from zidesk.domain.progress import CancelToken, Report, silent
from zidesk.services.bundle.documents import make_documents
from zidesk.services.bundle.intake import CopyTerms
from zidesk.services.bundle.manifests import Written, write_manifests
from zidesk.services.bundle.opening import open_staging
from zidesk.services.bundle.papers import Contents, write_papers
from zidesk.services.bundle.payload import copy_payload
from zidesk.services.bundle.preparing import Prepared, prepared
from zidesk.services.bundle.read_back import lies_on_network, read_back
from zidesk.services.bundle.record import changes_for, earlier_record, record_of
from zidesk.services.bundle.request import BundleRequest, BundleResult
from zidesk.services.bundle.trust import break_seals, trusted_hashes
from zidesk.services.pictures.bundled import bundled_extras
from zidesk.services.renditions.telling import shrunk_in, treated_in
from zidesk.storage.paths import Resources
from zidesk.storage.workspace import Workspace


def build_bundle(
    workspace: Workspace,
    request: BundleRequest,
    resources: Resources,
    report: Report = silent,
    cancel: CancelToken | None = None,
) -> BundleResult:
    """prepare (plan, preflight, copies that differ) → copy → documents → papers → manifests → finish → read back
    → final name.

    Raises UnknownArea, StorageFault, PreflightFailed (nothing was written), OriginalMissing, OriginalAltered,
    DriveFault, DriveGone, ReadBackFailed, BundleBusy, FileTooLargeForPart, Cancelled. After any of these the
    final name is untouched or, while an update is under way, visibly unfinished; the next run goes on from
    there, but a ZIP is written anew.
    """
    started, cancel = time.monotonic(), cancel or CancelToken()
    with prepared(workspace, request, resources, report, cancel) as order:
        result = _write(order, workspace, request, resources, report, cancel)
    return replace(result, seconds=time.monotonic() - started, network=lies_on_network(result.path))


def _write(
    order: Prepared,
    workspace: Workspace,
    request: BundleRequest,
    resources: Resources,
    report: Report,
    cancel: CancelToken,
) -> BundleResult:
    assessment, plan, sources = order.assessment, order.plan, order.sources
    stationery = sources.stationery(request.paper)
    earlier = earlier_record(request)  # it may be the very bundle that is to be updated
    with bundled_extras(workspace) as extras, open_staging(request, plan, assessment) as staging:
        terms = CopyTerms(request.read_back, request.allow_missing, trusted_hashes(staging, request))
        break_seals(staging)
        payload = copy_payload(plan, order.store, staging, terms, report, cancel).with_omitted(order.left_out)
        written = replace(plan, files=payload.files, documents=payload.documents_of(plan))
        made = make_documents(written, payload, sources, stationery, staging, cancel)
        inside = Written(payload, made)
        record = record_of(assessment, written, inside)
        changes = changes_for(request, earlier, record)
        told = payload.omitted, sources, extras, order.store, record, changes, request.merged
        contents = Contents(assessment, written, *told)
        papers = write_papers(contents, stationery, resources, staging, report, cancel)
        tags = write_manifests(assessment, written, inside, papers, staging)
        drawn = (*(document.path for document in made), *papers, *tags)
        staging.finish(drawn, cancel, flush=request.read_back)
        if request.read_back:
            read_back(staging, report, cancel)
        paths = staging.publish(flushed=request.read_back)
    locked = tuple(treated_in(written, Treatment.LOCKED))
    return BundleResult(
        paths[0],
        len(written.files),
        written.bytes,
        payload.reused,
        payload.omitted,
        request.read_back,
        0.0,
        len(written.documents),
        paths if len(paths) > 1 else (),
        tuple(shrunk_in(written, request.limit)),
        locked,
        tuple(treated_in(written, Treatment.REDACTED)),
        order.passphrase if locked else "",
    )
