"""The texts of PDFs as bundles take them along, kept for the next one: `teks-paket.db` in the workspace's cache.

The file may be deleted at any time; what is missing or broken is read again. It is no part of the search's
index, which belongs to one window, while bundles are made beside it by other processes.
"""

import json
import sqlite3
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from zidesk.storage.database import connect
from zidesk.storage.paths import WorkspacePaths

NAME = "teks-paket.db"
_VERSION = 1  # of the table, and of how texts are read and cut
_TEMPORARY = Path()  # SQLite's name for a database of its own, gone when closed
_LARGEST = 256 * 1024 * 1024  # bytes; what has grown beyond begins anew
_BATCH = 500_000  # characters that wait to be written
_BROKEN = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR}  # the last: another table
_SCHEMA = f"""
DROP TABLE IF EXISTS texts;
CREATE TABLE texts (sha256 TEXT PRIMARY KEY, pages TEXT NOT NULL) WITHOUT ROWID;
PRAGMA user_version = {_VERSION};
"""


class PortalTexts:
    """By content. Never raises: where nothing can be kept, nothing is. For several threads."""

    def __init__(self, connection: sqlite3.Connection | None) -> None:
        self._connection = connection
        self._lock = threading.Lock()
        self._waiting: dict[str, str] = {}
        self._size = 0
        self.is_broken = False  # the file refused something, and is better begun anew

    def pages(self, sha256: str) -> tuple[str, ...] | None:
        """What was kept; None without."""
        with self._lock:
            kept = self._waiting.get(sha256) or self._stored(sha256)
        if kept is None:
            return None
        try:
            return tuple(map(str, json.loads(kept)))
        except (ValueError, TypeError, RecursionError):
            return None

    def keep(self, sha256: str, pages: tuple[str, ...]) -> None:
        """For the next time; written with others, at the latest by `close`."""
        with self._lock:
            self._waiting[sha256] = json.dumps(pages)
            self._size += len(self._waiting[sha256])
            if self._size >= _BATCH:
                self._write()

    def forget(self, contents: Iterable[str]) -> None:
        """Keep nothing of these, now."""
        with self._lock:
            self._write()
            if self._connection is not None:
                try:
                    self._connection.execute("PRAGMA secure_delete=ON")
                    rows = [(sha256,) for sha256 in contents]
                    self._connection.executemany("DELETE FROM texts WHERE sha256 = ?", rows)
                except sqlite3.Error as fault:
                    self.is_broken |= _is_broken(fault)

    def close(self) -> None:
        with self._lock:
            self._write()
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def _stored(self, sha256: str) -> str | None:
        if self._connection is None:
            return None
        try:
            row = self._connection.execute("SELECT pages FROM texts WHERE sha256 = ?", (sha256,)).fetchone()
        except sqlite3.Error as fault:
            self.is_broken |= _is_broken(fault)
            return None
        return None if row is None else str(row[0])

    def _write(self) -> None:
        if self._connection is not None and self._waiting:
            try:
                self._connection.execute("BEGIN IMMEDIATE")
                self._connection.executemany("INSERT OR REPLACE INTO texts VALUES (?, ?)", self._waiting.items())
                self._connection.execute("COMMIT")
            except sqlite3.Error as fault:
                self.is_broken |= _is_broken(fault)
                with suppress(sqlite3.Error):
                    self._connection.execute("ROLLBACK")
        self._waiting, self._size = {}, 0


@contextmanager
def portal_texts(paths: WorkspacePaths) -> Iterator[PortalTexts]:
    """Those of a workspace; where its cache takes nothing, they are kept as long as the block lasts."""
    file = paths.cache / NAME
    texts = PortalTexts(_of_file(file) or _temporary())
    try:
        yield texts
    finally:
        texts.close()
        if texts.is_broken:
            with suppress(OSError):
                file.unlink(missing_ok=True)


def _of_file(path: Path) -> sqlite3.Connection | None:
    """The file's connection; what is broken or too large begins anew."""
    try:
        path.parent.mkdir(exist_ok=True)
        if path.is_file() and path.stat().st_size > _LARGEST:
            path.unlink()
        try:
            return _usable(connect(path, read_only=False))
        except sqlite3.Error as fault:
            if not _is_broken(fault):
                return None
        path.unlink()
        return _usable(connect(path, read_only=False))
    except (sqlite3.Error, OSError):
        return None


def _temporary() -> sqlite3.Connection | None:
    with suppress(sqlite3.Error):
        return _usable(sqlite3.connect(_TEMPORARY, isolation_level=None, check_same_thread=False))
    return None


def _usable(connection: sqlite3.Connection) -> sqlite3.Connection:
    """With its table. Raises sqlite3.Error; the connection is closed then."""
    try:
        connection.execute("PRAGMA synchronous=OFF")  # what a power cut breaks is read again
        if connection.execute("PRAGMA user_version").fetchone() != (_VERSION,):
            connection.executescript(f"BEGIN IMMEDIATE; {_SCHEMA} COMMIT;")
        connection.execute("SELECT sha256, pages FROM texts LIMIT 1").fetchone()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _is_broken(fault: sqlite3.Error) -> bool:
    """Rather than in use, full or write-protected."""
    return getattr(fault, "sqlite_errorcode", 0) & 0xFF in _BROKEN
