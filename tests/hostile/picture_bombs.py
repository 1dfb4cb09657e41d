"""Pictures of a few kilobytes that claim, unpack or repeat far more."""

import struct
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

from PIL import Image

from tests.hostile.pdf_parts import packed


def _chunk(name: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")


def _png(width: int, height: int, data: bytes, before: bytes = b"", colour: int = 2) -> bytes:
    header = struct.pack(">LLBBBBB", width, height, 8, colour, 0, 0, 0)
    chunks = _chunk(b"IHDR", header) + before + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


def png_30000() -> bytes:
    return _png(30_000, 30_000, packed(bytes(1024), 2575))


def png_just_allowed() -> bytes:
    """Nearly as many bytes as are decoded at all."""
    return _png(8_000, 8_000, packed(bytes(1024), 184))


def png_thin() -> bytes:
    return _png(2, 100_000_000, packed(bytes(1024), 668))


def png_remark_without_end() -> bytes:
    """A text of 900 MB beside a picture of one dot."""
    remark = _chunk(b"zTXt", b"Comment\0\0" + packed(b" ", 900)) * 4
    profile = _chunk(b"iCCP", b"icc\0\0" + packed(bytes(1024), 900))
    return _png(1, 1, zlib.compress(b"\0\0\0\0"), profile + remark)


def png_of_empty_chunks() -> bytes:
    return _png(1, 1, zlib.compress(b"\0\0\0\0"), _chunk(b"teXt", b"") * 400_000)


def apng_of_many_frames() -> bytes:
    count = _chunk(b"acTL", struct.pack(">LL", 100_000, 0))
    control = struct.pack(">LLLLHHBB", 1, 1, 0, 0, 1, 1, 0, 0)
    first = _chunk(b"fcTL", b"\0\0\0\0" + control)
    pixel = zlib.compress(b"\0\0\0\0")
    frames = b"".join(
        _chunk(b"fcTL", (2 * at + 1).to_bytes(4, "big") + control)
        + _chunk(b"fdAT", (2 * at + 2).to_bytes(4, "big") + pixel)
        for at in range(100_000)
    )
    whole = _png(1, 1, pixel, count + first)
    return whole[:-12] + frames + whole[-12:]


def gif_of_many_frames() -> bytes:
    out = BytesIO()
    Image.new("P", (1, 1)).save(out, "GIF")
    whole = out.getvalue()
    start = whole.index(b"\x2c", 13)
    return whole[:-1] + whole[start:-1] * 100_000 + b"\x3b"


def gif_of_65535() -> bytes:
    return (
        b"GIF89a"
        + struct.pack("<HHBBB", 65535, 65535, 0x80, 0, 0)
        + bytes(6)
        + (b"\x2c" + struct.pack("<HHHHB", 0, 0, 65535, 65535, 0) + b"\2\1\x44\0\x3b")
    )


def bmp_that_claims() -> bytes:
    header = struct.pack("<LllHHLLllLL", 40, 60_000, 60_000, 1, 1, 0, 0, 0, 0, 2, 0)
    return b"BM" + struct.pack("<LHHL", 1000, 0, 0, 62) + header + bytes(8) + bytes(900)


def bmp_in_runs() -> bytes:
    """Runs of 255 dots in two bytes each."""
    body = b"\xff\0" * 62_000
    header = struct.pack("<LllHHLLllLL", 40, 16_000, 12_000, 1, 8, 1, len(body), 0, 0, 2, 0)
    return b"BM" + struct.pack("<LHHL", 62 + len(body), 0, 0, 62) + header + bytes(8) + body + bytes(900)


def _tiff(tags: Mapping[int, tuple[int, int, int]], following: int = 0) -> bytes:
    entries = b"".join(struct.pack("<HHLL", tag, *value) for tag, value in sorted(tags.items()))
    return struct.pack("<H", len(tags)) + entries + struct.pack("<L", following)


def _one_tiff(width: int, height: int, compression: int, data: bytes, rows: int | None = None) -> bytes:
    tags = {
        256: (4, 1, width), 257: (4, 1, height), 258: (3, 1, 8), 259: (3, 1, compression), 262: (3, 1, 1),
        273: (4, 1, 200), 277: (3, 1, 1), 278: (4, 1, rows or height), 279: (4, 1, len(data)),
    }  # fmt: skip
    start = b"II*\0\x08\0\0\0" + _tiff(tags)
    return start.ljust(200, b"\0") + data


def tiff_30000() -> bytes:
    return _one_tiff(30_000, 30_000, 8, packed(bytes(1024), 860))


def tiff_one_huge_strip() -> bytes:
    """Within the limit of dots, all in one strip."""
    return _one_tiff(13_000, 13_000, 8, packed(bytes(1024), 162))


def tiff_that_claims() -> bytes:
    return _one_tiff(14_000, 14_000, 5, b"\x80\0\0\0")


def tiff_of_many_strips() -> bytes:
    """A million strips of a picture one dot wide, all in the same place."""
    count = 1_000_000
    tags = {
        256: (4, 1, 1), 257: (4, 1, count), 258: (3, 1, 8), 259: (3, 1, 1), 262: (3, 1, 1),
        273: (4, count, 200), 277: (3, 1, 1), 278: (4, 1, 1), 279: (4, count, 200 + 4 * count),
    }  # fmt: skip
    start = (b"II*\0\x08\0\0\0" + _tiff(tags)).ljust(200, b"\0")
    return start + (8).to_bytes(4, "little") * count + (1).to_bytes(4, "little") * count


def tiff_of_many_frames() -> bytes:
    """100,000 pages that name one strip of a dot."""
    length = 2 + 12 * 9 + 4
    tags = {
        256: (4, 1, 1), 257: (4, 1, 1), 258: (3, 1, 8), 259: (3, 1, 1), 262: (3, 1, 1),
        273: (4, 1, 8), 277: (3, 1, 1), 278: (4, 1, 1), 279: (4, 1, 1),
    }  # fmt: skip
    pages = (_tiff(tags, 16 + (at + 1) * length if at < 99_999 else 0) for at in range(100_000))
    return b"II*\0\x10\0\0\0" + bytes(8) + b"".join(pages)


def tiff_of_many_frames_of_many_strips() -> bytes:
    """5,000 pages that each have the same million strips."""
    count, length = 1_000_000, 2 + 12 * 9 + 4
    tags = {
        256: (4, 1, 1), 257: (4, 1, count), 258: (3, 1, 8), 259: (3, 1, 1), 262: (3, 1, 1),
        273: (4, count, 8), 277: (3, 1, 1), 278: (4, 1, 1), 279: (4, count, 8),
    }  # fmt: skip
    first = 8 + 4 * count
    pages = (_tiff(tags, first + (at + 1) * length if at < 4_999 else 0) for at in range(5_000))
    return b"II*\0" + first.to_bytes(4, "little") + (1).to_bytes(4, "little") * count + b"".join(pages)


def tiff_of_large_frames() -> bytes:
    """5,000 pages of 4,000 by 4,000, each of the same deflated strip."""
    data = packed(bytes(1024), 16)
    first = 8 + len(data)
    length = 2 + 12 * 9 + 4
    tags = {
        256: (4, 1, 4000), 257: (4, 1, 4000), 258: (3, 1, 8), 259: (3, 1, 8), 262: (3, 1, 1),
        273: (4, 1, 8), 277: (3, 1, 1), 278: (4, 1, 4000), 279: (4, 1, len(data)),
    }  # fmt: skip
    pages = (_tiff(tags, first + (at + 1) * length if at < 4_999 else 0) for at in range(5_000))
    return b"II*\0" + first.to_bytes(4, "little") + data + b"".join(pages)


def tiff_of_many_tags() -> bytes:
    """A page whose 65,000 remarks are each of the whole file."""
    head = b"II*\0\x08\0\0\0" + struct.pack("<H", 65_000)
    entries = b"".join(struct.pack("<HHLL", 256 + at % 60_000, 1, 780_000, 8) for at in range(65_000))
    return head + entries + bytes(4)


def jpeg_that_claims() -> bytes:
    out = BytesIO()
    Image.new("RGB", (64, 64)).save(out, "JPEG")
    data = bytearray(out.getvalue())
    at = data.index(b"\xff\xc0")
    data[at + 5 : at + 9] = b"\xff\xdc\xff\xdc"
    return bytes(data)


def jpeg_of_many_scans() -> bytes:
    """A progressive picture that is gone over 4,000 times."""
    out = BytesIO()
    Image.new("L", (9000, 9000)).save(out, "JPEG", progressive=True)
    data = out.getvalue()
    at = data.rindex(b"\xff\xda")
    return data[:at] + data[at:-2] * 4000 + b"\xff\xd9"


def webp_of_16383() -> bytes:
    out = BytesIO()
    Image.new("RGB", (16383, 16383)).save(out, "WEBP", lossless=True, method=0, quality=0)
    return out.getvalue()


def webp_of_many_frames() -> bytes:
    frames = [Image.new("RGB", (2, 2), (at, 0, 0)) for at in range(2)]
    out = BytesIO()
    frames[0].save(out, "WEBP", save_all=True, append_images=frames[1:], lossless=True)
    data = out.getvalue()
    start = data.index(b"ANMF")
    length = 8 + int.from_bytes(data[start + 4 : start + 8], "little")
    body = data[8:start] + data[start : start + length] * 100_000
    return b"RIFF" + len(body).to_bytes(4, "little") + body


def _box(name: bytes, data: bytes) -> bytes:
    return (8 + len(data)).to_bytes(4, "big") + name + data


def heic_that_claims(corpus: Path = Path(__file__).parents[1] / "data" / "corpus") -> bytes:
    """A photo of a phone whose `ispe` says 100,000 by 100,000."""
    data = bytearray((corpus / "iphone_13_pro_max-thumbnail.heic").read_bytes())
    at = data.find(b"ispe")
    while at > 0:
        data[at + 8 : at + 16] = (100_000).to_bytes(4, "big") * 2
        at = data.find(b"ispe", at + 4)
    return bytes(data)


PICTURE_BOMBS: Mapping[str, tuple[str, Callable[[], bytes]]] = {
    make.__name__: (suffix, make)
    for suffix, makers in {
        "png": (png_30000, png_just_allowed, png_thin, png_remark_without_end, png_of_empty_chunks,
                apng_of_many_frames),
        "gif": (gif_of_many_frames, gif_of_65535),
        "bmp": (bmp_that_claims, bmp_in_runs),
        "tif": (tiff_30000, tiff_one_huge_strip, tiff_that_claims, tiff_of_many_strips, tiff_of_many_frames,
                tiff_of_many_frames_of_many_strips, tiff_of_large_frames, tiff_of_many_tags),
        "jpg": (jpeg_that_claims, jpeg_of_many_scans),
        "webp": (webp_of_16383, webp_of_many_frames),
        "heic": (heic_that_claims,),
    }.items()
    for make in makers
}  # fmt: skip


def write(folder: Path, name: str) -> Path:
    suffix, make = PICTURE_BOMBS[name]
    path = folder / f"{name}.{suffix}"
    path.write_bytes(make())
    return path
