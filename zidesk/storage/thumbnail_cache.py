"""Small pictures kept beside the database: `ab/<sha256>.jpg` in the workspace's cache folder.

The folder may be deleted at any time, even while it is in use; what is missing is made again. Nothing is
flushed to the device: a picture that a power cut has spoilt is made again, too.
"""

import os
import re
import threading
import time
import uuid
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

LIMIT = 192 * 1024 * 1024  # bytes of all pictures together, some 12,000 of them
_LARGEST = 1024 * 1024  # bytes of one; those made here have some 15 KB
_NAME = re.compile(r"[0-9a-f]{64}\.jpg")
_TEMPORARY = ".baru-"
_USED_AGAIN = 24 * 3600.0  # seconds before a use is noted on disk once more
_PATIENCE = 3  # refusals in a row after which nothing more is written until the workspace is opened again


class ThumbnailCache:
    """Bytes by the hash of the content they show; the ones not used for longest go first.

    Never raises OSError: where nothing can be read or written, nothing is kept. For several threads.
    """

    def __init__(self, folder: Path, *, read_only: bool = False, limit: int = LIMIT) -> None:
        self._folder = folder
        self._limit = limit
        self._lock = threading.Lock()
        self._sizes: OrderedDict[str, int] | None = None  # the longest unused first; None: not looked yet
        self._total = 0
        self._refusals = _PATIENCE if read_only else 0

    def get(self, sha256: str) -> bytes | None:
        """What was put, or None; whoever reads it must be ready for damaged bytes."""
        path = self._path(sha256)
        try:
            with path.open("rb") as stream:
                data = stream.read(_LARGEST + 1)
                used = os.fstat(stream.fileno()).st_mtime
        except OSError:
            return None
        if len(data) > _LARGEST:
            return None
        with self._lock:
            if self._sizes is not None and sha256 in self._sizes:
                self._sizes.move_to_end(sha256)
            if self._may_write and time.time() - used > _USED_AGAIN:
                with suppress(OSError):
                    os.utime(path)
        return data

    def has(self, sha256: str) -> bool:
        """Whether one is kept, damaged or not."""
        return self._path(sha256).is_file()

    def put(self, sha256: str, data: bytes) -> None:
        """Keep `data`, and let go of as much as the limit asks."""
        if len(data) > _LARGEST:
            return
        with self._lock:
            if not self._may_write:
                return
            try:
                self._write(self._path(sha256), data)
            except OSError:
                self._refusals += 1
                return
            self._refusals = 0
            self._count(sha256, len(data))
            self._prune()

    def remove(self, sha256: str) -> None:
        """Keep nothing of this content."""
        with self._lock, suppress(OSError):
            if self._may_write:
                self._path(sha256).unlink(missing_ok=True)

    @property
    def _may_write(self) -> bool:
        return self._refusals < _PATIENCE

    def _path(self, sha256: str) -> Path:
        return self._folder / sha256[:2] / f"{sha256}.jpg"

    @staticmethod
    def _write(path: Path, data: bytes) -> None:
        temporary = path.with_name(f"{_TEMPORARY}{uuid.uuid4().hex}")
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            temporary.write_bytes(data)
            temporary.replace(path)
        except OSError:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise

    def _count(self, sha256: str, size: int) -> None:
        if self._sizes is None:  # looked at once, and counted from then on
            found = sorted(_contents(self._folder))
            self._sizes = OrderedDict((name, length) for _, name, length in found)
            self._total = sum(self._sizes.values())
        self._total += size - self._sizes.get(sha256, 0)
        self._sizes[sha256] = size
        self._sizes.move_to_end(sha256)

    def _prune(self) -> None:
        while self._sizes and self._total > self._limit:
            oldest, size = self._sizes.popitem(last=False)
            self._total -= size
            with suppress(OSError):
                self._path(oldest).unlink(missing_ok=True)


def _contents(folder: Path) -> Iterator[tuple[float, str, int]]:
    """When each kept picture was last used, its hash and size. Unfinished ones of a killed program go."""
    for path in folder.glob("[0-9a-f][0-9a-f]/*"):
        with suppress(OSError):
            if path.name.startswith(_TEMPORARY):
                path.unlink()
            elif _NAME.fullmatch(path.name):
                facts = path.stat()
                yield facts.st_mtime, path.stem, facts.st_size
