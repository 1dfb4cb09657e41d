"""The papers that go into the payload: signed copies come from the store, the others are made in their place."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from zidesk.domain.archive_layout import PAYLOAD, BundledPaper, BundlePlan, PlannedDocument
from zidesk.domain.assessment import Assessment
from zidesk.domain.errors import CountMismatch, DriveFault, StorageFault, ZideskError
from zidesk.domain.filenames import clean_suffix
from zidesk.domain.paper_record import PaperRecord
from zidesk.domain.progress import CancelToken
from zidesk.services.bundle.payload import Payload
from zidesk.services.bundle.staging import Staging, drive_faults_named
from zidesk.services.documents.letters.kind import PaperFacts
from zidesk.services.documents.making import KINDS, make_paper
from zidesk.services.documents.paper import Stationery
from zidesk.services.papers.fingerprint import content_of
from zidesk.services.papers.parts import has_parts
from zidesk.services.papers.sources import PaperSources
from zidesk.storage.workspace import Workspace

COVER = "cover"
NOTE = "data-note"  # about personal data
ALWAYS = frozenset({"index", "lke"})  # at the top of every bundle
_SIGNED = "bertanda tangan"


@dataclass(frozen=True, slots=True)
class MadeDocument:
    """A paper that was written into the bundle; `path` relative to it, `size` in bytes."""

    path: str
    sha256: str
    size: int


def papers_to_bundle(workspace: Workspace, sources: PaperSources) -> tuple[BundledPaper, ...]:
    """What the school wants in the bundle, in the order of the kinds. Raises StorageFault.

    Where files are marked as personal, the note about handling them goes in, too, beside a signed copy: that was
    made before anybody knew how they would be handed over.
    """
    records = workspace.papers.records()
    order = {key: place for place, key in enumerate(KINDS)}
    wanted = [record for record in records.values() if record.in_bundle and record.kind in order.keys() - ALWAYS]
    noted = any(record.kind == NOTE and record.signed is None for record in wanted)
    if not noted and is_personal(sources.common.assessment):
        wanted.append(PaperRecord(NOTE, ""))
    wanted.sort(key=lambda record: (order[record.kind], record.part))
    return tuple(_bundled(record, sources) for record in wanted if _is_whole(record, sources))


def is_personal(assessment: Assessment) -> bool:
    """Whether any evidence is marked as holding personal data."""
    return any(use.personal for uses in assessment.evidence.values() for use in uses)


def _is_whole(record: PaperRecord, sources: PaperSources) -> bool:
    """A paper of someone who is no longer on the list is made for nobody; his signed copy stays one."""
    return not record.part or record.signed is not None or record.part in sources.members


def _bundled(record: PaperRecord, sources: PaperSources) -> BundledPaper:
    kind = KINDS[record.kind]
    title = kind.title
    if record.part and has_parts(kind.key):
        member = sources.members.get(record.part)
        title = f"{title} – {member.name if member is not None else record.part}"
    if record.signed is not None:
        suffix = clean_suffix(PurePosixPath(record.signed.name).suffix)
        return BundledPaper(kind.key, record.part, f"{title} ({_SIGNED})", suffix, record.signed)
    suffix = ".pdf" if ".pdf" in kind.formats else kind.formats[0]
    return BundledPaper(kind.key, record.part, title, suffix)


def document_obstacles(plan: BundlePlan, sources: PaperSources) -> Iterator[ZideskError]:
    """Why papers could not be made, each fault once; found without drawing them."""
    seen: set[tuple[object, ...]] = set()
    cover = PlannedDocument("", BundledPaper(COVER, "", "", ".pdf"))
    for item in (cover, *_to_make(plan)):
        try:
            content_of(KINDS[item.paper.kind], facts_in(plan, sources, item))
        except ZideskError as fault:
            facts = (type(fault), *vars(fault).values())
            if facts not in seen:
                seen.add(facts)
                yield fault


def facts_in(plan: BundlePlan, sources: PaperSources, item: PlannedDocument) -> PaperFacts:
    """What a paper is made from within this bundle: it tells of the files that are in it."""
    return replace(sources.facts(KINDS[item.paper.kind], item.paper.part), plan=plan, bundled=True)


def make_documents(
    plan: BundlePlan,
    payload: Payload,
    sources: PaperSources,
    stationery: Stationery,
    staging: Staging,
    cancel: CancelToken,
) -> tuple[MadeDocument, ...]:
    """Make every paper of the plan that is no signed copy; the payload is complete after this.

    Raises DriveFault, CountMismatch, Cancelled, and what a faulty text or entry raises.
    """
    made = []
    for item in _to_make(plan):
        cancel.check()
        made.append(_make(item, facts_in(plan, sources, item), stationery, staging))
    expected = len(payload.files) + len(payload.signed) + len(made)
    written = staging.count_files(PAYLOAD)
    if written != expected:
        raise CountMismatch(expected, written)
    return tuple(made)


def _to_make(plan: BundlePlan) -> tuple[PlannedDocument, ...]:
    return tuple(item for item in plan.documents if item.paper.signed is None)


def _make(item: PlannedDocument, facts: PaperFacts, stationery: Stationery, staging: Staging) -> MadeDocument:
    out = staging.path / item.path
    try:
        make_paper(KINDS[item.paper.kind], out, facts, stationery)
    except StorageFault as fault:
        raise DriveFault(staging.path, fault.reason, fault.detail) from fault
    with drive_faults_named(staging.path), out.open("rb") as stream:
        staging.check_device(stream.fileno())
        return MadeDocument(item.path, hashlib.file_digest(stream, "sha256").hexdigest(), out.stat().st_size)
