"""Errors of opening a bundle to verify it. What is wrong inside a bundle is no error but a fault."""

from dataclasses import dataclass
from pathlib import Path

from zidesk.domain.errors.base import ZideskError


@dataclass(eq=False)
class BundleNotFound(ZideskError):
    """Nothing is at this path (or the drive is gone)."""

    path: Path


@dataclass(eq=False)
class NotABundle(ZideskError):
    """The path is neither a folder nor a ZIP file."""

    path: Path


@dataclass(eq=False)
class DamagedZip(ZideskError):
    """The file begins like a ZIP, but its directory cannot be read: often a copy that broke off."""

    path: Path


@dataclass(eq=False)
class BundleUnreadable(ZideskError):
    """The system refuses to read the folder or file itself. `reason`: the system's own words."""

    path: Path
    reason: str
