"""How large a ZIP file's central directory says it is: asked before zipfile reads it whole."""

import struct
from typing import BinaryIO, Final

_END, _END64, _LOCATOR = b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07"
_END_SIZE: Final = 22
_LOCATOR_SIZE: Final = 20
_LONGEST_COMMENT: Final = 0xFFFF


def directory_size(file: BinaryIO) -> int | None:
    """Bytes of the central directory, or None when the file does not end like a ZIP."""
    end = file.seek(0, 2)
    tail_start = max(0, end - _END_SIZE - _LONGEST_COMMENT - _LOCATOR_SIZE)
    file.seek(tail_start)
    tail = file.read()
    at = _end_record(tail)
    if at is None:
        return None
    (size,) = struct.unpack_from("<L", tail, at + 12)
    locator = tail[max(0, at - _LOCATOR_SIZE) : at]
    if len(locator) == _LOCATOR_SIZE and locator.startswith(_LOCATOR):
        return _size_in_zip64(file, tail_start + at - _LOCATOR_SIZE)
    return int(size)


def _end_record(tail: bytes) -> int | None:
    """Where the record lies: without a comment first, as zipfile looks for it, then anywhere."""
    at = len(tail) - _END_SIZE
    if at >= 0 and tail[at:].startswith(_END) and tail.endswith(b"\0\0"):
        return at
    at = tail.rfind(_END)
    return at if 0 <= at <= len(tail) - _END_SIZE else None


def _size_in_zip64(file: BinaryIO, locator_at: int) -> int | None:
    # zipfile reads the record just before the locator, whatever offset the locator gives
    start = locator_at - 56
    if start < 0:
        return None
    file.seek(start)
    record = file.read(56)
    if not record.startswith(_END64):
        return None
    (size,) = struct.unpack_from("<Q", record, 40)
    return int(size)
