"""Drives as some system would tell of them."""

import errno
import os
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from zidesk.storage.drives import Mount, Volume, VolumeKind


def a_volume(
    point: str | Path,
    file_system: str = "ext4",
    kind: VolumeKind = VolumeKind.FIXED,
    label: str = "",
    free: int = 1000,
) -> Volume:
    return Volume(Mount(Path(point), kind), file_system, label, free, 4 * free, read_only=False)


@dataclass
class FakeDrives:
    """A `DriveTable` of given volumes. `silent`: places of drives that do not answer."""

    volumes: list[Volume] = field(default_factory=list)
    silent: set[Path] = field(default_factory=set)

    def quietly(self) -> AbstractContextManager[None]:
        return nullcontext()

    def mounts(self) -> tuple[Mount, ...]:
        return tuple(volume.mount for volume in self.volumes)

    def mount_of(self, folder: Path) -> Mount:
        above = [mount for mount in self.mounts() if folder.is_relative_to(mount.point)]
        return max(above, key=lambda mount: len(mount.point.parts))

    def volume(self, mount: Mount) -> Volume:
        if mount.point in self.silent:
            raise OSError(errno.ENXIO, os.strerror(errno.ENXIO), str(mount.point))
        return next(volume for volume in self.volumes if volume.mount == mount)
