"""PNG, checked as a stream: every chunk's checksum and the length of the unpacked picture.

Pillow would need the whole picture in memory (36 MB for a 12-megapixel screenshot) to notice the same.
"""

import struct
import zlib
from dataclasses import dataclass, field

from zidesk.domain.evidence import Inspection
from zidesk.services.ingest.inspection import phrases
from zidesk.services.ingest.inspection.decoding import MAX_PIXELS
from zidesk.services.ingest.inspection.exif import Exif, exif_of
from zidesk.services.ingest.inspection.findings import damaged, sound
from zidesk.services.ingest.inspection.known_types import FileType
from zidesk.services.ingest.inspection.source import Source

_SIGNATURE_LENGTH = 8
_BLOCK = 64 * 1024
_MAX_CHUNKS = 200_000
_MAX_EXIF = 1024 * 1024
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
# Adam7: x start, y start, x step, y step
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))


class _BrokenError(Exception):
    """The picture cannot be shown whole; the phrase says why."""


@dataclass(slots=True)
class _Progress:
    """What the chunks told so far. `missing`: unpacked bytes still to come (None: not counted)."""

    size: tuple[int, int] | None = None
    missing: int | None = None
    exif: bytes = b""
    unpack: "zlib._Decompress" = field(default_factory=zlib.decompressobj)


def inspect_png(source: Source, file_type: FileType) -> Inspection:
    progress = _Progress()
    try:
        _read_chunks(source, progress)
    except _BrokenError as broken:
        return damaged(file_type, str(broken), progress.size)
    exif = exif_of(progress.exif) if progress.exif else Exif()
    detail = phrases.PICTURE_TOO_LARGE if progress.missing is None else ""
    return sound(
        file_type, detail=detail, size=progress.size, taken_at=exif.taken_at, orientation=exif.orientation
    )


def _read_chunks(source: Source, progress: _Progress) -> None:
    """Raises _BrokenError."""
    at = _SIGNATURE_LENGTH
    for _ in range(_MAX_CHUNKS):
        header = source.read_at(at, 8)
        if len(header) < 8:
            raise _BrokenError(phrases.TRUNCATED)
        length, name = struct.unpack(">L4s", header)
        if at + 12 + length > source.size:
            raise _BrokenError(phrases.TRUNCATED)
        if progress.size is None and name != b"IHDR":
            raise _BrokenError(phrases.PICTURE_BROKEN)
        intact = _read_chunk(source, at, length, name, progress)
        # a lower-case name is a remark that the picture can do without
        if not intact and name[:1].isupper():
            raise _BrokenError(phrases.PICTURE_BROKEN)
        at += 12 + length
        if name == b"IEND":
            break
    if progress.missing:
        raise _BrokenError(phrases.PICTURE_BROKEN)


def _read_chunk(source: Source, at: int, length: int, name: bytes, progress: _Progress) -> bool:
    """Take in one chunk, block by block; whether its checksum holds."""
    checksum = zlib.crc32(name)
    small = bytearray()
    for offset in range(0, length, _BLOCK):
        block = source.read_at(at + 8 + offset, min(_BLOCK, length - offset))
        checksum = zlib.crc32(block, checksum)
        if name == b"IDAT":
            _unpack(block, progress)
        elif name in (b"IHDR", b"eXIf") and len(small) < _MAX_EXIF:
            small += block
    if name == b"IHDR":
        _take_header(bytes(small), progress)
    elif name == b"eXIf":
        progress.exif = bytes(small)
    return checksum == int.from_bytes(source.read_at(at + 8 + length, 4), "big")


def _take_header(data: bytes, progress: _Progress) -> None:
    if len(data) != 13 or progress.size is not None:
        raise _BrokenError(phrases.PICTURE_BROKEN)
    width, height, depth, colour, _, _, interlaced = struct.unpack(">LLBBBBB", data)
    if not width or not height or colour not in _CHANNELS or depth not in (1, 2, 4, 8, 16):
        raise _BrokenError(phrases.PICTURE_BROKEN)
    progress.size = (width, height)
    if width * height <= MAX_PIXELS:
        progress.missing = _unpacked_length(width, height, depth * _CHANNELS[colour], bool(interlaced))


def _unpacked_length(width: int, height: int, bits: int, interlaced: bool) -> int:
    """Bytes of all lines, each with its filter byte."""
    passes = _PASSES if interlaced else ((0, 0, 1, 1),)
    total = 0
    for x, y, x_step, y_step in passes:
        columns, rows = -(-(width - x) // x_step), -(-(height - y) // y_step)
        if columns > 0 and rows > 0:
            total += rows * (1 + (columns * bits + 7) // 8)
    return total


def _unpack(block: bytes, progress: _Progress) -> None:
    """Unpack in pieces that are counted and dropped, and no more than the header promised."""
    try:
        while progress.missing and block:
            piece = progress.unpack.decompress(block, min(_BLOCK * 4, progress.missing))
            progress.missing -= len(piece)
            block = progress.unpack.unconsumed_tail
            if not piece and not block:
                break
    except zlib.error as fault:
        raise _BrokenError(phrases.PICTURE_BROKEN) from fault
