"""Reading uses: plain tuples from the database, each content's facts made once. Ten thousand take a moment."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from zidesk.domain.evidence import EvidenceUse, StoredFile
from zidesk.storage.repositories.file_facts import stored_file
from zidesk.storage.tables import EvidenceRow, FileRow, FulfilmentRow

_COLUMNS = (
    EvidenceRow.id,
    EvidenceRow.question_code,
    EvidenceRow.file_sha256,
    EvidenceRow.position,
    EvidenceRow.title,
    EvidenceRow.original_name,
    EvidenceRow.added_at,
    EvidenceRow.number,
    EvidenceRow.dated,
    EvidenceRow.note,
)
_NONE: frozenset[str] = frozenset()


def read_uses(session: Session, which: ColumnElement[bool], *order: Any) -> Iterator[EvidenceUse]:
    """The uses of that condition, in that order; positions as they are kept, with gaps."""
    files = _files(session, which)
    links = _links(session, which)
    rows = session.connection().execute(select(*_COLUMNS).where(which).order_by(*order))
    for use_id, code, sha256, position, title, name, added_at, number, dated, note in rows:
        fulfils = links.get(use_id, _NONE)
        yield EvidenceUse(
            use_id, code, files[sha256], position, title, name, added_at, number, dated, note, fulfils
        )


def _files(session: Session, which: ColumnElement[bool]) -> dict[str, StoredFile]:
    used: Select[Any] = select(EvidenceRow.file_sha256).where(which)
    rows = session.connection().execute(select(FileRow.__table__).where(FileRow.sha256.in_(used)))
    return {row.sha256: stored_file(row) for row in rows}


def _links(session: Session, which: ColumnElement[bool]) -> dict[int, frozenset[str]]:
    query = select(FulfilmentRow.evidence_id, FulfilmentRow.document).join(
        EvidenceRow, EvidenceRow.id == FulfilmentRow.evidence_id
    )
    links: dict[int, set[str]] = {}
    for use_id, document in session.connection().execute(query.where(which)):
        links.setdefault(use_id, set()).add(document)
    return {use_id: frozenset(names) for use_id, names in links.items()}
