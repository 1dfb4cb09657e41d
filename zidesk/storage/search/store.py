"""The index of one workspace: opened, kept true to an assessment, asked. It heals itself.

Whatever befalls its file (deleted, broken, drive full or write-protected), the next call finds a new index in
the same place, or in a temporary one, with everything but the texts of files in it.
"""

import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from enum import Enum
from typing import TypeVar

from zidesk.domain.assessment import Assessment
from zidesk.domain.errors import StorageFault
from zidesk.storage.paths import WorkspacePaths
from zidesk.storage.search import entries, finding, opening, texts
from zidesk.storage.search.hits import Hit

INDEX_NAME = "pencarian.db"
T = TypeVar("T")


class _Place(Enum):
    FILE = "file"
    TEMPORARY = "temporary"


class SearchStore:
    """May be used from any thread; one call works at a time, each of them short.

    Every method raises StorageFault when not even a temporary index can be kept, or after `close`.
    """

    def __init__(self, paths: WorkspacePaths, *, read_only: bool) -> None:
        """`read_only`: nothing is written into the workspace; what its cache knows is copied."""
        self.path = paths.cache / INDEX_NAME
        self._lock = threading.Lock()
        self._place = _Place.TEMPORARY if read_only else _Place.FILE
        self._connection: sqlite3.Connection | None = None
        self._version: int | None = None  # of the file, which changes when another connection writes
        self._entries = entries.Entries()  # what the index holds
        self._assessment: Assessment | None = None  # that it was taken from; None: from the file
        self._closed = False

    @property
    def is_kept(self) -> bool:
        """Whether the index lies in the workspace and will be there next time."""
        return self._place is _Place.FILE

    def refresh(self, assessment: Assessment) -> None:
        """Bring questions, evidence and notes up to the assessment, by the difference."""

        def change(connection: sqlite3.Connection) -> None:
            with _transaction(connection):
                entries.bring_up_to(connection, self._entries, wanted)

        with self._lock:
            wanted = entries.entries_of(assessment, self._assessment, self._entries)
            self._do(change)
            self._assessment, self._entries = assessment, wanted

    def unread(self, contents: Iterable[str]) -> tuple[str, ...]:
        """Those of the contents whose texts are still to be read, each once, in their order."""
        wanted = tuple(contents)
        with self._lock:
            return self._do(lambda connection: texts.unread(connection, wanted))

    def add_texts(self, parts: Sequence[texts.TextPart]) -> None:
        """Keep what was read of some files, all of it or none."""

        def change(connection: sqlite3.Connection) -> None:
            with _transaction(connection):
                texts.add(connection, parts)

        with self._lock:
            self._do(change)

    def forget(self, contents: Iterable[str]) -> None:
        """Keep nothing of the texts of these contents."""

        def change(connection: sqlite3.Connection) -> None:
            connection.execute("PRAGMA secure_delete=ON")
            with _transaction(connection):
                texts.forget(connection, contents)

        with self._lock:
            self._do(change)

    def find(self, words: tuple[str, ...], exact: str | None, limit: int) -> tuple[Hit, ...]:
        """See `finding.find`."""
        with self._lock:
            return self._do(lambda connection: finding.find(connection, words, exact, limit))

    def close(self) -> None:
        """Let go of the file; calls that come later are refused."""
        with self._lock:
            self._closed = True
            self._drop()

    def _do(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do `work`; should the index fail, once more on a new one in its place, then on a temporary one."""
        if self._closed:
            raise StorageFault(self.path, "vanished", "the index is closed")
        try:
            return work(self._opened())
        except (sqlite3.Error, OSError):
            self._drop()
        if self._place is _Place.FILE:
            try:
                opening.throw_away(self.path)
                return work(self._opened())
            except (sqlite3.Error, OSError):
                self._drop()
                self._place = _Place.TEMPORARY
        try:
            return work(self._opened())
        except (sqlite3.Error, OSError) as fault:
            self._drop()
            if getattr(fault, "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR:
                raise  # a new index refuses what was asked: our mistake, no fault of a drive
            raise StorageFault(self.path, "full", str(fault)) from fault

    def _opened(self) -> sqlite3.Connection:
        """The connection; a new one is given the entries that the last one had, and so is one in whose file
        another has written: the search of a workspace that was closed a moment ago may still be at it."""
        if self._connection is None:
            if self._place is _Place.FILE:
                self._connection = opening.open_file(self.path)
            else:
                self._connection = opening.open_temporary(self.path)
            self._version = None
        version = self._connection.execute("PRAGMA data_version").fetchone()[0]
        if version != self._version:
            stored = entries.stored_entries(self._connection)
            if self._entries.questions:
                with _transaction(self._connection):
                    entries.bring_up_to(self._connection, stored, self._entries)
            else:
                self._entries = stored
            self._version = version
        return self._connection

    def _drop(self) -> None:
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Committed at the end, rolled back on any error."""
    connection.execute("BEGIN")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):  # the first fault is the one to tell
            connection.execute("ROLLBACK")
        raise
