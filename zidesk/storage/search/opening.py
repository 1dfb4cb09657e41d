"""Where the index lives: its file in the workspace's cache, or a temporary place that SQLite takes care of."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from zidesk.storage.database import connect
from zidesk.storage.search import schema

_TEMPORARY = ""  # SQLite's name for a database of its own: in memory, on disk when it grows, gone when closed


def open_file(path: Path) -> sqlite3.Connection:
    """The index at `path`; one that is broken or of another version is replaced by an empty one.

    Raises sqlite3.Error or OSError when nothing can be kept there.
    """
    path.parent.mkdir(exist_ok=True)
    with suppress(sqlite3.Error):
        return _usable(path)
    throw_away(path)
    return _usable(path)


def open_temporary(model: Path) -> sqlite3.Connection:
    """A temporary index, filled from the file `model` where there is a sound one."""
    with suppress(sqlite3.Error, OSError):
        return _copy_of(model)
    connection = sqlite3.connect(_TEMPORARY, isolation_level=None, check_same_thread=False)
    schema.create(connection)
    return connection


def throw_away(path: Path) -> None:
    """Delete the file and its journal. Raises OSError."""
    for name in (path.name, f"{path.name}-journal", f"{path.name}-wal", f"{path.name}-shm"):
        path.with_name(name).unlink(missing_ok=True)


def _usable(path: Path) -> sqlite3.Connection:
    connection = connect(path, read_only=False)
    try:
        connection.execute("PRAGMA synchronous=OFF")  # what a power cut breaks is read again
        connection.execute("PRAGMA cache_size=-16000")
        if connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,):
            schema.create(connection)
        if not schema.is_current(connection):
            raise sqlite3.DatabaseError("an index of another version")
    except BaseException:
        connection.close()
        raise
    return connection


def _copy_of(model: Path) -> sqlite3.Connection:
    if not model.is_file():
        raise FileNotFoundError(model)
    connection = sqlite3.connect(_TEMPORARY, isolation_level=None, check_same_thread=False)
    try:
        with closing(connect(model, read_only=True)) as source:
            source.backup(connection)
        if not schema.is_current(connection):
            raise sqlite3.DatabaseError("an index of another version")
    except BaseException:
        connection.close()
        raise
    return connection
