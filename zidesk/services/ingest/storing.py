"""One file into the store: copied, hashed and looked into."""

from pathlib import Path

from zidesk.domain.evidence import StoredFile
from zidesk.domain.progress import CancelToken
from zidesk.services.ingest.inspection import inspect_file
from zidesk.storage.faults import storage_faults_named
from zidesk.storage.workspace import Workspace


def store_file(workspace: Workspace, source: Path, cancel: CancelToken | None = None) -> StoredFile:
    """Hold `workspace.storing` until the row of its use is written, or the content may be taken for a stray.

    Raises a FileRefused, StorageFault, Cancelled.
    """
    stored = workspace.store.put(source, cancel)
    known = workspace.evidence.inspected(stored.sha256)
    if known is None:
        with storage_faults_named(workspace.paths.root):
            known = inspect_file(workspace.store.path_of(stored.sha256), source.name)
    return StoredFile(stored.sha256, stored.size, known)
