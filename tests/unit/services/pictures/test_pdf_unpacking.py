"""Streams are measured as they unpack, and no further than is allowed."""

import base64
import random
import zlib

import pikepdf
import pytest

from tests.hostile import pdf_bombs
from tests.hostile.pdf_parts import packed
from zidesk.services.pictures.pdf_unpacking import TooLargeError, unpacked_size

_OWNER = pikepdf.new()  # streams live as long as their document
_TEXT = b"BT /F 9 Tf (surat keputusan) Tj ET\n" * 40
_PACKED = {
    "FlateDecode": zlib.compress(_TEXT),
    "ASCIIHexDecode": _TEXT.hex().encode() + b">",
    "ASCII85Decode": base64.a85encode(_TEXT) + b"~>",
    "RunLengthDecode": b"".join(bytes([len(part) - 1]) + part for part in (_TEXT[:100], _TEXT[100:200]))
    + bytes([257 - 128, 65, 128]),
}


def _stream(data: bytes, *filters: str) -> pikepdf.Stream:
    return _OWNER.make_stream(data, Filter=pikepdf.Array([pikepdf.Name(f"/{name}") for name in filters]))


@pytest.mark.parametrize("name", _PACKED)
def test_each_filter_is_undone_as_qpdf_does(name: str) -> None:
    stream = _stream(_PACKED[name], name)
    size = len(stream.read_bytes(pikepdf.StreamDecodeLevel.specialized))
    assert unpacked_size(stream, size) == size > 100
    with pytest.raises(TooLargeError):
        unpacked_size(stream, size - 1)


def test_filters_over_filters() -> None:
    twice = zlib.compress(zlib.compress(_TEXT))
    assert unpacked_size(_stream(twice, "FlateDecode", "Fl"), 10_000) == len(_TEXT)
    hexed = zlib.compress(_TEXT).hex().encode() + b">"
    assert unpacked_size(_stream(hexed, "AHx", "FlateDecode"), 10_000) == len(_TEXT)


def test_lzw_of_every_width_and_of_noise(tmp_path) -> None:
    path = tmp_path / "lzw.pdf"
    path.write_bytes(pdf_bombs.lzw())
    with pikepdf.open(path) as document:
        stream = document.pages[0].Contents
        with pytest.raises(TooLargeError):
            unpacked_size(stream, 10_000_000)
        raw = stream.read_raw_bytes()
        stream.write(raw[:4000], filter=pikepdf.Name.LZWDecode)
        # cut within a code: what came before it counts
        assert unpacked_size(stream, 10_000_000) > 4000 * 400
    chance = random.Random(1)
    for _ in range(50):
        unpacked_size(_stream(chance.randbytes(300), "LZWDecode"), 10_000_000)


def test_a_picture_s_own_filter_is_left_alone() -> None:
    bomb = packed(bytes(1024), 100)
    assert unpacked_size(_stream(bomb, "FlateDecode"), 1000, but_last=True) == 0
    assert unpacked_size(_stream(zlib.compress(b"\xff\xd8"), "FlateDecode", "DCTDecode"), 1000) == 2
    with pytest.raises(TooLargeError):
        unpacked_size(_stream(zlib.compress(bomb), "FlateDecode", "FlateDecode"), 1000, but_last=True)


def test_a_damaged_stream_counts_as_far_as_it_goes() -> None:
    whole = zlib.compress(bytes(range(256)) * 4000, 0)
    size = unpacked_size(_stream(whole[: len(whole) // 2], "FlateDecode"), 10_000_000)
    assert 400_000 < size < 600_000
    broken = bytearray(whole)
    broken[len(whole) // 2 :] = b"\xff" * (len(whole) - len(whole) // 2)
    assert unpacked_size(_stream(bytes(broken), "FlateDecode"), 10_000_000) > 0


def test_letters_that_can_be_read_in_two_ways_are_not_trusted() -> None:
    with pytest.raises(TooLargeError):
        unpacked_size(_stream(b"vvvv~~", "ASCII85Decode", "FlateDecode"), 1000)
