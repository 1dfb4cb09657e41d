"""Makes a drive fail for real, for tests: full, write-protected, with a limit on file sizes.

Drives are tmpfs mounts, which take root and Linux: where those are missing the test is skipped and says
why. Nothing is written before `mountpoint -q` has said that the mount is there, and every mount is taken
away again at the end.
"""

import errno
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest


@contextmanager
def small_drive(mount_point: Path, size: str, files: int | None = None) -> Iterator[Path]:
    """A drive of `size` ("512k", "8m") with room for so many `files` and folders, its root included."""
    _require_mounts()
    mount_point.mkdir(parents=True, exist_ok=True)
    options = f"size={size}" + ("" if files is None else f",nr_inodes={files}")
    done = _run("mount", "-t", "tmpfs", "-o", options, "zidesk-test", str(mount_point))
    if done.returncode or _run("mountpoint", "-q", str(mount_point)).returncode:
        pytest.skip(f"no drive can be mounted here: {done.stderr.strip()}")
    try:
        yield mount_point
    finally:
        _unmount(mount_point)


@contextmanager
def write_protected(drive: Path) -> Iterator[None]:
    """The drive takes no writing within the block; nothing on it may be open for writing then."""
    subprocess.run(["mount", "-o", "remount,ro", str(drive)], check=True, capture_output=True)
    try:
        yield
    finally:
        subprocess.run(["mount", "-o", "remount,rw", str(drive)], check=True, capture_output=True)


def pull_out(drive: Path) -> None:
    """Take the drive away from under those who write to it, as a stick is pulled: no call fails by itself."""
    subprocess.run(["umount", "-l", str(drive)], check=True, capture_output=True)


def fill(drive: Path, leaving: int = 0) -> Path:
    """Fill the drive but for `leaving` bytes. Returns the file that fills it; delete it to make room."""
    filler = drive / "penuh"
    with filler.open("wb", buffering=0) as output, suppress(OSError):
        while True:
            output.write(b"\0" * 4096)
    if leaving:
        os.truncate(filler, max(0, filler.stat().st_size - leaving))
    return filler


@contextmanager
def file_size_limit(size: int) -> Iterator[None]:
    """No file may grow beyond `size` bytes within the block, as on FAT32 beyond 4 GiB (EFBIG)."""
    if sys.platform == "win32":
        pytest.skip("file sizes cannot be limited on Windows")
    import resource

    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)


def _require_mounts() -> None:
    if not sys.platform.startswith("linux"):
        pytest.skip("failing drives are made with tmpfs, which is Linux's")
    if os.geteuid() != 0:
        pytest.skip("mounting takes root")
    if not all(shutil.which(tool) for tool in ("mount", "umount", "mountpoint")):
        pytest.skip("mount, umount or mountpoint is missing")


def _unmount(mount_point: Path) -> None:
    done = _run("umount", str(mount_point))
    if done.returncode:  # something is still open on it: out of sight at once, gone when that is closed
        done = _run("umount", "-l", str(mount_point))
    if done.returncode and not _run("mountpoint", "-q", str(mount_point)).returncode:
        raise OSError(errno.EBUSY, done.stderr.strip(), str(mount_point))


def _run(*command: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(command, capture_output=True, text=True, check=False)
