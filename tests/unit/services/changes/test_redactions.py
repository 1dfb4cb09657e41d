"""Covering parts of a content: for every use of it, kept in order, and with the way back."""

import pytest

from zidesk.domain.errors import WorkspaceReadOnly
from zidesk.domain.evidence import EvidenceUse
from zidesk.domain.redaction import Box
from zidesk.services.changes.kinds import RemoveUses, SetRedactions
from zidesk.services.changes.performing import perform
from zidesk.storage.repositories.evidence import NewUse
from zidesk.storage.workspace import Workspace, open_workspace

A, B = "A.I.1.i.a", "A.I.1.i.b"
LARGE, INNER, SECOND = Box(1, 0.1, 0.1, 0.9, 0.5), Box(1, 0.2, 0.2, 0.3, 0.3), Box(2, 0.0, 0.0, 0.5, 0.25)


@pytest.fixture
def use(workspace: Workspace) -> EvidenceUse:
    """In use under two questions."""
    lists = workspace.evidence.lists()
    found = lists[A][0]
    assert [code for code, uses in lists.items() if any(use.file == found.file for use in uses)] == [A, B]
    return found


def covered(workspace: Workspace, sha256: str) -> dict[str, list[bool]]:
    lists = workspace.evidence.lists()
    return {code: [use.covered for use in lists.get(code, ()) if use.file.sha256 == sha256] for code in (A, B)}


def test_every_use_of_the_content_is_covered(workspace: Workspace, use: EvidenceUse) -> None:
    sha256 = use.file.sha256
    done = perform(workspace, SetRedactions(sha256, (SECOND, LARGE)))
    assert workspace.redactions.of(sha256) == (LARGE, SECOND)
    assert covered(workspace, sha256) == {A: [True], B: [True]}
    assert done.changed and done.codes == (A, B) and len(done.use_ids) == 2
    others = [other for uses in workspace.evidence.lists().values() for other in uses if other.file != use.file]
    assert others and not any(other.covered for other in others)


def test_undone_it_is_bare_and_done_again_covered(workspace: Workspace, use: EvidenceUse) -> None:
    sha256 = use.file.sha256
    first = perform(workspace, SetRedactions(sha256, (LARGE,)))
    second = perform(workspace, SetRedactions(sha256, (SECOND,)))
    again = perform(workspace, second.inverse)
    assert workspace.redactions.of(sha256) == (LARGE,)
    perform(workspace, first.inverse)
    assert workspace.redactions.all() == {}
    assert covered(workspace, sha256) == {A: [False], B: [False]}
    perform(workspace, again.inverse)
    assert workspace.redactions.all() == {sha256: (SECOND,)}


def test_the_same_boxes_are_no_change(workspace: Workspace, use: EvidenceUse) -> None:
    perform(workspace, SetRedactions(use.file.sha256, (LARGE, SECOND)))
    before = workspace.facts.changed_at()
    done = perform(workspace, SetRedactions(use.file.sha256, (SECOND, INNER, LARGE, LARGE)))
    assert not done.changed
    assert workspace.facts.changed_at() == before


def test_boxes_are_still_there_when_a_file_comes_back(workspace: Workspace, use: EvidenceUse) -> None:
    perform(workspace, SetRedactions(use.file.sha256, (LARGE,)))
    ids = tuple(one.id for uses in workspace.evidence.lists().values() for one in uses if one.file == use.file)
    perform(workspace, RemoveUses(ids))
    workspace.evidence.purge_bin(workspace.clock())
    (added,), _ = workspace.evidence.add([NewUse(A, use.file, "Kembali", "kembali.txt")], workspace.clock())
    assert added.covered
    assert covered(workspace, use.file.sha256)[A] == [True]


def test_a_change_is_noted_and_kept(workspace: Workspace, use: EvidenceUse) -> None:
    perform(workspace, SetRedactions(use.file.sha256, (LARGE,)))
    root = workspace.paths.root
    workspace.close()
    again = open_workspace(root, read_only=True)
    try:
        assert again.redactions.of(use.file.sha256) == (LARGE,)
        with pytest.raises(WorkspaceReadOnly):
            perform(again, SetRedactions(use.file.sha256, ()))
    finally:
        again.close()
