"""The tag directories of TIFF, which EXIF uses too. Bounded, and indifferent to nonsense values."""

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass

ReadAt = Callable[[int, int], bytes]  # offset, length -> at most that many bytes

_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 6: 1, 7: 1, 8: 2, 9: 4, 13: 4, 16: 8, 18: 8}
_NUMBERS = {1: "B", 3: "H", 4: "L", 13: "L", 16: "Q", 18: "Q"}
_MAX_TAGS = 4096
MAX_VALUES = 200_000  # numbers of one tag that are looked at: strips of one row each of a very tall scan
MAX_CARRIED = 96 * 1024 * 1024
_WIDER = {5: 8, 10: 8, 11: 4, 12: 8}  # kinds that are not read here, but by others


class BadTiffError(ValueError):
    """The header or the first directory makes no sense."""


@dataclass(frozen=True, slots=True)
class Tag:
    kind: int
    count: int
    inline: bytes  # the value itself when it fits, else where it is


Directory = dict[int, Tag]


class TiffReader:
    """Reads directories of classic TIFF and BigTIFF.

    `first`: offset of the first one; `is_cut`: a directory that was read ran over the end of the data;
    `carried`: bytes that the tags read so far say they have, which who decodes the picture takes into memory;
    `longest`: the most numbers of one tag.
    """

    def __init__(self, read_at: ReadAt) -> None:
        """Raises BadTiffError when there is no TIFF header."""
        self._read_at = read_at
        self.is_cut = False
        self.carried = self.longest = 0
        header = read_at(0, 16)
        self._order = {b"II": "<", b"MM": ">"}.get(header[:2], "")
        if not self._order or len(header) < 8:
            raise BadTiffError
        version = self._unpack("H", header, 2)
        self._big = version == 43
        if version not in (42, 43) or (self._big and len(header) < 16):
            raise BadTiffError
        self._word = "Q" if self._big else "L"
        self.first = self._unpack(self._word, header, 8 if self._big else 4)

    def directories(self, limit: int) -> Iterator[Directory]:
        """The chain of directories, at most `limit`; ends silently where it breaks or turns in a circle."""
        seen: set[int] = set()
        at = self.first
        while at and at not in seen and len(seen) < limit:
            seen.add(at)
            directory, at = self._directory(at)
            if not directory:
                return
            yield directory

    @property
    def is_excessive(self) -> bool:
        """Whether the tags read so far are more than a decoder should be shown."""
        return self.carried > MAX_CARRIED or self.longest > MAX_VALUES

    def directory(self, at: int) -> Directory:
        """The directory at an offset, empty when there is none."""
        return self._directory(at)[0]

    def numbers(self, tag: Tag | None) -> tuple[int, ...]:
        """The whole numbers of a tag, none when it has others or points outside the file."""
        if tag is None or tag.kind not in _NUMBERS:
            return ()
        count = min(tag.count, MAX_VALUES)
        data = self._value(tag, count)
        count = min(count, len(data) // _SIZES[tag.kind])
        return struct.unpack_from(f"{self._order}{count}{_NUMBERS[tag.kind]}", data)

    def text(self, tag: Tag | None, limit: int = 256) -> str:
        if tag is None or tag.kind not in (1, 2, 7):
            return ""
        return self._value(tag, min(tag.count, limit)).split(b"\x00")[0].decode("latin-1")

    def _value(self, tag: Tag, count: int) -> bytes:
        length = _SIZES[tag.kind] * count
        if _SIZES[tag.kind] * tag.count <= len(tag.inline):
            return tag.inline[:length]
        return self._read_at(self._unpack(self._word, tag.inline, 0), length)

    def _directory(self, at: int) -> tuple[Directory, int]:
        """The tags at `at` and the offset of the next directory (0: none)."""
        count_code, entry_size = ("Q", 20) if self._big else ("H", 12)
        count_size = struct.calcsize(f"={count_code}")
        start = self._read_at(at, count_size)
        if len(start) < count_size:
            self.is_cut = True
            return {}, 0
        count = self._unpack(count_code, start, 0)
        data = self._read_at(at + count_size, min(count, _MAX_TAGS) * entry_size)
        tags: Directory = {}
        for entry in range(0, len(data) - entry_size + 1, entry_size):
            tag, kind = struct.unpack_from(f"{self._order}HH", data, entry)
            values = self._unpack(self._word, data, entry + 4)
            inline_at = entry + entry_size - struct.calcsize(f"={self._word}")
            self.carried += values * (_SIZES.get(kind) or _WIDER.get(kind, 0))
            if kind in _NUMBERS and kind != 1:
                self.longest = max(self.longest, values)
            if kind in _SIZES:
                tags.setdefault(tag, Tag(kind, values, data[inline_at : entry + entry_size]))
        following = self._read_at(at + count_size + count * entry_size, struct.calcsize(f"={self._word}"))
        is_whole = len(following) == struct.calcsize(f"={self._word}")
        self.is_cut = self.is_cut or not is_whole
        return tags, self._unpack(self._word, following, 0) if is_whole else 0

    def _unpack(self, code: str, data: bytes, at: int) -> int:
        return int(struct.unpack_from(self._order + code, data, at)[0])
