"""A damaged database is refused with SQLite's complaint and the newest copy that is still good."""

import os
import random
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from zidesk.domain.errors import StorageFault, WorkspaceDamaged
from zidesk.storage import backups
from zidesk.storage.clock import Clock
from zidesk.storage.database import quick_check
from zidesk.storage.paths import WorkspacePaths
from zidesk.storage.workspace import open_workspace


def scribble_over_pages(database: Path) -> None:
    chance = random.Random(1)
    with database.open("r+b") as stream:
        stream.seek(4096)
        stream.write(chance.randbytes(3 * 4096))


def cut_in_half(database: Path) -> None:
    os.truncate(database, database.stat().st_size // 2)


def cut_within_a_page(database: Path) -> None:
    os.truncate(database, 4096 + 100)


def cut_to_nothing(database: Path) -> None:
    os.truncate(database, 0)


def replace_by_text(database: Path) -> None:
    database.write_text("Ini catatan, bukan basis data.\n" * 200)


def overwrite_with_zeros(database: Path) -> None:
    database.write_bytes(b"\0" * database.stat().st_size)


DAMAGES = [
    scribble_over_pages,
    cut_in_half,
    cut_within_a_page,
    cut_to_nothing,
    replace_by_text,
    overwrite_with_zeros,
]


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("read_only", [False, True])
def test_damage_is_found_and_the_copy_is_named(
    closed: Path, clock: Clock, damage: Callable[[Path], None], read_only: bool
) -> None:
    paths = WorkspacePaths(closed)
    (copy,) = backups.automatic_backups(paths)
    damage(paths.database)
    spoilt = paths.database.read_bytes()

    with pytest.raises(WorkspaceDamaged) as refused:
        open_workspace(closed, read_only=read_only, clock=clock)

    assert refused.value.path == closed
    assert refused.value.detail
    assert refused.value.backup == copy
    assert paths.database.read_bytes() == spoilt  # left as it is, for whoever can still read it
    assert list(backups.automatic_backups(paths)) == [copy]  # damage is never backed up


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_copy_is_passed_over(closed: Path, clock: Clock, damage: Callable[[Path], None]) -> None:
    paths = WorkspacePaths(closed)
    (first,) = backups.automatic_backups(paths)
    newer = backups.rotate(paths, clock() + timedelta(days=1))
    assert newer is not None
    damage(newer)
    replace_by_text(paths.database)
    with pytest.raises(WorkspaceDamaged) as refused:
        open_workspace(closed, clock=clock)
    assert refused.value.backup == first


def test_without_a_good_copy_none_is_named(closed: Path, clock: Clock) -> None:
    paths = WorkspacePaths(closed)
    for copy in backups.automatic_backups(paths):
        cut_to_nothing(copy)
    cut_in_half(paths.database)
    with pytest.raises(WorkspaceDamaged) as refused:
        open_workspace(closed, clock=clock)
    assert refused.value.backup is None


def test_a_damaged_workspace_is_not_left_locked(closed: Path, clock: Clock) -> None:
    database = closed / "zidesk.db"
    sound = database.read_bytes()
    cut_in_half(database)
    with pytest.raises(WorkspaceDamaged):
        open_workspace(closed, clock=clock)
    assert not (closed / "zidesk.lock.json").exists()
    database.write_bytes(sound)
    open_workspace(closed, clock=clock).close()


def test_the_copy_that_is_named_opens(closed: Path, clock: Clock) -> None:
    """What the user is told to do works: put the copy in the place of the damaged file."""
    replace_by_text(closed / "zidesk.db")
    with pytest.raises(WorkspaceDamaged) as refused:
        open_workspace(closed, clock=clock)
    assert refused.value.backup is not None
    (closed / "zidesk.db").write_bytes(refused.value.backup.read_bytes())
    workspace = open_workspace(closed, clock=clock)
    assert workspace.facts.profile().school.npsn == "20605123"
    workspace.close()


def test_quick_check_of_a_sound_file(closed: Path) -> None:
    assert quick_check(closed / "zidesk.db") == ""


def test_a_file_that_is_not_there_is_no_damage(tmp_path: Path) -> None:
    with pytest.raises(StorageFault):
        quick_check(tmp_path / "tidak ada.db")
    assert list(tmp_path.iterdir()) == []
