"""The file of a database: its address, and those that SQLite keeps beside it while it is open."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path, PurePath

TOUCH = "SELECT count(*) FROM sqlite_master"  # opens the file, which connecting alone does not


def file_uri(path: PurePath) -> str:
    """SQLite takes no host in a URI: a network path (UNC) keeps its two slashes instead."""
    uri = path.as_uri()
    return uri if uri.startswith("file:///") else uri.replace("file://", "file:////", 1)


def journals(database: Path) -> tuple[Path, Path]:
    """Where changes stand that are not in the database itself yet."""
    return database.with_name(f"{database.name}-wal"), database.with_name(f"{database.name}-journal")


def holds_data(journal: Path) -> bool:
    return journal.exists() and journal.stat().st_size > 0


def tidy_after_reading(database: Path) -> None:
    """Take away the empty journal, and the shared memory with it, that reading a database in WAL has made: a
    reader may not, whoever may write does so when it is the last to close. Whether it is, SQLite's own locks tell;
    a journal that holds anything is left alone. Never raises: where it cannot be done, nothing is lost."""
    journal, _ = journals(database)
    with suppress(sqlite3.Error, OSError):
        if journal.exists() and not holds_data(journal):
            uri = f"{file_uri(database.resolve())}?mode=rw"  # never made, should it have gone
            with closing(sqlite3.connect(uri, uri=True, timeout=0, isolation_level=None)) as last:
                last.execute(TOUCH).fetchone()
