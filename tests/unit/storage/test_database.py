"""How the database file is opened: journal by drive, settings read back, faults by their names."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from tests.faults import fill, small_drive
from zidesk.domain.answer import Answer, Chosen
from zidesk.domain.errors import StorageFault, WorkspaceDamaged, WorkspaceReadOnly
from zidesk.storage.clock import Clock
from zidesk.storage.database import Database, connect, file_uri
from zidesk.storage.drives import Drive
from zidesk.storage.new_workspace import NewWorkspace, create_workspace
from zidesk.storage.repositories.answers import AnswerRepository
from zidesk.storage.workspace import Workspace, open_workspace

FIXED = Drive(Path("/"), "ext4", removable=False, network=False, free=10**9)
STICK = Drive(Path("/media/stik"), "exfat", removable=True, network=False, free=10**9)
SHARE = Drive(Path("/mnt/server"), "cifs", removable=False, network=True, free=10**9)
FAT_DISK = Drive(Path("/mnt/disk"), "vfat", removable=False, network=False, free=10**9)


def pragma(database: Database, name: str) -> Any:
    with database.reading() as session:
        return session.execute(text(f"PRAGMA {name}")).scalar_one()


@pytest.fixture
def opened(closed: Path) -> Iterator[Callable[..., Database]]:
    databases: list[Database] = []

    def make(**options: Any) -> Database:
        databases.append(Database(closed / "zidesk.db", **{"read_only": False, **options}))
        return databases[-1]

    yield make
    for database in databases:
        database.close()


@pytest.mark.parametrize(
    ("drive", "journal"), [(FIXED, "wal"), (STICK, "delete"), (SHARE, "delete"), (FAT_DISK, "delete")]
)
def test_the_journal_suits_the_drive(opened: Callable[..., Database], drive: Drive, journal: str) -> None:
    assert pragma(opened(drive=drive), "journal_mode") == journal


def test_a_workspace_carried_to_a_stick_and_back(workspace: Workspace, clock: Clock) -> None:
    root = workspace.paths.root
    workspace.close()
    for drive, journal in ((STICK, b"\x01\x01"), (FIXED, b"\x02\x02"), (SHARE, b"\x01\x01")):
        workspace = open_workspace(root, clock=clock, drive=drive)
        assert workspace.answers.all() == {}
        workspace.close()
        # bytes 18 and 19 of the file say which journal it has (SQLite's file format, 1.3)
        assert (root / "zidesk.db").read_bytes()[18:20] == journal
        assert not list(root.glob("zidesk.db-*"))


def test_a_new_workspace_on_a_fixed_drive_has_wal(tmp_path: Path, new: NewWorkspace, clock: Clock) -> None:
    with small_drive(tmp_path / "disk", "8m") as drive:  # tmpfs is neither removable nor on a network
        workspace = create_workspace(drive / "kerja", new, clock)
        assert (drive / "kerja" / "zidesk.db-wal").exists()
        workspace.close()
        assert not (drive / "kerja" / "zidesk.db-wal").exists()


def test_every_connection_is_careful(opened: Callable[..., Database]) -> None:
    database = opened(drive=FIXED)
    assert pragma(database, "foreign_keys") == 1
    assert pragma(database, "synchronous") == 2  # FULL
    found: list[Any] = []

    def ask() -> None:
        found.extend(pragma(database, name) for name in ("foreign_keys", "synchronous", "journal_mode"))

    with database.reading():  # the first connection is in use, so the thread gets another
        thread = threading.Thread(target=ask)
        thread.start()
        thread.join()
    assert found == [1, 2, "wal"]


def test_foreign_keys_hold_and_our_own_mistake_is_no_fault_of_the_drive(
    opened: Callable[..., Database],
) -> None:
    database = opened()
    with pytest.raises(IntegrityError), database.writing() as session:
        session.execute(
            text(
                "INSERT INTO evidence (question_code, file_sha256, position, title, number, note,"
                " original_name, added_at) VALUES ('A', 'tidak ada', 1, '', '', '', '', '')"
            )
        )


def test_an_error_within_a_session_undoes_it(opened: Callable[..., Database]) -> None:
    database = opened()
    with pytest.raises(KeyError), database.writing() as session:
        session.execute(text("UPDATE instrument SET name = 'lain'"))
        raise KeyError
    with database.reading() as session:
        assert session.execute(text("SELECT name FROM instrument")).scalar_one() == "kecil"


def test_a_read_only_database_cannot_be_written(opened: Callable[..., Database]) -> None:
    database = opened(read_only=True)
    with pytest.raises(WorkspaceReadOnly), database.writing() as session:
        session.execute(text("UPDATE instrument SET name = 'lain'"))


def rename_sheet(database: Database) -> None:
    with database.writing() as session:
        session.execute(text("UPDATE instrument SET name = 'lain'"))


def test_a_writer_elsewhere_is_called_busy(
    opened: Callable[..., Database], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("zidesk.storage.database._BUSY_TIMEOUT", 0.1)
    database = opened()
    with closing(connect(database.path, read_only=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageFault) as fault:
            rename_sheet(database)
        assert fault.value.reason == "busy"
        other.execute("ROLLBACK")
    rename_sheet(database)


@pytest.mark.parametrize("drive", [FIXED, STICK])
def test_reading_does_not_wait_for_a_writer(
    opened: Callable[..., Database], drive: Drive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("zidesk.storage.database._BUSY_TIMEOUT", 0.1)
    database = opened(drive=drive)
    name = text("SELECT name FROM instrument")
    with database.writing() as writer:
        writer.execute(text("UPDATE instrument SET name = 'lain'"))
        with database.reading() as reader:
            assert reader.execute(name).scalar_one() == "kecil"  # nothing is committed yet
    with database.reading() as reader:
        assert reader.execute(name).scalar_one() == "lain"


def test_what_is_read_is_of_one_moment(opened: Callable[..., Database]) -> None:
    database = opened(drive=FIXED)
    name = text("SELECT name FROM instrument")
    with database.reading() as reader:
        assert reader.execute(name).scalar_one() == "kecil"
        rename_sheet(database)
        assert reader.execute(name).scalar_one() == "kecil"


def test_damage_met_while_it_is_open_is_named(opened: Callable[..., Database]) -> None:
    database = opened(drive=STICK)
    with database.path.open("r+b") as stream:
        stream.seek(0)
        stream.write(b"bukan basis data" * 1000)
    with pytest.raises(WorkspaceDamaged) as fault, database.reading() as session:
        session.execute(text("SELECT * FROM answer")).all()
    assert fault.value.path == database.path.parent


def test_many_threads_may_read_and_write(workspace: Workspace, clock: Clock) -> None:
    """More threads than a pool of one connection for each thread holds: it closed those in use."""
    faults: list[BaseException] = []
    codes = [question.code for question in workspace.instrument.questions if question.options]

    def work(number: int) -> None:
        try:
            for turn in range(6):
                value = Chosen("Ya" if turn % 2 else "Tidak")
                code = codes[(number + turn) % len(codes)]
                workspace.answers.record([(code, Answer(value, f"utas {number}, {turn}"))], "Operator", clock())
                workspace.answers.all()
        except BaseException as fault:
            faults.append(fault)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    changes = [change for code in codes for change in workspace.answers.history(code)]
    assert len(changes) == 12 * 6


@pytest.mark.parametrize("drive", [FIXED, STICK])
def test_a_full_drive_is_named_and_loses_nothing(
    tmp_path: Path, new: NewWorkspace, clock: Clock, drive: Drive
) -> None:
    with small_drive(tmp_path / "stik", "4m") as mounted:
        root = mounted / "kerja"
        create_workspace(root, new, clock).close()
        workspace = open_workspace(root, clock=clock, drive=drive)
        kept = Answer(Chosen("Ya"), "x" * 1000)
        workspace.answers.record([("A.I.1.i.a", kept)], "Operator", clock())
        filler = fill(mounted)
        with pytest.raises(StorageFault) as fault:
            for turn in range(100):
                long = Answer(Chosen("Tidak"), f"{turn}" * 10_000)
                workspace.answers.record([("A.I.1.i.b", long)], "Operator", clock())
                kept_too = long
        assert fault.value.reason == "full"
        assert fault.value.path == root
        saved = workspace.answers.all()  # still readable
        assert saved["A.I.1.i.a"] == kept
        filler.unlink()
        workspace.answers.record([("A.I.1.i.c", kept)], "Operator", clock())
        workspace.close()
        workspace = open_workspace(root, clock=clock)
        assert workspace.answers.all() == {**saved, "A.I.1.i.c": kept}
        if "A.I.1.i.b" in saved:
            assert saved["A.I.1.i.b"] == kept_too
        workspace.close()


def test_a_folder_that_is_gone_is_named(workspace: Workspace, tmp_path: Path) -> None:
    workspace.close()
    missing = Database(tmp_path / "kerja" / "tidak ada" / "zidesk.db", read_only=True)
    with pytest.raises(StorageFault) as fault:
        AnswerRepository(missing, workspace.instrument).all()
    assert fault.value.path == tmp_path / "kerja" / "tidak ada"


def test_a_lock_is_no_reason_to_read_past_it(closed: Path) -> None:
    """A database somebody is just writing must not be read as if nobody did."""
    database = closed / "zidesk.db"
    with closing(sqlite3.connect(database, isolation_level=None)) as writer:
        writer.execute("PRAGMA journal_mode=delete")
        writer.execute("BEGIN EXCLUSIVE")
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("zidesk.storage.database._BUSY_TIMEOUT", 0.05)
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                connect(database, read_only=True)
        writer.execute("ROLLBACK")


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (PurePosixPath("/home/ZI 100%/#1?/zidesk.db"), "file:///home/ZI%20100%25/%231%3F/zidesk.db"),
        (PureWindowsPath(r"E:\ZI 2026\zidesk.db"), "file:///E:/ZI%202026/zidesk.db"),
        (PureWindowsPath(r"\\server\tata usaha\zidesk.db"), "file:////server/tata%20usaha/zidesk.db"),
    ],
)
def test_sqlite_understands_the_address_of_any_path(path: Any, uri: str) -> None:
    assert file_uri(path) == uri
    with pytest.raises(sqlite3.OperationalError, match="unable to open"):  # and not: invalid uri authority
        sqlite3.connect(f"{uri}?mode=ro", uri=True)
