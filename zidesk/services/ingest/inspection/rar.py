"""RAR archives: a walk over the block headers, nothing is unpacked."""

from dataclasses import dataclass

from zidesk.domain.evidence import Inspection
from zidesk.services.ingest.inspection import phrases
from zidesk.services.ingest.inspection.findings import damaged, locked, sound
from zidesk.services.ingest.inspection.known_types import FileType
from zidesk.services.ingest.inspection.source import Source

_MAX_BLOCKS = 20_000
_START_4, _START_5 = b"Rar!\x1a\x07\x00", b"Rar!\x1a\x07\x01\x00"


@dataclass(frozen=True, slots=True)
class _Block:
    length: int  # header and data
    encrypted: bool
    last: bool


def inspect_rar(source: Source, file_type: FileType) -> Inspection:
    """Locked when the headers or a file are encrypted; damaged when a block runs over the end."""
    new = source.head.startswith(_START_5)
    at = len(_START_5 if new else _START_4)
    for _ in range(_MAX_BLOCKS):
        header = source.read_at(at, 4096)
        block = _block_5(header) if new else _block_4(header)
        if block is None:
            # the end block is optional in the older format
            complete = not new and not header and at > len(_START_4)
            return sound(file_type) if complete else damaged(file_type, phrases.TRUNCATED)
        if block.encrypted:
            return locked(file_type, phrases.ARCHIVE_LOCKED)
        at += block.length
        if at > source.size:
            return damaged(file_type, phrases.TRUNCATED)
        if block.last:
            return sound(file_type)
    return sound(file_type)


def _block_4(header: bytes) -> _Block | None:
    """CRC (2 bytes), type, flags (2), header size (2), and with flag 0x8000 the size of the data."""
    if len(header) < 7:
        return None
    kind, flags = header[2], int.from_bytes(header[3:5], "little")
    length = int.from_bytes(header[5:7], "little")
    if length < 7 or not 0x72 <= kind <= 0x7B:
        return None
    if flags & 0x8000 or kind == 0x74:
        length += int.from_bytes(header[7:11], "little")
        if kind == 0x74 and flags & 0x0100:
            length += int.from_bytes(header[32:36], "little") << 32
    encrypted = (kind == 0x73 and bool(flags & 0x0080)) or (kind == 0x74 and bool(flags & 0x0004))
    return _Block(length, encrypted, last=kind == 0x7B)


def _block_5(header: bytes) -> _Block | None:
    """CRC (4 bytes), then numbers of seven bits a byte: size, type, flags, extra size, data size."""
    size, at = _number(header, 4)
    start = at
    kind, at = _number(header, at)
    flags, at = _number(header, at)
    extra = data = 0
    if flags & 1:
        extra, at = _number(header, at)
    if flags & 2:
        data, at = _number(header, at)
    if at > len(header) or size == 0:
        return None
    encrypted = kind == 4 or (kind == 2 and _has_encryption(header[start + size - extra : start + size]))
    return _Block(start + size + data, encrypted, last=kind == 5)


def _has_encryption(extra: bytes) -> bool:
    at = 0
    while at < len(extra):
        size, body = _number(extra, at)
        kind, _ = _number(extra, body)
        if kind == 1:
            return True
        at = body + max(size, 1)
    return False


def _number(data: bytes, at: int) -> tuple[int, int]:
    """A variable-length number and the position behind it (behind the end when it is cut)."""
    value = 0
    for index in range(10):
        if at + index >= len(data):
            return 0, len(data) + 1
        byte = data[at + index]
        value |= (byte & 0x7F) << (7 * index)
        if byte < 0x80:
            return value, at + index + 1
    return 0, len(data) + 1
