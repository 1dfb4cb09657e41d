"""Whether a ZIP of ZIDesk's own still is, bit for bit, what was written, beside the content of its files.

A ZIP says everything about an entry twice, before its content and in the directory, and readers look at one of
them only. ZIDesk's have nothing between the entries, no comments, the same time and attributes throughout.
"""

import struct
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO, Final

from zidesk.domain.zip_form import EPOCH, FILE_ATTRIBUTES, FOLDER_ATTRIBUTES, UNIX

_LOCAL: Final = struct.Struct("<4s5H3L2H")
_ENTRY_SIZE: Final = 46  # of the directory, without name, extra and comment
_LARGE: Final = 0xFFFFFFFF  # the true figure stands in the ZIP64 extra
_UTF8: Final = 0x800
_PLAIN, _ZIP64 = 20, 45  # versions needed


def changed_entries(archive: zipfile.ZipFile, file: BinaryIO) -> Iterator[str]:
    """Names of entries that are not as ZIDesk writes them, "" for the directory's own end.

    Nothing for a ZIP that another program made, which most of its entries tell. Raises OSError.
    """
    entries = archive.infolist()
    times = Counter(entry.date_time for entry in entries)
    usual = times.most_common(1)[0][0] if times else (0,) * 6
    changed, expected = [], 0
    for entry in sorted(entries, key=lambda item: item.header_offset):
        header = _header(file, entry)
        sound = entry.header_offset == expected and entry.date_time == usual and _is_ours(entry)
        if not sound or header is None or header != _expected_header(entry, large=header[18:26] == b"\xff" * 8):
            changed.append(entry.filename)
        # what follows is judged by where this entry ends, not by where it should have begun
        expected = entry.header_offset + len(header or b"") + entry.compress_size
    if 2 * len(changed) >= len(entries):
        return
    yield from changed
    if expected != archive.start_dir or _end(archive, file) not in _expected_ends(archive):
        yield ""


def _is_ours(entry: zipfile.ZipInfo) -> bool:
    """What the directory alone says of it."""
    attributes = FOLDER_ATTRIBUTES if entry.orig_filename.endswith("/") else FILE_ATTRIBUTES
    return (
        (entry.create_system, entry.external_attr, entry.internal_attr) == (UNIX, attributes, 0)
        and (entry.volume, entry.reserved, entry.comment) == (0, 0, b"")
        and entry.create_version == entry.extract_version
        and entry.compress_type == zipfile.ZIP_STORED
        and entry.compress_size == entry.file_size
        and entry.flag_bits == (0 if entry.orig_filename.isascii() else _UTF8)
    )


def _header(file: BinaryIO, entry: zipfile.ZipInfo) -> bytes | None:
    """The one before the content, with its name and extra; None where there is none."""
    file.seek(entry.header_offset)
    fixed = file.read(_LOCAL.size)
    if len(fixed) < _LOCAL.size:
        return None
    *_, name, extra = _LOCAL.unpack(fixed)
    return fixed + file.read(name + extra)


def _expected_header(entry: zipfile.ZipInfo, *, large: bool) -> bytes:
    """What the directory's entry says it is. `large`: its sizes stand in a ZIP64 extra."""
    year, month, day, hour, minute, second = entry.date_time
    name, size = _name(entry), entry.file_size
    extra = struct.pack("<HHQQ", 1, 16, size, size) if large else b""
    version = _ZIP64 if large else _PLAIN
    if entry.extract_version != (_ZIP64 if large or entry.extra else _PLAIN):
        return b""
    fixed = _LOCAL.pack(
        b"PK\x03\x04",
        version,
        entry.flag_bits,
        entry.compress_type,
        hour << 11 | minute << 5 | second // 2,
        (year - EPOCH) << 9 | month << 5 | day,
        entry.CRC,
        _LARGE if large else size & _LARGE,
        _LARGE if large else size & _LARGE,
        len(name),
        len(extra),
    )
    return fixed + name + extra


def _name(entry: zipfile.ZipInfo) -> bytes:
    return entry.orig_filename.encode("utf-8" if entry.flag_bits & _UTF8 else "cp437")


def _directory_size(archive: zipfile.ZipFile) -> int:
    return sum(
        _ENTRY_SIZE + len(_name(entry)) + len(entry.extra) + len(entry.comment) for entry in archive.infolist()
    )


def _end(archive: zipfile.ZipFile, file: BinaryIO) -> bytes:
    file.seek(archive.start_dir + _directory_size(archive))
    return file.read()


def _expected_ends(archive: zipfile.ZipFile) -> tuple[bytes, bytes]:
    """All that follows the directory, without and with the records of ZIP64."""
    count, start, size = len(archive.infolist()), archive.start_dir, _directory_size(archive)
    few = min(count, 0xFFFF)
    end = struct.pack(
        "<4s4H2LH", b"PK\x05\x06", 0, 0, few, few, min(size, _LARGE), min(start, _LARGE), len(archive.comment)
    )
    record = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, _ZIP64, _ZIP64, 0, 0, count, count, size, start)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, start + size, 1)
    return end + archive.comment, record + locator + end + archive.comment
