"""What was decided about personal data, by content. A decision outlives the uses of its content, so that a file
that comes back is not asked about again."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from zidesk.domain.privacy import PersonalDecision
from zidesk.storage.database import Database
from zidesk.storage.privacy_tables import PersonalMarkRow
from zidesk.storage.repositories.workspace_facts import touch
from zidesk.storage.tables import EvidenceRow

Decisions = tuple[tuple[str, PersonalDecision | None], ...]


class PersonalRepository:
    def __init__(self, database: Database) -> None:
        self._database = database

    def decisions(self) -> Mapping[str, PersonalDecision]:
        """Every decision, by content."""
        with self._database.reading() as session:
            return {row.sha256: _decision(row) for row in session.scalars(select(PersonalMarkRow))}

    def decide(self, decisions: Decisions, now: datetime) -> Decisions:
        """Keep these in one transaction; None takes a decision back. Returns those that were others before, each
        as it was."""
        former: list[tuple[str, PersonalDecision | None]] = []
        with self._database.writing() as session:
            for sha256, wanted in decisions:
                row = session.get(PersonalMarkRow, sha256)
                before = None if row is None else _decision(row)
                if before == wanted:
                    continue
                former.append((sha256, before))
                if wanted is not None:
                    session.merge(_row(sha256, wanted))
                elif row is not None:
                    session.delete(row)
            if former:
                touch(session, now)
        return tuple(former)

    def uses_of(self, contents: Iterable[str]) -> tuple[tuple[int, str], ...]:
        """The uses of these contents outside the bin: id and question's code, in order of the ids."""
        wanted = frozenset(contents)
        query = select(EvidenceRow.id, EvidenceRow.question_code, EvidenceRow.file_sha256).where(
            EvidenceRow.removed_at.is_(None)
        )
        with self._database.reading() as session:
            found = session.execute(query.order_by(EvidenceRow.id))
            return tuple((use_id, code) for use_id, code, sha256 in found if sha256 in wanted)


def marked_contents(session: Session) -> frozenset[str]:
    """The contents that are marked as holding personal data."""
    return frozenset(session.scalars(select(PersonalMarkRow.sha256).where(PersonalMarkRow.marked)))


def _row(sha256: str, decision: PersonalDecision) -> PersonalMarkRow:
    return PersonalMarkRow(sha256=sha256, marked=decision.personal, decided_at=decision.at, decided_by=decision.by)


def _decision(row: PersonalMarkRow) -> PersonalDecision:
    return PersonalDecision(row.marked, row.decided_at, row.decided_by)
