"""Copies of the database by SQLite's own backup interface, and the rotation of the automatic ones."""

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import datetime, timedelta
from pathlib import Path

from zidesk.domain.backup_names import BACKUP_PREFIX, backup_moment, backup_name
from zidesk.domain.errors import StorageFault, WorkspaceError
from zidesk.storage.database import connect, named_fault, quick_check
from zidesk.storage.faults import storage_faults_named
from zidesk.storage.flushing import make_folder, move_into_place
from zidesk.storage.paths import WorkspacePaths

KEEP = 10
EVERY = timedelta(hours=12)
_UNFINISHED = ".baru"  # at the end of a copy's name until it is whole


def copy_database(source: Path, target: Path) -> None:
    """A consistent copy of a database that may be in use; whole under its name or not there at all.

    An existing `target` is replaced. Raises StorageFault, WorkspaceReadOnly, WorkspaceDamaged (the source).
    """
    temporary = target.with_name(f"{target.name}{_UNFINISHED}")
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
            # a journal of the old file would be worked into the new one
            for companion in ("-wal", "-shm", "-journal"):
                target.with_name(target.name + companion).unlink(missing_ok=True)
            move_into_place(temporary, target)
    except sqlite3.Error as fault:
        raise named_fault(target.parent, fault) from fault
    finally:
        with suppress(OSError):  # a drive that failed may refuse this too; the first fault is the one to tell
            temporary.unlink(missing_ok=True)


def is_due(paths: WorkspacePaths, now: datetime) -> bool:
    """Whether the newest automatic copy is older than EVERY, or there is none."""
    newest = next((made for old in automatic_backups(paths) if (made := _made_at(old, now))), None)
    return newest is None or now - newest >= EVERY


def rotate(paths: WorkspacePaths, now: datetime, keep: int = KEEP) -> Path | None:
    """Keep an automatic copy when one is due; the oldest beyond `keep` (at least 1) go.

    Returns the new copy, or None when none was due. Raises as `copy_database`.
    """
    if not is_due(paths, now):
        return None
    existing = list(automatic_backups(paths))
    copy = paths.backups / backup_name(now)
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


def unfinished_copies(paths: WorkspacePaths) -> Iterator[Path]:
    """What a program that was killed while copying has left, and SQLite's journals of it."""
    for folder in (paths.root, paths.backups):
        yield from sorted(folder.glob(f"*.db{_UNFINISHED}*"))


def _copies_in(folder: Path) -> list[Path]:
    return sorted(folder.glob(f"{BACKUP_PREFIX}*.db"), reverse=True)


def newest_good(paths: WorkspacePaths, check: Callable[[Path], str] = quick_check) -> Path | None:
    """The newest copy that passes `check`, SQLite's own unless told otherwise: "" is sound."""
    return next((copy for copy in automatic_backups(paths) if _is_good(copy, check)), None)


def _is_good(copy: Path, check: Callable[[Path], str]) -> bool:
    try:
        return not check(copy)
    except WorkspaceError:
        return False


def _made_at(copy: Path, now: datetime) -> datetime | None:
    """From the name. A copy from the future (the clock was set back) must not stop the rotation: None."""
    written = backup_moment(copy.name)
    made = written.replace(tzinfo=now.tzinfo) if written is not None else None
    return made if made is not None and made <= now else None
