"""One evidence file, opened for inspection: small reads only, and the disk's own faults remembered.

Decoders turn every trouble into their own "bad file" error. A stick that was pulled out must not be
mistaken for a damaged document, so the faults of the disk are noted here and raised afterwards.
Nothing is memory-mapped: reading a map of a vanished device kills the process.
"""

import io
from pathlib import Path
from typing import Any

HEAD_BYTES = 64 * 1024
_BLOCK = 1024 * 1024


class _WatchedFile(io.FileIO):
    """A raw file that keeps the first `OSError` its device raised while reading."""

    fault: OSError | None = None

    def readinto(self, buffer: Any, /) -> int:
        try:
            return super().readinto(buffer)
        except OSError as fault:
            self._note(fault)
            raise

    def read(self, size: int | None = -1, /) -> bytes:
        try:
            return super().read(-1 if size is None else size)
        except OSError as fault:
            self._note(fault)
            raise

    def readall(self) -> bytes:
        try:
            return super().readall()
        except OSError as fault:
            self._note(fault)
            raise

    def _note(self, fault: OSError) -> None:
        self.fault = self.fault or fault


class Source:
    """An open evidence file. `head`: its first 64 KiB at most; `size`: bytes."""

    def __init__(self, path: Path) -> None:
        """Raises OSError when the file cannot be opened or read."""
        self.raw = _WatchedFile(path)
        self.stream: io.BufferedReader = io.BufferedReader(self.raw, 64 * 1024)
        try:
            self.size = self.stream.seek(0, io.SEEK_END)
            self.head = self.read_at(0, HEAD_BYTES)
        except OSError:
            self.stream.close()
            raise

    def __enter__(self) -> "Source":
        return self

    def __exit__(self, *_exc: object) -> None:
        self.stream.close()

    def rewound(self) -> io.BufferedReader:
        """The stream, at its first byte."""
        self.stream.seek(0)
        return self.stream

    def read_at(self, offset: int, length: int) -> bytes:
        """At most `length` bytes from `offset`; fewer, or none, outside the file."""
        if length <= 0 or not 0 <= offset < self.size:
            return b""
        self.stream.seek(offset)
        return self.stream.read(min(length, self.size - offset))

    def tail(self, length: int) -> bytes:
        start = max(0, self.size - length)
        return self.read_at(start, self.size - start)

    def zeros_before(self, end: int, length: int) -> bool:
        """Whether the `length` bytes before `end` are there and all zero."""
        data = self.read_at(end - length, length)
        return len(data) == length and not any(data)

    def raise_fault(self) -> None:
        """Raise the OSError that the device gave meanwhile, even if a decoder has swallowed it."""
        if self.raw.fault is not None:
            raise self.raw.fault

    def prove_readable(self) -> None:
        """Read the file through; for decoders that read the descriptor themselves. Raises OSError."""
        self.raw.seek(0)
        while self.raw.read(_BLOCK):
            pass
