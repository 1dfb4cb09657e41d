"""Marking contents as holding personal data: for all uses at once, undone exactly."""

import pytest

from zidesk.domain.errors import WorkspaceReadOnly
from zidesk.domain.evidence import INBOX
from zidesk.domain.privacy import PersonalDecision
from zidesk.services.changes.kinds import DecidePersonal, MoveUses
from zidesk.services.changes.performing import perform
from zidesk.storage.workspace import Workspace, open_workspace

A, B, C = "A.I.1.i.a", "A.I.1.i.b", "A.I.2.i.a"


def content(workspace: Workspace, code: str, at: int = 0) -> str:
    return workspace.evidence.lists()[code][at].file.sha256


def marked(workspace: Workspace) -> list[tuple[str, int]]:
    lists = workspace.evidence.lists()
    return [(code, use.position) for code in sorted(lists) for use in lists[code] if use.personal]


def test_several_at_once_with_every_use(workspace: Workspace) -> None:
    done = perform(workspace, DecidePersonal((content(workspace, A), content(workspace, C, 1)), True), "Siti")
    assert marked(workspace) == [(A, 1), (B, 1), (C, 2)]
    assert (done.codes, done.changed) == ((A, B, C), True)
    assert len(done.use_ids) == 3
    assert {decision.by for decision in workspace.personal.decisions().values()} == {"Siti"}


def test_undone_and_done_again_as_it_was_made(workspace: Workspace) -> None:
    one, two = content(workspace, A), content(workspace, C)
    perform(workspace, DecidePersonal((one,), False), "Siti")
    first = dict(workspace.personal.decisions())
    done = perform(workspace, DecidePersonal((one, two), True), "Budi")
    second = dict(workspace.personal.decisions())
    undone = perform(workspace, done.inverse, "Tono")
    assert workspace.personal.decisions() == first
    assert undone.codes == done.codes == (A, B, C)
    perform(workspace, undone.inverse, "Tono")
    assert workspace.personal.decisions() == second
    assert second[one] == PersonalDecision(True, second[one].at, "Budi")


def test_what_is_decided_so_already_stays_as_it_was_made(workspace: Workspace) -> None:
    one, two = content(workspace, A), content(workspace, C)
    perform(workspace, DecidePersonal((one,), True), "Siti")
    done = perform(workspace, DecidePersonal((one, one, two), True), "Budi")
    assert [workspace.personal.decisions()[sha256].by for sha256 in (one, two)] == ["Siti", "Budi"]
    again = perform(workspace, DecidePersonal((one, two), True), "Tono")
    assert not again.changed
    perform(workspace, done.inverse)
    assert marked(workspace) == [(A, 1), (B, 1)]


def test_a_mark_goes_along_when_a_file_is_moved(workspace: Workspace) -> None:
    perform(workspace, DecidePersonal((content(workspace, A, 1),), True))
    use = workspace.evidence.lists()[A][1]
    done = perform(workspace, MoveUses((use.id,), INBOX))
    assert marked(workspace) == [(INBOX, 1)]
    perform(workspace, done.inverse)
    assert marked(workspace) == [(A, 2)]


def test_a_reader_marks_nothing(workspace: Workspace) -> None:
    sha256 = content(workspace, A)
    workspace.close()
    reader = open_workspace(workspace.paths.root, read_only=True)
    with pytest.raises(WorkspaceReadOnly):
        perform(reader, DecidePersonal((sha256,), True))
    assert marked(reader) == []
    reader.close()
