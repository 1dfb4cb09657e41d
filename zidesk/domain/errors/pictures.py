"""Errors of looking at a file."""

from dataclasses import dataclass
from pathlib import Path

from zidesk.domain.errors.base import ZideskError


@dataclass(eq=False)
class PictureUnavailable(ZideskError):
    """A file cannot be shown. `reason`: locked, damaged, too_big, missing or unknown (no picture of its kind).

    `name`: what its owner calls it; empty where only its place in the store is known.
    """

    path: Path
    reason: str
    name: str = ""
