"""The SQLite file of a workspace: how it is opened, and what its faults are called.

WAL on a local fixed disk, DELETE journal on removable and network drives (where WAL's shared memory is not
safe), synchronous=FULL, foreign keys on. One write transaction at a time; reading does not wait for it.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

from sqlalchemy import create_engine, event
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import DBAPIError, NoResultFound
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool

from zidesk.domain.errors import StorageFault, WorkspaceDamaged, WorkspaceReadOnly, ZideskError
from zidesk.storage.database_file import TOUCH, file_uri, holds_data, journals, tidy_after_reading
from zidesk.storage.drives import Drive, drive_of

_BUSY_TIMEOUT = 10.0  # seconds to wait for another connection's write
_OUR_MISTAKES = {  # and no fault of the drive; 0: the driver itself refused
    0,
    sqlite3.SQLITE_CONSTRAINT,
    sqlite3.SQLITE_MISMATCH,
    sqlite3.SQLITE_MISUSE,
    sqlite3.SQLITE_RANGE,
}
_TOLD = 120  # characters of what is wrong with a content
_SHARED_MEMORY = "SQLITE_IOERR_SHM"  # WAL's, a file beside the database
_BEGIN = "zidesk_begin"  # the execution option that says how a transaction begins


class Database:
    """An opened database file. Sessions live inside a `with` and never leave storage."""

    def __init__(self, path: Path, *, read_only: bool, drive: Drive | None = None) -> None:
        self.path = path
        self.read_only = read_only
        if not read_only:
            self._journal = "wal" if (drive or drive_of(path.parent)).is_local_fixed else "delete"
        self._engine = create_engine("sqlite://", creator=self._connect, poolclass=QueuePool)
        # the driver's own implicit transactions are off; SQLAlchemy's begin decides (its documented recipe)
        event.listen(self._engine, "begin", _begin)
        self._reader = self._engine.execution_options(**{_BEGIN: "BEGIN"})
        # the right to write is taken at once: asked for later, it can be refused after something was read
        self._writer = self._reader if read_only else self._engine.execution_options(**{_BEGIN: "BEGIN IMMEDIATE"})

    def _connect(self) -> sqlite3.Connection:
        connection = connect(self.path, read_only=self.read_only)
        try:
            if not self.read_only:
                got = connection.execute(f"PRAGMA journal_mode={self._journal}").fetchone()[0]
                if self._journal == "wal" and got != "wal":  # some drives refuse WAL; read back, then be safe
                    connection.execute("PRAGMA journal_mode=delete")
                connection.execute("PRAGMA synchronous=FULL")
            connection.execute("PRAGMA foreign_keys=ON")
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """One moment of the data, as it was last committed; waits for no writer that is still at work.

        Raises StorageFault, WorkspaceDamaged.
        """
        with self._content_named(), self._session(self._reader) as session:
            yield session

    def writing(self) -> AbstractContextManager[Session]:
        """One transaction: committed at the end, rolled back on any error. Waits for the writer before it.

        Raises StorageFault, WorkspaceReadOnly, WorkspaceDamaged.
        """
        return self._session(self._writer)

    @contextmanager
    def _session(self, engine: Engine) -> Iterator[Session]:
        with self._faults_named(), Session(engine, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def _content_named(self) -> Iterator[None]:
        """What cannot be made of the stored texts and figures; the program itself never stores such."""
        try:
            yield
        except (ValueError, NoResultFound) as fault:
            raise WorkspaceDamaged(self.path.parent, f"content: {fault}"[:_TOLD], None) from fault

    @contextmanager
    def _faults_named(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as fault:
            if _code(fault.orig) in _OUR_MISTAKES and not _is_garbled(fault.orig):
                raise
            raise named_fault(self.path.parent, fault.orig) from fault

    def close(self) -> None:
        """A workspace that was only read is left as it was found."""
        self._engine.dispose()
        if self.read_only:
            tidy_after_reading(self.path)


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options()[_BEGIN])


def connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """A plain connection. Read-only works in a write-protected folder too, as long as no journal is left
    that would have to be worked in first. Raises sqlite3.Error.
    """
    if not read_only:
        return sqlite3.connect(path, timeout=_BUSY_TIMEOUT, isolation_level=None, check_same_thread=False)
    try:
        return _reader(path, "mode=ro")
    except sqlite3.Error as fault:
        if _name(fault) == "SQLITE_READONLY_ROLLBACK":  # a killed writer's journal; only a writer may undo it
            with closing(connect(path, read_only=False)) as writer:
                writer.execute(TOUCH).fetchone()
            return _reader(path, "mode=ro")
        if _lacks_room_for_wal(fault) and not any(map(holds_data, journals(path))):
            # WAL needs a place for its shared memory; without one the file is read as it stands
            return _reader(path, "mode=ro&immutable=1")
        raise


@contextmanager
def reader(path: Path) -> Iterator[sqlite3.Connection]:
    """A read-only connection for a moment, which leaves nothing beside the database. Raises sqlite3.Error."""
    try:
        with closing(connect(path, read_only=True)) as connection:
            yield connection
    finally:
        tidy_after_reading(path)


def _reader(path: Path, mode: str) -> sqlite3.Connection:
    """A connection that has proved it can read."""
    uri = f"{file_uri(path.resolve())}?{mode}"
    connection = sqlite3.connect(
        uri, uri=True, timeout=_BUSY_TIMEOUT, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute(TOUCH).fetchone()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _lacks_room_for_wal(fault: sqlite3.Error) -> bool:
    """A write-protected folder or a full drive."""
    return _code(fault) in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY) or _name(fault).startswith(
        _SHARED_MEMORY
    )


def quick_check(path: Path) -> str:
    """SQLite's own check of the file: "" when sound, else its first complaint.

    A file that cannot be read now is not damaged for that: raises StorageFault, WorkspaceReadOnly.
    """
    try:
        with reader(path) as connection:
            if connection.execute("PRAGMA page_count").fetchone() == (0,):
                return "file is empty"  # which SQLite takes for a new database
            answer = connection.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.Error as fault:
        error = named_fault(path.parent, fault)
        if isinstance(error, WorkspaceDamaged):
            return error.detail
        raise error from fault
    return "" if answer == ("ok",) else str(answer[0])


def named_fault(workspace: Path, fault: BaseException | None) -> ZideskError:
    """The error a user understands for a fault of SQLite."""
    if _name(fault) == f"{_SHARED_MEMORY}SIZE":
        return StorageFault(workspace, "full", str(fault))
    match _code(fault):
        case sqlite3.SQLITE_FULL:
            return StorageFault(workspace, "full", str(fault))
        case sqlite3.SQLITE_READONLY:
            return WorkspaceReadOnly(workspace)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return StorageFault(workspace, "busy", str(fault))
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return WorkspaceDamaged(workspace, str(fault), None)
        case _ if _is_garbled(fault):
            return WorkspaceDamaged(workspace, f"content: {fault}"[:_TOLD], None)
        case sqlite3.SQLITE_CANTOPEN:
            return StorageFault(workspace, "denied", str(fault))
        case _:
            return StorageFault(workspace, "other", str(fault))


def _is_garbled(fault: BaseException | None) -> bool:
    """A stored text is none; Python's driver says so by its words only."""
    return isinstance(fault, sqlite3.OperationalError) and str(fault).startswith("Could not decode to UTF-8")


def _code(fault: BaseException | None) -> int:
    """The primary one of SQLite's result codes."""
    return int(getattr(fault, "sqlite_errorcode", 0)) & 0xFF


def _name(fault: BaseException | None) -> str:
    """The full name of SQLite's result code."""
    return str(getattr(fault, "sqlite_errorname", ""))
