"""What the assessment page has done in the background: plain functions over the services. No Qt.

Storage and services are imported inside the functions: they run beside the window, which is there first.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from zidesk.domain.answer import Answer, AnswerChange
from zidesk.domain.assessment import Assessment
from zidesk.domain.evidence import EvidenceUse
from zidesk.domain.progress import CancelToken, Report

if TYPE_CHECKING:
    from zidesk.services.ingest.adding import IngestResult
    from zidesk.storage.workspace import Workspace


def save_answer(workspace: "Workspace", code: str, text: str, by: str) -> AnswerChange | None:
    """Raises AnswerRejected, WorkspaceReadOnly, StorageFault."""
    from zidesk.services.answers.answering import answer_question

    return answer_question(workspace, code, text, None, by)


def save_note(workspace: "Workspace", code: str, note: str, by: str) -> AnswerChange | None:
    """Save a note beside whatever answer is stored at that moment. Raises WorkspaceReadOnly, StorageFault."""
    from zidesk.services.answers.answering import answer_question

    value = workspace.answers.all().get(code, Answer(None)).value
    return answer_question(workspace, code, "" if value is None else str(value), note, by)


def attach(
    workspace: "Workspace", code: str, files: Sequence[Path], report: Report, cancel: CancelToken
) -> "IngestResult":
    """Raises WorkspaceReadOnly, StorageFault; what was added before a cancel stays."""
    from zidesk.services.ingest.adding import add_files

    return add_files(workspace, [code], files, report=report, cancel=cancel)


def edit_use(workspace: "Workspace", use: EvidenceUse) -> Assessment:
    """Save the facts of a use. Raises UnknownEvidence, WorkspaceReadOnly, StorageFault."""
    from zidesk.services.evidence import curating
    from zidesk.storage.repositories.evidence import UseFacts

    curating.edit(workspace, use.id, UseFacts(use.title, use.number, use.dated, use.note))
    return workspace.assessment()


def move_use(workspace: "Workspace", use: EvidenceUse, step: int) -> Assessment:
    """Exchange a use with its neighbour; at the end of the list nothing happens. Raises like `edit_use`."""
    from zidesk.services.evidence import curating

    curating.move(workspace, use, step)
    return workspace.assessment()


def remove_use(workspace: "Workspace", use_id: int) -> Assessment:
    """Move a use to the bin. Raises like `edit_use`."""
    from zidesk.services.evidence import curating

    curating.remove(workspace, use_id)
    return workspace.assessment()


def restore_use(workspace: "Workspace", use_id: int) -> Assessment:
    """Take a use out of the bin. Raises like `edit_use`."""
    from zidesk.services.evidence import curating

    curating.restore(workspace, use_id)
    return workspace.assessment()
