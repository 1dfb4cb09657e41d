"""Undoing and redoing where uses of one content change places in the same list."""

from zidesk.services.changes.kinds import PlaceUses
from zidesk.services.changes.performing import perform
from zidesk.storage.workspace import Workspace

A, B = "A.I.1.i.a", "A.I.2.i.a"


def test_moved_away_and_shared_back_can_be_undone_and_redone(workspace: Workspace) -> None:
    """The use that left its list must be gone from it before the new one of the same content comes into it."""
    use = workspace.evidence.lists()[A][-1]
    before = workspace.evidence.lists()
    placed = perform(workspace, PlaceUses((use.id,), (B, A)))
    after = workspace.evidence.lists()
    assert [one.id for one in after[A] if one.file == use.file] != [use.id]
    undone = perform(workspace, placed.inverse)
    assert workspace.evidence.lists() == before
    perform(workspace, undone.inverse)
    assert workspace.evidence.lists() == after
