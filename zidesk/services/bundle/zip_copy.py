"""Originals into a ZIP: each read once and compared with its stored hash, hashed beside the writing."""

import hashlib
from concurrent.futures import Future, ThreadPoolExecutor
from io import FileIO

from zidesk.domain.archive_layout import Omission
from zidesk.domain.errors import OriginalAltered, OriginalMissing
from zidesk.services.bundle.intake import BLOCK, Intake
from zidesk.services.bundle.originals import Original
from zidesk.services.bundle.zip_parts import ZipParts
from zidesk.services.bundle.zip_volume import Write


class ZipCopy:
    """Copies one original after another. `prefix`: the bundle's folder in the ZIP, with its slash."""

    def __init__(self, files: ZipParts, prefix: str, intake: Intake, hasher: ThreadPoolExecutor) -> None:
        self._files, self._prefix, self._intake, self._hasher = files, prefix, intake, hasher
        # two: one is hashed while the next is read
        self._buffers = memoryview(bytearray(BLOCK)), memoryview(bytearray(BLOCK))

    def bring(self, item: Original) -> Omission | None:
        """Add one file; the omission if it cannot be and that is allowed. May raise OSError."""
        # an entry once begun cannot be taken back: what may be left out is read before
        left_out = self._loss(item) if self._intake.terms.allow_missing else None
        if left_out is None:
            with self._intake.opened(item) as source:
                self._files.add(self._prefix + item.path, item.size, lambda write: self._pour(item, source, write))
            if self._intake.terms.flush:
                self._files.flush_sometimes()
        self._intake.tell(item)
        return left_out

    def _loss(self, item: Original) -> Omission | None:
        try:
            with self._intake.opened(item) as source:
                self._pour(item, source, None)
        except (OriginalMissing, OriginalAltered) as fault:
            return self._intake.left_out(item, fault)
        return None

    def _pour(self, item: Original, source: FileIO, write: Write | None) -> None:
        """Raises OriginalMissing, OriginalAltered, Cancelled."""
        lost, digest = OriginalMissing(item.name, item.sha256), hashlib.sha256()
        hashing: Future[None] | None = None
        turn = read = 0
        while block := self._intake.block(source, self._buffers[turn], lost):
            read += len(block)
            if read > item.size:
                raise OriginalAltered(item.name, item.sha256)
            if hashing is not None:
                hashing.result()
            hashing = self._hasher.submit(digest.update, block)
            if write is not None:
                write(block)
            turn = 1 - turn
        if hashing is not None:
            hashing.result()
        if digest.hexdigest() != item.sha256:
            raise OriginalAltered(item.name, item.sha256)
