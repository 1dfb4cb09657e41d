"""A newer scan, a better photo: another file in the place of one that is attached."""

from pathlib import Path

from zidesk.domain.plain_text import storable_text
from zidesk.domain.progress import CancelToken
from zidesk.services.changes.kinds import Done, ReplaceFile
from zidesk.services.changes.performing import perform
from zidesk.services.ingest.storing import store_file
from zidesk.storage.workspace import Workspace


def replace_file(workspace: Workspace, use_id: int, source: Path, cancel: CancelToken | None = None) -> Done:
    """Store `source` and let it take the use's place; the former file goes to the bin.

    The last of `Done.use_ids` is the new use. Raises WorkspaceReadOnly, a FileRefused, UnknownEvidence,
    EvidenceInBin, AlreadyAttached, StorageFault, Cancelled; nothing is changed then.
    """
    workspace.require_writable()
    with workspace.storing:
        file = store_file(workspace, source, cancel)
        return perform(workspace, ReplaceFile(use_id, file, storable_text(source.name)))
