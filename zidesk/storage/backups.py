"""Copies of the database by SQLite's own backup interface, and the rotation of the automatic ones."""

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import datetime, timedelta
from pathlib import Path

from zidesk.domain.errors import StorageFault, WorkspaceError
from zidesk.storage.database import connect, named_fault, quick_check
from zidesk.storage.faults import storage_faults_named
from zidesk.storage.flushing import make_folder, move_into_place
from zidesk.storage.paths import WorkspacePaths

KEEP = 10
EVERY = timedelta(hours=12)
_PREFIX = "zidesk-"


def copy_database(source: Path, target: Path) -> None:
    """A consistent copy of a database that may be in use; whole under its name or not there at all.

    An existing `target` is replaced. Raises StorageFault, WorkspaceReadOnly, WorkspaceDamaged (the source).
    """
    temporary = target.with_name(f"{target.name}.baru")
    try:
        with storage_faults_named(target.parent):
            make_folder(target.parent)
            temporary.unlink(missing_ok=True)
            with (
                closing(connect(source, read_only=True)) as reader,
                closing(sqlite3.connect(temporary)) as writer,
            ):
                reader.backup(writer)  # flushed by SQLite when it commits
                writer.execute("PRAGMA journal_mode=delete")
            for companion in ("-wal", "-shm"):
                target.with_name(target.name + companion).unlink(missing_ok=True)
            move_into_place(temporary, target)
    except sqlite3.Error as fault:
        raise named_fault(target.parent, fault) from fault
    finally:
        with suppress(OSError):  # a drive that failed may refuse this too; the first fault is the one to tell
            temporary.unlink(missing_ok=True)


def rotate(paths: WorkspacePaths, now: datetime, keep: int = KEEP) -> Path | None:
    """Keep an automatic copy when the newest is older than EVERY; the oldest beyond `keep` (at least 1) go.

    Returns the new copy, or None when none was due. Raises as `copy_database`.
    """
    existing = list(automatic_backups(paths))
    newest = next((made for old in existing if (made := _made_at(old, now))), None)
    if newest is not None and now - newest < EVERY:
        return None
    copy = paths.backups / f"{_PREFIX}{now:%Y%m%d-%H%M%S}.db"
    copy_database(paths.database, copy)
    _remove(existing[keep - 1 :], paths.backups)
    return copy


def copy_elsewhere(paths: WorkspacePaths, folder: Path, keep: int = KEEP) -> Path | None:
    """The newest automatic copy once more, in the workspace's own folder within `folder`; the oldest beyond
    `keep` (at least 1) go there.

    Returns the copy, or None when the newest is there already or there is none. `folder` itself is never made:
    a drive that is not plugged in must not become a folder. Raises StorageFault ("vanished" for such a drive),
    WorkspaceDamaged.
    """
    newest = next(automatic_backups(paths), None)
    if newest is None:
        return None
    with storage_faults_named(folder):
        if not folder.is_dir():
            raise StorageFault(folder, "vanished")
    place = place_elsewhere(paths, folder)
    target = place / newest.name
    with storage_faults_named(place):
        if target.exists():
            return None
    copy_database(newest, target)
    _remove([copy for copy in _copies_in(place) if copy != target][keep - 1 :], place)
    return target


def place_elsewhere(paths: WorkspacePaths, folder: Path) -> Path:
    """Where in `folder` the copies of this workspace are; two of one name do not share it."""
    root = paths.root.absolute()
    return folder / f"{root.name}-{hashlib.sha256(str(root).encode()).hexdigest()[:6]}"


def _remove(copies: list[Path], folder: Path) -> None:
    with storage_faults_named(folder):
        for old in copies:
            old.unlink(missing_ok=True)


def automatic_backups(paths: WorkspacePaths) -> Iterator[Path]:
    """The rotating copies, newest first."""
    yield from _copies_in(paths.backups)


def _copies_in(folder: Path) -> list[Path]:
    return sorted(folder.glob(f"{_PREFIX}*.db"), reverse=True)


def newest_good(paths: WorkspacePaths) -> Path | None:
    """The newest copy that passes SQLite's check."""
    return next((copy for copy in automatic_backups(paths) if _is_good(copy)), None)


def _is_good(copy: Path) -> bool:
    try:
        return not quick_check(copy)
    except WorkspaceError:
        return False


def _made_at(copy: Path, now: datetime) -> datetime | None:
    """From the name. A copy from the future (the clock was set back) must not stop the rotation: None."""
    try:
        made = datetime.strptime(copy.stem.removeprefix(_PREFIX), "%Y%m%d-%H%M%S").replace(tzinfo=now.tzinfo)
    except ValueError:
        return None
    return made if made <= now else None
