"""The unfinished bundle: a folder beside the final place, plainly named, renamed when all is well.

A run that is cancelled, fails or is killed leaves `<name>.belum-selesai`; the next run goes on from there.
Nothing ever stands under the final name that is not whole.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from zidesk.domain.errors import BundleBusy, BundleExists, DriveFault, DriveGone
from zidesk.storage.faults import fault_reason, words_of
from zidesk.storage.flushing import flush_folder

UNFINISHED = ".belum-selesai"
_SEALS = ("bagit.txt", "manifest-*.txt", "tagmanifest-*.txt")


def staging_path(destination: Path, root_name: str) -> Path:
    return destination / f"{root_name}{UNFINISHED}"


class Staging:
    """The folder a bundle is written into. Knows the drive it began on, so that a pulled stick is noticed:
    after a lazy unmount the system would write into the empty mount point without a complaint."""

    def __init__(self, destination: Path, root_name: str) -> None:
        self.path = staging_path(destination, root_name)
        self.final = destination / root_name
        self._device = os.stat(self.path).st_dev  # noqa: PTH116 – the same call as on descriptors
        self._known = _known_files(self.path)

    def known_size(self, relative: str) -> int | None:
        """The size of a file an earlier run or bundle has left here, else None."""
        return self._known.get(relative)

    def check_device(self, descriptor: int) -> None:
        """Raises DriveGone when an opened file does not lie on the drive the work began on."""
        if os.fstat(descriptor).st_dev != self._device:
            raise DriveGone(self.path)

    def make_folders(self, relatives: set[str]) -> None:
        """Raises DriveFault."""
        with drive_faults_named(self.path):
            for relative in sorted(relatives):
                (self.path / relative).mkdir(parents=True, exist_ok=True)

    def remove_strays(self, wanted: set[str]) -> None:
        """Remove what an earlier run or bundle left and this one does not want; empty folders go too."""
        with drive_faults_named(self.path):
            for relative in self._known.keys() - wanted:
                (self.path / relative).unlink(missing_ok=True)
            for folder, _, _ in sorted(os.walk(self.path, topdown=False)):
                if Path(folder) != self.path and not any(Path(folder).iterdir()):
                    Path(folder).rmdir()

    def count_files(self, folder: str) -> int:
        """How many files lie in a part of the bundle now, asked of the drive. Raises DriveFault."""
        part = self.path / folder
        with drive_faults_named(self.path):
            return len(_known_files(part)) if part.is_dir() else 0

    def flush(self) -> None:
        """Flush every folder's entries; the files were flushed when they were written."""
        with drive_faults_named(self.path):
            for folder, _, _ in os.walk(self.path, topdown=False):
                flush_folder(Path(folder))

    def publish(self, *, flushed: bool) -> Path:
        """Give the bundle its final name. Raises DriveGone, BundleExists, DriveFault."""
        with drive_faults_named(self.path):
            if os.stat(self.path).st_dev != self._device:  # noqa: PTH116
                raise DriveGone(self.path)
            if self.final.exists():
                raise BundleExists(self.final)
            self.path.rename(self.final)
            if flushed:
                flush_folder(self.final.parent)
        return self.final


@contextmanager
def open_staging(destination: Path, root_name: str, *, update: bool) -> Iterator[Staging]:
    """Prepare the unfinished folder: a new one, an earlier run's, or the bundle that is to be updated.

    One writer at a time. Raises BundleBusy, DriveFault.
    """
    unfinished, final = staging_path(destination, root_name), destination / root_name
    with drive_faults_named(destination):
        destination.mkdir(exist_ok=True)
        lock = FileLock(destination / f".{root_name}.lock", timeout=0)
        try:
            lock.acquire()
        except Timeout:
            raise BundleBusy(final) from None
    try:
        with drive_faults_named(unfinished):
            if update and final.exists():
                shutil.rmtree(unfinished, ignore_errors=True)
                final.rename(unfinished)
            unfinished.mkdir(exist_ok=True)
        yield Staging(destination, root_name)
    finally:
        lock.release()
        Path(lock.lock_file).unlink(missing_ok=True)


def break_seals(staging: Staging) -> None:
    """Remove the manifests of an earlier bundle: what is being changed must not pass a check meanwhile."""
    with drive_faults_named(staging.path):
        for pattern in _SEALS:
            for path in staging.path.glob(pattern):
                path.unlink()


@contextmanager
def drive_faults_named(path: Path) -> Iterator[None]:
    """Turns the system's refusals into DriveFault."""
    try:
        yield
    except OSError as fault:
        raise DriveFault(path, fault_reason(fault), words_of(fault)) from fault


def _known_files(root: Path) -> dict[str, int]:
    known: dict[str, int] = {}
    pending = [root]
    while pending:
        with os.scandir(pending.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    pending.append(Path(entry.path))
                else:
                    relative = Path(entry.path).relative_to(root).as_posix()
                    known[relative] = entry.stat(follow_symlinks=False).st_size
    return known
