"""Opening a ZIP that nobody vouches for: bounded directory, bounded members, plain answers."""

import struct
import zipfile
import zlib

from zidesk.services.ingest.inspection.source import Source

MAX_DIRECTORY = 16 * 1024 * 1024  # bytes of central directory: about 150,000 members
MAX_CHECKED = 64 * 1024 * 1024  # uncompressed bytes whose checksums are compared
_BLOCK = 256 * 1024
_END = b"PK\x05\x06"
_END_64 = b"PK\x06\x06"
_CHECKED_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)

# what zipfile and zlib raise for hostile members; OSError is a seek to nowhere
BAD_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    OverflowError,
    KeyError,
    OSError,
)


class ZipTruncatedError(Exception):
    """The directory at the end of the archive is missing."""


class ZipTooLargeError(Exception):
    """The archive lists more members than are looked at."""


class ZipBrokenError(Exception):
    """The directory is there but cannot be read."""


def open_zip(source: Source) -> zipfile.ZipFile:
    """The archive's directory. Raises ZipTruncatedError, ZipTooLargeError or ZipBrokenError."""
    if _directory_size(source) > MAX_DIRECTORY:
        raise ZipTooLargeError
    try:
        return zipfile.ZipFile(source.rewound())
    except BAD_ZIP as fault:
        raise ZipBrokenError from fault


def _directory_size(source: Source) -> int:
    tail = source.tail(66 * 1024)
    end = tail.rfind(_END)
    if end < 0 or len(tail) < end + 22:
        raise ZipTruncatedError
    (size,) = struct.unpack_from("<L", tail, end + 12)
    end_64 = tail.rfind(_END_64, 0, end)
    if end_64 >= 0 and len(tail) >= end_64 + 56:
        (size_64,) = struct.unpack_from("<Q", tail, end_64 + 40)
        return max(int(size_64), 0 if size == 0xFFFFFFFF else int(size))
    return int(size)


def is_encrypted(archive: zipfile.ZipFile) -> bool:
    return any(member.flag_bits & 1 for member in archive.infolist())


def member_bytes(archive: zipfile.ZipFile, name: str, limit: int) -> bytes | None:
    """At most `limit` bytes of a member; None when it is absent, too large, unreadable, or packed in a way that
    can swell without bound."""
    try:
        found = archive.getinfo(name)
        if found.file_size > limit or found.compress_type not in _CHECKED_METHODS:
            return None
        with archive.open(name) as member:
            return member.read(limit)
    except BAD_ZIP:
        return None


def members_intact(archive: zipfile.ZipFile) -> bool:
    """Compare the checksum of every member, unless they are more than `MAX_CHECKED` bytes together.

    The sizes that the directory declares are held to by zipfile, so they bound the work.
    """
    members = archive.infolist()
    if sum(member.file_size for member in members) > MAX_CHECKED:
        return _headers_intact(archive)
    try:
        for member in members:
            if member.compress_type in _CHECKED_METHODS:
                with archive.open(member) as data:
                    while data.read(_BLOCK):
                        pass
    except BAD_ZIP:
        return False
    return True


def _headers_intact(archive: zipfile.ZipFile) -> bool:
    """Whether the first and the last member stand where the directory says."""
    members = sorted(archive.infolist(), key=lambda member: member.header_offset)
    try:
        for member in (members[0], members[-1]):
            if member.compress_type in _CHECKED_METHODS:
                archive.open(member).close()
    except BAD_ZIP:
        return False
    return True
