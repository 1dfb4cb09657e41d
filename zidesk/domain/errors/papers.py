"""Errors of signed copies."""

from dataclasses import dataclass
from pathlib import Path

from zidesk.domain.errors.base import ZideskError


@dataclass(eq=False)
class NotAScan(ZideskError):
    """A signed copy is a readable PDF or picture; `state`: ok (another kind of file), damaged, locked."""

    path: Path
    state: str


@dataclass(eq=False)
class SignedCopyGone(ZideskError):
    """The file of a signed copy is no longer in the store."""

    name: str
