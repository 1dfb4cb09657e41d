"""The originals: one file for each content, under its SHA-256, never changed once it is in.

A new file is written to a temporary name in the same folder, flushed to the device and renamed; a kill at
any moment leaves either nothing or the whole file (and perhaps a temporary one, which `leftovers` names).
"""

import hashlib
import os
import stat
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import FileIO
from pathlib import Path

from zidesk.domain.errors import (
    FileEmpty,
    FileIsFolder,
    FileNotRegular,
    FileUnreadable,
    FileVanished,
    StorageFault,
)
from zidesk.domain.progress import CancelToken
from zidesk.storage.faults import fault_reason, words_of
from zidesk.storage.flushing import flush_folder

BLOCK = 1024 * 1024
_TEMPORARY = ".masuk-"


@dataclass(frozen=True, slots=True)
class Stored:
    """What `put` did: the content's hash and size, and whether it is new to the store."""

    sha256: str
    size: int
    is_new: bool


def _read(stream: FileIO, buffer: memoryview, source: Path) -> int:
    try:
        return stream.readinto(buffer) or 0
    except OSError as fault:
        raise FileUnreadable(source, words_of(fault)) from fault


def _write_all(output: FileIO, data: memoryview) -> None:
    """An unbuffered write may take only a part, just before a drive is full."""
    while data:
        data = data[output.write(data) :]


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
            if size == 0:
                raise FileEmpty(source)
            return self._settle(temporary, sha256, size)
        finally:
            with suppress(OSError):  # a drive that failed may refuse this too; the first fault is the one to tell
                temporary.unlink(missing_ok=True)

    def _copy(self, source: Path, temporary: Path, cancel: CancelToken | None) -> tuple[str, int]:
        digest, size = hashlib.sha256(), 0
        buffer = memoryview(bytearray(BLOCK))
        with _opened(source) as stream, self._writing(temporary) as output:
            while count := _read(stream, buffer, source):
                if cancel is not None:
                    cancel.check()
                digest.update(buffer[:count])
                _write_all(output, buffer[:count])
                size += count
        return digest.hexdigest(), size

    @contextmanager
    def _writing(self, path: Path) -> Iterator[FileIO]:
        """A new file that is on the device when the block ends; faults are the store's, not the source's."""
        try:
            self.root.mkdir(parents=True, exist_ok=True)
            with FileIO(path, "xb") as output:
                yield output
                os.fsync(output.fileno())
        except OSError as fault:
            raise self._refusal(fault) from fault

    def _refusal(self, fault: OSError) -> StorageFault:
        return StorageFault(self.root.parent, fault_reason(fault), words_of(fault))

    def _settle(self, temporary: Path, sha256: str, size: int) -> Stored:
        target = self.path_of(sha256)
        try:
            # a copy of the right size is trusted here; `doctor` reads contents. A cut one is healed.
            if target.exists() and target.stat().st_size == size:
                return Stored(sha256, size, is_new=False)
            target.parent.mkdir(exist_ok=True)
            temporary.replace(target)
            flush_folder(target.parent)
        except OSError as fault:
            raise self._refusal(fault) from fault
        return Stored(sha256, size, is_new=True)

    def contents(self) -> Iterator[tuple[str, Path]]:
        """Every stored content: its name (the hash it should have) and path, in order."""
        for folder in sorted(self.root.glob("[0-9a-f][0-9a-f]")):
            for path in sorted(folder.iterdir()):
                yield path.name, path

    def leftovers(self) -> Iterator[Path]:
        """Temporary files of work that was killed."""
        yield from sorted(self.root.glob(f"{_TEMPORARY}*"))


@contextmanager
def _opened(source: Path) -> Iterator[FileIO]:
    """A source opened for reading; a device, a pipe or a folder is refused before it is touched."""
    try:
        found = source.stat()
        if stat.S_ISDIR(found.st_mode):
            raise FileIsFolder(source)
        if not stat.S_ISREG(found.st_mode):
            raise FileNotRegular(source)
        if found.st_size == 0:
            raise FileEmpty(source)
        stream = FileIO(source, "rb")
    except FileNotFoundError as fault:
        raise FileVanished(source) from fault
    except OSError as fault:
        raise FileUnreadable(source, words_of(fault)) from fault
    with stream:
        yield stream
