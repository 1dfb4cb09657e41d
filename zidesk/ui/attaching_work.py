"""What attaching has done in the background: plain functions over the services. No Qt.

Storage and services are imported inside the functions: they run beside the window, which is there first.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from zidesk.domain.evidence import INBOX, EvidenceUse
from zidesk.domain.progress import CancelToken, Report
from zidesk.services.changes.kinds import Done

if TYPE_CHECKING:
    from zidesk.services.ingest.adding import IngestResult
    from zidesk.storage.workspace import Workspace


def attach(
    workspace: "Workspace", code: str, files: Sequence[Path], document: str, report: Report, cancel: CancelToken
) -> "IngestResult":
    """Raises WorkspaceReadOnly, UnknownDocument, StorageFault; what was added before a cancel stays."""
    from zidesk.services.ingest.adding import add_files

    return add_files(workspace, _codes(code), files, report=report, cancel=cancel, fulfils=document)


def attach_picture(workspace: "Workspace", code: str, png: bytes) -> "IngestResult":
    """Raises WorkspaceReadOnly, StorageFault."""
    from zidesk.services.ingest.pasting import add_picture

    return add_picture(workspace, _codes(code), png)


def replace(workspace: "Workspace", use: EvidenceUse, source: Path, cancel: CancelToken) -> Done:
    """Raises FileRefused and its kind, EvidenceInBin, AlreadyAttached, StorageFault, Cancelled."""
    from zidesk.services.ingest.replacing import replace_file

    return replace_file(workspace, use.id, source, cancel)


def _codes(code: str) -> list[str]:
    return [] if code == INBOX else [code]
