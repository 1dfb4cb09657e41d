"""Archives that name, nest or unpack to far more than they are: as bags, as backups, as evidence."""

import bz2
import hashlib
import lzma
import struct
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from tests.hostile.pdf_parts import packed

_STORED, _DEFLATED, _BZIP2, _LZMA = 0, 8, 12, 14
_MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Member:
    """What a directory says; `at`: share the bytes of the member that begins there."""

    name: str
    data: bytes
    size: int
    method: int = _DEFLATED
    checksum: int = 0
    at: int | None = None


def archive(members: Iterable[Member]) -> bytes:
    """With 64-bit ends, whatever the number of members."""
    out, directory, count = BytesIO(), BytesIO(), 0
    for member in members:
        at = out.tell() if member.at is None else member.at
        name = member.name.encode()
        facts = struct.pack(
            "<HHHHHLLLHH",
            20,
            0x800,
            member.method,
            0,
            33,
            member.checksum,
            len(member.data),
            member.size,
            len(name),
            0,
        )
        if member.at is None:
            out.write(b"PK\3\4" + facts + name + member.data)
        directory.write(b"PK\1\2" + b"\x14\0" + facts[:-2] + struct.pack("<HHHHLL", 0, 0, 0, 0, 0, at) + name)
        count += 1
    start, size = out.tell(), directory.tell()
    end64 = b"PK\6\6" + struct.pack("<QHHLLQQQQ", 44, 45, 45, 0, 0, count, count, size, start)
    locator = b"PK\6\7" + struct.pack("<LQL", 0, start + size, 1)
    few = min(count, 0xFFFF)
    end = b"PK\5\6" + struct.pack("<HHHHLLH", 0, 0, few, few, size, start, 0)
    return out.getvalue() + directory.getvalue() + end64 + locator + end


def _raw(megabytes: int) -> bytes:
    return packed(bytes(1024), megabytes)[2:-4]


def _bag(*more: Member) -> bytes:
    declaration = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    lines = "".join(f"{'0' * 64}  {member.name}\n" for member in more if member.name.startswith("data/")).encode()
    return archive((_plain("bagit.txt", declaration), _plain("manifest-sha256.txt", lines), *more))


def _plain(name: str, data: bytes) -> Member:
    return Member(name, data, len(data), _STORED, zlib.crc32(data))


def one_large_member() -> bytes:
    """The most that deflate can do: a thousand times its size."""
    return _bag(Member("data/a", _raw(2000), 2000 * _MEGABYTE))


def a_manifest_without_end() -> bytes:
    return archive(
        (
            _plain("bagit.txt", b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"),
            Member("manifest-sha256.txt", packed(b"a", 60)[2:-4], 60 * _MEGABYTE),
            _plain("data/a", b"a"),
        )
    )


def a_manifest_of_a_million_lines() -> bytes:
    """63 MB of lines, each of which is an entry."""
    lines = b"".join(b"%064x  data/%06d\n" % (at, at) for at in range(800_000))
    return archive(
        (
            _plain("bagit.txt", b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"),
            Member("manifest-sha256.txt", zlib.compress(lines, 1)[2:-4], len(lines), checksum=zlib.crc32(lines)),
            _plain("data/a", b"a"),
        )
    )


def overlapping() -> bytes:
    """Many names for the same bytes."""
    first = Member("data/0", _raw(100), 100 * _MEGABYTE)
    return _bag(first, *(Member(f"data/{at}", first.data, first.size, at=0) for at in range(1, 5000)))


def nested() -> bytes:
    """ZIP files within ZIP files, five deep, sixteen wide."""
    inner, name = zlib.compress(bytes(_MEGABYTE)), "0.bin"
    for level in range(5):
        out = BytesIO()
        with ZipFile(out, "w", ZIP_DEFLATED if level else ZIP_STORED) as written:
            for at in range(16):
                written.writestr(f"{at}-{name}", inner)
        inner, name = out.getvalue(), f"{level}.zip"
    return inner


def many_members() -> bytes:
    return archive(Member(f"data/{at}", b"", 0, _STORED) for at in range(200_000))


def many_small_members() -> bytes:
    """As many as an inspection opens, each with a byte."""
    return archive(_plain(f"{at}", b"a") for at in range(120_000))


def promised_members() -> bytes:
    whole = bytearray(_bag())
    at = whole.rindex(b"PK\6\6")
    whole[at + 24 : at + 56] = struct.pack("<QQQQ", 2**40, 2**40, 2**50, 0)
    return bytes(whole)


def _swollen(method: int, data: bytes, size: int) -> bytes:
    content_types = Member("[Content_Types].xml", data, 1024 * 1024, method)
    return archive((content_types, Member("mimetype", data, 200, method), _plain("xl/workbook.xml", b""),
                    Member("zidesk.db", data, size, method)))  # fmt: skip


def bzip2() -> bytes:
    """45 MB in some forty bytes, and the reader asks for four thousand of those at once."""
    return _swollen(_BZIP2, bz2.compress(bytes(400 * _MEGABYTE)), 400 * _MEGABYTE)


def lzma_dictionary() -> bytes:
    """A dictionary of four thousand million bytes is asked for."""
    filters = [{"id": lzma.FILTER_LZMA1, "dict_size": 1 << 20}]
    raw = lzma.compress(bytes(300 * _MEGABYTE), lzma.FORMAT_RAW, filters=filters)
    return _swollen(_LZMA, b"\x09\x04\x05\0\x5d\xff\xff\xff\xff" + raw, 300 * _MEGABYTE)


def backup_that_swells() -> bytes:
    """An original of 2,000 MB in 2 MB, under its true name."""
    digest, block = hashlib.sha256(), bytes(_MEGABYTE)
    for _ in range(2000):
        digest.update(block)
    name = digest.hexdigest()
    return archive((_plain("zidesk.db", b""), Member(f"bukti/{name[:2]}/{name}", _raw(2000), 2000 * _MEGABYTE)))


def backup_that_overlaps() -> bytes:
    first = Member("zidesk.db", _raw(1000), 1000 * _MEGABYTE)
    names = (f"{at:064x}" for at in range(100))
    return archive((first, *(Member(f"bukti/{name[:2]}/{name}", first.data, first.size, at=0) for name in names)))


ZIP_BOMBS: Mapping[str, Callable[[], bytes]] = {
    make.__name__: make
    for make in (
        one_large_member, a_manifest_without_end, a_manifest_of_a_million_lines, overlapping, nested, many_members,
        many_small_members, promised_members, bzip2, lzma_dictionary, backup_that_swells, backup_that_overlaps,
    )
}  # fmt: skip


def write(folder: Path, name: str) -> Path:
    path = folder / f"{name}.zip"
    path.write_bytes(ZIP_BOMBS[name]())
    return path
