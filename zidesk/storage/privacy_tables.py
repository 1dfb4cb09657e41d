"""The tables of personal data: what was decided about a content, and where it is blacked out."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Float
from sqlalchemy.orm import Mapped, mapped_column

from zidesk.storage.tables import Row


class PersonalMarkRow(Row):
    """What a person decided about one content. `marked` False: looked at, and it holds none."""

    __tablename__ = "personal_marks"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    marked: Mapped[bool]
    decided_at: Mapped[datetime]
    decided_by: Mapped[str]


class RedactionBoxRow(Row):
    """A black box on a page of one content: pages from 1, edges as parts (0..1) of the upright page."""

    __tablename__ = "redaction_boxes"
    __table_args__ = (
        CheckConstraint("page >= 1", name="page"),
        CheckConstraint(
            '0 <= "left" AND "left" < "right" AND "right" <= 1 AND 0 <= top AND top < bottom AND bottom <= 1',
            name="edges",
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    sha256: Mapped[str] = mapped_column(index=True)
    page: Mapped[int]
    left: Mapped[float] = mapped_column(Float)
    top: Mapped[float] = mapped_column(Float)
    right: Mapped[float] = mapped_column(Float)
    bottom: Mapped[float] = mapped_column(Float)
