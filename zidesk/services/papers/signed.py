"""The signed copy comes back: a scan or photo is kept in the store of originals beside its paper."""

from pathlib import Path

from zidesk.domain.archive_layout import opening_suffix
from zidesk.domain.errors import NotAScan
from zidesk.domain.evidence import FileKind, FileState, StoredFile
from zidesk.domain.paper_record import SignedCopy
from zidesk.domain.plain_text import storable_text
from zidesk.domain.progress import CancelToken
from zidesk.services.documents.making import KINDS
from zidesk.services.ingest.inspection import inspect_file
from zidesk.services.papers.changes import SetSigned, perform, put_signed, record_of
from zidesk.services.papers.fingerprint import content_of
from zidesk.services.papers.sources import gather
from zidesk.storage.faults import storage_faults_named
from zidesk.storage.paths import Resources
from zidesk.storage.workspace import Workspace

_SCANS = (FileKind.PDF, FileKind.IMAGE)


def attach_signed(
    workspace: Workspace,
    kind: str,
    source: Path,
    resources: Resources,
    *,
    part: str = "",
    cancel: CancelToken | None = None,
) -> SetSigned:
    """Keep `source` as the signed copy, in the place of an older one; the paper goes into the bundle from now on.

    It counts as signed for the data as they are now. Returns the way back. Raises WorkspaceReadOnly, NotAScan,
    a FileRefused, TemplateFaulty, FieldRejected, StorageFault, Cancelled; nothing is changed then.
    """
    workspace.require_writable()
    sources = gather(workspace, resources)
    content = content_of(KINDS[kind], sources.facts(KINDS[kind], part))
    with workspace.storing:
        stored = workspace.store.put(source, cancel)
        found = inspect_signed(workspace, stored.sha256, source.name)
        if found.inspection.kind not in _SCANS or found.inspection.state is not FileState.OK:
            if stored.is_new:
                with storage_faults_named(workspace.paths.root):
                    workspace.store.path_of(stored.sha256).unlink(missing_ok=True)
            raise NotAScan(source, str(found.inspection.state))
        name = storable_text(source.stem) + opening_suffix(source.name, found.inspection)
        copy = SignedCopy(stored.sha256, stored.size, name, workspace.clock(), content.fingerprint)
        return put_signed(workspace, SetSigned(kind, part, copy, in_bundle=True))


def detach_signed(workspace: Workspace, kind: str, part: str = "") -> SetSigned:
    """Forget the signed copy; its file stays until it is cleared away. Returns the way back.

    Raises WorkspaceReadOnly, StorageFault.
    """
    change = perform(workspace, SetSigned(kind, part, None, record_of(workspace, kind, part).in_bundle))
    assert isinstance(change, SetSigned)
    return change


def inspect_signed(workspace: Workspace, sha256: str, name: str) -> StoredFile:
    """A signed copy as previews take it. Raises StorageFault."""
    path = workspace.store.path_of(sha256)
    with storage_faults_named(workspace.paths.root):
        return StoredFile(sha256, path.stat().st_size, inspect_file(path, name))
