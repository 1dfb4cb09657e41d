"""What was decided about contents: kept, read with every use, remembered, and all of it or nothing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from zidesk.domain.errors import WorkspaceReadOnly
from zidesk.domain.evidence import INBOX, StoredFile
from zidesk.domain.privacy import PersonalDecision, PersonalKind
from zidesk.storage.clock import Clock
from zidesk.storage.paths import WorkspacePaths
from zidesk.storage.personal_findings import NAME, PersonalFindings
from zidesk.storage.repositories.evidence import NewUse
from zidesk.storage.workspace import Workspace, open_workspace

A, B = "A.I.1.i.a", "A.I.1.i.b"
Stored = Callable[[str], StoredFile]
AT = datetime.fromisoformat("2026-03-02T09:00:00+07:00")
YES, NO = PersonalDecision(True, AT, "Siti"), PersonalDecision(False, AT, "Budi")


@pytest.fixture
def used(workspace: Workspace, stored: Stored) -> Workspace:
    """One content under two questions and another in the inbox."""
    one, other = stored("satu"), stored("dua")
    new = [NewUse(A, one, "Satu", "1.pdf"), NewUse(B, one, "Satu", "1.pdf"), NewUse(INBOX, other, "Dua", "2.pdf")]
    workspace.evidence.add(new, workspace.clock())
    return workspace


def marked(workspace: Workspace) -> list[tuple[str, bool]]:
    return [(code, use.personal) for code, uses in sorted(workspace.evidence.lists().items()) for use in uses]


def test_the_mark_belongs_to_the_content(used: Workspace, stored: Stored) -> None:
    before = used.facts.changed_at()
    former = used.personal.decide(((stored("satu").sha256, YES),), used.clock())
    assert former == ((stored("satu").sha256, None),)
    assert marked(used) == [(INBOX, False), (A, True), (B, True)]
    assert used.facts.changed_at() > before
    assert all(use.personal for uses in used.assessment().evidence.values() for use in uses)
    assert [code for _, code in used.personal.uses_of([stored("satu").sha256])] == [A, B]


def test_a_no_is_remembered_and_is_no_mark(used: Workspace, stored: Stored) -> None:
    used.personal.decide(((stored("dua").sha256, NO),), used.clock())
    assert used.personal.decisions() == {stored("dua").sha256: NO}
    assert not any(personal for _, personal in marked(used))


def test_taken_back_and_put_back_as_it_was_made(used: Workspace, stored: Stored) -> None:
    sha256 = stored("satu").sha256
    used.personal.decide(((sha256, YES),), used.clock())
    assert used.personal.decide(((sha256, NO),), used.clock()) == ((sha256, YES),)
    assert used.personal.decide(((sha256, None),), used.clock()) == ((sha256, NO),)
    assert used.personal.decisions() == {}
    assert used.personal.decide(((sha256, YES),), used.clock()) == ((sha256, None),)
    assert used.personal.decisions() == {sha256: YES}


def test_what_is_so_already_changes_nothing(used: Workspace, stored: Stored) -> None:
    used.personal.decide(((stored("satu").sha256, YES),), used.clock())
    before = used.facts.changed_at()
    assert used.personal.decide(((stored("satu").sha256, YES), ("ff" * 32, None)), used.clock()) == ()
    assert used.facts.changed_at() == before


def test_a_content_that_comes_back_is_known(used: Workspace, stored: Stored) -> None:
    used.personal.decide(((stored("satu").sha256, YES),), used.clock())
    (added,), _ = used.evidence.add([NewUse(INBOX, stored("satu"), "Lagi", "1.pdf")], used.clock())
    assert added.personal
    (other,), _ = used.evidence.add([NewUse(A, stored("dua"), "Dua", "2.pdf")], used.clock())
    assert not other.personal


def test_a_use_in_the_bin_is_marked_too(used: Workspace, stored: Stored) -> None:
    used.personal.decide(((stored("satu").sha256, YES),), used.clock())
    with used.evidence.changing(used.clock()) as desk:
        desk.save(replace(desk.record(1), removed_at=AT))
    assert [use.personal for use in used.evidence.bin()] == [True]
    assert [code for _, code in used.personal.uses_of([stored("satu").sha256])] == [B]


def test_it_is_there_next_time_and_a_reader_cannot_decide(used: Workspace, stored: Stored, clock: Clock) -> None:
    used.personal.decide(((stored("satu").sha256, YES),), used.clock())
    root = used.paths.root
    used.close()
    again = open_workspace(root, read_only=True, clock=clock)
    assert again.personal.decisions() == {stored("satu").sha256: YES}
    with pytest.raises(WorkspaceReadOnly):
        again.personal.decide(((stored("satu").sha256, NO),), clock())
    again.close()


class TestFindings:
    found = {"ab" * 32: {PersonalKind.NIK: 12, PersonalKind.PHONE: 3}, "cd" * 32: {}}  # noqa: RUF012

    @pytest.fixture
    def paths(self, tmp_path: Path) -> WorkspacePaths:
        return WorkspacePaths(tmp_path)

    def test_kept_under_their_rules(self, paths: WorkspacePaths) -> None:
        findings = PersonalFindings(paths, read_only=False)
        findings.save("1", self.found)
        assert PersonalFindings(paths, read_only=True).load("1") == self.found
        assert findings.load("2") == {}
        assert [path.name for path in paths.cache.iterdir()] == [NAME]

    def test_a_reader_writes_nothing(self, paths: WorkspacePaths) -> None:
        PersonalFindings(paths, read_only=True).save("1", self.found)
        assert not paths.cache.exists()

    @pytest.mark.parametrize(
        "content",
        [
            "", "[]", "{}", '{"rules": "1"}', '{"rules": "1", "found": [1]}', "\x00",
            '{"rules": "1", "found": {"a": {"x": 1}}}',
            '{"rules": "1", "found": {"a": {"nik": "banyak"}}}', "[" * 100_000,
        ],
    )  # fmt: skip
    def test_bytes_of_somebody_else_are_nothing(self, paths: WorkspacePaths, content: str) -> None:
        paths.cache.mkdir()
        (paths.cache / NAME).write_text(content, encoding="utf-8")
        assert PersonalFindings(paths, read_only=False).load("1") == {}

    def test_nowhere_to_write(self, tmp_path: Path) -> None:
        (tmp_path / "cache").write_text("bukan folder")
        findings = PersonalFindings(WorkspacePaths(tmp_path), read_only=False)
        findings.save("1", self.found)
        assert findings.load("1") == {}
