"""Errors of making a bundle. Several of them can stand together in `PreflightFailed`."""

from dataclasses import dataclass
from pathlib import Path

from zidesk.domain.errors.base import ZideskError


@dataclass(eq=False)
class LayoutUnknown(ZideskError):
    """No layout profile of this name."""

    name: str
    known: tuple[str, ...]


@dataclass(eq=False)
class LayoutInvalid(ZideskError):
    """A layout profile that cannot be used; `reason` is an Indonesian phrase."""

    name: str
    reason: str


@dataclass(eq=False)
class PreflightFailed(ZideskError):
    """Nothing was written: all obstacles found, each an error with its own sentence."""

    obstacles: tuple[ZideskError, ...]


@dataclass(eq=False)
class DestinationMissing(ZideskError):
    """The destination is not a folder."""

    path: Path


@dataclass(eq=False)
class DestinationInsideWorkspace(ZideskError):
    """A bundle within the workspace it is made from."""

    path: Path
    workspace: Path


@dataclass(eq=False)
class DestinationNotWritable(ZideskError):
    """The system does not let anything be written there."""

    path: Path
    detail: str


@dataclass(eq=False)
class BundleExists(ZideskError):
    """A bundle of this name is already there."""

    path: Path


@dataclass(eq=False)
class BundleBusy(ZideskError):
    """Another process is writing this bundle."""

    path: Path


@dataclass(eq=False)
class NothingToUpdate(ZideskError):
    """An update is wanted, but there is no bundle of this name."""

    path: Path


@dataclass(eq=False)
class NotEnoughSpace(ZideskError):
    """Bytes."""

    drive: Path
    needed: int
    free: int


@dataclass(eq=False)
class FileTooLarge(ZideskError):
    """A file larger than the drive's file system can hold, in bytes."""

    name: str
    size: int
    limit: int


@dataclass(eq=False)
class ZipTooLarge(ZideskError):
    """A single ZIP file larger than the drive's file system can hold, in bytes."""

    size: int
    limit: int


@dataclass(eq=False)
class FileTooLargeForPart(ZideskError):
    """A file larger than each of several ZIP files may be, in bytes."""

    name: str
    size: int
    limit: int


@dataclass(eq=False)
class TooManyParts(ZideskError):
    """More ZIP files than `limit` would be needed; `part_size` in bytes."""

    limit: int
    part_size: int


@dataclass(eq=False)
class ZipNotUpdatable(ZideskError):
    """An update is wanted of a ZIP, which is only ever written anew."""

    path: Path


@dataclass(eq=False)
class PathTooLong(ZideskError):
    """A path relative to the bundle, or the whole path, longer than other systems can open."""

    path: str
    length: int
    limit: int


@dataclass(eq=False)
class OriginalAltered(ZideskError):
    """A stored original no longer has the content it was attached with."""

    name: str
    sha256: str


@dataclass(eq=False)
class DriveFault(ZideskError):
    """The destination refused while writing. `reason` as in StorageFault."""

    path: Path
    reason: str
    detail: str = ""


@dataclass(eq=False)
class DriveGone(ZideskError):
    """The destination is no longer the drive it was when the work began (a stick pulled out)."""

    path: Path


@dataclass(eq=False)
class ReadBackFailed(ZideskError):
    """What was read back from the device is not what was written; `faults` are pairs of path and detail."""

    path: Path
    faults: tuple[tuple[str, str], ...]


@dataclass(eq=False)
class CountMismatch(ZideskError):
    """Fewer files arrived than were planned."""

    planned: int
    written: int
