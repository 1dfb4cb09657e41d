"""The texts that a workspace's search has read already, for others who need them. Nothing is written."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from zidesk.storage.database import connect
from zidesk.storage.paths import WorkspacePaths
from zidesk.storage.search import schema
from zidesk.storage.search.store import INDEX_NAME


class KeptTexts:
    """Never raises: where the index cannot be read, nothing has been read. For one thread at a time."""

    def __init__(self, connection: sqlite3.Connection | None) -> None:
        self._connection = connection
        self._numbers: dict[str, int] = {}
        if connection is not None:
            with suppress(sqlite3.Error):
                self._numbers = dict(connection.execute("SELECT sha256, id FROM texts WHERE whole"))

    def pages(self, sha256: str, most: int) -> tuple[str, ...] | None:
        """The texts of the first `most` pages, "" for a page without, as `wording.clean` leaves them; empty
        pages at the end are left out. None: this content has not been read, or not wholly."""
        number = self._numbers.get(sha256)
        if number is None or self._connection is None:
            return None
        first = number * schema.PAGES + 1
        pages: list[str] = []
        try:
            for row, text in self._connection.execute(
                "SELECT rowid, text FROM pages WHERE rowid BETWEEN ? AND ? ORDER BY rowid",
                (first, first + most - 1),
            ):
                pages.extend("" for _ in range(row - first - len(pages)))
                pages.append(str(text))
        except sqlite3.Error:
            return None
        return tuple(pages)


@contextmanager
def kept_texts(paths: WorkspacePaths) -> Iterator[KeptTexts]:
    """Of the index in the workspace's cache, where there is a sound one."""
    connection = _opened(paths)
    try:
        yield KeptTexts(connection)
    finally:
        if connection is not None:
            connection.close()


def _opened(paths: WorkspacePaths) -> sqlite3.Connection | None:
    path = paths.cache / INDEX_NAME
    if not path.is_file():
        return None
    connection: sqlite3.Connection | None = None
    with suppress(sqlite3.Error, OSError):
        connection = connect(path, read_only=True)
        if schema.is_current(connection):
            return connection
    if connection is not None:
        connection.close()
    return None
