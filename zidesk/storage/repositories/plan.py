"""The rows of the work plan, in the school's order."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from fractions import Fraction
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from zidesk.domain.errors import PlanOrderIncomplete, UnknownPlanRow
from zidesk.domain.plan import PlanRow, PlanState, Week
from zidesk.storage.database import Database
from zidesk.storage.paper_tables import PlanEntryRow
from zidesk.storage.repositories.workspace_facts import touch


class PlanRepository:
    """Rows are kept as they are given; whether they make sense is for the domain to say before."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[PlanRow, ...]:
        """Every row, in order."""
        with self._database.reading() as session:
            return tuple(_row(entry) for entry in _entries(session))

    def replace_all(self, rows: Iterable[PlanRow], now: datetime) -> tuple[PlanRow, ...]:
        """Put these rows, in this order, in the place of all; all of them or none. Returns them as stored.

        A row keeps its number, so that a change taken back leaves everything as it was; 0, and a number
        that comes a second time, gets a new one.
        """
        wanted = tuple(rows)
        with self._database.writing() as session:
            highest = session.execute(select(func.max(PlanEntryRow.id))).scalar() or 0
            session.execute(delete(PlanEntryRow))
            numbered = _numbered(wanted, highest)
            session.add_all(_entry(row, position) for position, row in enumerate(numbered, start=1))
            touch(session, now)
        return numbered

    def add(self, rows: Iterable[PlanRow], now: datetime, before: int | None = None) -> tuple[PlanRow, ...]:
        """Add rows before the row numbered `before`, or at the end, under new numbers. Returns them as stored.

        Raises UnknownPlanRow.
        """
        with self._database.writing() as session:
            entries = list(_entries(session))
            place = len(entries) if before is None else _index(entries, before)
            new = [_entry(replace(row, id=0), 0) for row in rows]
            session.add_all(new)
            entries[place:place] = new
            _renumber(entries)
            touch(session, now)
            session.flush()
            return tuple(_row(entry) for entry in new)

    def edit(self, row: PlanRow, now: datetime) -> PlanRow:
        """Save a row under its number. Returns what it was before. Raises UnknownPlanRow."""
        with self._database.writing() as session:
            entry = session.get(PlanEntryRow, row.id)
            if entry is None:
                raise UnknownPlanRow(row.id)
            before = _row(entry)
            if before != row:
                session.merge(_entry(row, entry.position))
                touch(session, now)
            return before

    def remove(self, row_ids: Iterable[int], now: datetime) -> None:
        """Raises UnknownPlanRow; nothing is removed then."""
        wanted = set(row_ids)
        with self._database.writing() as session:
            entries = list(_entries(session))
            for row_id in sorted(wanted):
                session.delete(entries[_index(entries, row_id)])
            _renumber([entry for entry in entries if entry.id not in wanted])
            touch(session, now)

    def reorder(self, row_ids: Sequence[int], now: datetime) -> None:
        """Put the rows in this order. Raises PlanOrderIncomplete unless it names each row once."""
        with self._database.writing() as session:
            entries = {entry.id: entry for entry in _entries(session)}
            if sorted(row_ids) != sorted(entries):
                raise PlanOrderIncomplete
            _renumber([entries[row_id] for row_id in row_ids])
            touch(session, now)


def _entries(session: Session) -> Iterable[PlanEntryRow]:
    return session.scalars(select(PlanEntryRow).order_by(PlanEntryRow.position, PlanEntryRow.id))


def _index(entries: Sequence[PlanEntryRow], row_id: int) -> int:
    for index, entry in enumerate(entries):
        if entry.id == row_id:
            return index
    raise UnknownPlanRow(row_id)


def _renumber(entries: Iterable[PlanEntryRow]) -> None:
    for position, entry in enumerate(entries, start=1):
        entry.position = position


def _numbered(rows: Sequence[PlanRow], highest: int) -> tuple[PlanRow, ...]:
    """New numbers go on after every number there is, so that an old one never means another row."""
    following = max([highest, *(row.id for row in rows)])
    used: set[int] = set()
    numbered: list[PlanRow] = []
    for row in rows:
        if row.id <= 0 or row.id in used:
            following += 1
            numbered.append(replace(row, id=following))
        else:
            numbered.append(row)
        used.add(numbered[-1].id)
    return tuple(numbered)


def _entry(row: PlanRow, position: int) -> PlanEntryRow:
    facts: dict[str, Any] = {
        "position": position,
        "scope": row.scope,
        "program": row.program,
        "goal": row.goal,
        "objective": row.objective,
        "action": row.action,
        "activities": list(row.activities),
        "indicator": row.indicator,
        "evidence": list(row.evidence),
        "in_charge": row.in_charge,
        "weeks": sorted([week.month, week.number] for week in row.weeks),
        "target": _text(row.target),
        "achieved": _text(row.achieved),
        "note": row.note,
        "state": row.state.value,
    }
    return PlanEntryRow(**({"id": row.id} if row.id else {}), **facts)


def _row(entry: PlanEntryRow) -> PlanRow:
    return PlanRow(
        scope=entry.scope,
        objective=entry.objective,
        action=entry.action,
        activities=tuple(entry.activities),
        indicator=entry.indicator,
        evidence=tuple(entry.evidence),
        in_charge=entry.in_charge,
        weeks=frozenset(Week(month, number) for month, number in entry.weeks),
        target=_percent(entry.target),
        achieved=_percent(entry.achieved),
        note=entry.note,
        state=PlanState(entry.state),
        program=entry.program,
        goal=entry.goal,
        id=entry.id,
    )


def _text(value: Fraction | None) -> str | None:
    return None if value is None else str(value)


def _percent(text: str | None) -> Fraction | None:
    return None if text is None else Fraction(text)
