"""What /sys and /dev tell of the disks behind Linux's drives."""

import os
import re
from pathlib import Path
from typing import Final

_USB = re.compile(r"usb\d+")
_ESCAPED = re.compile(r"\\x([0-9a-f]{2})")
_LAYERS: Final = 8  # of encryption, volume groups and the like above a disk; more is a loop


class BlockDevices:
    """`root`: where /sys and /dev are found. What cannot be read is answered with no."""

    def __init__(self, root: Path) -> None:
        self._sys, self._dev = root / "sys", root / "dev"

    def is_removable(self, number: str, source: str) -> bool:
        """Whether the disk behind "8:17" or "/dev/sdb1" is one that is plugged in: its medium can be taken out, it
        hangs on USB, or it is a memory card."""
        block = self._block(number, source)
        return block is not None and self._is_plugged_in(block, _LAYERS)

    def is_optical(self, source: str) -> bool:
        name = self._device_name(source)
        return re.fullmatch(r"(sr|scd)\d+", name) is not None

    def label(self, source: str) -> str:
        """The name a volume was given, "" without one."""
        name = self._device_name(source)
        for link in _entries(self._dev / "disk" / "by-label") if name else ():
            if os.path.basename(os.path.realpath(link)) == name:  # noqa: PTH119
                return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), link.name)
        return ""

    def _block(self, number: str, source: str) -> Path | None:
        """The folder of a device in /sys. Some file systems have a number of their own: then by the name."""
        ways = (self._sys / "dev" / "block" / number, self._sys / "class" / "block" / self._device_name(source))
        for way, known in zip(ways, (not number.startswith("0:"), bool(self._device_name(source))), strict=True):
            if known and way.exists():
                return way.resolve()
        return None

    def _device_name(self, source: str) -> str:
        """ "sdb1", also where a link stands for it; "" for what is no device."""
        if not source.startswith("/dev/"):
            return ""
        return os.path.basename(os.path.realpath(self._dev / source.removeprefix("/dev/")))  # noqa: PTH119

    def _is_plugged_in(self, block: Path, layers: int) -> bool:
        if layers == 0:
            return False
        beneath = _entries(block / "slaves")
        if beneath:  # an encrypted stick
            return any(self._is_plugged_in(disk.resolve(), layers - 1) for disk in beneath)
        disk = (
            block if (block / "removable").exists() else block.parent
        )  # a partition's answer stands with its disk
        if _text(disk / "removable") == "1" or _text(disk / "device" / "type") == "SD":
            return True
        return any(_USB.fullmatch(part) for part in disk.parts)


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        return ""
