"""Opening a workspace: from anywhere, for writing or only for reading, and what is not one."""

import os
import shutil
import sqlite3
import subprocess
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults import fill, small_drive, write_protected
from zidesk.domain.answer import Answer, Chosen
from zidesk.domain.errors import (
    NotAWorkspace,
    StorageFault,
    WorkspaceDamaged,
    WorkspaceOutdated,
    WorkspaceReadOnly,
    WorkspaceTooNew,
)
from zidesk.storage import schema
from zidesk.storage.clock import Clock
from zidesk.storage.new_workspace import NewWorkspace, create_workspace
from zidesk.storage.workspace import Workspace, open_workspace

YES = Answer(Chosen("Ya"), "ada SK")


def say_yes(workspace: Workspace, code: str = "A.I.1.i.a") -> None:
    workspace.answers.record([(code, YES)], "Operator", workspace.clock())


def set_revision(database: Path, revision: str) -> None:
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))


def test_what_was_saved_is_there_when_it_is_opened_again(workspace: Workspace, clock: Clock) -> None:
    say_yes(workspace)
    changed_at = workspace.facts.changed_at()
    workspace.close()
    again = open_workspace(workspace.paths.root, clock=clock)
    try:
        assert again.answers.all() == {"A.I.1.i.a": YES}
        assert again.facts.changed_at() == changed_at
        assessment = again.assessment()
        assert assessment.changed_at == changed_at
        assert assessment.answer_of("A.I.1.i.a") == YES
        assert assessment.profile.school.name == "SMP Negeri 1 Contoh"
    finally:
        again.close()


@pytest.mark.parametrize("name", ["pindah", "Kerja ZI 100% (2026) #1 ?ü", "ꦱꦼꦏꦺꦴꦭꦃ"])
def test_the_folder_can_be_moved(workspace: Workspace, tmp_path: Path, clock: Clock, name: str) -> None:
    source = tmp_path / "foto.jpg"
    source.write_bytes(b"foto")
    say_yes(workspace)
    put = workspace.store.put(source)
    workspace.close()
    moved = tmp_path / "lain" / name
    moved.parent.mkdir()
    shutil.move(workspace.paths.root, moved)
    for read_only in (False, True):
        again = open_workspace(moved, read_only=read_only, clock=clock)
        try:
            assert again.answers.all() == {"A.I.1.i.a": YES}
            assert again.store.path_of(put.sha256).read_bytes() == b"foto"
            assert again.store.path_of(put.sha256).is_relative_to(moved)
        finally:
            again.close()


def test_it_opens_by_a_relative_path(closed: Path, monkeypatch: pytest.MonkeyPatch, clock: Clock) -> None:
    monkeypatch.chdir(closed.parent)
    for read_only in (False, True):
        open_workspace(Path(closed.name), read_only=read_only, clock=clock).close()


def test_read_only_takes_no_change(workspace: Workspace, clock: Clock) -> None:
    say_yes(workspace)
    workspace.close()
    reader = open_workspace(workspace.paths.root, read_only=True, clock=clock)
    try:
        assert reader.read_only
        with pytest.raises(WorkspaceReadOnly):
            reader.require_writable()
        with pytest.raises(WorkspaceReadOnly) as refused:
            say_yes(reader, "A.I.1.i.b")
        assert refused.value.path == workspace.paths.root
        assert reader.answers.all() == {"A.I.1.i.a": YES}
    finally:
        reader.close()


def test_on_a_write_protected_drive_it_opens_only_for_reading(
    tmp_path: Path, new: NewWorkspace, clock: Clock
) -> None:
    with small_drive(tmp_path / "stik", "8m") as drive:
        root = drive / "kerja"
        workspace = create_workspace(root, new, clock)
        say_yes(workspace)
        workspace.close()
        before = sorted(drive.rglob("*"))
        with write_protected(drive):
            with pytest.raises(WorkspaceReadOnly) as refused:
                open_workspace(root, clock=clock)
            assert refused.value.path == root
            reader = open_workspace(root, read_only=True, clock=clock)
            assert reader.answers.all() == {"A.I.1.i.a": YES}
            assert reader.assessment().counts.answered == 1
            with pytest.raises(WorkspaceReadOnly):
                say_yes(reader, "A.I.1.i.b")
            reader.close()
        assert sorted(drive.rglob("*")) == before


def test_read_only_twice_then_write_protected(tmp_path: Path, new: NewWorkspace, clock: Clock) -> None:
    """A reader of a WAL database leaves an empty journal behind; that must lock nobody out."""
    with small_drive(tmp_path / "stik", "8m") as drive:
        create_workspace(drive / "kerja", new, clock).close()
        open_workspace(drive / "kerja", read_only=True, clock=clock).close()
        with write_protected(drive):
            open_workspace(drive / "kerja", read_only=True, clock=clock).close()
        for shared_memory in (drive / "kerja").glob("*-shm"):
            shared_memory.unlink()
        with write_protected(drive):
            open_workspace(drive / "kerja", read_only=True, clock=clock).close()


_ANSWERS_AND_DIES = """
import os, signal, sys
from pathlib import Path
from zidesk.domain.answer import Answer, Chosen
from zidesk.storage.workspace import open_workspace
workspace = open_workspace(Path(sys.argv[1]))
workspace.answers.record([("A.I.1.i.a", Answer(Chosen("Ya"), "ada SK"))], "Operator", workspace.clock())
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_journal_that_cannot_be_worked_in_is_no_damage(
    tmp_path: Path, new: NewWorkspace, clock: Clock, start: Callable[..., "subprocess.Popen[str]"]
) -> None:
    """Killed with an answer only in the journal, then write-protected: never shown without the answer."""
    with small_drive(tmp_path / "stik", "8m") as drive:
        root = drive / "kerja"
        create_workspace(root, new, clock).close()
        start(_ANSWERS_AND_DIES, root).wait(timeout=30)
        assert (root / "zidesk.db-wal").stat().st_size > 0
        with write_protected(drive):  # the shared memory is still there: it can be read with it
            reader = open_workspace(root, read_only=True, clock=clock)
            assert reader.answers.all() == {"A.I.1.i.a": YES}
            reader.close()
        (root / "zidesk.db-shm").unlink()
        with write_protected(drive), pytest.raises((StorageFault, WorkspaceReadOnly)):
            open_workspace(root, read_only=True, clock=clock)
        workspace = open_workspace(root, clock=clock)
        assert workspace.answers.all() == {"A.I.1.i.a": YES}
        workspace.close()


_DIES_WHILE_WRITING = """
import os, signal, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA journal_mode=delete")
connection.execute("PRAGMA cache_size=1")  # so that pages go to the file before the commit
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE answer SET value = 'Tidak'")
for number in range(500):
    connection.execute("INSERT INTO answer VALUES (?, 'Ya', ?)", (f"A.I.1.i.{number}", "x" * 500))
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("read_only", [False, True])
def test_half_a_change_on_a_stick_is_never_seen(
    workspace: Workspace, clock: Clock, start: Callable[..., "subprocess.Popen[str]"], read_only: bool
) -> None:
    """Killed with half a change in the file itself and the way back in the journal, whoever opens it next."""
    say_yes(workspace)
    workspace.close()
    root = workspace.paths.root
    start(_DIES_WHILE_WRITING, root / "zidesk.db").wait(timeout=30)
    assert (root / "zidesk.db-journal").stat().st_size > 0
    opened = open_workspace(root, read_only=read_only, clock=clock)
    assert opened.answers.all() == {"A.I.1.i.a": YES}
    opened.close()
    assert not (root / "zidesk.db-journal").exists()


def test_half_a_change_on_a_write_protected_stick_is_not_shown(
    tmp_path: Path, new: NewWorkspace, clock: Clock, start: Callable[..., "subprocess.Popen[str]"]
) -> None:
    with small_drive(tmp_path / "stik", "8m") as drive:
        root = drive / "kerja"
        workspace = create_workspace(root, new, clock)
        say_yes(workspace)
        workspace.close()
        start(_DIES_WHILE_WRITING, root / "zidesk.db").wait(timeout=30)
        with write_protected(drive), pytest.raises(WorkspaceReadOnly):
            open_workspace(root, read_only=True, clock=clock)
        reader = open_workspace(root, read_only=True, clock=clock)
        assert reader.answers.all() == {"A.I.1.i.a": YES}
        reader.close()


def test_on_a_full_drive_it_opens_for_reading(tmp_path: Path, new: NewWorkspace, clock: Clock) -> None:
    with small_drive(tmp_path / "stik", "4m") as drive:
        root = drive / "kerja"
        workspace = create_workspace(root, new, clock)
        say_yes(workspace)
        workspace.close()
        (root / "zidesk.lock").unlink()
        filler = fill(drive)
        before = sorted(drive.rglob("*"))
        with pytest.raises(StorageFault) as fault:
            open_workspace(root, clock=clock)
        assert fault.value.reason == "full"
        assert not (root / "zidesk.lock.json").exists()

        reader = open_workspace(root, read_only=True, clock=clock)
        assert reader.answers.all() == {"A.I.1.i.a": YES}
        reader.close()
        assert {path.suffix for path in set(drive.rglob("*")) - set(before)} <= {".lock", ".db-shm", ".db-wal"}

        filler.unlink()
        open_workspace(root, clock=clock).close()


@pytest.mark.parametrize("read_only", [False, True])
class TestNotAWorkspace:
    def test_a_folder_of_other_things(self, tmp_path: Path, read_only: bool) -> None:
        (tmp_path / "foto.jpg").write_text("foto")
        with pytest.raises(NotAWorkspace) as refused:
            open_workspace(tmp_path, read_only=read_only)
        assert refused.value.path == tmp_path
        assert os.listdir(tmp_path) == ["foto.jpg"]  # noqa: PTH208

    def test_nothing_at_all(self, tmp_path: Path, read_only: bool) -> None:
        with pytest.raises(NotAWorkspace):
            open_workspace(tmp_path / "tidak ada", read_only=read_only)
        assert list(tmp_path.iterdir()) == []

    def test_a_file(self, tmp_path: Path, read_only: bool) -> None:
        (tmp_path / "kerja").write_text("berkas")
        with pytest.raises(NotAWorkspace):
            open_workspace(tmp_path / "kerja", read_only=read_only)

    def test_the_database_of_another_program(self, tmp_path: Path, read_only: bool) -> None:
        with closing(sqlite3.connect(tmp_path / "zidesk.db")) as connection, connection:
            connection.execute("CREATE TABLE lagu (judul TEXT)")
        before = (tmp_path / "zidesk.db").read_bytes()
        with pytest.raises(NotAWorkspace):
            open_workspace(tmp_path, read_only=read_only)
        assert (tmp_path / "zidesk.db").read_bytes() == before

    def test_a_database_without_a_revision(self, closed: Path, read_only: bool) -> None:
        with closing(sqlite3.connect(closed / "zidesk.db")) as connection, connection:
            connection.execute("DELETE FROM alembic_version")
        with pytest.raises(NotAWorkspace):
            open_workspace(closed, read_only=read_only)

    def test_a_newer_schema_is_refused_and_left_alone(self, closed: Path, clock: Clock, read_only: bool) -> None:
        set_revision(closed / "zidesk.db", "9999")
        before = (closed / "zidesk.db").read_bytes()
        with pytest.raises(WorkspaceTooNew) as refused:
            open_workspace(closed, read_only=read_only, clock=clock)
        assert (refused.value.path, refused.value.schema) == (closed, "9999")
        assert (closed / "zidesk.db").read_bytes() == before


def test_an_older_schema_is_not_migrated_by_a_reader(closed: Path, clock: Clock) -> None:
    set_revision(closed / "zidesk.db", "0000")
    with pytest.raises(WorkspaceOutdated) as refused:
        open_workspace(closed, read_only=True, clock=clock)
    assert (refused.value.path, refused.value.schema) == (closed, "0000")


def test_a_refused_workspace_is_not_left_locked(closed: Path, clock: Clock) -> None:
    set_revision(closed / "zidesk.db", "9999")
    with pytest.raises(WorkspaceTooNew):
        open_workspace(closed, clock=clock)
    set_revision(closed / "zidesk.db", schema.HEAD)
    open_workspace(closed, clock=clock).close()


def test_a_sheet_spoilt_within_is_damage_and_leaves_no_lock(closed: Path, clock: Clock) -> None:
    with closing(sqlite3.connect(closed / "zidesk.db")) as connection, connection:
        (text,) = connection.execute("SELECT content FROM instrument").fetchone()
        connection.execute("UPDATE instrument SET content = '{}'")
    with pytest.raises(WorkspaceDamaged):
        open_workspace(closed, clock=clock)
    with closing(sqlite3.connect(closed / "zidesk.db")) as connection, connection:
        connection.execute("UPDATE instrument SET content = ?", (text,))
    open_workspace(closed, clock=clock).close()


def test_opened_by_one_thread_it_is_closed_by_another(closed: Path, clock: Clock) -> None:
    opened: list[Workspace] = []
    work = threading.Thread(target=lambda: opened.append(open_workspace(closed, clock=clock)))
    work.start()
    work.join()
    opened[0].close()
    assert not (closed / "zidesk.lock.json").exists()
    open_workspace(closed, clock=clock).close()


def test_closing_twice_is_closing_once(workspace: Workspace) -> None:
    workspace.close()
    workspace.close()


def test_a_damaged_database_is_not_opened_for_reading_either(closed: Path) -> None:
    (closed / "zidesk.db").write_text("Ini bukan basis data." * 100)
    with pytest.raises(WorkspaceDamaged):
        open_workspace(closed, read_only=True)


def test_a_drive_too_full_for_the_automatic_copy_still_opens(tmp_path: Path, new: NewWorkspace) -> None:
    with small_drive(tmp_path / "penuh", "4m") as drive:
        create_workspace(drive / "kerja", new).close()
        for copy in (drive / "kerja" / "cadangan").glob("*"):
            copy.unlink()
        fill(drive, leaving=200_000)
        workspace = open_workspace(drive / "kerja")
        assert workspace.answers.all() == {}
        workspace.close()
