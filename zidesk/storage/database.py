"""The SQLite file of a workspace: how it is opened, and what its faults are called.

WAL on a local fixed disk, DELETE journal on removable and network drives (where WAL's shared memory is not
safe), synchronous=FULL, foreign keys on. One write transaction at a time.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, event
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from zidesk.domain.errors import StorageFault, WorkspaceDamaged, WorkspaceReadOnly, ZideskError
from zidesk.storage.drives import Drive, drive_of

_BUSY_TIMEOUT = 10.0  # seconds to wait for another connection's write


class Database:
    """An opened database file. Sessions live inside a `with` and never leave storage."""

    def __init__(self, path: Path, *, read_only: bool, drive: Drive | None = None) -> None:
        self.path = path
        self.read_only = read_only
        self._drive = drive
        self._engine = self._make_engine()

    def _make_engine(self) -> Engine:
        engine = create_engine("sqlite://", creator=self._connect, poolclass=None)
        # the driver's own implicit transactions are off; SQLAlchemy's begin decides (its documented recipe)
        begin = "BEGIN" if self.read_only else "BEGIN IMMEDIATE"
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
        return engine

    def _connect(self) -> sqlite3.Connection:
        connection = connect(self.path, read_only=self.read_only)
        if not self.read_only:
            drive = self._drive or drive_of(self.path.parent)
            wanted = "wal" if drive.is_local_fixed else "delete"
            got = connection.execute(f"PRAGMA journal_mode={wanted}").fetchone()[0]
            if got != wanted and wanted == "wal":  # some drives refuse WAL; read back, then be safe
                connection.execute("PRAGMA journal_mode=delete")
            connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA foreign_keys=ON")
        return connection

    @contextmanager
    def session(self) -> Iterator[Session]:
        """One transaction: committed at the end, rolled back on any error. Faults of the drive come out as
        StorageFault, WorkspaceReadOnly or WorkspaceDamaged."""
        with self._faults_named(), Session(self._engine, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def _faults_named(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as fault:
            raise named_fault(self.path.parent, fault.orig) from fault

    def close(self) -> None:
        self._engine.dispose()


def connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """A plain connection. Read-only works in a write-protected folder too, as long as no journal is left."""
    if not read_only:
        return sqlite3.connect(path, timeout=_BUSY_TIMEOUT, isolation_level=None, check_same_thread=False)
    uri = path.resolve().as_uri()
    connection = sqlite3.connect(
        f"{uri}?mode=ro", uri=True, timeout=_BUSY_TIMEOUT, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        connection.close()
        if path.with_name(f"{path.name}-wal").exists():
            raise
        # WAL needs a place for its shared memory; without one the file is read as it stands
        return sqlite3.connect(f"{uri}?immutable=1", uri=True, isolation_level=None, check_same_thread=False)
    return connection


def quick_check(path: Path) -> str:
    """SQLite's own check of the file: "" when sound, else its first complaint."""
    try:
        with closing(connect(path, read_only=True)) as connection:
            answer = connection.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.DatabaseError as fault:
        return str(fault)
    return "" if answer == ("ok",) else str(answer[0])


def named_fault(workspace: Path, fault: Any) -> ZideskError:
    """The error a user understands for a fault of SQLite."""
    code = getattr(fault, "sqlite_errorcode", 0) & 0xFF
    match code:
        case sqlite3.SQLITE_FULL:
            return StorageFault(workspace, "full", str(fault))
        case sqlite3.SQLITE_READONLY:
            return WorkspaceReadOnly(workspace)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return StorageFault(workspace, "busy", str(fault))
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return WorkspaceDamaged(workspace, str(fault), None)
        case sqlite3.SQLITE_CANTOPEN:
            return StorageFault(workspace, "denied", str(fault))
        case _:
            return StorageFault(workspace, "other", str(fault))
