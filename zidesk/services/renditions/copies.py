"""Values: a copy that was made, and what is told of it afterwards."""

from dataclasses import dataclass
from pathlib import Path

from zidesk.domain.evidence import StoredFile, Treatment


@dataclass(frozen=True, slots=True)
class Copy:
    """What is handed over for one content; `path` is where it lies now. Without treatments: the original."""

    path: Path
    file: StoredFile
    treatments: frozenset[Treatment]


@dataclass(frozen=True, slots=True)
class Shrunk:
    """A file of a bundle that is above the limit as it was attached, or would be as it is handed over.

    `before`, `after`: bytes of the original and of what is in the bundle. `fits`: within the limit now.
    """

    code: str
    title: str
    before: int
    after: int
    fits: bool


@dataclass(frozen=True, slots=True)
class Treated:
    """A file of a bundle that was locked or has parts covered."""

    code: str
    title: str
