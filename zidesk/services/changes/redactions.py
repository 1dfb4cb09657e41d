"""Which parts of a content are covered."""

from zidesk.domain.redaction import tidied
from zidesk.services.changes.kinds import Done, SetRedactions
from zidesk.storage.workspace import Workspace


def set_redactions(workspace: Workspace, change: SetRedactions) -> Done:
    """Boxes that another one covers whole are not kept."""
    boxes = tidied(change.boxes)
    former = workspace.redactions.replace(change.sha256, boxes, workspace.clock())
    uses = workspace.personal.uses_of((change.sha256,))
    return Done(
        SetRedactions(change.sha256, former),
        codes=tuple(sorted({code for _, code in uses})),
        use_ids=tuple(use_id for use_id, _ in uses),
        changed=former != boxes,
    )
