"""The drives of Windows, from Win32 calls."""

from contextlib import AbstractContextManager, suppress
from pathlib import Path
from typing import Final

from zidesk.storage.drives.volumes import Mount, Volume, VolumeKind
from zidesk.storage.drives.win32 import Kernel

_NO_ROOT, _REMOVABLE, _FIXED, _REMOTE, _OPTICAL = 1, 2, 3, 4, 5  # as GetDriveTypeW tells
_PLUGGED_IN: Final = {4, 7, 12}  # FireWire, USB, SD cards: as STORAGE_BUS_TYPE counts


class WindowsDrives:
    """`kernel`: the system's own unless a test hands in another."""

    def __init__(self, kernel: Kernel | None = None) -> None:
        self._kernel = kernel or Kernel()

    def quietly(self) -> AbstractContextManager[None]:
        return self._kernel.quiet()

    def mounts(self) -> tuple[Mount, ...]:
        """Drives with a letter."""
        with self._kernel.quiet():
            return tuple(
                Mount(Path(root), self._kind(root))
                for root in self._kernel.roots()
                if self._kernel.drive_type(root) != _NO_ROOT
            )

    def mount_of(self, folder: Path) -> Mount:
        with self._kernel.quiet():
            root = self._kernel.root_of(str(folder))
            return Mount(Path(root), self._kind(root))

    def volume(self, mount: Mount) -> Volume:
        root = _root(mount)
        with self._kernel.quiet():
            facts = self._kernel.volume(root)
            free, total = self._kernel.space(root)
        return Volume(mount, facts.file_system, facts.label, free, total, facts.read_only)

    def _kind(self, root: str) -> VolumeKind:
        """Large USB disks call themselves fixed; how they are attached tells."""
        kind = self._kernel.drive_type(root)
        if kind == _REMOTE or root.startswith("\\\\"):
            return VolumeKind.NETWORK
        if kind == _OPTICAL:
            return VolumeKind.OPTICAL
        if kind == _REMOVABLE:
            return VolumeKind.REMOVABLE
        if kind == _FIXED:
            with suppress(OSError):  # drives in memory and the like have no bus
                return VolumeKind.REMOVABLE if self._kernel.bus_type(root) in _PLUGGED_IN else VolumeKind.FIXED
        return VolumeKind.FIXED


def _root(mount: Mount) -> str:
    """Win32 wants the sign at the end."""
    text = str(mount.point)
    return text if text.endswith("\\") else text + "\\"
