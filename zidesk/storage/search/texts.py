"""The texts of files in the index, by content: read once, however many uses share it."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from zidesk.storage.search.schema import PAGES
from zidesk.storage.search.wording import clean


@dataclass(frozen=True, slots=True)
class TextPart:
    """Consecutive pages of a content. The part of page 1 replaces what was kept of it before; `last` says
    that it is whole now. A content without text, or one that cannot be read, is one empty last part."""

    sha256: str
    first_page: int
    pages: tuple[str, ...]
    last: bool


def unread(connection: sqlite3.Connection, contents: Iterable[str]) -> tuple[str, ...]:
    """Those of the contents whose text is not wholly in the index, in their order. Raises sqlite3.Error."""
    whole = {row[0] for row in connection.execute("SELECT sha256 FROM texts WHERE whole")}
    return tuple(sha256 for sha256 in dict.fromkeys(contents) if sha256 not in whole)


def add(connection: sqlite3.Connection, parts: Sequence[TextPart]) -> None:
    """Within the caller's transaction. Raises sqlite3.Error.

    A part whose beginning went with an index that was lost is left out: its content stays unread.
    """
    for part in parts:
        number = _number_of(connection, part.sha256, new=part.first_page == 1)
        if number is None:
            continue
        first = number * PAGES
        if part.first_page == 1:
            _clear(connection, number)
        texts = ((page, clean(text)) for page, text in enumerate(part.pages, start=part.first_page))
        connection.executemany(
            "INSERT INTO pages (rowid, text) VALUES (?, ?)",
            [(first + page, text) for page, text in texts if text and page < PAGES],
        )
        if part.last:
            connection.execute("UPDATE texts SET whole = 1 WHERE id = ?", (number,))


def forget(connection: sqlite3.Connection, contents: Iterable[str]) -> None:
    """Within the caller's transaction: no text of these is kept. Raises sqlite3.Error."""
    numbers = [_number_of(connection, sha256, new=False) for sha256 in contents]
    known = [number for number in numbers if number is not None]
    for number in known:
        _clear(connection, number)
        connection.execute("DELETE FROM texts WHERE id = ?", (number,))
    if known:
        connection.execute("INSERT INTO pages (pages) VALUES ('optimize')")  # else words stay in older segments


def _clear(connection: sqlite3.Connection, number: int) -> None:
    first = number * PAGES
    connection.execute("DELETE FROM pages WHERE rowid BETWEEN ? AND ?", (first, first + PAGES - 1))


def _number_of(connection: sqlite3.Connection, sha256: str, *, new: bool) -> int | None:
    if new:
        connection.execute("INSERT OR IGNORE INTO texts (sha256, whole) VALUES (?, 0)", (sha256,))
    row = connection.execute("SELECT id FROM texts WHERE sha256 = ?", (sha256,)).fetchone()
    return None if row is None else int(row[0])
