"""What a system tells of its drives: the one small interface that each system answers in its own way."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol


class VolumeKind(StrEnum):
    FIXED = "fixed"
    REMOVABLE = "removable"  # also a USB disk that calls itself fixed
    NETWORK = "network"
    OPTICAL = "optical"


@dataclass(frozen=True, slots=True)
class Mount:
    """A place where a drive is found: a folder, on Windows the root of a letter or a share."""

    point: Path
    kind: VolumeKind


@dataclass(frozen=True, slots=True)
class Volume:
    """What a drive tells of itself. `file_system` as the system names it, "" if unknown; `free` (for this user)
    and `total` in bytes."""

    mount: Mount
    file_system: str
    label: str
    free: int
    total: int
    read_only: bool


class DriveTable(Protocol):
    """One system's drives."""

    def quietly(self) -> AbstractContextManager[None]:
        """Within the block whatever this thread asks of an empty drive fails, and shows no dialog."""

    def mounts(self) -> tuple[Mount, ...]:
        """Every drive that has a place. Asks no drive, so it is quick even where one does not answer.

        Raises OSError when the system tells nothing at all.
        """

    def mount_of(self, folder: Path) -> Mount:
        """The drive an existing, whole path lies on. Raises OSError."""

    def volume(self, mount: Mount) -> Volume:
        """Asks the drive itself: may take long. Raises OSError when it does not answer or has no medium."""
