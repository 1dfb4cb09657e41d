"""EXIF blocks, good and hostile."""

import struct
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.services.ingest.inspection.inspection_samples import exif
from zidesk.services.ingest.inspection.exif import Exif, exif_of, parse_moment


def block(order: str, main: list[tuple[int, int, int, bytes]], details: list[tuple[int, str]] = ()) -> bytes:
    """A TIFF structure with one directory and, behind it, the EXIF directory and its texts."""
    entries = [*main, *([(0x8769, 4, 1, b"")] if details else [])]
    second = 8 + 2 + 12 * len(entries) + 4
    texts_at = second + 2 + 12 * len(details) + 4
    data = (b"II" if order == "<" else b"MM") + struct.pack(order + "HLH", 42, 8, len(entries))
    for tag, kind, count, value in entries:
        value = struct.pack(order + "L", second) if tag == 0x8769 else value
        data += struct.pack(order + "HHL", tag, kind, count) + value.ljust(4, b"\0")
    data += bytes(4) + struct.pack(order + "H", len(details))
    texts = b""
    for tag, text in details:
        raw = text.encode() + b"\0"
        data += struct.pack(order + "HHLL", tag, 2, len(raw), texts_at + len(texts))
        texts += raw
    return data + bytes(4) + texts


@pytest.mark.parametrize("order", ["<", ">"])
def test_both_byte_orders(order):
    data = block(order, [(0x0112, 3, 1, struct.pack(order + "H", 8))], [(0x9003, "2020:02:29 23:59:58")])
    assert exif_of(data) == Exif(datetime.fromisoformat("2020-02-29 23:59:58"), 8)
    assert exif_of(b"Exif\0\0" + data) == exif_of(data)


def test_the_time_falls_back_to_digitized():
    blank = [(0x9003, "0000:00:00 00:00:00"), (0x9004, "2021:07:01 10:00:00")]
    assert exif_of(block("<", [], blank)).taken_at == datetime.fromisoformat("2021-07-01 10:00:00")
    assert exif_of(block("<", [], [(0x9003, "    :  :     :  :  ")])).taken_at is None


@pytest.mark.parametrize("value", [0, 9, 65535])
def test_an_impossible_orientation_is_none(value):
    assert exif_of(block("<", [(0x0112, 3, 1, struct.pack("<H", value))])).orientation is None


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2024:05:31 08:15:00", datetime.fromisoformat("2024-05-31 08:15:00")),
        ("2024-05-31T08:15:00+07:00", datetime.fromisoformat("2024-05-31 08:15:00")),
        ("2024:13:31 08:15:00", None),
        ("2023:02:29 08:15:00", None),
        ("2024:05:31 24:00:00", None),
        ("٢٠٢٤:05:31 08:15:00", None),
        ("kemarin", None),
        ("", None),
    ],
)
def test_moments(text, moment):
    assert parse_moment(text) == moment


@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"II*\0", b"MM\0*", b"Exif\0\0II*\0\x08\0\0\0", b"MM\0+\0\x08\0\0"]),
)
def test_arbitrary_bytes_never_raise(data, start):
    found = exif_of(start + data)
    assert found.orientation is None or 1 <= found.orientation <= 8


@given(st.data())
def test_a_damaged_block_never_raises(data):
    good = bytearray(exif())
    for _ in range(data.draw(st.integers(1, 6))):
        good[data.draw(st.integers(0, len(good) - 1))] = data.draw(st.integers(0, 255))
    exif_of(bytes(good[: data.draw(st.integers(0, len(good)))]))
