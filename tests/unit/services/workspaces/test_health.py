"""The doctor finds what is wrong and changes nothing."""

import os

from zidesk.services.changes.kinds import RemoveUses
from zidesk.services.changes.performing import perform
from zidesk.services.evidence.strays import clean_strays
from zidesk.services.workspaces.health import HealthKind, examine
from zidesk.storage.workspace import Workspace


def test_a_sound_workspace(workspace: Workspace) -> None:
    health = examine(workspace)
    assert (health.files, health.faults, health.sound) == (6, (), True)


def test_missing_and_damaged_originals_are_named_as_attached(workspace: Workspace) -> None:
    (first, gone), (_, hurt) = (
        workspace.evidence.by_question()["A.I.1.i.a"][:2],
        workspace.evidence.by_question()["A.I.2.i.a"],
    )
    workspace.store.path_of(gone.file.sha256).unlink()
    workspace.store.path_of(hurt.file.sha256).write_bytes(b"?" * hurt.file.size)

    health = examine(workspace)

    assert {(fault.kind, fault.name) for fault in health.faults} == {
        (HealthKind.MISSING, gone.original_name),
        (HealthKind.DAMAGED, hurt.original_name),
    }
    assert not health.sound
    assert first.file.sha256 not in {fault.name for fault in health.faults}


def test_orphans_and_leftovers_are_told_but_harm_nothing(workspace: Workspace) -> None:
    orphan = workspace.store.path_of("ab" + "0" * 62)
    orphan.parent.mkdir(exist_ok=True)
    orphan.write_bytes(b"x")
    (workspace.store.root / ".masuk-1234").write_bytes(b"x")

    health = examine(workspace)

    assert [fault.kind for fault in health.faults] == [HealthKind.ORPHANED, HealthKind.LEFTOVER]
    assert health.sound
    assert orphan.exists()


def test_what_lies_in_the_bin_is_no_orphan(workspace: Workspace) -> None:
    for use in workspace.evidence.by_question()["A.I.2.i.a"]:
        perform(workspace, RemoveUses((use.id,)))
    assert examine(workspace).faults == ()


def test_half_copies_of_the_database_are_leftovers_and_go(workspace: Workspace) -> None:
    left = workspace.paths.backups / "zidesk-20260302-080000.db.baru"
    left.write_bytes(b"separuh")
    os.utime(left, (0, 0))
    assert [(fault.kind, fault.name) for fault in examine(workspace).faults] == [(HealthKind.LEFTOVER, left.name)]
    assert clean_strays(workspace).files == 1
    assert examine(workspace).faults == ()
