"""The tables of the work plan, the staff, the snapshots and the papers. They never leave `storage`."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from zidesk.storage.tables import Row


class PlanEntryRow(Row):
    """A row of the plan. Percentages are exact fractions as text ("175/2"); `weeks`: pairs of month and week."""

    __tablename__ = "plan_row"

    id: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int]
    scope: Mapped[str]
    program: Mapped[str]
    goal: Mapped[str]
    objective: Mapped[str]
    action: Mapped[str]
    activities: Mapped[list[Any]] = mapped_column(JSON)
    indicator: Mapped[str]
    evidence: Mapped[list[Any]] = mapped_column(JSON)
    in_charge: Mapped[str]
    weeks: Mapped[list[Any]] = mapped_column(JSON)
    target: Mapped[str | None]
    achieved: Mapped[str | None]
    note: Mapped[str]
    state: Mapped[str]


class StaffMemberRow(Row):
    __tablename__ = "staff_member"

    id: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int]  # in the list
    name: Mapped[str]
    nip: Mapped[str]
    rank: Mapped[str]
    job: Mapped[str]
    roles: Mapped[list[Any]] = mapped_column(JSON)


class ScoreSnapshotRow(Row):
    """Figures of one moment; rows are added and removed, never changed."""

    __tablename__ = "score_snapshot"

    id: Mapped[int] = mapped_column(primary_key=True)
    taken_at: Mapped[datetime]
    label: Mapped[str]
    total: Mapped[str]
    nodes: Mapped[dict[str, Any]]
    criteria: Mapped[dict[str, Any]]
    plan: Mapped[dict[str, Any]]
    counts: Mapped[dict[str, Any]]


class TextOverrideRow(Row):
    """The school's own wording of a template; without a row the program's own is used."""

    __tablename__ = "text_override"

    key: Mapped[str] = mapped_column(primary_key=True)
    content: Mapped[str]


class PaperRecordRow(Row):
    """A paper that was made, or whose signed copy came back. The five `signed_` facts are there together."""

    __tablename__ = "paper_record"
    __table_args__ = (
        CheckConstraint(
            "(signed_sha256 IS NULL) = (signed_size IS NULL) AND (signed_sha256 IS NULL) = (signed_name IS NULL)"
            " AND (signed_sha256 IS NULL) = (signed_at IS NULL)"
            " AND (signed_sha256 IS NULL) = (signed_fingerprint IS NULL)",
            name="signed",
        ),
    )

    kind: Mapped[str] = mapped_column(primary_key=True)
    part: Mapped[str] = mapped_column(primary_key=True)
    made_at: Mapped[datetime | None]
    fingerprint: Mapped[str]
    signed_sha256: Mapped[str | None]
    signed_size: Mapped[int | None]
    signed_name: Mapped[str | None]
    signed_at: Mapped[datetime | None]
    signed_fingerprint: Mapped[str | None]
    in_bundle: Mapped[bool]


class PaperFieldsRow(Row):
    """What the school wrote into the form of one kind of paper."""

    __tablename__ = "paper_fields"

    kind: Mapped[str] = mapped_column(primary_key=True)
    content: Mapped[dict[str, Any]]
