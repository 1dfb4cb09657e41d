"""The tables of a workspace. Mapped classes end in Row and never leave `storage`."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Date, Dialect, ForeignKey, Index, MetaData, String, Text, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Moment(TypeDecorator[datetime]):
    """A point in time with its zone, kept as ISO 8601 text: the wall clock the user saw is not lost."""

    impl = String(40)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat()

    def process_result_value(self, value: Any, _dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


class Row(DeclarativeBase):
    metadata = MetaData(naming_convention=_NAMES)
    type_annotation_map = {datetime: Moment, dict[str, Any]: JSON, str: Text}  # noqa: RUF012


class WorkspaceRow(Row):
    """The one row about the workspace itself."""

    __tablename__ = "workspace"
    __table_args__ = (CheckConstraint("id = 1", name="single"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    profile: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]


class InstrumentRow(Row):
    """The sheet this workspace is filled in on, whole, so that it never depends on the program's version."""

    __tablename__ = "instrument"
    __table_args__ = (CheckConstraint("id = 1", name="single"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    content: Mapped[str]


class AnswerRow(Row):
    __tablename__ = "answer"

    code: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]  # canonical text, "" when cleared
    note: Mapped[str]


class AnswerChangeRow(Row):
    """The history of answers; rows are only ever added."""

    __tablename__ = "answer_change"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(index=True)
    changed_at: Mapped[datetime]
    changed_by: Mapped[str]
    old_value: Mapped[str]
    new_value: Mapped[str]
    old_note: Mapped[str]
    new_note: Mapped[str]


class FileRow(Row):
    """One content of the store, kept under its SHA-256."""

    __tablename__ = "file"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    size: Mapped[int]
    kind: Mapped[str]
    media_type: Mapped[str]
    suffix: Mapped[str]
    state: Mapped[str]
    state_detail: Mapped[str]
    pages: Mapped[int | None]
    width: Mapped[int | None]
    height: Mapped[int | None]
    taken_at: Mapped[datetime | None]
    orientation: Mapped[int | None]


class EvidenceRow(Row):
    """One use of a file; `removed_at` set: it lies in the bin. Under the code "" it lies in the inbox."""

    __tablename__ = "evidence"
    __table_args__ = (
        Index(
            "ix_evidence_in_use",
            "question_code",
            "file_sha256",
            unique=True,
            sqlite_where=text("removed_at IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    question_code: Mapped[str] = mapped_column(index=True)
    file_sha256: Mapped[str] = mapped_column(ForeignKey("file.sha256"), index=True)
    position: Mapped[int]
    title: Mapped[str]
    number: Mapped[str]
    dated: Mapped[date | None] = mapped_column(Date)
    note: Mapped[str]
    original_name: Mapped[str]
    added_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]


class FulfilmentRow(Row):
    """A document the sheet expects, by its name, for which a use is meant; gone with the use."""

    __tablename__ = "fulfilment"

    evidence_id: Mapped[int] = mapped_column(ForeignKey("evidence.id", ondelete="CASCADE"), primary_key=True)
    document: Mapped[str] = mapped_column(primary_key=True)
