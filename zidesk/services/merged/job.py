"""What is to be merged, and what came of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from zidesk.domain.evidence import Inspection


@dataclass(frozen=True, slots=True)
class MergedFile:
    """A piece of evidence. `words`: number and date as read; `path`: where it lies now; `bundle_path`: relative
    to the bundle. Files of the same `content`, unless it is "", hold the same bytes."""

    code: str
    position: int
    title: str
    words: str
    path: Path
    bundle_path: str
    inspection: Inspection
    size: int
    content: str = ""

    @property
    def label(self) -> str:
        """ "A.I.1.i.a-01", as in the file's name."""
        return f"{self.code}-{self.position:02d}"


@dataclass(frozen=True, slots=True)
class MergedQuestion:
    code: str
    title: str
    files: tuple[MergedFile, ...]


@dataclass(frozen=True, slots=True)
class MergedPart:
    """A sub-area with evidence."""

    title: str
    questions: tuple[MergedQuestion, ...]


@dataclass(frozen=True, slots=True)
class MergedJob:
    """`scope`: what the paper covers, in words; `changed_at`: when the data last changed, the only time in it.
    `to_bundle`: the way from its folder to the bundle, as in "../"; None where it does not lie in one."""

    scope: str
    school: str
    npsn: str
    year: int
    target: str
    sheet: str
    changed_at: datetime
    parts: tuple[MergedPart, ...]
    to_bundle: str | None = None

    @property
    def files(self) -> tuple[MergedFile, ...]:
        return tuple(item for part in self.parts for question in part.questions for item in question.files)


class Why(StrEnum):
    """Why a page stands in for a file."""

    KIND = "kind"  # no pages can be made of it
    LOCKED = "locked"
    DAMAGED = "damaged"
    UNREADABLE = "unreadable"  # sound when it was attached, but not while merging
    TOO_LARGE = "too_large"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class StoodIn:
    """A file that is represented by a page which says so."""

    file: MergedFile
    why: Why


@dataclass(frozen=True, slots=True)
class MergedResult:
    """`pages` with cover and contents; `files` with those that are stood in for."""

    pages: int
    files: int
    stood_in: tuple[StoodIn, ...]
