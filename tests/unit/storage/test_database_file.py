"""Who only reads a workspace leaves nothing beside its database, and takes nothing from others."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults import small_drive, write_protected
from zidesk.domain.answer import Answer, Chosen
from zidesk.storage.database import connect
from zidesk.storage.database_file import tidy_after_reading
from zidesk.storage.paths import WorkspacePaths
from zidesk.storage.workspace import Workspace, open_workspace

YES = Answer(Chosen("Ya"), "")


@pytest.fixture
def closed(workspace: Workspace) -> Path:
    """A workspace in WAL that nobody has open."""
    workspace.close()
    with closing(sqlite3.connect(workspace.paths.database)) as connection:
        connection.execute("PRAGMA journal_mode=wal")
    return workspace.paths.root


def beside(root: Path) -> set[str]:
    name = WorkspacePaths(root).database.name
    return {path.name.removeprefix(name) for path in root.iterdir() if path.name.startswith(f"{name}-")}


def say_yes(workspace: Workspace) -> None:
    workspace.answers.record([("A.I.1.i.a", YES)], "Operator", workspace.clock())


def test_reading_leaves_nothing_behind_and_changes_nothing(closed: Path) -> None:
    database = WorkspacePaths(closed).database
    before, content = database.stat().st_mtime_ns, database.read_bytes()
    reader = open_workspace(closed, read_only=True)
    reader.assessment()
    assert beside(closed) == {"-wal", "-shm"}, "as SQLite does it"
    reader.close()
    assert beside(closed) == set()
    assert (database.stat().st_mtime_ns, database.read_bytes()) == (before, content)


def test_the_last_of_several_readers_tidies(closed: Path) -> None:
    first, second = open_workspace(closed, read_only=True), open_workspace(closed, read_only=True)
    first.assessment()
    second.assessment()
    first.close()
    assert second.assessment().answers == {}
    second.close()
    assert beside(closed) == set()


def test_a_writer_beside_it_is_not_disturbed(closed: Path) -> None:
    writer = open_workspace(closed)
    reader = open_workspace(closed, read_only=True)
    reader.assessment()
    say_yes(writer)
    assert reader.answers.all() == {"A.I.1.i.a": YES}
    reader.close()
    assert "-wal" in beside(closed), "what is written stands there"
    say_yes(writer)
    assert writer.answers.all() == {"A.I.1.i.a": YES}
    writer.close()
    assert beside(closed) == set()


def test_what_a_writer_has_written_meanwhile_is_left_to_the_next_one(closed: Path) -> None:
    reader = open_workspace(closed, read_only=True)
    assert reader.answers.all() == {}
    writer = open_workspace(closed)
    say_yes(writer)
    assert reader.answers.all() == {"A.I.1.i.a": YES}
    writer.close()
    reader.close()
    assert "-wal" in beside(closed)
    open_workspace(closed).close()
    assert beside(closed) == set()
    with closing(connect(WorkspacePaths(closed).database, read_only=True)) as connection:
        assert connection.execute("SELECT count(*) FROM answer").fetchone() == (1,)


def test_what_a_killed_writer_left_stays_for_the_next_writer(closed: Path, tmp_path: Path) -> None:
    writer = open_workspace(closed)
    say_yes(writer)
    killed = tmp_path / "terputus"
    killed.mkdir()
    for path in closed.iterdir():
        if path.name.startswith("zidesk.db") and not path.name.endswith("-shm"):
            (killed / path.name).write_bytes(path.read_bytes())
    writer.close()
    journal = killed / "zidesk.db-wal"
    before = journal.read_bytes()
    assert before
    reader = open_workspace(killed, read_only=True)
    assert reader.answers.all() == {"A.I.1.i.a": YES}
    reader.close()
    assert journal.read_bytes() == before


def test_a_database_that_went_meanwhile_is_not_made_anew(tmp_path: Path) -> None:
    (tmp_path / "zidesk.db-wal").touch()
    tidy_after_reading(tmp_path / "zidesk.db")
    assert not (tmp_path / "zidesk.db").exists()


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="only root may mount")
def test_a_write_protected_drive_is_read_as_it_stands(closed: Path, tmp_path: Path) -> None:
    with small_drive(tmp_path / "stik", "8m") as drive:
        root = drive / "kerja"
        root.mkdir()
        WorkspacePaths(root).database.write_bytes(WorkspacePaths(closed).database.read_bytes())
        with write_protected(drive):
            reader = open_workspace(root, read_only=True)
            assert reader.assessment().answers == {}
            reader.close()
        assert beside(root) == set()
