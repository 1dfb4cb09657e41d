"""A use with what only storage and the changes know of it: its place, and whether it lies in the bin."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class UseRecord:
    """A use as it is kept. `id` 0: not kept yet. `position` orders a list and may leave gaps."""

    id: int
    question_code: str
    file_sha256: str
    position: int
    title: str
    number: str
    dated: date | None
    note: str
    original_name: str
    added_at: datetime
    removed_at: datetime | None = None
    fulfils: frozenset[str] = frozenset()
