"""Drives on loop devices, and how they die. Nothing is done before `mountpoint -q` has said that one is there."""

import array
import fcntl
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

_SHUTDOWN = 0x8004587D  # EXT4_IOC_SHUTDOWN
_LOSE_THE_LOG = 2  # as when a plug is pulled: what was not flushed is gone


class LoopDrive:
    """A file system in a file. `place`: where it is mounted."""

    def __init__(self, image: Path, place: Path, kind: str, size_mb: int) -> None:
        """`kind`: "ext4" or "exfat". Skips where such a drive cannot be made."""
        maker = {"ext4": "mkfs.ext4", "exfat": "mkfs.exfat"}[kind]
        needed = [
            "losetup",
            "mount",
            "umount",
            "mountpoint",
            maker,
            *(["mount.exfat-fuse"] if kind == "exfat" else []),
        ]
        lacking = [tool for tool in needed if shutil.which(tool) is None]
        if lacking or os.geteuid() != 0:
            pytest.skip(f"a drive of our own takes root and {', '.join(needed)}; missing: {', '.join(lacking)}")
        self.image, self.place, self._kind = image, place, kind
        place.mkdir(parents=True, exist_ok=True)
        with image.open("wb") as stream:
            stream.truncate(size_mb * 1024 * 1024)
        made = _run(maker, *(["-q", "-F"] if kind == "ext4" else []), str(image))
        if made.returncode:
            pytest.skip(f"no {kind} can be made here: {made.stderr.strip()}")
        self._device = ""

    def mount(self) -> None:
        found = _run("losetup", "-f", "--show", str(self.image))
        if found.returncode:
            pytest.skip(f"no loop device is to be had here: {found.stderr.strip()}")
        self._device = found.stdout.strip()
        mounter = ["mount"] if self._kind == "ext4" else ["mount.exfat-fuse"]
        done = _run(*mounter, self._device, str(self.place))
        if done.returncode or not self.is_mounted:
            self._detach()
            pytest.skip(f"{self._kind} cannot be mounted here: {done.stderr.strip()}")

    @property
    def is_mounted(self) -> bool:
        return _run("mountpoint", "-q", str(self.place)).returncode == 0

    def unmount(self) -> None:
        """Waits until nobody has anything open on it."""
        for _ in range(100):
            if not self.is_mounted or _run("umount", str(self.place)).returncode == 0:
                break
            time.sleep(0.05)
        else:
            _run("umount", "-l", str(self.place))
        self._detach()

    def _detach(self) -> None:
        if self._device:
            _run("losetup", "-d", self._device)
            self._device = ""

    def again(self) -> None:
        """Taken off and put in once more: the journal is worked in."""
        self.unmount()
        self.mount()

    # how it dies

    def die(self) -> None:
        """From now on every call fails with EIO."""
        descriptor = os.open(self.place, os.O_RDONLY)
        try:
            fcntl.ioctl(descriptor, _SHUTDOWN, array.array("I", [_LOSE_THE_LOG]))
        finally:
            os.close(descriptor)

    def pull_out(self) -> None:
        """No call fails by itself: what is open goes on, what is opened anew lands below the mount point."""
        _run("umount", "-l", str(self.place))

    def write_protect(self) -> None:
        """From now on every write fails with EROFS, also to files that are open already."""
        _run("mount", "-o", "remount,abort", str(self.place))

    def cut_short(self) -> None:
        """The medium ends after a quarter."""
        os.truncate(self.image, self.image.stat().st_size // 4)
        with suppress(OSError):
            Path("/proc/sys/vm/drop_caches").write_text("1")


@contextmanager
def loop_drive(folder: Path, kind: str = "ext4", size_mb: int = 48) -> Iterator[LoopDrive]:
    """Mounted, and gone at the end."""
    drive = LoopDrive(folder / f"{kind}.img", folder / f"drive {kind}", kind, size_mb)
    drive.mount()
    try:
        yield drive
    finally:
        drive.unmount()
        drive.image.unlink(missing_ok=True)


def _run(*command: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
