"""Facts, order and bin of evidence. Each change is saved at once; the originals are never touched.

Every function raises WorkspaceReadOnly before anything else, and StorageFault when the drive refuses.
"""

from collections.abc import Sequence

from zidesk.domain.evidence import EvidenceUse
from zidesk.storage.repositories.evidence import UseFacts
from zidesk.storage.workspace import Workspace


def edit(workspace: Workspace, use_id: int, facts: UseFacts) -> EvidenceUse:
    """Save what a person wrote about a use. Raises UnknownEvidence."""
    workspace.require_writable()
    return workspace.evidence.edit(use_id, facts, workspace.clock())


def reorder(workspace: Workspace, code: str, use_ids: Sequence[int]) -> None:
    """Put a question's evidence in this order. Raises OrderIncomplete unless it names each use once."""
    workspace.require_writable()
    workspace.evidence.reorder(code, use_ids, workspace.clock())


def move(workspace: Workspace, use: EvidenceUse, step: int) -> None:
    """Exchange a use with the one `step` places further down (negative: up).

    Nothing happens where there is none, or when the use lies in the bin by now.
    """
    workspace.require_writable()
    order = [item.id for item in workspace.evidence.by_question().get(use.question_code, ())]
    if use.id not in order:
        return
    here = order.index(use.id)
    there = here + step
    if 0 <= there < len(order):
        order[here], order[there] = order[there], order[here]
        reorder(workspace, use.question_code, order)


def remove(workspace: Workspace, use_id: int) -> None:
    """Move a use to the bin; its file stays. Raises UnknownEvidence."""
    workspace.require_writable()
    workspace.evidence.remove(use_id, workspace.clock())


def restore(workspace: Workspace, use_id: int) -> None:
    """Take a use out of the bin, back to its place. Raises UnknownEvidence.

    It stays there when the same content was attached to the question again meanwhile.
    """
    workspace.require_writable()
    workspace.evidence.restore(use_id, workspace.clock())
