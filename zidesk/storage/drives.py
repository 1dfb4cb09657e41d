"""What kind of drive a folder is on, asked of the system through psutil."""

import errno
import os
import sys
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

import psutil

_NETWORK = {
    "nfs",
    "nfs4",
    "cifs",
    "smb",
    "smb2",
    "smb3",
    "smbfs",
    "9p",
    "afs",
    "fuse.sshfs",
    "webdav",
    "davfs",
}
_FAT = {"vfat", "msdos", "fat", "fat32", "fat16"}
_STICK = _FAT | {"exfat", "fuseblk", "exfat-fuse", "fuse.exfat"}
_PLUGGED_FOLDERS = (Path("/media"), Path("/run/media"))
FAT_FILE_MAX = 4 * 1024**3 - 1  # bytes of one file on FAT32


@dataclass(frozen=True, slots=True)
class Drive:
    """The drive under a folder. `file_system` is lower case, "" if unknown; `free` in bytes."""

    mount_point: Path
    file_system: str
    removable: bool
    network: bool
    free: int

    @property
    def is_local_fixed(self) -> bool:
        return not self.removable and not self.network and self.file_system not in _STICK

    @property
    def file_size_limit(self) -> int | None:
        """The largest file the drive can hold, in bytes; None without a practical limit."""
        return FAT_FILE_MAX if self.file_system in _FAT else None


def drive_of(path: Path) -> Drive:
    """The drive of the nearest existing folder at or above `path`. Raises OSError if it cannot be asked."""
    folder = path.resolve()
    while not folder.exists():
        if folder == folder.parent:  # the letter of a drive that is gone
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))
        folder = folder.parent
    mount, file_system, options, device = _partition(folder)
    return Drive(
        mount_point=mount,
        file_system=file_system.casefold(),
        removable="removable" in options or _removable_on_linux(device),
        network="remote" in options or file_system.casefold() in _NETWORK or is_network_path(folder),
        free=psutil.disk_usage(str(folder)).free,
    )


@dataclass(frozen=True, slots=True)
class RemovableDrive:
    """A stick or card that is plugged in. `file_system` as on its box, "" if unknown; `free` in bytes."""

    name: str
    mount_point: Path
    file_system: str
    free: int


def removable_drives() -> tuple[RemovableDrive, ...]:
    """What is plugged in now, by name. A drive that does not answer is left out; never raises."""
    found: dict[Path, RemovableDrive] = {}
    try:
        parts = psutil.disk_partitions(all=False)
    except OSError:
        return ()
    for part in parts:
        mount = Path(part.mountpoint)
        if not part.fstype or not _is_plugged_in(mount, part.opts, part.device):
            continue
        try:
            free = psutil.disk_usage(part.mountpoint).free
        except OSError:  # pulled out a moment ago, or a reader without a card
            continue
        found[mount] = RemovableDrive(_drive_name(mount), mount, _plain_name(part.fstype), free)
    return tuple(sorted(found.values(), key=lambda drive: (drive.name.casefold(), str(drive.mount_point))))


def _is_plugged_in(mount: Path, options: str, device: str) -> bool:
    """Large USB disks call themselves fixed: where the desktop mounts them tells then."""
    given = options.split(",")
    if "cdrom" in given or "remote" in given:
        return False
    if "removable" in given or _removable_on_linux(device):
        return True
    if sys.platform == "darwin":
        return mount.parent == Path("/Volumes")
    return any(mount.is_relative_to(folder) for folder in _PLUGGED_FOLDERS) and device.startswith("/dev/")


def _drive_name(mount: Path) -> str:
    """What people call the drive: its label with the letter on Windows, the name of its folder elsewhere."""
    if not mount.name:
        letter = mount.drive or str(mount)
        label = _windows_label(str(mount))
        return f"{label} ({letter})" if label else letter
    return mount.name


def _windows_label(root: str) -> str:
    """ "" where there is none, or on another system."""
    if os.name != "nt":
        return ""
    import ctypes

    label = ctypes.create_unicode_buffer(261)
    kernel: Any = getattr(ctypes, "windll").kernel32  # noqa: B009 – typed on Windows only
    known = kernel.GetVolumeInformationW(root, label, 261, None, None, None, None, 0)
    return label.value if known else ""


def _plain_name(file_system: str) -> str:
    """The name on the box, where the system has another: vfat → FAT32, fuseblk → NTFS/exFAT."""
    name = file_system.casefold()
    return {"vfat": "FAT32", "msdos": "FAT", "exfat": "exFAT", "fuseblk": "NTFS/exFAT", "ntfs3": "NTFS"}.get(
        name, file_system
    )


def is_network_path(folder: PurePath) -> bool:
    """Windows lists shares without a drive letter (UNC) nowhere."""
    return folder.anchor.startswith("\\\\")


def _partition(folder: Path) -> tuple[Path, str, frozenset[str], str]:
    """Mount point, file system, options and device of the partition `folder` lies on."""
    best: tuple[Path, str, frozenset[str], str] = (Path(folder.anchor), "", frozenset(), "")
    for part in psutil.disk_partitions(all=True):
        mount = Path(part.mountpoint)
        if folder.is_relative_to(mount) and len(mount.parts) >= len(best[0].parts):
            best = (mount, part.fstype, frozenset(part.opts.split(",")), part.device)
    return best


def _removable_on_linux(device: str) -> bool:
    """Linux tells in /sys; for a partition the answer stands with its disk."""
    if not sys.platform.startswith("linux") or not device.startswith("/dev/"):
        return False
    block = Path("/sys/class/block") / os.path.basename(os.path.realpath(device))  # noqa: PTH119
    for flag in (block / "removable", block.resolve().parent / "removable"):
        try:
            return flag.read_text().strip() == "1"
        except OSError:
            continue
    return False
