"""The unfinished bundle as a folder.

A run that is cancelled, fails or is killed leaves `<name>.belum-selesai`; the next run goes on from there.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from zidesk.domain.archive_layout import Omission
from zidesk.domain.errors import BundleExists, DriveGone
from zidesk.domain.progress import CancelToken
from zidesk.services.bundle.folder_copy import copy_all
from zidesk.services.bundle.intake import Intake
from zidesk.services.bundle.originals import Original
from zidesk.services.bundle.staging import drive_faults_named, one_writer, staging_path
from zidesk.storage.flushing import flush_file, flush_folder, flush_tree


class FolderStaging:
    """The folder a bundle is written into. Knows the drive it began on, so that a pulled stick is noticed:
    after a lazy unmount the system would write into the empty mount point without a complaint."""

    def __init__(self, destination: Path, root_name: str, device: int) -> None:
        """Raises DriveGone when the folder does not lie on `device`, and is taken away again; DriveFault."""
        self.path = staging_path(destination, root_name)
        self._final = destination / root_name
        self._device = device
        with drive_faults_named(self.path):
            if not self._is_on_device():
                self.path.rmdir()  # empty, or it was there before the stick
                raise DriveGone(self.path)
            self._known = _known_files(self.path)

    @property
    def parts(self) -> tuple[Path, ...]:
        return (self.path,)

    def take_in(
        self, originals: tuple[Original, ...], folders: set[str], intake: Intake
    ) -> tuple[Omission | None, ...]:
        self._remove_strays({item.path for item in originals})
        with drive_faults_named(self.path):
            for relative in sorted(folders):
                self._make_folder(self.path / relative)
        return copy_all(originals, self, intake)

    def _make_folder(self, folder: Path) -> None:
        """Never the bundle's own: it would come back below the mount point of a stick pulled out."""
        if folder.parent != self.path:
            self._make_folder(folder.parent)
        folder.mkdir(exist_ok=True)

    def known_size(self, relative: str) -> int | None:
        """The size of a file an earlier run or bundle has left here, else None."""
        return self._known.get(relative)

    def _is_on_device(self) -> bool:
        return os.stat(self.path).st_dev == self._device  # noqa: PTH116 – the same call as on descriptors

    def check_device(self, descriptor: int) -> None:
        if os.fstat(descriptor).st_dev != self._device:
            raise DriveGone(self.path)

    def _remove_strays(self, wanted: set[str]) -> None:
        """Remove what an earlier run or bundle left and this one does not want; empty folders go too,
        those within first."""
        with drive_faults_named(self.path):
            for relative in self._known.keys() - wanted:
                (self.path / relative).unlink(missing_ok=True)
            for folder, _, _ in sorted(os.walk(self.path), reverse=True):
                if Path(folder) != self.path and not any(Path(folder).iterdir()):
                    Path(folder).rmdir()

    def count_files(self, folder: str) -> int:
        """Asked of the drive."""
        part = self.path / folder
        with drive_faults_named(self.path):
            return len(_known_files(part)) if part.is_dir() else 0

    def finish(self, drawn: tuple[str, ...], cancel: CancelToken, *, flush: bool) -> None:
        """Flush what was drawn and every folder's entries; the copies were flushed when they were written."""
        if not flush:
            return
        with drive_faults_named(self.path):
            for name in drawn:
                cancel.check()
                flush_file(self.path / name)
            flush_tree(self.path)

    def publish(self, *, flushed: bool) -> tuple[Path, ...]:
        with drive_faults_named(self.path):
            if not self._is_on_device():
                raise DriveGone(self.path)
            if self._final.exists():
                raise BundleExists(self._final)
            self.path.rename(self._final)
            if flushed:
                flush_folder(self._final.parent)
        return (self._final,)


@contextmanager
def open_folder(destination: Path, root_name: str, *, update: bool) -> Iterator[FolderStaging]:
    """Prepare the unfinished folder: a new one, an earlier run's, or the bundle that is to be updated.

    One writer at a time. Raises BundleBusy, DriveFault, DriveGone.
    """
    unfinished, final = staging_path(destination, root_name), destination / root_name
    with one_writer(destination, root_name) as device:
        with drive_faults_named(unfinished):
            if update and final.exists():
                shutil.rmtree(unfinished, ignore_errors=True)
                final.rename(unfinished)
            unfinished.mkdir(exist_ok=True)
        yield FolderStaging(destination, root_name, device)


def _known_files(root: Path) -> dict[str, int]:
    known: dict[str, int] = {}
    pending = [""]
    while pending:
        folder = pending.pop()
        with os.scandir(root / folder) as entries:
            for entry in entries:
                relative = f"{folder}{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    pending.append(f"{relative}/")
                else:
                    known[relative] = entry.stat(follow_symlinks=False).st_size
    return known
