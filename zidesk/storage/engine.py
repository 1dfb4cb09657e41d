"""The database engine that is in use, for those who help from afar."""

import sqlite3


def engine_version() -> str:
    """SQLite's own version, such as "3.45.1"."""
    return sqlite3.sqlite_version
