"""The unfinished bundle as one or several ZIP files, written as a stream straight from the originals.

Papers are drawn in a temporary folder and added at the end. A run that is cancelled or fails removes what it
has written; one that is killed leaves `….zip.belum-selesai`, which the next run replaces.
"""

import os
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import IO

from zidesk.domain.archive_layout import PAYLOAD, Omission
from zidesk.domain.bundle_parts import NOTE, Part, part_comment
from zidesk.domain.errors import BundleExists, DriveGone
from zidesk.domain.progress import CancelToken
from zidesk.services.bundle.intake import Intake
from zidesk.services.bundle.originals import Original
from zidesk.services.bundle.request import Zipped
from zidesk.services.bundle.staging import drive_faults_named, one_writer
from zidesk.services.bundle.zip_copy import ZipCopy
from zidesk.services.bundle.zip_names import final_names, finished_zips, note_text, unfinished_zips
from zidesk.services.bundle.zip_parts import ZipParts
from zidesk.services.bundle.zip_volume import Fill, Write
from zidesk.storage.blocks import read_blocks
from zidesk.storage.flushing import flush_folder


class ZipStaging:
    """`path`: the temporary folder in which papers are drawn."""

    def __init__(self, desk: Path, destination: Path, root_name: str, files: ZipParts) -> None:
        self.path = desk
        self._desk_device = os.stat(desk).st_dev  # noqa: PTH116 – the same call as on descriptors
        self._destination, self._root_name, self._files = destination, root_name, files

    @property
    def parts(self) -> tuple[Path, ...]:
        return tuple(volume.path for volume in self._files.volumes)

    def take_in(
        self, originals: tuple[Original, ...], folders: set[str], intake: Intake
    ) -> tuple[Omission | None, ...]:
        with drive_faults_named(self.path):
            for relative in sorted(folders):
                (self.path / relative).mkdir(parents=True, exist_ok=True)
        with drive_faults_named(self.parts[0]), ThreadPoolExecutor(1, "payload") as hasher:
            self._files.add_folder(f"{self._root_name}/{PAYLOAD}")  # a bag without evidence has it too
            copying = ZipCopy(self._files, f"{self._root_name}/", intake, hasher)
            return tuple(copying.bring(item) for item in originals)

    def check_device(self, descriptor: int) -> None:
        if os.fstat(descriptor).st_dev != self._desk_device:
            raise DriveGone(self.path)

    def count_files(self, folder: str) -> int:
        """What lies in the ZIP so far is payload; what is drawn still lies on the desk."""
        with drive_faults_named(self.path):
            drawn = sum(1 for path in (self.path / folder).rglob("*") if path.is_file())
        return drawn + (self._files.file_count if folder == PAYLOAD else 0)

    def finish(self, drawn: tuple[str, ...], cancel: CancelToken, *, flush: bool) -> None:
        with drive_faults_named(self.path):
            sizes = {f"{self._root_name}/{name}": (self.path / name).stat().st_size for name in drawn}
        with drive_faults_named(self.parts[0]):
            self._files.keep_together(tuple(sizes.items()))
            for name, (inside, size) in zip(drawn, sizes.items(), strict=True):
                with (self.path / name).open("rb") as stream:
                    self._files.add(inside, size, _pouring(stream, cancel))
            cancel.check()
            self._close(flush=flush)

    def _close(self, *, flush: bool) -> None:
        volumes = self._files.volumes
        names = final_names(self._root_name, len(volumes))
        note = note_text(self._root_name, names)
        for number, volume in enumerate(volumes, start=1):
            comment = ""
            if len(volumes) > 1:
                volume.add_file(NOTE, len(note), _writing(note))
                comment = part_comment(Part(self._root_name, number, len(volumes)))
            volume.close(comment, flush=flush)
        if flush:
            flush_folder(self._destination)

    def publish(self, *, flushed: bool) -> tuple[Path, ...]:
        """The last part, without which nothing can be checked, gets its name last."""
        finals = tuple(self._destination / name for name in final_names(self._root_name, len(self.parts)))
        with drive_faults_named(self.parts[0]):
            self._files.check_drive()
            there = next(finished_zips(self._destination, self._root_name), None)
            if there is not None:
                raise BundleExists(there)
            self._rename(finals)
            if flushed:
                flush_folder(self._destination)
        return finals

    def _rename(self, finals: tuple[Path, ...]) -> None:
        named: list[Path] = []
        try:
            for path, final in zip(self.parts, finals, strict=True):
                path.rename(final)
                named.append(final)
        except OSError:
            for final in named:  # some parts are no bundle
                final.unlink(missing_ok=True)
            raise


@contextmanager
def open_zip(destination: Path, root_name: str, zipped: Zipped, moment: datetime) -> Iterator[ZipStaging]:
    """Begin the unfinished ZIP; `moment` is the time all entries bear.

    One writer at a time. Raises BundleBusy, DriveFault, DriveGone.
    """
    with one_writer(destination, root_name) as device:
        with drive_faults_named(destination):
            for left in unfinished_zips(destination, root_name):
                left.unlink()
            files = ZipParts(destination, root_name, zipped.part_size, moment, device)
        try:
            with tempfile.TemporaryDirectory(prefix="zidesk-", ignore_cleanup_errors=True) as desk:
                yield ZipStaging(Path(desk), destination, root_name, files)
        except BaseException:
            files.abandon()
            raise


def _pouring(stream: IO[bytes], cancel: CancelToken) -> Fill:
    def fill(write: Write) -> None:
        for block in read_blocks(stream, cancel):
            write(block)

    return fill


def _writing(content: bytes) -> Fill:
    def fill(write: Write) -> None:
        write(content)

    return fill
