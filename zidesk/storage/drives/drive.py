"""What the program wants to know of a drive: how a database may be kept on it, what fits, what is plugged in."""

import errno
import os
import platform
from dataclasses import dataclass
from pathlib import Path, PurePath

from zidesk.storage.drives.patience import answer_within
from zidesk.storage.drives.volumes import DriveTable, Mount, Volume, VolumeKind

_FAT = {"vfat", "msdos", "fat", "fat32", "fat16"}
_STICK = _FAT | {"exfat", "fuseblk", "exfat-fuse", "fuse.exfat"}
# where the system itself lives is no stick, though it may have been started from one
_SYSTEM = frozenset(map(Path, ("/", "/boot", "/boot/efi", "/efi", "/home", "/usr", "/var")))
FAT_FILE_MAX = 4 * 1024**3 - 1  # bytes of one file on FAT32
PATIENCE = 15.0  # seconds in which a drive answers or counts as gone
_SHORT_PATIENCE = 4.0  # for each of a list's drives: somebody is looking at it


@dataclass(frozen=True, slots=True)
class Drive:
    """The drive under a folder. `file_system` is lower case, "" if unknown; `free` in bytes."""

    mount_point: Path
    file_system: str
    removable: bool
    network: bool
    free: int
    read_only: bool = False

    @property
    def is_local_fixed(self) -> bool:
        return not self.removable and not self.network and self.file_system not in _STICK

    @property
    def file_size_limit(self) -> int | None:
        """The largest file the drive can hold, in bytes; None without a practical limit."""
        return FAT_FILE_MAX if self.file_system in _FAT else None


@dataclass(frozen=True, slots=True)
class RemovableDrive:
    """A stick or card that is plugged in. `file_system` as on its box, "" if unknown; `free` in bytes."""

    name: str
    mount_point: Path
    file_system: str
    free: int


def drive_of(path: Path, table: DriveTable | None = None) -> Drive:
    """The drive of the nearest existing folder at or above `path`.

    Raises OSError if it cannot be asked, or does not answer within `PATIENCE`.
    """
    drives = table or system_drives()

    def ask() -> Drive:
        with drives.quietly():
            return _drive_of(path, drives)

    return answer_within(PATIENCE, ask, path)


def _drive_of(path: Path, table: DriveTable) -> Drive:
    folder = path.resolve()
    while not folder.exists():
        if folder == folder.parent:  # the letter of a drive that is gone
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))
        folder = folder.parent
    volume = table.volume(table.mount_of(folder))
    kind = volume.mount.kind
    return Drive(
        mount_point=volume.mount.point,
        file_system=volume.file_system.casefold(),
        removable=kind is VolumeKind.REMOVABLE,
        network=kind is VolumeKind.NETWORK or is_network_path(folder),
        free=volume.free,
        read_only=volume.read_only,
    )


def removable_drives(table: DriveTable | None = None) -> tuple[RemovableDrive, ...]:
    """What is plugged in now, by name. A drive that does not answer is left out; never raises."""
    drives = table or system_drives()
    try:
        mounts = drives.mounts()
    except OSError:
        return ()
    plugged = [mount for mount in mounts if mount.kind is VolumeKind.REMOVABLE and mount.point not in _SYSTEM]
    found = (_removable(drives, mount) for mount in plugged)
    return tuple(
        sorted(
            (drive for drive in found if drive is not None),
            key=lambda drive: (drive.name.casefold(), str(drive.mount_point)),
        )
    )


def _removable(table: DriveTable, mount: Mount) -> RemovableDrive | None:
    try:
        volume = answer_within(_SHORT_PATIENCE, lambda: table.volume(mount), mount.point)
    except OSError:  # pulled out a moment ago, or a reader without a card
        return None
    if not volume.file_system and not volume.total:
        return None
    return RemovableDrive(_name(volume), mount.point, _plain_name(volume.file_system), volume.free)


def _name(volume: Volume) -> str:
    """What people call the drive: its label with the letter on Windows, the name of its folder elsewhere."""
    point = volume.mount.point
    if point.name:
        return point.name
    letter = point.drive or str(point)
    return f"{volume.label} ({letter})" if volume.label else letter


def _plain_name(file_system: str) -> str:
    """The name on the box, where the system has another: vfat → FAT32, fuseblk → NTFS/exFAT."""
    name = file_system.casefold()
    return {"vfat": "FAT32", "msdos": "FAT", "exfat": "exFAT", "fuseblk": "NTFS/exFAT", "ntfs3": "NTFS"}.get(
        name, file_system
    )


def is_network_path(folder: PurePath) -> bool:
    """Windows lists shares without a drive letter (UNC) nowhere."""
    return folder.anchor.startswith("\\\\")


def system_drives() -> DriveTable:
    """The tables of the system this runs on."""
    system = platform.system()
    if system == "Linux":
        from zidesk.storage.drives.linux import LinuxDrives

        return LinuxDrives()
    if system == "Windows":
        from zidesk.storage.drives.windows import WindowsDrives

        return WindowsDrives()
    from zidesk.storage.drives.elsewhere import PosixDrives

    return PosixDrives()
