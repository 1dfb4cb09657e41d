"""Where contents are blacked out: boxes by the hash of the content, whichever questions use it.

They outlive the uses of their content, so that a file that comes back is not handed over bare.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from zidesk.domain.redaction import Box
from zidesk.storage.database import Database
from zidesk.storage.privacy_tables import RedactionBoxRow
from zidesk.storage.repositories.workspace_facts import touch

_COLUMNS = (
    RedactionBoxRow.sha256,
    RedactionBoxRow.page,
    RedactionBoxRow.left,
    RedactionBoxRow.top,
    RedactionBoxRow.right,
    RedactionBoxRow.bottom,
)


class RedactionRepository:
    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, sha256: str) -> tuple[Box, ...]:
        """The boxes of a content in the order they were given in; none for most."""
        with self._database.reading() as session:
            return _boxes(session, sha256)

    def all(self) -> Mapping[str, tuple[Box, ...]]:
        """The boxes of every content that has any, by its hash; those in the bin too."""
        found: dict[str, list[Box]] = {}
        query = select(*_COLUMNS).order_by(RedactionBoxRow.sha256, RedactionBoxRow.id)
        with self._database.reading() as session:
            for sha256, page, left, top, right, bottom in session.execute(query):
                found.setdefault(sha256, []).append(Box(page, left, top, right, bottom))
        return {sha256: tuple(boxes) for sha256, boxes in found.items()}

    def replace(self, sha256: str, boxes: Sequence[Box], now: datetime) -> tuple[Box, ...]:
        """Keep these boxes instead of those there were, which are returned."""
        with self._database.writing() as session:
            before = _boxes(session, sha256)
            if tuple(boxes) != before:
                session.execute(delete(RedactionBoxRow).where(RedactionBoxRow.sha256 == sha256))
                session.add_all(RedactionBoxRow(sha256=sha256, **asdict(box)) for box in boxes)
                touch(session, now)
        return before


def covered_contents(session: Session) -> frozenset[str]:
    """The contents that have any box."""
    return frozenset(session.scalars(select(RedactionBoxRow.sha256).distinct()))


def _boxes(session: Session, sha256: str) -> tuple[Box, ...]:
    query = select(*_COLUMNS).where(RedactionBoxRow.sha256 == sha256).order_by(RedactionBoxRow.id)
    rows = session.execute(query)
    return tuple(Box(page, left, top, right, bottom) for _sha256, page, left, top, right, bottom in rows)
