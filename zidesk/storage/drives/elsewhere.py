"""Drives on a system whose tables are not known here: what POSIX tells."""

import os
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from zidesk.storage.drives.volumes import Mount, Volume, VolumeKind

_PLUGGED_FOLDER = Path("/Volumes")  # of macOS


class PosixDrives:
    """File systems and labels stay unknown. What is mounted below /Volumes counts as plugged in."""

    def quietly(self) -> AbstractContextManager[None]:
        return nullcontext()

    def mounts(self) -> tuple[Mount, ...]:
        try:
            folders = sorted(_PLUGGED_FOLDER.iterdir())
        except OSError:
            folders = []
        plugged = tuple(Mount(folder, VolumeKind.REMOVABLE) for folder in folders if os.path.ismount(folder))
        return (Mount(Path("/"), VolumeKind.FIXED), *plugged)

    def mount_of(self, folder: Path) -> Mount:
        point = next((place for place in (folder, *folder.parents) if os.path.ismount(place)), Path(folder.anchor))
        plugged = point.parent == _PLUGGED_FOLDER
        return Mount(point, VolumeKind.REMOVABLE if plugged else VolumeKind.FIXED)

    def volume(self, mount: Mount) -> Volume:
        facts = os.statvfs(mount.point)
        free, total = facts.f_bavail * facts.f_frsize, facts.f_blocks * facts.f_frsize
        return Volume(mount, "", "", free, total, bool(facts.f_flag & os.ST_RDONLY))
