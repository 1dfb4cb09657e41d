"""Evidence: the uses of stored files under questions, the inbox, and the bin."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from zidesk.domain.errors import UnknownEvidence
from zidesk.domain.evidence import INBOX, EvidenceUse, Inspection, StoredFile
from zidesk.storage.database import Database
from zidesk.storage.repositories.bin_rows import forget_uses
from zidesk.storage.repositories.file_facts import FACTS, inspection
from zidesk.storage.repositories.use_desk import UseDesk
from zidesk.storage.repositories.use_lists import read_uses
from zidesk.storage.repositories.use_record import UseRecord
from zidesk.storage.repositories.workspace_facts import touch
from zidesk.storage.tables import EvidenceRow, FileRow

_IN_ORDER: tuple[Any, ...] = (EvidenceRow.question_code, EvidenceRow.position, EvidenceRow.id)
_LISTED = EvidenceRow.removed_at.is_(None)
_BINNED = EvidenceRow.removed_at.is_not(None)


@dataclass(frozen=True, slots=True)
class NewUse:
    """A use to be added at the end of its question's list, or of the inbox."""

    question_code: str
    file: StoredFile
    title: str
    original_name: str
    number: str = ""
    dated: date | None = None
    note: str = ""
    fulfils: frozenset[str] = frozenset()


class EvidenceRepository:
    def __init__(self, database: Database) -> None:
        self._database = database
        self._spent = 0  # the highest id that was purged: who still knows it must not meet another use under it

    def lists(self) -> dict[str, tuple[EvidenceUse, ...]]:
        """Every use outside the bin, in order, by question code; those of the inbox under INBOX."""
        grouped: dict[str, list[EvidenceUse]] = {}
        with self._database.reading() as session:
            for use in read_uses(session, _LISTED, *_IN_ORDER):
                uses = grouped.setdefault(use.question_code, [])
                uses.append(_numbered(use, len(uses) + 1))
        return {code: tuple(uses) for code, uses in grouped.items()}

    def by_question(self) -> dict[str, tuple[EvidenceUse, ...]]:
        """Every use under a question, outside the bin, in order, by question code."""
        return {code: uses for code, uses in self.lists().items() if code != INBOX}

    def bin(self) -> tuple[EvidenceUse, ...]:
        """What lies in the bin, last removed first."""
        order = (EvidenceRow.removed_at.desc(), EvidenceRow.id.desc())
        with self._database.reading() as session:
            return tuple(read_uses(session, _BINNED, *order))

    def removal_times(self) -> dict[int, datetime]:
        """When each use in the bin was put there, by its id."""
        query = select(EvidenceRow.id, EvidenceRow.removed_at).where(_BINNED)
        with self._database.reading() as session:
            return {use_id: removed_at for use_id, removed_at in session.execute(query) if removed_at is not None}

    def inspected(self, sha256: str) -> Inspection | None:
        """What is known of a content, or None if it was never attached."""
        with self._database.reading() as session:
            row = session.execute(select(*FACTS).where(FileRow.sha256 == sha256)).first()
            return None if row is None else inspection(row)

    def contents(self) -> tuple[tuple[str, int, str], ...]:
        """Hash, size and an original name of every content in use, in the inbox or in the bin."""
        query = (
            select(FileRow.sha256, FileRow.size, func.min(EvidenceRow.original_name))
            .join(EvidenceRow, EvidenceRow.file_sha256 == FileRow.sha256)
            .group_by(FileRow.sha256)
            .order_by(FileRow.sha256)
        )
        with self._database.reading() as session:
            return tuple((row[0], row[1], row[2]) for row in session.execute(query))

    def holder(self, code: str, sha256: str) -> int | None:
        """The id of the use of this content in a question's list, outside the bin."""
        query = select(EvidenceRow.id).where(
            EvidenceRow.question_code == code, EvidenceRow.file_sha256 == sha256, _LISTED
        )
        with self._database.reading() as session:
            return session.execute(query).scalar()

    def add(self, uses: Iterable[NewUse], now: datetime) -> tuple[tuple[EvidenceUse, ...], tuple[NewUse, ...]]:
        """Add uses in one transaction. Returns those added, and those already there (same content under the
        same question), which are left as they are."""
        added: list[EvidenceUse] = []
        already: list[NewUse] = []
        ends: dict[str, tuple[int, int]] = {}  # by code: the last position, and how many uses are listed
        with self.changing(now) as desk:
            for new in uses:
                code = new.question_code
                if desk.holder(code, new.file.sha256) is not None:
                    already.append(new)
                    continue
                last, listed = ends.get(code) or (desk.last_position(code), desk.listed_count(code))
                desk.keep_file(new.file)
                kept = desk.add(_record(new, last + 1, now))
                added.append(_use(kept, new.file, listed + 1, desk))
                ends[code] = (last + 1, listed + 1)
        return tuple(added), tuple(already)

    @contextmanager
    def changing(self, now: datetime) -> Iterator[UseDesk]:
        """Uses laid out for one change, in one transaction: whatever is raised within undoes all of it.

        Raises StorageFault, WorkspaceReadOnly, WorkspaceDamaged.
        """
        with self._database.writing() as session:
            yield UseDesk(session, now, self._spent)

    def purge(self, use_id: int, now: datetime) -> tuple[tuple[str, int], ...]:
        """Take one use out of the bin for good. Returns hash and size of contents that nothing uses any more.

        Raises UnknownEvidence for one that does not lie in the bin.
        """
        with self._database.writing() as session:
            if session.execute(select(EvidenceRow.id).where(EvidenceRow.id == use_id, _BINNED)).first() is None:
                raise UnknownEvidence(use_id)
            return self._forget(session, [use_id], now)

    def purge_bin(self, now: datetime) -> tuple[int, tuple[tuple[str, int], ...]]:
        """Empty the bin. Returns how many uses went, and the contents as `purge` does."""
        with self._database.writing() as session:
            ids = list(session.scalars(select(EvidenceRow.id).where(_BINNED)))
            return len(ids), self._forget(session, ids, now)

    def _forget(self, session: Session, use_ids: list[int], now: datetime) -> tuple[tuple[str, int], ...]:
        if use_ids:
            touch(session, now)
        self._spent = max(self._spent, *use_ids, 0)
        return forget_uses(session, use_ids)


def _record(new: NewUse, position: int, now: datetime) -> UseRecord:
    return UseRecord(
        id=0,
        question_code=new.question_code,
        file_sha256=new.file.sha256,
        position=position,
        title=new.title,
        number=new.number,
        dated=new.dated,
        note=new.note,
        original_name=new.original_name,
        added_at=now,
        fulfils=new.fulfils,
    )


def _use(record: UseRecord, file: StoredFile, position: int, desk: UseDesk) -> EvidenceUse:
    return EvidenceUse(
        id=record.id,
        question_code=record.question_code,
        file=file,
        position=position,
        title=record.title,
        original_name=record.original_name,
        added_at=record.added_at,
        number=record.number,
        dated=record.dated,
        note=record.note,
        fulfils=record.fulfils,
        personal=desk.is_personal(file.sha256),
        covered=desk.is_covered(file.sha256),
    )


def _numbered(use: EvidenceUse, position: int) -> EvidenceUse:
    """The use with its number in the list as it is now: removed ones leave no gap."""
    return use if use.position == position else use.moved_to(position)
