"""A workspace of the schema before personal data was known keeps all it held, and can be marked."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from zidesk.domain.privacy import PersonalDecision
from zidesk.storage import schema
from zidesk.storage.clock import Clock
from zidesk.storage.database import Database
from zidesk.storage.paths import WorkspacePaths
from zidesk.storage.privacy_tables import RedactionBoxRow
from zidesk.storage.workspace import open_workspace

_HASH = "ab" * 32
_AT = "2026-03-02T08:00:00+07:00"
_ROWS = f"""
INSERT INTO file (sha256, size, kind, media_type, suffix, state, state_detail)
    VALUES ('{_HASH}', 7, 'pdf', 'application/pdf', '.pdf', 'ok', '');
INSERT INTO evidence VALUES (1, 'A.I.1.i.a', '{_HASH}', 1, 'SK Tim', '', NULL, '', 'sk.pdf', '{_AT}', NULL);
INSERT INTO text_override VALUES ('undangan/pembuka', 'Dengan hormat');
"""


@pytest.fixture
def old(closed: Path, monkeypatch: pytest.MonkeyPatch) -> WorkspacePaths:
    """As the release before left it, made by its own migrations."""
    paths = WorkspacePaths(closed)
    with closing(sqlite3.connect(paths.database)) as newest:
        workspace = newest.execute("SELECT * FROM workspace").fetchone()
        sheet = newest.execute("SELECT * FROM instrument").fetchone()
    for file in closed.glob("zidesk.db*"):
        file.unlink()
    with monkeypatch.context() as patch:
        patch.setattr(schema, "HEAD", "0003")
        schema.create_schema(paths.database)
    with closing(sqlite3.connect(paths.database)) as connection, connection:
        connection.execute("INSERT INTO workspace VALUES (?, ?, ?, ?)", workspace)
        connection.execute("INSERT INTO instrument VALUES (?, ?, ?)", sheet)
        connection.executescript(_ROWS)
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    assert not tables & {"personal_marks", "redaction_boxes"}
    return paths


def test_everything_is_kept_and_nothing_is_marked(old: WorkspacePaths, clock: Clock) -> None:
    workspace = open_workspace(old.root, clock=clock)
    assert schema.current_revision(old) == schema.HEAD
    ((_, (use,)),) = workspace.assessment().evidence.items()
    assert (use.title, use.personal) == ("SK Tim", False)
    assert workspace.papers.overrides() == {"undangan/pembuka": "Dengan hormat"}
    assert workspace.personal.decisions() == {}
    workspace.personal.decide(((_HASH, PersonalDecision(True, clock(), "Siti")),), clock())
    assert workspace.evidence.lists()["A.I.1.i.a"][0].personal
    workspace.close()
    assert len(list(old.backups.glob("sebelum-migrasi-0003-*.db"))) == 1


@pytest.mark.parametrize(
    ("page", "edges"),
    [(0, (0.1, 0.1, 0.2, 0.2)), (1, (0.2, 0.1, 0.2, 0.2)), (1, (0.1, 0.3, 0.2, 0.2)), (1, (0.1, 0.1, 1.2, 0.2))],
)
def test_a_box_outside_its_page_is_refused(
    closed: Path, page: int, edges: tuple[float, float, float, float]
) -> None:
    left, top, right, bottom = edges
    database = Database(closed / "zidesk.db", read_only=False)
    row = RedactionBoxRow(sha256=_HASH, page=page, left=left, top=top, right=right, bottom=bottom)
    with pytest.raises(IntegrityError), database.writing() as session:
        session.add(row)
    database.close()
