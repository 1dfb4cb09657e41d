"""Copying originals into a folder: two threads, one pass, each source compared with its stored hash."""

import hashlib
import os
import threading
from concurrent.futures import FIRST_EXCEPTION, Future, ThreadPoolExecutor, wait
from contextlib import suppress
from io import FileIO
from typing import TYPE_CHECKING

from zidesk.domain.archive_layout import Omission
from zidesk.domain.errors import OriginalAltered, OriginalMissing, ZideskError
from zidesk.services.bundle.intake import BLOCK, Intake, StoppedError
from zidesk.services.bundle.originals import Original
from zidesk.services.bundle.staging import drive_faults_named

if TYPE_CHECKING:
    from zidesk.services.bundle.folder_staging import FolderStaging

_THREADS = 2


def copy_all(
    originals: tuple[Original, ...], staging: "FolderStaging", intake: Intake
) -> tuple[Omission | None, ...]:
    """Put each original at its place, unless it is there; for each the omission, if it was left out.

    Raises OriginalMissing, OriginalAltered, DriveFault, DriveGone, Cancelled. No partial file stays.
    """
    copying = _Copying(staging, intake)
    with ThreadPoolExecutor(_THREADS, thread_name_prefix="payload") as pool:
        futures = [pool.submit(copying.bring, item) for item in originals]
        try:
            wait(futures, return_when=FIRST_EXCEPTION)
        finally:
            intake.stop.set()  # after a failure the other thread ends within a block
            pool.shutdown(wait=True, cancel_futures=True)
    _raise_first(futures)
    return tuple(future.result() for future in futures)


def _raise_first(futures: list[Future[Omission | None]]) -> None:
    """The error that ended the run, not the stop it caused in the other thread."""
    errors = [future.exception() for future in futures if not future.cancelled() and future.done()]
    real = [error for error in errors if error is not None and not isinstance(error, StoppedError)]
    if real:
        raise real[0]


class _Copying:
    """Copies one original after another, with a buffer for each thread."""

    def __init__(self, staging: "FolderStaging", intake: Intake) -> None:
        self._staging, self._intake = staging, intake
        self._buffers = threading.local()

    def bring(self, item: Original) -> Omission | None:
        """Put one file in place; the omission if it cannot be and that is allowed."""
        left_out: Omission | None = None
        reused = self._is_there(item)
        if not reused:
            try:
                self._copy(item)
            except (OriginalMissing, OriginalAltered) as fault:
                left_out = self._intake.left_out(item, fault)
        self._intake.tell(item, reused=reused)
        return left_out

    def _is_there(self, item: Original) -> bool:
        """Whether an earlier run or bundle has left this very content at this very place."""
        if self._staging.known_size(item.path) != item.size:
            return False
        trusted = self._intake.terms.trusted.get(item.path)
        if trusted is not None:
            return trusted == item.sha256
        with drive_faults_named(self._staging.path), FileIO(self._staging.path / item.path) as source:
            return self._pass(source, None) == item.sha256

    def _copy(self, item: Original) -> None:
        target = self._staging.path / item.path
        try:
            with (
                self._intake.opened(item) as source,
                drive_faults_named(self._staging.path),
                FileIO(target, "wb") as output,
            ):
                self._write(item, source, output)
        except BaseException:
            with suppress(OSError):  # a drive that failed may refuse this too; the first fault is the one to tell
                target.unlink(missing_ok=True)
            raise

    def _write(self, item: Original, source: FileIO, output: FileIO) -> None:
        self._staging.check_device(output.fileno())
        if self._pass(source, output, OriginalMissing(item.name, item.sha256)) != item.sha256:
            raise OriginalAltered(item.name, item.sha256)
        if self._intake.terms.flush:
            os.fsync(output.fileno())

    def _pass(self, source: FileIO, output: FileIO | None, unreadable: ZideskError | None = None) -> str:
        """Read `source` once, hash it, and write it to `output` if there is one."""
        digest = hashlib.sha256()
        buffer = self._buffer()
        while block := self._intake.block(source, buffer, unreadable):
            if output is not None:
                _write_all(output, block)
            digest.update(block)
        return digest.hexdigest()

    def _buffer(self) -> memoryview:
        buffer: memoryview | None = getattr(self._buffers, "block", None)
        if buffer is None:
            buffer = self._buffers.block = memoryview(bytearray(BLOCK))
        return buffer


def _write_all(output: FileIO, block: memoryview) -> None:
    """An unbuffered write may take only a part, just before a drive is full."""
    while block:
        block = block[output.write(block) :]
