"""Errors of blacking out parts of a file."""

from dataclasses import dataclass
from pathlib import Path

from zidesk.domain.errors.base import ZideskError


@dataclass(eq=False)
class RedactionFailed(ZideskError):
    """Nothing can be blacked out in a file, so that no copy of it may be handed over.

    `reason`: locked, damaged, too_big, missing or unknown (no picture of its kind), as PictureUnavailable has
    them; or pages: there are boxes on pages it does not have. `page` (from 1) is the one it failed at, 0 for
    the file as a whole. `name`: what its owner calls it; empty where only its place in the store is known.
    """

    path: Path
    reason: str
    page: int = 0
    name: str = ""
