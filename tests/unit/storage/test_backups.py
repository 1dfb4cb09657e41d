"""Copies of the database while it is in use, and the rotation of the automatic ones."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests import flushes
from tests.faults import fill, small_drive, write_protected
from zidesk.domain.answer import Answer, Chosen
from zidesk.domain.errors import StorageFault, WorkspaceDamaged
from zidesk.storage import backups
from zidesk.storage.backups import (
    EVERY,
    KEEP,
    copy_database,
    copy_elsewhere,
    newest_good,
    place_elsewhere,
    rotate,
)
from zidesk.storage.clock import Clock
from zidesk.storage.database import quick_check
from zidesk.storage.new_workspace import NewWorkspace, create_workspace
from zidesk.storage.paths import WorkspacePaths
from zidesk.storage.workspace import Workspace, open_workspace

YES = Answer(Chosen("Ya"), "ada SK")
NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


def answers_in(database: Path) -> list[str]:
    with closing(sqlite3.connect(database)) as connection:
        return [row[0] for row in connection.execute("SELECT code FROM answer ORDER BY code")]


def record(workspace: Workspace, code: str, note: str = "ada SK") -> None:
    workspace.answers.record([(code, Answer(Chosen("Ya"), note))], "Operator", workspace.clock())


@pytest.fixture
def paths(tmp_path: Path) -> WorkspacePaths:
    """A database of something, and no copy yet: rotation does not care what is in it."""
    paths = WorkspacePaths(tmp_path)
    with closing(sqlite3.connect(paths.database)) as connection, connection:
        connection.execute("CREATE TABLE isi (x)")
    return paths


class TestCopy:
    def test_a_database_in_use_is_copied_with_what_only_the_journal_holds(
        self, workspace: Workspace, tmp_path: Path
    ) -> None:
        record(workspace, "A.I.1.i.a")
        assert (workspace.paths.root / "zidesk.db-wal").stat().st_size > 0
        copy = tmp_path / "lain" / "salinan.db"
        copy_database(workspace.paths.database, copy)
        assert answers_in(copy) == ["A.I.1.i.a"]
        assert quick_check(copy) == ""
        assert list(copy.parent.iterdir()) == [copy]  # one file, without a journal
        record(workspace, "A.I.1.i.b")
        assert len(workspace.answers.all()) == 2

    def test_a_copy_is_of_one_moment_while_another_thread_writes(
        self, workspace: Workspace, tmp_path: Path
    ) -> None:
        """Every answer has its line in the history: in a torn copy one would be without the other."""
        stop = threading.Event()

        def write() -> None:
            for turn in range(10_000):
                if stop.is_set():
                    return
                record(workspace, "A.I.1.i.a", f"catatan {turn} " * 50)

        writer = threading.Thread(target=write)
        writer.start()
        try:
            for turn in range(8):
                copy = tmp_path / f"salinan {turn}.db"
                copy_database(workspace.paths.database, copy)
                assert quick_check(copy) == ""
                with closing(sqlite3.connect(copy)) as connection:
                    notes = connection.execute("SELECT note FROM answer").fetchall()
                    last = "SELECT new_note FROM answer_change ORDER BY id DESC LIMIT 1"
                    assert connection.execute(last).fetchall() == notes
        finally:
            stop.set()
            writer.join()

    def test_the_copy_does_not_depend_on_the_original(self, workspace: Workspace, tmp_path: Path) -> None:
        record(workspace, "A.I.1.i.a")
        workspace.close()
        copy_database(workspace.paths.database, tmp_path / "salinan.db")
        workspace.paths.database.write_text("rusak")
        assert answers_in(tmp_path / "salinan.db") == ["A.I.1.i.a"]

    def test_an_older_copy_is_replaced_with_what_lay_beside_it(self, workspace: Workspace, tmp_path: Path) -> None:
        copy = tmp_path / "salinan.db"
        for name in ("salinan.db", "salinan.db-wal", "salinan.db-shm", "salinan.db.baru"):
            (tmp_path / name).write_text("dari dulu")
        (tmp_path / "nama kedua").hardlink_to(copy)
        record(workspace, "A.I.1.i.a")
        copy_database(workspace.paths.database, copy)
        assert [path.name for path in tmp_path.glob("salinan*")] == ["salinan.db"]
        assert answers_in(copy) == ["A.I.1.i.a"]
        assert (tmp_path / "nama kedua").read_text() == "dari dulu"  # replaced at once, not written over

    def test_its_name_is_on_the_device(
        self, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        copy = tmp_path / "lain" / "salinan.db"
        done = flushes.watch(monkeypatch)
        copy_database(workspace.paths.database, copy)
        assert done == [("flushed", tmp_path), ("named", copy), ("flushed", copy.parent)]

    def test_a_full_drive_leaves_the_copy_that_was_there(self, workspace: Workspace, tmp_path: Path) -> None:
        with small_drive(tmp_path / "stik", "1m") as drive:
            copy = drive / "salinan.db"
            copy_database(workspace.paths.database, copy)
            old = copy.read_bytes()
            record(workspace, "A.I.1.i.a", "panjang " * 100_000)
            for leaving in (0, 4096, 100_000):
                filler = fill(drive, leaving)
                with pytest.raises(StorageFault) as fault:
                    copy_database(workspace.paths.database, copy)
                assert (fault.value.reason, fault.value.path) == ("full", drive)
                assert sorted(drive.iterdir()) == sorted([copy, filler])
                assert copy.read_bytes() == old
                filler.unlink()

    def test_a_write_protected_drive(self, workspace: Workspace, tmp_path: Path) -> None:
        with small_drive(tmp_path / "stik", "1m") as drive, write_protected(drive):
            for copy in (drive / "salinan.db", drive / "lain" / "salinan.db"):
                with pytest.raises(StorageFault) as fault:
                    copy_database(workspace.paths.database, copy)
                assert fault.value.reason == "denied"

    def test_from_a_write_protected_drive(self, tmp_path: Path, new: NewWorkspace, clock: Clock) -> None:
        with small_drive(tmp_path / "stik", "4m") as drive:
            workspace = create_workspace(drive / "kerja", new, clock)
            record(workspace, "A.I.1.i.a")
            workspace.close()
            with write_protected(drive):
                copy_database(drive / "kerja" / "zidesk.db", tmp_path / "salinan.db")
        assert answers_in(tmp_path / "salinan.db") == ["A.I.1.i.a"]

    def test_a_damaged_source_makes_no_copy(self, tmp_path: Path) -> None:
        (tmp_path / "rusak.db").write_text("bukan basis data " * 1000)
        with pytest.raises(WorkspaceDamaged):
            copy_database(tmp_path / "rusak.db", tmp_path / "salinan.db")
        assert [path.name for path in tmp_path.iterdir()] == ["rusak.db"]

    def test_a_missing_source_makes_no_copy(self, tmp_path: Path) -> None:
        with pytest.raises(StorageFault):
            copy_database(tmp_path / "tidak ada.db", tmp_path / "salinan.db")
        assert list(tmp_path.iterdir()) == []


class TestRotation:
    def names(self, paths: WorkspacePaths) -> list[str]:
        return sorted(path.name for path in paths.backups.iterdir())

    def test_the_first_is_made_at_once(self, paths: WorkspacePaths) -> None:
        copy = rotate(paths, NOW)
        assert copy == paths.backups / "zidesk-20260302-080000.db"
        assert copy.is_file()

    def test_the_next_after_half_a_day(self, paths: WorkspacePaths) -> None:
        assert rotate(paths, NOW)
        for hours in (0, 1, 11):
            assert rotate(paths, NOW + timedelta(hours=hours)) is None
        assert rotate(paths, NOW + EVERY - timedelta(seconds=1)) is None
        assert rotate(paths, NOW + EVERY) is not None
        assert len(self.names(paths)) == 2

    def test_the_oldest_beyond_ten_go(self, paths: WorkspacePaths) -> None:
        made = [rotate(paths, NOW + turn * EVERY) for turn in range(KEEP + 4)]
        kept = [copy.name for copy in made[-KEEP:] if copy is not None]
        assert len(kept) == KEEP == 10
        assert self.names(paths) == kept
        assert [copy.name for copy in backups.automatic_backups(paths)] == kept[::-1]

    def test_other_files_are_left_alone(self, paths: WorkspacePaths) -> None:
        paths.backups.mkdir()
        others = ["sebelum-migrasi-0001-20250101-000000.db", "catatan.txt", "zidesk-salinan saya.db"]
        for name in others[:2]:
            (paths.backups / name).write_text("milik orang")
        for turn in range(KEEP + 4):
            rotate(paths, NOW + turn * EVERY)
        assert set(others[:2]) < set(self.names(paths))

    def test_a_clock_that_was_set_back_neither_stops_nor_floods_it(self, paths: WorkspacePaths) -> None:
        """A dead battery: the copies of today lie in the future of a clock that says 2009."""
        for turn in range(KEEP):
            rotate(paths, NOW + turn * EVERY)
        then = datetime(2009, 1, 1, 8, 0, tzinfo=UTC)
        first = rotate(paths, then)
        assert first is not None
        for hours in (1, 5, 11):  # every start of the program
            assert rotate(paths, then + timedelta(hours=hours)) is None
        assert first.is_file()
        assert len(self.names(paths)) == KEEP
        assert rotate(paths, then + EVERY) is not None
        assert len(self.names(paths)) == KEEP

    def test_a_name_without_a_time_is_no_copy_of_today(self, paths: WorkspacePaths) -> None:
        paths.backups.mkdir()
        (paths.backups / "zidesk-salinan saya.db").write_text("x")
        assert rotate(paths, NOW) is not None
        assert rotate(paths, NOW) is None

    def test_a_full_drive_keeps_the_ten(self, tmp_path: Path) -> None:
        with small_drive(tmp_path / "stik", "1m") as drive:
            paths = WorkspacePaths(drive)
            with closing(sqlite3.connect(paths.database)) as connection, connection:
                connection.execute("CREATE TABLE isi (x)")
            for turn in range(KEEP):
                rotate(paths, NOW + turn * EVERY)
            before = self.names(paths)
            fill(drive)
            with pytest.raises(StorageFault) as fault:
                rotate(paths, NOW + KEEP * EVERY)
            assert fault.value.reason == "full"
            assert self.names(paths) == before
            assert all(quick_check(paths.backups / name) == "" for name in before)

    def test_an_old_copy_that_cannot_go_is_a_fault_and_keeps_nobody_from_opening(
        self, closed: Path, clock: Clock
    ) -> None:
        paths = WorkspacePaths(closed)
        for day in range(1, KEEP + 1):
            (paths.backups / f"zidesk-202501{day:02}-080000.db").mkdir()  # unlink refuses a folder

        def tomorrow() -> datetime:
            return clock() + timedelta(days=1)

        with pytest.raises(StorageFault):
            rotate(paths, tomorrow())
        open_workspace(closed, clock=lambda: clock() + timedelta(days=2)).close()

    def test_opening_for_writing_keeps_a_copy_and_for_reading_none(self, closed: Path, clock: Clock) -> None:
        paths = WorkspacePaths(closed)
        assert len(self.names(paths)) == 1

        def tomorrow() -> datetime:
            return clock() + timedelta(days=1)

        open_workspace(closed, read_only=True, clock=tomorrow).close()
        assert len(self.names(paths)) == 1
        open_workspace(closed, clock=tomorrow).close()
        assert len(self.names(paths)) == 2

    def test_as_many_as_wished(self, paths: WorkspacePaths) -> None:
        made = [rotate(paths, NOW + turn * EVERY, 3) for turn in range(6)]
        assert self.names(paths) == [copy.name for copy in made[-3:] if copy is not None]
        rotate(paths, NOW + 6 * EVERY, 5)
        assert len(self.names(paths)) == 4  # more may stay; none come back


class TestElsewhere:
    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        folder = tmp_path / "drive lain"
        folder.mkdir()
        return folder

    def test_the_newest_is_copied_once(self, paths: WorkspacePaths, folder: Path) -> None:
        newest = [rotate(paths, NOW + turn * EVERY) for turn in range(3)][-1]
        assert newest is not None
        copy = copy_elsewhere(paths, folder)
        assert copy == place_elsewhere(paths, folder) / newest.name
        assert quick_check(copy) == ""
        assert [path.name for path in copy.parent.iterdir()] == [newest.name]
        assert copy_elsewhere(paths, folder) is None

    def test_only_as_many_stay_as_wished(self, paths: WorkspacePaths, folder: Path) -> None:
        made = []
        for turn in range(6):
            rotate(paths, NOW + turn * EVERY)
            made.append(copy_elsewhere(paths, folder, 3))
        assert sorted(place_elsewhere(paths, folder).iterdir()) == made[-3:]

    def test_workspaces_of_one_name_do_not_share_a_place(self, tmp_path: Path) -> None:
        one, other = (WorkspacePaths(tmp_path / place / "kerja") for place in ("a", "b"))
        assert place_elsewhere(one, tmp_path) != place_elsewhere(other, tmp_path)
        assert place_elsewhere(one, tmp_path).name.startswith("kerja-")

    def test_without_a_copy_there_is_nothing_to_do(self, paths: WorkspacePaths, folder: Path) -> None:
        assert copy_elsewhere(paths, folder) is None
        assert list(folder.iterdir()) == []

    def test_a_missing_drive_is_told_and_never_made_a_folder(self, paths: WorkspacePaths, folder: Path) -> None:
        rotate(paths, NOW)
        gone = folder / "E" / "cadangan"
        with pytest.raises(StorageFault) as fault:
            copy_elsewhere(paths, gone)
        assert (fault.value.reason, fault.value.path) == ("vanished", gone)
        assert list(folder.iterdir()) == []

    def test_a_full_drive_keeps_what_was_there(self, paths: WorkspacePaths, tmp_path: Path) -> None:
        with small_drive(tmp_path / "stik", "1m") as drive:
            rotate(paths, NOW)
            old = copy_elsewhere(paths, drive)
            rotate(paths, NOW + EVERY)
            fill(drive)
            with pytest.raises(StorageFault) as fault:
                copy_elsewhere(paths, drive)
            assert fault.value.reason == "full"
            assert list(place_elsewhere(paths, drive).iterdir()) == [old]


class TestNewestGood:
    @pytest.fixture
    def three(self, paths: WorkspacePaths) -> Iterator[list[Path]]:
        copies = [rotate(paths, NOW + turn * EVERY) for turn in range(3)]
        yield [copy for copy in copies if copy is not None]

    def test_the_newest(self, paths: WorkspacePaths, three: list[Path]) -> None:
        assert newest_good(paths) == three[2]

    @pytest.mark.parametrize(
        "spoil",
        [
            lambda copy: copy.write_text("bukan basis data " * 1000),
            lambda copy: copy.write_bytes(b""),
            lambda copy: copy.write_bytes(copy.read_bytes()[:3000]),
            lambda copy: (copy.unlink(), copy.mkdir()),
        ],
        ids=["text", "empty", "cut", "folder"],
    )
    def test_damaged_ones_are_passed_over(
        self, paths: WorkspacePaths, three: list[Path], spoil: Callable[[Path], object]
    ) -> None:
        spoil(three[2])
        assert newest_good(paths) == three[1]
        spoil(three[1])
        spoil(three[0])
        assert newest_good(paths) is None

    def test_none_yet(self, paths: WorkspacePaths) -> None:
        assert newest_good(paths) is None
