"""A workspace of the first schema, made by its own migration, becomes one of today with all it held."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from zidesk.domain.answer import Answer, Chosen
from zidesk.storage import schema
from zidesk.storage.clock import Clock
from zidesk.storage.paths import WorkspacePaths
from zidesk.storage.workspace import open_workspace

_HASH = "ab" * 32
_AT = "2026-03-02T08:00:00+07:00"
_ROWS = f"""
INSERT INTO answer VALUES ('A.I.1.i.a', 'Ya', 'SK'), ('A.I.1.i.b', '', ''), ('A.I.1.i.c', '', 'catatan');
INSERT INTO file (sha256, size, kind, media_type, suffix, state, state_detail)
    VALUES ('{_HASH}', 7, 'pdf', 'application/pdf', '.pdf', 'ok', '');
INSERT INTO evidence VALUES (1, 'A.I.1.i.a', '{_HASH}', 1, 'SK Tim', '', NULL, '', 'sk.pdf', '{_AT}', NULL);
INSERT INTO evidence VALUES (2, 'A.I.1.i.b', '{_HASH}', 1, 'Dibuang', '', NULL, '', 'sk.pdf', '{_AT}', '{_AT}');
"""


@pytest.fixture
def old(closed: Path, monkeypatch: pytest.MonkeyPatch) -> WorkspacePaths:
    """As the first release left it: its single rows, answers, a use and one in the bin."""
    paths = WorkspacePaths(closed)
    with closing(sqlite3.connect(paths.database)) as newest:
        workspace = newest.execute("SELECT * FROM workspace").fetchone()
        sheet = newest.execute("SELECT * FROM instrument").fetchone()
    for file in closed.glob("zidesk.db*"):
        file.unlink()
    with monkeypatch.context() as patch:
        patch.setattr(schema, "HEAD", "0001")
        schema.create_schema(paths.database)
    with closing(sqlite3.connect(paths.database)) as connection, connection:
        connection.execute("INSERT INTO workspace VALUES (?, ?, ?, ?)", workspace)
        connection.execute("INSERT INTO instrument VALUES (?, ?, ?)", sheet)
        connection.executescript(_ROWS)
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    assert "fulfilment" not in tables
    return paths


def test_everything_is_kept(old: WorkspacePaths, clock: Clock) -> None:
    workspace = open_workspace(old.root, clock=clock)
    assert schema.current_revision(old) == schema.HEAD
    assessment = workspace.assessment()
    assert assessment.answers == {"A.I.1.i.a": Answer(Chosen("Ya"), "SK"), "A.I.1.i.c": Answer(None, "catatan")}
    ((code, (use,)),) = assessment.evidence.items()
    assert (code, use.title, use.file.size, use.fulfils) == ("A.I.1.i.a", "SK Tim", 7, frozenset())
    assert [binned.title for binned in workspace.evidence.bin()] == ["Dibuang"]
    assert assessment.inbox == ()
    workspace.close()
    assert len(list(old.backups.glob("sebelum-migrasi-0001-*.db"))) == 1
