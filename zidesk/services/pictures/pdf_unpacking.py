"""How large a stream of a PDF is when it is unpacked, found out without ever holding more than is allowed.

qpdf bounds one filter only, and PDFium none below a thousand million bytes; a few kilobytes that are packed
twice can be as much. So what may be large is unpacked here first, piece by piece.
"""

import re
import zlib
from collections.abc import Callable
from typing import Any, Final

from zidesk.services.pictures.base_85 import from_base_85

_CLEAR, _END, _FIRST = 256, 257, 258


class TooLargeError(Exception):
    """More than is allowed."""


def unpacked_size(stream: Any, most: int, *, but_last: bool = False) -> int:
    """Bytes of a `pikepdf.Stream` without its filters but those of pictures. `but_last`: what the last filter
    still has to unpack, 0 where that is what lies in the file. Raises TooLargeError above `most`.
    """
    names = _filters_of(stream)
    if not but_last:
        return len(unpacked(stream, most))
    return len(_undone(stream, names[:-1], most)) if names[1:] else 0


def unpacked(stream: Any, most: int) -> bytes:
    """The bytes themselves; of a damaged stream, those that can be unpacked, as readers take it.

    Predictors stay. Raises TooLargeError.
    """
    return _undone(stream, _filters_of(stream), most)


def _undone(stream: Any, names: list[str], most: int) -> bytes:
    data: bytes = stream.read_raw_bytes()
    for name in names:
        if name not in _FILTERS:
            break
        data = _FILTERS[name](data, most)
    return _within(data, most)


def _filters_of(stream: Any) -> list[str]:
    """The names of a stream's filters in the order in which they are undone."""
    import pikepdf

    found = stream.get("/Filter")
    if found is None:
        return []
    return [str(name) for name in found] if isinstance(found, pikepdf.Array) else [str(found)]


def _inflated(data: bytes, most: int) -> bytes:
    unpacker = zlib.decompressobj()
    try:
        result = unpacker.decompress(data, most + 1)
    except zlib.error:
        result = _inflated_as_far_as_it_goes(data, most)
    return _within(result, most)


def _inflated_as_far_as_it_goes(data: bytes, most: int) -> bytes:
    unpacker, result = zlib.decompressobj(), bytearray()
    try:
        for at in range(0, len(data), 256):
            result += unpacker.decompress(data[at : at + 256], most + 1 - len(result))
            if len(result) > most:
                break
    except zlib.error:
        pass
    return bytes(result)


def _expanded_runs(data: bytes, most: int) -> bytes:
    result, at = bytearray(), 0
    while at < len(data) and data[at] != 128 and len(result) <= most:
        length = data[at]
        if length < 128:
            result += data[at + 1 : at + 2 + length]
            at += 2 + length
        else:
            result += data[at + 1 : at + 2] * (257 - length)
            at += 2
    return _within(bytes(result), most)


def _expanded_codes(data: bytes, most: int) -> bytes:
    """LZW as PDF has it: codes of 9 to 12 bits, one bit more a code early."""
    table = [bytes([value]) for value in range(256)] + [b"", b""]
    result, before = bytearray(), b""
    bits = count = 0
    width = 9
    for byte in data:
        bits, count = (bits << 8 | byte) & 0xFFFFFF, count + 8
        if count < width:
            continue
        count -= width
        code = bits >> count & (1 << width) - 1
        if code == _END:
            break
        if code == _CLEAR:
            del table[_FIRST:]
            before, width = b"", 9
            continue
        if code > len(table) or (code == len(table) and not before):
            break  # no such code: readers stop here
        piece = table[code] if code < len(table) else before + before[:1]
        if before and len(table) < 4096:
            table.append(before + piece[:1])
        result += piece
        before = piece
        width = max(9, min(12, (len(table) + 1).bit_length()))
        if len(result) > most:
            raise TooLargeError
    return bytes(result)


def _from_hex(data: bytes, most: int) -> bytes:
    digits = re.sub(rb"[^0-9A-Fa-f]", b"", data.partition(b">")[0])
    return _within(bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode()), most)


def _from_85(data: bytes, most: int) -> bytes:
    try:
        return _within(from_base_85(data.partition(b"~>")[0], most, ignored=b" \t\n\r\v\f\0"), most)
    except ValueError:  # what follows may be read in more than one way
        raise TooLargeError from None


def _within(data: bytes, most: int) -> bytes:
    if len(data) > most:
        raise TooLargeError
    return data


_Unpack = Callable[[bytes, int], bytes]
_FILTERS: Final[dict[str, _Unpack]] = {
    "/FlateDecode": _inflated,
    "/LZWDecode": _expanded_codes,
    "/RunLengthDecode": _expanded_runs,
    "/ASCIIHexDecode": _from_hex,
    "/ASCII85Decode": _from_85,
    "/Fl": _inflated,
    "/LZW": _expanded_codes,
    "/RL": _expanded_runs,
    "/AHx": _from_hex,
    "/A85": _from_85,
}
