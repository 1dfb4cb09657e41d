"""Reading uses: plain tuples from the database, each content's facts made once. Ten thousand take a moment."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from zidesk.domain.evidence import EvidenceUse, Inspection, StoredFile
from zidesk.storage.repositories.file_facts import FACTS, inspection
from zidesk.storage.repositories.personal import marked_contents
from zidesk.storage.repositories.redactions import covered_contents
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
    marked, covered = marked_contents(session), covered_contents(session)
    rows = session.connection().execute(select(*_COLUMNS).where(which).order_by(*order)).all()
    for use_id, code, sha256, position, title, name, added_at, number, dated, note in rows:
        yield EvidenceUse(
            use_id,
            code,
            files[sha256],
            position,
            title,
            name,
            added_at,
            number,
            dated,
            note,
            links.get(use_id, _NONE),
            sha256 in marked,
            sha256 in covered,
        )


def _files(session: Session, which: ColumnElement[bool]) -> dict[str, StoredFile]:
    used: Select[Any] = select(EvidenceRow.file_sha256).where(which)
    rows = session.connection().execute(
        select(FileRow.sha256, FileRow.size, *FACTS).where(FileRow.sha256.in_(used))
    )
    known: dict[tuple[Any, ...], Inspection] = {}  # the same was found in many
    files = {}
    for sha256, size, *facts in rows.all():
        key = tuple(facts)
        found = known.get(key)
        if found is None:
            found = known[key] = inspection(key)
        files[sha256] = StoredFile(sha256, size, found)
    return files


def _links(session: Session, which: ColumnElement[bool]) -> dict[int, frozenset[str]]:
    query = select(FulfilmentRow.evidence_id, FulfilmentRow.document).join(
        EvidenceRow, EvidenceRow.id == FulfilmentRow.evidence_id
    )
    links: dict[int, set[str]] = {}
    for use_id, document in session.connection().execute(query.where(which)):
        links.setdefault(use_id, set()).add(document)
    return {use_id: frozenset(names) for use_id, names in links.items()}
