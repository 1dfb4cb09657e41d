"""Errors of the user guide."""

from dataclasses import dataclass
from pathlib import Path

from zidesk.domain.errors.base import ZideskError


@dataclass(eq=False)
class GuideMissing(ZideskError):
    """The chapters of the guide, or one of its pictures, are not where the program was put."""

    path: Path
