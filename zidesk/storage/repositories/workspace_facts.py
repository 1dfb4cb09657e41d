"""The school's profile, the sheet in use, and when anything last changed."""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from zidesk.domain.profile import Profile
from zidesk.storage.database import Database
from zidesk.storage.profile_record import profile_from_record, profile_to_record
from zidesk.storage.tables import InstrumentRow, WorkspaceRow


def touch(session: Session, now: datetime) -> None:
    """Note within a transaction that the data changed."""
    session.execute(update(WorkspaceRow).values(changed_at=now))


class WorkspaceFacts:
    """The two single rows of a workspace."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def create(self, profile: Profile, instrument_name: str, instrument_text: str, now: datetime) -> None:
        """Write both rows of a new workspace, once."""
        with self._database.writing() as session:
            record = profile_to_record(profile)
            session.add(WorkspaceRow(id=1, profile=record, created_at=now, changed_at=now))
            session.add(InstrumentRow(id=1, name=instrument_name, content=instrument_text))

    def profile(self) -> Profile:
        with self._database.reading() as session:
            return profile_from_record(session.execute(select(WorkspaceRow.profile)).scalar_one())

    def save_profile(self, profile: Profile, now: datetime) -> Profile:
        """Replace the profile, which the caller has checked. Returns the one before."""
        with self._database.writing() as session:
            before = profile_from_record(session.execute(select(WorkspaceRow.profile)).scalar_one())
            if profile != before:
                session.execute(update(WorkspaceRow).values(profile=profile_to_record(profile)))
                touch(session, now)
        return before

    def instrument_text(self) -> tuple[str, str]:
        """Name and JSON text of the sheet."""
        with self._database.reading() as session:
            row = session.execute(select(InstrumentRow)).scalar_one()
            return row.name, row.content

    def changed_at(self) -> datetime:
        with self._database.reading() as session:
            return session.execute(select(WorkspaceRow.changed_at)).scalar_one()
