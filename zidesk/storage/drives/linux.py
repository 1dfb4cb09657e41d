"""The drives of Linux, from the system's own tables: mountinfo, sysfs, the labels in /dev."""

import os
import re
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from zidesk.storage.drives.block_devices import BlockDevices
from zidesk.storage.drives.volumes import Mount, Volume, VolumeKind

_NETWORK: Final = {
    "nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "9p", "afs", "ceph", "coda", "davfs", "glusterfs",
    "lustre", "ncpfs", "webdav", "fuse.sshfs", "fuse.davfs", "fuse.davfs2", "fuse.glusterfs", "fuse.rclone",
    "fuse.gvfsd-fuse",
}  # fmt: skip
_PLUGGED_FOLDERS: Final = (Path("/media"), Path("/run/media"))  # where desktops mount what is plugged in
_OCTAL = re.compile(rb"\\([0-7]{3})")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of mountinfo: `device` as "8:17", `source` as the kernel was told."""

    point: Path
    device: str
    file_system: str
    source: str
    read_only: bool


class LinuxDrives:
    """`root`: where /proc, /sys and /dev are found."""

    def __init__(self, root: Path = Path("/")) -> None:
        self._table = root / "proc" / "self" / "mountinfo"
        self._devices = BlockDevices(root)

    def quietly(self) -> AbstractContextManager[None]:
        return nullcontext()

    def mounts(self) -> tuple[Mount, ...]:
        return tuple(Mount(line.point, self._kind(line)) for line in self._lines().values())

    def mount_of(self, folder: Path) -> Mount:
        """The nearest mount above; one that is not listed, as in a changed root, stands as the root itself."""
        lines = self._lines()
        for point in (folder, *folder.parents):
            if point in lines:
                return Mount(point, self._kind(lines[point]))
        return Mount(Path(folder.anchor), VolumeKind.FIXED)

    def volume(self, mount: Mount) -> Volume:
        line = self._lines().get(mount.point)
        facts = os.statvfs(mount.point)
        return Volume(
            mount,
            file_system="" if line is None else line.file_system,
            label="" if line is None else self._devices.label(line.source),
            free=facts.f_bavail * facts.f_frsize,
            total=facts.f_blocks * facts.f_frsize,
            read_only=bool(facts.f_flag & os.ST_RDONLY),
        )

    def _lines(self) -> dict[Path, _Line]:
        """By place; what was mounted last hides what lies beneath."""
        found: dict[Path, _Line] = {}
        for text in self._table.read_bytes().splitlines():
            line = _parse(text)
            if line is not None:
                found[line.point] = line
        return found

    def _kind(self, line: _Line) -> VolumeKind:
        if line.file_system.casefold() in _NETWORK or line.source.startswith("//"):
            return VolumeKind.NETWORK
        if self._devices.is_optical(line.source):
            return VolumeKind.OPTICAL
        if self._devices.is_removable(line.device, line.source):
            return VolumeKind.REMOVABLE
        plugged = any(line.point.is_relative_to(folder) for folder in _PLUGGED_FOLDERS)
        return VolumeKind.REMOVABLE if plugged and line.source.startswith("/dev/") else VolumeKind.FIXED


def _parse(text: bytes) -> _Line | None:
    """ "36 35 8:17 / /media/siti/STIK rw,nosuid shared:1 - vfat /dev/sdb1 rw,uid=1000"; None for others.

    Spaces, tabs, line ends and backslashes in names are written as octal numbers.
    """
    left, mark, right = text.partition(b" - ")
    place, system = left.split(b" "), right.split(b" ")
    if not mark or len(place) < 6 or len(system) < 2:
        return None
    options = {*place[5].split(b","), *(system[2].split(b",") if len(system) > 2 else ())}
    return _Line(
        Path(_name(place[4])),
        place[2].decode("ascii", "replace"),
        _name(system[0]),
        _name(system[1]),
        b"ro" in options,
    )


def _name(text: bytes) -> str:
    return os.fsdecode(_OCTAL.sub(lambda found: bytes([int(found[1], 8) & 0xFF]), text))
