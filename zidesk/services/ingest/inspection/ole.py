"""The OLE compound file of Office 97-2003: its stream names and the first bytes of a stream.

Every chain is bounded by the allocation table, and the table by the size of the file ([MS-CFB]).
"""

import struct
from array import array
from collections.abc import Iterator
from dataclasses import dataclass

from zidesk.services.ingest.inspection.source import Source

_END_OF_CHAIN = 0xFFFFFFFA  # this and everything above are no sector numbers
_FREE = 0xFFFFFFFF
_ENTRY = 128
_MAX_ENTRIES = 20_000


class OleBrokenError(Exception):
    """The compound file cannot be read. `truncated`: it ends before its last sector."""

    def __init__(self, truncated: bool = False) -> None:
        self.truncated = truncated
        super().__init__(truncated)


@dataclass(frozen=True, slots=True)
class _Stream:
    start: int
    size: int


class CompoundFile:
    """An opened compound file. `names`: of its streams and storages, as stored."""

    def __init__(self, source: Source) -> None:
        """Raises OleBrokenError."""
        self._source = source
        header = source.head[:512]
        if len(header) < 512:
            raise OleBrokenError(truncated=True)
        shift, mini_shift = struct.unpack_from("<HH", header, 30)
        if shift not in (9, 12) or mini_shift != 6:
            raise OleBrokenError
        self._sector = 1 << shift
        self._fat = self._allocation_table(header)
        self._refuse_truncated()
        first_directory, mini_cutoff, first_mini_fat = (
            struct.unpack_from("<L", header, at)[0] for at in (48, 56, 60)
        )
        self._mini_cutoff = min(mini_cutoff, 4096)
        self._first_mini_fat = first_mini_fat
        self._streams = dict(self._directory(first_directory))
        self.names = frozenset(self._streams)
        if "Root Entry" not in self.names and "R" not in self.names:
            raise OleBrokenError

    def start_of(self, name: str, length: int) -> bytes:
        """The first `length` bytes of a stream, fewer when it is shorter, none when it is absent."""
        stream = self._streams.get(name)
        if stream is None:
            return b""
        length = min(length, stream.size)
        if stream.size >= self._mini_cutoff:
            return self._read_chain(stream.start, length)
        return self._read_mini(stream.start, length)

    def _allocation_table(self, header: bytes) -> "array[int]":
        """The FAT: for every sector the number of the next one."""
        sectors = [number for number in struct.unpack_from("<109L", header, 76) if number < _END_OF_CHAIN]
        per_sector = self._sector // 4
        most = self._source.size // self._sector // per_sector + 2
        (next_list,) = struct.unpack_from("<L", header, 68)
        while next_list < _END_OF_CHAIN and len(sectors) <= most:
            numbers = self._numbers(next_list)
            sectors += [number for number in numbers[:-1] if number < _END_OF_CHAIN]
            next_list = numbers[-1]
        fat: array[int] = array("L" if array("L").itemsize == 4 else "I")
        for number in sectors[:most]:
            fat.extend(self._numbers(number))
        return fat

    def _numbers(self, sector: int) -> tuple[int, ...]:
        data = self._read_sector(sector)
        if len(data) < self._sector:
            raise OleBrokenError(truncated=True)
        return struct.unpack(f"<{len(data) // 4}L", data)

    def _read_sector(self, number: int) -> bytes:
        return self._source.read_at((number + 1) * self._sector, self._sector)

    def _refuse_truncated(self) -> None:
        last = len(self._fat) - 1
        while last >= 0 and self._fat[last] == _FREE:
            last -= 1
        if (last + 1) * self._sector >= self._source.size:
            raise OleBrokenError(truncated=True)

    def _chain(self, start: int) -> Iterator[int]:
        """The sectors from `start` on; ends at the first number that is none, and never runs in circles."""
        for _ in range(len(self._fat)):
            if start >= len(self._fat):
                return
            yield start
            start = self._fat[start]

    def _read_chain(self, start: int, length: int) -> bytes:
        found = bytearray()
        for sector in self._chain(start):
            if len(found) >= length:
                break
            found += self._read_sector(sector)
        return bytes(found[:length])

    def _read_mini(self, start: int, length: int) -> bytes:
        """Small streams live in 64-byte pieces of the root entry's own stream."""
        root = self._streams.get("Root Entry") or self._streams.get("R")
        if root is None:
            return b""
        mini_fat = self._read_chain(self._first_mini_fat, 64 * 1024)
        container = self._read_chain(root.start, min(root.size, 1024 * 1024))
        found = bytearray()
        for _ in range(len(mini_fat) // 4):
            if len(found) >= length or (start + 1) * 4 > len(mini_fat):
                break
            found += container[start * 64 : start * 64 + 64]
            (start,) = struct.unpack_from("<L", mini_fat, start * 4)
        return bytes(found[:length])

    def _directory(self, first: int) -> Iterator[tuple[str, _Stream]]:
        data = self._read_chain(first, _MAX_ENTRIES * _ENTRY)
        for at in range(0, len(data) - _ENTRY + 1, _ENTRY):
            name_length, kind = struct.unpack_from("<HB", data, at + 64)
            if kind in (1, 2, 5) and 2 <= name_length <= 64:
                name = data[at : at + name_length - 2].decode("utf-16-le", errors="replace")
                start, size = struct.unpack_from("<LL", data, at + 116)
                yield name, _Stream(start, size)
