"""What is known of papers: when they were made, their signed copies, their forms, the school's own texts."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from zidesk.domain.paper_record import PaperRecord, SignedCopy
from zidesk.storage.database import Database
from zidesk.storage.paper_tables import PaperFieldsRow, PaperRecordRow, TextOverrideRow
from zidesk.storage.repositories.workspace_facts import touch


class PaperRepository:
    """A paper is named by its kind and, where a kind has several, its part ("" otherwise)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def records(self) -> dict[tuple[str, str], PaperRecord]:
        """Every paper of which anything is known, by kind and part."""
        with self._database.reading() as session:
            return {(row.kind, row.part): _record(row) for row in session.scalars(select(PaperRecordRow))}

    def record_made(self, kind: str, part: str, fingerprint: str, now: datetime) -> PaperRecord:
        """Note that a paper was made from data with this fingerprint. Its signed copy stays.

        This is no change of the data: papers must not count as changed for having been made.
        """
        with self._database.writing() as session:
            row = _row(session, kind, part)
            row.made_at, row.fingerprint = now, fingerprint
            return _record(row)

    def attach_signed(self, kind: str, part: str, copy: SignedCopy, now: datetime) -> PaperRecord:
        """Keep a signed copy whose file is in the store, in the place of an older one."""
        with self._database.writing() as session:
            row = _row(session, kind, part)
            row.signed_sha256, row.signed_size, row.signed_name = copy.sha256, copy.size, copy.name
            row.signed_at, row.signed_fingerprint = copy.attached_at, copy.fingerprint
            touch(session, now)
            return _record(row)

    def detach_signed(self, kind: str, part: str, now: datetime) -> SignedCopy | None:
        """Forget the signed copy; its file stays in the store. Returns what it was."""
        with self._database.writing() as session:
            row = _row(session, kind, part)
            before = _signed(row)
            row.signed_sha256 = row.signed_size = row.signed_name = None
            row.signed_at = row.signed_fingerprint = None
            touch(session, now)
            return before

    def include(self, kind: str, part: str, in_bundle: bool, now: datetime) -> PaperRecord:
        """Whether the paper goes into the bundle."""
        with self._database.writing() as session:
            row = _row(session, kind, part)
            row.in_bundle = in_bundle
            touch(session, now)
            return _record(row)

    def signed_contents(self) -> tuple[tuple[str, int, str], ...]:
        """Hash, size and a name of every signed copy, as `EvidenceRepository.contents` has them."""
        query = (
            select(PaperRecordRow.signed_sha256, PaperRecordRow.signed_size, func.min(PaperRecordRow.signed_name))
            .where(PaperRecordRow.signed_sha256.is_not(None))
            .group_by(PaperRecordRow.signed_sha256)
            .order_by(PaperRecordRow.signed_sha256)
        )
        with self._database.reading() as session:
            return tuple((str(row[0]), int(row[1] or 0), str(row[2])) for row in session.execute(query))

    def fields(self, kind: str) -> dict[str, str]:
        """What the school wrote into this kind's form; empty when nothing."""
        with self._database.reading() as session:
            row = session.get(PaperFieldsRow, kind)
            return {} if row is None else dict(row.content)

    def save_fields(self, kind: str, fields: Mapping[str, str], now: datetime) -> dict[str, str]:
        """Keep a form as it is now. Returns what it was before."""
        with self._database.writing() as session:
            row = session.get(PaperFieldsRow, kind)
            before = {} if row is None else dict(row.content)
            if before != dict(fields):
                session.merge(PaperFieldsRow(kind=kind, content=dict(fields)))
                touch(session, now)
            return before

    def overrides(self) -> dict[str, str]:
        """The school's own texts, by the template's key."""
        with self._database.reading() as session:
            return {row.key: row.content for row in session.scalars(select(TextOverrideRow))}

    def override(self, key: str, content: str, now: datetime) -> None:
        """Keep the school's own text for a template."""
        with self._database.writing() as session:
            session.merge(TextOverrideRow(key=key, content=content))
            touch(session, now)

    def restore_text(self, key: str, now: datetime) -> None:
        """Go back to the program's own text; without one of the school's nothing changes."""
        with self._database.writing() as session:
            session.execute(delete(TextOverrideRow).where(TextOverrideRow.key == key))
            touch(session, now)


def _row(session: Session, kind: str, part: str) -> PaperRecordRow:
    row = session.get(PaperRecordRow, (kind, part))
    if row is None:
        row = PaperRecordRow(kind=kind, part=part, fingerprint="", in_bundle=False)
        session.add(row)
    return row


def _record(row: PaperRecordRow) -> PaperRecord:
    return PaperRecord(row.kind, row.part, row.made_at, row.fingerprint, _signed(row), row.in_bundle)


def _signed(row: PaperRecordRow) -> SignedCopy | None:
    if (
        row.signed_sha256 is None
        or row.signed_size is None
        or row.signed_name is None
        or row.signed_at is None
        or row.signed_fingerprint is None
    ):
        return None
    return SignedCopy(row.signed_sha256, row.signed_size, row.signed_name, row.signed_at, row.signed_fingerprint)
