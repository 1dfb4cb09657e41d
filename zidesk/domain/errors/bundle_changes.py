"""Errors of comparing two bundles."""

from dataclasses import dataclass
from pathlib import Path

from zidesk.domain.errors.base import ZideskError


@dataclass(eq=False)
class ContentsUnknown(ZideskError):
    """The bundle has neither a record of its contents nor a manifest that could stand for it."""

    path: Path


@dataclass(eq=False)
class BundleUnfinished(ZideskError):
    """The bundle was never finished, or is being changed at this moment."""

    path: Path


@dataclass(eq=False)
class BundlePartsMissing(ZideskError):
    """One of several ZIP files, without the others. `names`: those that are not beside it."""

    path: Path
    names: str


@dataclass(eq=False)
class RecordDamaged(ZideskError):
    """The record of a bundle cannot be trusted.

    `reason`: "large", "unreadable", "form" (not what such a record looks like) or "altered" (the bundle's own
    manifests tell otherwise); `detail`: which entry, for whoever looks into it.
    """

    path: Path
    reason: str
    detail: str = ""


@dataclass(eq=False)
class RecordTooNew(ZideskError):
    """A newer program has written the record."""

    path: Path
    version: int


@dataclass(eq=False)
class BundlesUnrelated(ZideskError):
    """Two bundles that tell of different things. `aspect`: "school", "year" or "instrument"; `path` and `found`
    are of the earlier one."""

    path: Path
    aspect: str
    found: str
    expected: str
