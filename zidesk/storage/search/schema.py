"""The tables of the index.

`questions`, `evidence` and `notes` hold what an assessment says, `pages` the texts of PDFs by content: the row
of a page is its content's number × PAGES + the page, so that a hit names both without another table.
"""

import sqlite3

VERSION = 1
PAGES = 4096  # more than the pages read of one file
_WORDS = "tokenize='unicode61 remove_diacritics 2'"
_TABLES = f"""
CREATE VIRTUAL TABLE questions USING fts5(code, title, text, guidance, documents, {_WORDS}, prefix='1 2 3');
CREATE VIRTUAL TABLE evidence USING fts5(
    code UNINDEXED, title, number, note, name, sha256 UNINDEXED, {_WORDS}, prefix='1 2 3');
CREATE VIRTUAL TABLE notes USING fts5(code UNINDEXED, title UNINDEXED, note, {_WORDS}, prefix='1 2 3');
CREATE VIRTUAL TABLE pages USING fts5(text, {_WORDS}, prefix='2 3');
CREATE TABLE uses (use_id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL);
CREATE INDEX uses_of_content ON uses (sha256);
CREATE TABLE texts (id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, whole INTEGER NOT NULL);
PRAGMA user_version = {VERSION};
"""


def create(connection: sqlite3.Connection) -> None:
    """Raises sqlite3.Error."""
    connection.executescript(f"BEGIN; {_TABLES} COMMIT;")


def is_current(connection: sqlite3.Connection) -> bool:
    """Whether the file is an index of this version whose tables answer. Raises sqlite3.Error."""
    if connection.execute("PRAGMA user_version").fetchone() != (VERSION,):
        return False
    for table in ("questions", "evidence", "notes", "pages"):
        connection.execute(f"SELECT rowid FROM {table} WHERE {table} MATCH 'zi' LIMIT 1").fetchone()
    connection.execute("SELECT use_id, whole FROM uses JOIN texts USING (sha256) LIMIT 1").fetchone()
    return True
