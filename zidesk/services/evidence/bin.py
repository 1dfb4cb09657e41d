"""Emptying the bin: first the rows, then the originals no other use needs, so that a kill between the two
leaves a file too many and never a use without its file."""

from dataclasses import dataclass

from zidesk.services.evidence.originals import remove_originals
from zidesk.storage.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Purged:
    """`uses` that are gone for good, and the `bytes` of originals that went with them."""

    uses: int
    bytes: int


def empty_bin(workspace: Workspace) -> Purged:
    """Remove everything in the bin for good. Raises WorkspaceReadOnly, StorageFault."""
    workspace.require_writable()
    with workspace.storing:
        uses, contents = workspace.evidence.purge_bin(workspace.clock())
        return Purged(uses, remove_originals(workspace, contents))


def purge(workspace: Workspace, use_id: int) -> Purged:
    """Remove one use from the bin for good.

    Raises WorkspaceReadOnly, UnknownEvidence for one that does not lie in the bin, StorageFault.
    """
    workspace.require_writable()
    with workspace.storing:
        contents = workspace.evidence.purge(use_id, workspace.clock())
        return Purged(1, remove_originals(workspace, contents))
