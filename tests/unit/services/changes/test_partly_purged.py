"""Undoing where some of the files were deleted for good meanwhile: what is left of them is brought back, and how
many are not is told."""

import pytest

from zidesk.domain.errors import UnknownEvidence
from zidesk.services.changes.kinds import AddUses, EditUse, RemoveUses
from zidesk.services.changes.performing import perform
from zidesk.services.evidence.bin import empty_bin, purge
from zidesk.storage.workspace import Workspace

A = "A.I.1.i.a"


def ids(workspace: Workspace) -> list[int]:
    return [use.id for use in workspace.evidence.lists().get(A, ())]


def test_an_attach_of_which_some_is_gone(workspace: Workspace) -> None:
    first, second, third = ids(workspace)
    added = perform(workspace, AddUses((first, second, third)))
    perform(workspace, RemoveUses((second,)))
    empty_bin(workspace)
    undone = perform(workspace, added.inverse)
    assert (ids(workspace), undone.gone, undone.changed) == ([], 1, True)
    again = perform(workspace, undone.inverse)
    assert (ids(workspace), again.gone) == ([first, third], 0)
    assert perform(workspace, again.inverse).use_ids == (first, third)


def test_an_attach_of_which_some_lies_in_the_bin_already(workspace: Workspace) -> None:
    first, second, third = ids(workspace)
    added = perform(workspace, AddUses((first, second, third)))
    perform(workspace, RemoveUses((second,)))
    undone = perform(workspace, added.inverse)
    assert (ids(workspace), undone.gone) == ([], 0)
    perform(workspace, undone.inverse)
    assert ids(workspace) == [first, third], "the other was put there by itself"


def test_a_removal_of_which_some_is_gone(workspace: Workspace) -> None:
    first, second, third = ids(workspace)
    removed = perform(workspace, RemoveUses((first, third)))
    purge(workspace, third)
    undone = perform(workspace, removed.inverse)
    assert (ids(workspace), undone.gone) == ([first, second], 1)
    assert perform(workspace, undone.inverse).gone == 0
    assert ids(workspace) == [second]


def test_a_redo_of_which_some_is_gone(workspace: Workspace) -> None:
    first, second, third = ids(workspace)
    undone = perform(workspace, perform(workspace, AddUses((first, second, third))).inverse)
    purge(workspace, first)
    again = perform(workspace, undone.inverse)
    assert (ids(workspace), again.gone) == ([second, third], 1)


def test_where_all_is_gone_it_is_refused(workspace: Workspace) -> None:
    added = perform(workspace, AddUses(tuple(ids(workspace))))
    undone = perform(workspace, added.inverse)
    empty_bin(workspace)
    for change in (added.inverse, undone.inverse):
        with pytest.raises(UnknownEvidence):
            perform(workspace, change)


def test_what_the_user_wishes_now_is_done_whole_or_not_at_all(workspace: Workspace) -> None:
    first, second, _ = before = ids(workspace)
    perform(workspace, RemoveUses((second,)))
    purge(workspace, second)
    with pytest.raises(UnknownEvidence):
        perform(workspace, RemoveUses((first, second)))
    assert ids(workspace) == [use_id for use_id in before if use_id != second]
    assert perform(workspace, EditUse(first, "satu")).gone == 0
