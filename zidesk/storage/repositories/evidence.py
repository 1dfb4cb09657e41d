"""Evidence: the uses of stored files under questions, their order, and the bin."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select, tuple_
from sqlalchemy.orm import Session

from zidesk.domain.errors import OrderIncomplete, UnknownEvidence
from zidesk.domain.evidence import EvidenceUse, FileKind, FileState, Inspection, StoredFile
from zidesk.storage.database import Database
from zidesk.storage.repositories.workspace_facts import touch
from zidesk.storage.tables import EvidenceRow, FileRow


@dataclass(frozen=True, slots=True)
class NewUse:
    """A use to be added at the end of its question's list."""

    question_code: str
    file: StoredFile
    title: str
    original_name: str
    number: str = ""
    dated: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class UseFacts:
    """What a person may change about a use."""

    title: str
    number: str = ""
    dated: date | None = None
    note: str = ""


class EvidenceRepository:
    def __init__(self, database: Database) -> None:
        self._database = database

    def by_question(self) -> dict[str, tuple[EvidenceUse, ...]]:
        """Every use outside the bin, in order, by question code."""
        query = (
            select(EvidenceRow)
            .where(EvidenceRow.removed_at.is_(None))
            .order_by(EvidenceRow.question_code, EvidenceRow.position, EvidenceRow.id)
        )
        grouped: dict[str, list[EvidenceUse]] = {}
        with self._database.reading() as session:
            for row in session.scalars(query):
                uses = grouped.setdefault(row.question_code, [])
                uses.append(_use(row).moved_to(len(uses) + 1))  # removed ones leave no gap in the numbers
        return {code: tuple(uses) for code, uses in grouped.items()}

    def inspected(self, sha256: str) -> Inspection | None:
        """What is known of a content, or None if it was never attached."""
        with self._database.reading() as session:
            row = session.get(FileRow, sha256)
            return None if row is None else _inspection(row)

    def contents(self) -> tuple[tuple[str, int, str], ...]:
        """Hash, size and an original name of every content in use or in the bin."""
        query = (
            select(FileRow.sha256, FileRow.size, func.min(EvidenceRow.original_name))
            .join(EvidenceRow, EvidenceRow.file_sha256 == FileRow.sha256)
            .group_by(FileRow.sha256)
            .order_by(FileRow.sha256)
        )
        with self._database.reading() as session:
            return tuple((row[0], row[1], row[2]) for row in session.execute(query))

    def add(self, uses: Iterable[NewUse], now: datetime) -> tuple[tuple[EvidenceUse, ...], tuple[NewUse, ...]]:
        """Add uses in one transaction. Returns those added, and those already there (same content under the
        same question), which are left as they are."""
        added: list[EvidenceUse] = []
        already: list[NewUse] = []
        with self._database.writing() as session:
            for use in uses:
                if _in_use(session, use.question_code, use.file.sha256):
                    already.append(use)
                    continue
                if session.get(FileRow, use.file.sha256) is None:
                    session.add(_file_row(use.file))
                    session.flush()
                row = EvidenceRow(
                    question_code=use.question_code,
                    file_sha256=use.file.sha256,
                    position=_last_position(session, use.question_code) + 1,
                    title=use.title,
                    number=use.number,
                    dated=use.dated,
                    note=use.note,
                    original_name=use.original_name,
                    added_at=now,
                )
                session.add(row)
                session.flush()
                added.append(_numbered_use(session, row))
            if added:
                touch(session, now)
        return tuple(added), tuple(already)

    def edit(self, use_id: int, facts: UseFacts, now: datetime) -> EvidenceUse:
        """Raises UnknownEvidence."""
        with self._database.writing() as session:
            row = _row(session, use_id)
            row.title, row.number, row.dated, row.note = facts.title, facts.number, facts.dated, facts.note
            touch(session, now)
            session.flush()
            return _numbered_use(session, row)

    def reorder(self, code: str, use_ids: Sequence[int], now: datetime) -> None:
        """Put a question's evidence in this order. Raises OrderIncomplete unless it names each use once."""
        with self._database.writing() as session:
            query = select(EvidenceRow).where(EvidenceRow.question_code == code, EvidenceRow.removed_at.is_(None))
            rows = {row.id: row for row in session.scalars(query)}
            if sorted(use_ids) != sorted(rows):
                raise OrderIncomplete(code)
            for position, use_id in enumerate(use_ids, start=1):
                rows[use_id].position = position
            touch(session, now)

    def remove(self, use_id: int, now: datetime) -> None:
        """Move a use to the bin; its file stays. Raises UnknownEvidence."""
        with self._database.writing() as session:
            _row(session, use_id).removed_at = now
            touch(session, now)

    def restore(self, use_id: int, now: datetime) -> None:
        """Take a use out of the bin, back to its place. Raises UnknownEvidence.

        It stays there when the same content is in use under the question again.
        """
        with self._database.writing() as session:
            row = _row(session, use_id)
            if not _in_use(session, row.question_code, row.file_sha256):
                row.removed_at = None
            touch(session, now)

    def bin(self) -> tuple[EvidenceUse, ...]:
        """What lies in the bin, last removed first."""
        query = (
            select(EvidenceRow)
            .where(EvidenceRow.removed_at.is_not(None))
            .order_by(EvidenceRow.removed_at.desc(), EvidenceRow.id.desc())
        )
        with self._database.reading() as session:
            return tuple(_use(row) for row in session.scalars(query))


def _row(session: Session, use_id: int) -> EvidenceRow:
    row = session.get(EvidenceRow, use_id)
    if row is None:
        raise UnknownEvidence(use_id)
    return row


def _in_use(session: Session, code: str, sha256: str) -> bool:
    query = select(EvidenceRow.id).where(
        EvidenceRow.question_code == code,
        EvidenceRow.file_sha256 == sha256,
        EvidenceRow.removed_at.is_(None),
    )
    return session.execute(query).first() is not None


def _last_position(session: Session, code: str) -> int:
    query = select(func.max(EvidenceRow.position)).where(EvidenceRow.question_code == code)
    return session.execute(query).scalar() or 0


def _numbered_use(session: Session, row: EvidenceRow) -> EvidenceUse:
    """The use with its number in the list as it is now: removed ones leave no gap."""
    before = select(func.count()).where(
        EvidenceRow.question_code == row.question_code,
        EvidenceRow.removed_at.is_(None),
        tuple_(EvidenceRow.position, EvidenceRow.id) < tuple_(row.position, row.id),
    )
    return _use(row).moved_to(session.execute(before).scalar_one() + 1)


def _file_row(file: StoredFile) -> FileRow:
    found = file.inspection
    return FileRow(
        sha256=file.sha256,
        size=file.size,
        kind=found.kind.value,
        media_type=found.media_type,
        suffix=found.suffix,
        state=found.state.value,
        state_detail=found.state_detail,
        pages=found.pages,
        width=found.width,
        height=found.height,
        taken_at=found.taken_at,
        orientation=found.orientation,
    )


def _inspection(row: FileRow) -> Inspection:
    return Inspection(
        kind=FileKind(row.kind),
        media_type=row.media_type,
        suffix=row.suffix,
        state=FileState(row.state),
        state_detail=row.state_detail,
        pages=row.pages,
        width=row.width,
        height=row.height,
        taken_at=row.taken_at,
        orientation=row.orientation,
    )


def _use(row: EvidenceRow) -> EvidenceUse:
    return EvidenceUse(
        id=row.id,
        question_code=row.question_code,
        file=StoredFile(row.file_sha256, row.file.size, _inspection(row.file)),
        position=row.position,
        title=row.title,
        original_name=row.original_name,
        added_at=row.added_at,
        number=row.number,
        dated=row.dated,
        note=row.note,
    )
