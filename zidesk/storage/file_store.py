"""The originals: one file for each content, under its SHA-256, never changed once it is in.

A new file is written to a temporary name in the same folder, flushed to the device and renamed; a kill at
any moment leaves either nothing or the whole file (and perhaps a temporary one, which `leftovers` names).
"""

import hashlib
import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import FileIO
from pathlib import Path

from zidesk.domain.errors import FileEmpty
from zidesk.domain.progress import CancelToken
from zidesk.storage.blocks import sha256_of
from zidesk.storage.faults import storage_faults_named
from zidesk.storage.flushing import make_folder, move_into_place
from zidesk.storage.given_files import blocks_of, opened

_TEMPORARY = ".masuk-"


@dataclass(frozen=True, slots=True)
class Stored:
    """What `put` did: the content's hash and size, and whether it is new to the store."""

    sha256: str
    size: int
    is_new: bool


class FileStore:
    """A folder of originals, `ab/<sha256>`."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def path_of(self, sha256: str) -> Path:
        return self.root / sha256[:2] / sha256

    def put(self, source: Path, cancel: CancelToken | None = None) -> Stored:
        """Copy and hash `source` in one pass. The same content twice is one file.

        Raises a FileRefused for a source that cannot be taken, StorageFault when the store cannot be
        written, Cancelled; the store is then as it was.
        """
        temporary = self.root / f"{_TEMPORARY}{uuid.uuid4().hex}"
        try:
            sha256, size = self._copy(source, temporary, cancel)
            if size == 0:  # emptied since it was opened
                raise FileEmpty(source)
            return self._settle(temporary, sha256, size)
        finally:
            with suppress(OSError):  # a drive that failed may refuse this too; the first fault is the one to tell
                temporary.unlink(missing_ok=True)

    def _copy(self, source: Path, temporary: Path, cancel: CancelToken | None) -> tuple[str, int]:
        digest, size = hashlib.sha256(), 0
        with opened(source) as stream, self._writing(temporary) as output:
            for block in blocks_of(stream, source, cancel):
                digest.update(block)
                _write_all(output, block)
                size += len(block)
        return digest.hexdigest(), size

    @contextmanager
    def _writing(self, path: Path) -> Iterator[FileIO]:
        """A new file that is on the device when the block ends; faults are the store's, not the source's."""
        with storage_faults_named(self.root.parent):
            make_folder(self.root)
            with FileIO(path, "xb") as output:
                yield output
                os.fsync(output.fileno())

    def _settle(self, temporary: Path, sha256: str, size: int) -> Stored:
        target = self.path_of(sha256)
        with storage_faults_named(self.root.parent):
            if _is_whole(target, sha256, size):  # a copy that was cut or altered is healed
                return Stored(sha256, size, is_new=False)
            make_folder(target.parent)
            move_into_place(temporary, target)
        return Stored(sha256, size, is_new=True)

    def contents(self) -> Iterator[tuple[str, Path]]:
        """Every stored content: its name (the hash it should have) and path, in order."""
        for folder in sorted(self.root.glob("[0-9a-f][0-9a-f]")):
            for path in sorted(folder.iterdir()):
                yield path.name, path

    def leftovers(self) -> Iterator[Path]:
        """Temporary files of work that was killed."""
        yield from sorted(self.root.glob(f"{_TEMPORARY}*"))


def _is_whole(kept: Path, sha256: str, size: int) -> bool:
    """Whether a kept copy still has its content; one that cannot be read has not."""
    try:
        return kept.stat().st_size == size and sha256_of(kept) == sha256
    except OSError:
        return False


def _write_all(output: FileIO, block: bytes) -> None:
    """An unbuffered write may take only a part, just before a drive is full."""
    rest = memoryview(block)
    while rest:
        rest = rest[output.write(rest) :]
