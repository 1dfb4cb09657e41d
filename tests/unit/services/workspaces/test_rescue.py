"""A damaged database gives way to the newest good copy; what was attached after it is found again."""

import os
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from zidesk.domain.errors import NotAWorkspace, WorkspaceDamaged, WorkspaceLocked
from zidesk.domain.evidence import INBOX
from zidesk.messages import explain
from zidesk.messages.workspace import backup_words, rescue_words
from zidesk.services.evidence.adopting import adopt_strays
from zidesk.services.ingest.adding import add_files
from zidesk.services.workspaces.health import examine
from zidesk.services.workspaces.rescue import restore_newest
from zidesk.storage import backups
from zidesk.storage.damage import find_damage
from zidesk.storage.database import quick_check
from zidesk.storage.workspace import Workspace, open_workspace

TITLE = "Bukti tanpa pemilik"


@pytest.fixture
def spoilt(workspace: Workspace, tmp_path: Path) -> Workspace:
    """Closed and cut in half; its copy knows six files, two more were attached afterwards."""
    backups.rotate(workspace.paths, workspace.clock() + timedelta(days=1))
    later = [tmp_path / "kemudian 1.txt", tmp_path / "kemudian 2.txt"]
    for path in later:
        path.write_text(f"isi {path.name}")
    add_files(workspace, ["1.i.a"], later)
    workspace.close()
    os.truncate(workspace.paths.database, workspace.paths.database.stat().st_size // 2)
    return workspace


def test_everything_attached_is_in_a_list_again(spoilt: Workspace) -> None:
    damaged = spoilt.paths.database.read_bytes()
    rescued = restore_newest(spoilt.paths.root, TITLE, spoilt.clock)
    assert rescued is not None
    assert (rescued.adopted, rescued.aside.read_bytes()) == (2, damaged)
    workspace = open_workspace(spoilt.paths.root, clock=spoilt.clock)
    lists = workspace.evidence.lists()
    assert {use.title[: len(TITLE)] for use in lists[INBOX]} == {TITLE}
    assert {use.original_name[-4:] for use in lists[INBOX]} == {".txt"}
    assert len({use.file.sha256 for uses in lists.values() for use in uses}) == 8
    assert examine(workspace).faults == ()
    assert adopt_strays(workspace, TITLE) == ()
    workspace.close()
    assert restore_newest(spoilt.paths.root, TITLE, spoilt.clock) is None  # nothing is wrong any more


def test_a_journal_of_the_damaged_file_is_not_worked_into_the_copy(spoilt: Workspace) -> None:
    copy = next(backups.automatic_backups(spoilt.paths))
    journal = spoilt.paths.database.with_name("zidesk.db-journal")
    journal.write_bytes(b"sisa")
    backups.copy_database(copy, spoilt.paths.database)
    assert not journal.exists()


def test_without_a_good_copy_nothing_is_touched(spoilt: Workspace) -> None:
    for copy in backups.automatic_backups(spoilt.paths):
        os.truncate(copy, 100)
    before = spoilt.paths.database.read_bytes()
    with pytest.raises(WorkspaceDamaged) as refused:
        restore_newest(spoilt.paths.root, TITLE, spoilt.clock)
    assert refused.value.backup is None
    assert spoilt.paths.database.read_bytes() == before
    assert not list(spoilt.paths.backups.glob("rusak-*"))


def test_a_workspace_that_is_open_is_left_alone(workspace: Workspace) -> None:
    workspace.paths.database.write_bytes(b"?" * 5000)
    with pytest.raises(WorkspaceLocked):
        restore_newest(workspace.paths.root, TITLE, workspace.clock)


def test_no_workspace_at_all(tmp_path: Path) -> None:
    with pytest.raises(NotAWorkspace):
        restore_newest(tmp_path, TITLE)


@pytest.mark.parametrize(
    "spoil",
    [
        "UPDATE instrument SET content = '{}'",
        "UPDATE instrument SET content = CAST(x'ff41' AS TEXT)",
        "UPDATE file SET kind = 'bukan apa-apa'",
        "UPDATE evidence SET added_at = 'kapan'",
        "DELETE FROM instrument",
    ],
)
def test_damage_within_texts_is_damage_too(workspace: Workspace, spoil: str) -> None:
    """SQLite's own check looks at pages only."""
    backups.rotate(workspace.paths, workspace.clock() + timedelta(days=1))
    workspace.close()
    with closing(sqlite3.connect(workspace.paths.database)) as connection, connection:
        connection.execute(spoil)
    assert quick_check(workspace.paths.database) == ""
    assert find_damage(workspace.paths.database)
    rescued = restore_newest(workspace.paths.root, TITLE, workspace.clock)
    assert rescued is not None
    assert rescued.adopted == 0
    assert find_damage(workspace.paths.database) == ""


def test_damage_within_texts_is_never_backed_up(workspace: Workspace) -> None:
    workspace.close()
    for copy in list(backups.automatic_backups(workspace.paths)):
        copy.unlink()
    with closing(sqlite3.connect(workspace.paths.database)) as connection, connection:
        connection.execute("UPDATE file SET kind = 'bukan apa-apa'")
    with pytest.raises(WorkspaceDamaged):
        open_workspace(workspace.paths.root, clock=workspace.clock)
    assert list(backups.automatic_backups(workspace.paths)) == []


def test_the_words_name_the_day_and_what_to_do(spoilt: Workspace) -> None:
    with pytest.raises(WorkspaceDamaged) as refused:
        open_workspace(spoilt.paths.root, clock=spoilt.clock)
    assert refused.value.backup is not None
    words = str(explain(refused.value))
    assert "3 Maret 2026 pukul" in words
    assert "--restore-newest" in words
    assert "--restore-newest" not in str(explain(WorkspaceDamaged(spoilt.paths.root, "", None)))
    said = rescue_words(refused.value.backup, Path("rusak-20260304-080000.db"), 2)
    assert backup_words(refused.value.backup) in said
    assert "2 berkas bukti" in said
    assert "kotak masuk" not in rescue_words(refused.value.backup, Path("x"), 0)
