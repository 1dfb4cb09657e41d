"""Answers and their history."""

from collections.abc import Callable, Iterable
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from zidesk.domain.answer import Answer, AnswerChange, parse_answer
from zidesk.domain.instrument import Instrument
from zidesk.storage.database import Database
from zidesk.storage.repositories.workspace_facts import touch
from zidesk.storage.tables import AnswerChangeRow, AnswerRow


class AnswerRepository:
    """Answers are kept in their canonical text and read against the workspace's own sheet."""

    def __init__(self, database: Database, instrument: Instrument) -> None:
        self._database = database
        self._instrument = instrument

    def all(self) -> dict[str, Answer]:
        """Every question with an answer or a note, by code."""
        with self._database.reading() as session:
            return {
                row.code: self._answer(row.code, row.value, row.note) for row in session.scalars(select(AnswerRow))
            }

    def record(self, wanted: Iterable[tuple[str, Answer]], by: str, now: datetime) -> tuple[AnswerChange, ...]:
        """Save answers in one transaction and write what changed into the history; all of them or none.

        Returns the changes; what is the same as before is no change. Raises UnknownQuestion and, for a value
        that is none of this question's, AnswerRejected: what is saved can always be read again.
        """
        with self._database.writing() as session:
            changes = [change for code, answer in wanted if (change := self._save(session, code, answer, by, now))]
            if changes:
                touch(session, now)
        return tuple(changes)

    def revise(self, code: str, revise: Callable[[Answer], Answer], by: str, now: datetime) -> AnswerChange | None:
        """Save what `revise` makes of the answer as it is, in one transaction; None when that is the same.

        What `revise` raises comes through, and nothing is saved then. Raises like `record`.
        """
        with self._database.writing() as session:
            change = self._save(session, code, revise(self._current(session, code)), by, now)
            if change is not None:
                touch(session, now)
        return change

    def _save(self, session: Session, code: str, answer: Answer, by: str, now: datetime) -> AnswerChange | None:
        new = self._answer(code, _text(answer), answer.note)
        old = self._current(session, code)
        if old == new:
            return None
        if new == Answer(None):
            session.execute(delete(AnswerRow).where(AnswerRow.code == code))
        else:
            session.merge(AnswerRow(code=code, value=_text(new), note=new.note))
        session.add(
            AnswerChangeRow(
                code=code,
                changed_at=now,
                changed_by=by,
                old_value=_text(old),
                new_value=_text(new),
                old_note=old.note,
                new_note=new.note,
            )
        )
        return AnswerChange(code, now, by, old, new)

    def history(self, code: str) -> tuple[AnswerChange, ...]:
        """Every change of one question, oldest first."""
        query = select(AnswerChangeRow).where(AnswerChangeRow.code == code).order_by(AnswerChangeRow.id)
        with self._database.reading() as session:
            return tuple(
                AnswerChange(
                    row.code,
                    row.changed_at,
                    row.changed_by,
                    self._answer(code, row.old_value, row.old_note),
                    self._answer(code, row.new_value, row.new_note),
                )
                for row in session.scalars(query)
            )

    def _current(self, session: Session, code: str) -> Answer:
        row = session.get(AnswerRow, code)
        return Answer(None) if row is None else self._answer(code, row.value, row.note)

    def _answer(self, code: str, value: str, note: str) -> Answer:
        return Answer(parse_answer(self._instrument.question(code), value), note)


def _text(answer: Answer) -> str:
    return "" if answer.value is None else str(answer.value)
