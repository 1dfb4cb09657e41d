"""The bin is emptied: rows first, then the originals nothing else needs."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from zidesk.domain.errors import UnknownEvidence
from zidesk.services.changes.kinds import RemoveUses, ReplaceProfile
from zidesk.services.changes.performing import perform
from zidesk.services.evidence.bin import Purged, empty_bin, purge
from zidesk.services.evidence.strays import clean_strays
from zidesk.services.workspaces.health import HealthKind, examine
from zidesk.storage.workspace import Workspace

CODE = "A.I.1.i.a"


def test_only_originals_nobody_needs_go(workspace: Workspace) -> None:
    shared, alone, kept = workspace.evidence.by_question()[CODE]
    perform(workspace, RemoveUses((shared.id, alone.id)))
    assert empty_bin(workspace) == Purged(2, alone.file.size)
    assert workspace.store.path_of(shared.file.sha256).is_file()  # it serves another question
    assert workspace.store.path_of(kept.file.sha256).is_file()
    assert not workspace.store.path_of(alone.file.sha256).exists()
    assert examine(workspace).faults == ()
    assert empty_bin(workspace) == Purged(0, 0)


def test_one_is_removed_for_good(workspace: Workspace) -> None:
    _, second, third = workspace.evidence.by_question()[CODE]
    perform(workspace, RemoveUses((second.id, third.id)))
    assert purge(workspace, third.id) == Purged(1, third.file.size)
    assert [use.id for use in workspace.evidence.bin()] == [second.id]
    with pytest.raises(UnknownEvidence):
        purge(workspace, third.id)


def test_the_logo_is_kept_though_its_evidence_goes(workspace: Workspace) -> None:
    _, second, _ = workspace.evidence.by_question()[CODE]
    profile = workspace.facts.profile()
    school = replace(profile.school, logo=second.file.sha256)
    perform(workspace, ReplaceProfile(replace(profile, school=school)))
    perform(workspace, RemoveUses((second.id,)))
    assert empty_bin(workspace) == Purged(1, 0)
    assert workspace.logo() is not None


def test_killed_between_row_and_file_a_file_is_left_and_no_use_without_one(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, second, _ = workspace.evidence.by_question()[CODE]
    perform(workspace, RemoveUses((second.id,)))

    def killed(_path: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(Path, "unlink", killed)
        empty_bin(workspace)
    assert [fault.kind for fault in examine(workspace).faults] == [HealthKind.ORPHANED]
    assert workspace.evidence.bin() == ()
    assert clean_strays(workspace).files == 0  # stored within this session
    age(workspace, workspace.store.path_of(second.file.sha256))
    assert clean_strays(workspace).bytes == second.file.size
    assert examine(workspace).faults == ()


def test_strays_of_before_are_cleaned_and_nothing_else(workspace: Workspace) -> None:
    old, new, temporary = ("aa" * 32, "bb" * 32, ".masuk-alt")
    (owned, *_) = workspace.evidence.by_question()[CODE]
    foreign = workspace.store.path_of(old).with_name("catatan.txt")
    left = workspace.store.root / temporary
    for path in (workspace.store.path_of(old), workspace.store.path_of(new), foreign, left):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"12345")
    for path in (workspace.store.path_of(old), foreign, left, workspace.store.path_of(owned.file.sha256)):
        age(workspace, path)
    cleaned = clean_strays(workspace)
    assert (cleaned.files, cleaned.bytes) == (2, 10)
    assert not workspace.store.path_of(old).exists()
    assert not left.exists()
    assert workspace.store.path_of(new).is_file()
    assert foreign.is_file()
    assert workspace.store.path_of(owned.file.sha256).is_file()


def age(workspace: Workspace, path: Path) -> None:
    """Make it older than the session."""
    before = workspace.paths.lock_holder.stat().st_mtime_ns - 3_000_000_000
    os.utime(path, ns=(before, before))
