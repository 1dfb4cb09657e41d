"""Errors of locking copies of files that hold personal data."""

from dataclasses import dataclass
from pathlib import Path

from zidesk.domain.errors.base import ZideskError


@dataclass(eq=False)
class LockTooLarge(ZideskError):
    """A file that cannot become a locked PDF: `size` bytes, or one part of it, are more than `limit`.

    `name`: what its owner calls it.
    """

    path: Path
    name: str
    size: int
    limit: int


@dataclass(eq=False)
class PersonalUnknown(ZideskError):
    """What was named to be marked is neither evidence nor a content: a code and number, or a SHA-256."""

    named: str
