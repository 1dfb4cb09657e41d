"""Uses laid out for one change: read, written and checked within a single transaction."""

from dataclasses import fields
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from zidesk.domain.errors import UnknownEvidence
from zidesk.domain.evidence import StoredFile
from zidesk.storage.privacy_tables import PersonalMarkRow, RedactionBoxRow
from zidesk.storage.repositories.file_facts import file_row
from zidesk.storage.repositories.use_record import UseRecord
from zidesk.storage.repositories.workspace_facts import touch
from zidesk.storage.tables import EvidenceRow, FileRow, FulfilmentRow

_KEPT = tuple(item.name for item in fields(UseRecord) if item.name not in ("id", "fulfils"))


class UseDesk:
    """The uses, those in the bin included. Nothing stays written unless the whole transaction succeeds."""

    def __init__(self, session: Session, now: datetime, spent: int) -> None:
        """`spent`: ids up to this one are never given again, though their rows may be gone."""
        self._session = session
        self._spent = spent
        self.now = now

    def record(self, use_id: int) -> UseRecord:
        """Raises UnknownEvidence."""
        row = self._session.get(EvidenceRow, use_id)
        if row is None:
            raise UnknownEvidence(use_id)
        return self._record(row)

    def knows(self, use_id: int) -> bool:
        """Whether there is such a use, in the bin or outside it."""
        return self._session.get(EvidenceRow, use_id) is not None

    def listed(self, code: str) -> tuple[UseRecord, ...]:
        """The uses of a question (or the inbox) outside the bin, in order."""
        query = (
            select(EvidenceRow)
            .where(EvidenceRow.question_code == code, EvidenceRow.removed_at.is_(None))
            .order_by(EvidenceRow.position, EvidenceRow.id)
        )
        return tuple(self._record(row) for row in self._session.scalars(query))

    def holder(self, code: str, sha256: str) -> int | None:
        """The use of this content in a question's list, outside the bin."""
        query = select(EvidenceRow.id).where(
            EvidenceRow.question_code == code,
            EvidenceRow.file_sha256 == sha256,
            EvidenceRow.removed_at.is_(None),
        )
        return self._session.execute(query).scalar()

    def last_position(self, code: str) -> int:
        """0 for a question that never had any."""
        query = select(func.max(EvidenceRow.position)).where(EvidenceRow.question_code == code)
        return self._session.execute(query).scalar() or 0

    def listed_count(self, code: str) -> int:
        query = select(func.count()).where(EvidenceRow.question_code == code, EvidenceRow.removed_at.is_(None))
        return self._session.execute(query).scalar_one()

    def keep_file(self, file: StoredFile) -> None:
        """Note what is known of a content, once."""
        if self._session.get(FileRow, file.sha256) is None:
            self._session.add(file_row(file))
            self._session.flush()

    def is_personal(self, sha256: str) -> bool:
        """Whether a content is marked as holding personal data."""
        row = self._session.get(PersonalMarkRow, sha256)
        return row is not None and row.marked

    def is_covered(self, sha256: str) -> bool:
        """Whether parts of a content are covered where it is handed over."""
        query = select(RedactionBoxRow.id).where(RedactionBoxRow.sha256 == sha256)
        return self._session.execute(query).first() is not None

    def add(self, record: UseRecord) -> UseRecord:
        """Keep a new use of a content that is known. Returns it with its id."""
        last = self._session.execute(select(func.max(EvidenceRow.id))).scalar() or 0
        row = EvidenceRow(id=max(last, self._spent) + 1, **{name: getattr(record, name) for name in _KEPT})
        self._session.add(row)
        self._session.flush()
        self._session.add_all(FulfilmentRow(evidence_id=row.id, document=name) for name in sorted(record.fulfils))
        touch(self._session, self.now)
        return self._record(row)

    def save(self, record: UseRecord) -> None:
        """Write a use that is kept already, links included. Raises UnknownEvidence."""
        before = self.record(record.id)
        row = self._session.get_one(EvidenceRow, record.id)
        for name in _KEPT:
            setattr(row, name, getattr(record, name))
        for name in before.fulfils - record.fulfils:
            self._session.execute(
                delete(FulfilmentRow).where(FulfilmentRow.evidence_id == record.id, FulfilmentRow.document == name)
            )
        self._session.add_all(
            FulfilmentRow(evidence_id=record.id, document=name) for name in sorted(record.fulfils - before.fulfils)
        )
        self._session.flush()
        touch(self._session, self.now)

    def _record(self, row: EvidenceRow) -> UseRecord:
        links = select(FulfilmentRow.document).where(FulfilmentRow.evidence_id == row.id)
        kept = {name: getattr(row, name) for name in _KEPT}
        return UseRecord(id=row.id, **kept, fulfils=frozenset(self._session.scalars(links)))
