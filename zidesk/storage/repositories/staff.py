"""The list of staff."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from sqlalchemy import delete, func, select

from zidesk.domain.errors import UnknownStaffMember
from zidesk.domain.staff import StaffMember
from zidesk.storage.database import Database
from zidesk.storage.paper_tables import StaffMemberRow
from zidesk.storage.repositories.workspace_facts import touch


class StaffRepository:
    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[StaffMember, ...]:
        """Every member, in the order of the list."""
        query = select(StaffMemberRow).order_by(StaffMemberRow.position, StaffMemberRow.id)
        with self._database.reading() as session:
            return tuple(_member(row) for row in session.scalars(query))

    def replace_all(self, members: Iterable[StaffMember], now: datetime) -> tuple[StaffMember, ...]:
        """Put this list in the place of the old one, all of it or nothing. Returns it as stored, under numbers
        that go on after every old one: a number never comes to mean another person."""
        with self._database.writing() as session:
            highest = session.execute(select(func.max(StaffMemberRow.id))).scalar() or 0
            session.execute(delete(StaffMemberRow))
            stored = tuple(
                replace(member, id=number) for number, member in enumerate(members, start=int(highest) + 1)
            )
            session.add_all(_row(member, position) for position, member in enumerate(stored, start=1))
            touch(session, now)
        return stored

    def edit(self, member: StaffMember, now: datetime) -> StaffMember:
        """Save what is known of a member. Returns what was known before. Raises UnknownStaffMember."""
        with self._database.writing() as session:
            row = session.get(StaffMemberRow, member.id)
            if row is None:
                raise UnknownStaffMember(member.id)
            before = _member(row)
            if before != member:
                session.merge(_row(member, row.position))
                touch(session, now)
            return before


def _row(member: StaffMember, position: int) -> StaffMemberRow:
    return StaffMemberRow(
        id=member.id,
        position=position,
        name=member.name,
        nip=member.nip,
        rank=member.rank,
        job=member.position,
        roles=list(member.roles),
    )


def _member(row: StaffMemberRow) -> StaffMember:
    return StaffMember(row.name, row.nip, row.rank, row.job, tuple(row.roles), row.id)
