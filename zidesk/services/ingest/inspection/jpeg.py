"""JPEG photos. The cheapest decode that still reads every byte: brightness only, at an eighth of the size."""

import re

from PIL.JpegImagePlugin import JpegImageFile

from zidesk.domain.evidence import Inspection
from zidesk.services.ingest.inspection import phrases
from zidesk.services.ingest.inspection.decoding import BAD_PICTURE, MAX_DECODED, MAX_PIXELS, decoding
from zidesk.services.ingest.inspection.exif import exif_of
from zidesk.services.ingest.inspection.findings import damaged, sound
from zidesk.services.ingest.inspection.known_types import FileType
from zidesk.services.ingest.inspection.source import Source

_END_OF_IMAGE = b"\xff\xd9"
_ZEROS = 512  # a run that no picture data ends in
_BLOCK = 256 * 1024
_START_OF_SCAN = b"\xff\xda"
_MAX_SCANNED = 20_000_000_000  # pixels of all scans together
_NEXT_MARKER = re.compile(rb"\xff[^\x00\x01\xd0-\xd7\xff]")


def inspect_jpeg(source: Source, file_type: FileType) -> Inspection:
    """Size as stored; EXIF time and orientation. Errors that a decoder smooths over go unnoticed."""
    try:
        with decoding(0):
            image = JpegImageFile(source.rewound())
    except BAD_PICTURE:
        return damaged(file_type, phrases.PICTURE_BROKEN)
    size = image.size
    exif = exif_of(image.info.get("exif", b""))
    whole = _bytes_in_memory(image)
    if size[0] * size[1] > MAX_PIXELS or whole > MAX_DECODED or scanned_too_often(source, image):
        return sound(
            file_type,
            detail=phrases.PICTURE_TOO_LARGE,
            size=size,
            taken_at=exif.taken_at,
            orientation=exif.orientation,
        )
    try:
        with decoding(whole):
            image.draft("L", (max(1, size[0] // 8), max(1, size[1] // 8)))
            image.load()
    except BAD_PICTURE as fault:
        cut = "truncated" in str(fault)
        return damaged(file_type, phrases.TRUNCATED if cut else phrases.PICTURE_BROKEN, size)
    if _filled_up_with_zeros(source):
        return damaged(file_type, phrases.TRUNCATED, size)
    return sound(file_type, size=size, taken_at=exif.taken_at, orientation=exif.orientation)


def _bytes_in_memory(image: JpegImageFile) -> int:
    """A progressive picture is held as coefficients, two bytes each, whatever the scale."""
    pixels = image.size[0] * image.size[1]
    if image.info.get("progressive") or image.info.get("progression"):
        return pixels * 2 * max(1, image.layers)
    return pixels // 64


def scanned_too_often(source: Source, image: JpegImageFile) -> bool:
    """Whether a progressive picture is gone over so often that it takes minutes; ten times is usual."""
    pixels = image.size[0] * image.size[1]
    if not (image.info.get("progressive") or image.info.get("progression")):
        return False
    scans, last = 0, b""
    for at in range(0, source.size, _BLOCK):
        block = last + source.read_at(at, _BLOCK)
        scans += block.count(_START_OF_SCAN)
        last = block[-1:]
    return scans * pixels > _MAX_SCANNED


def _filled_up_with_zeros(source: Source) -> bool:
    """An interrupted copy often has its full size, but zeros from somewhere on: valid, grey, and no end."""
    return source.zeros_before(source.size, _ZEROS) and not _has_end(source)


def _has_end(source: Source) -> bool:
    """Whether the end marker follows the picture data."""
    at = _first_scan(source)
    while 0 < at < source.size:
        block = source.read_at(at, _BLOCK)
        found = _NEXT_MARKER.search(block)
        if found is None:
            at += max(1, len(block) - 1)
        elif found.group() == _END_OF_IMAGE:
            return True
        else:
            start = at + found.start()
            at = start + 2 + int.from_bytes(source.read_at(start + 2, 2), "big")
    return False


def _first_scan(source: Source) -> int:
    """The offset of the first start-of-scan marker, by way of the segments before it; 0: none."""
    at = 2
    for _ in range(10_000):
        marker = source.read_at(at, 4)
        if len(marker) < 4 or marker[0] != 0xFF:
            return 0
        if marker[1] == 0xDA:
            return at
        at += 1 if marker[1] == 0xFF else 2 + int.from_bytes(marker[2:], "big")
    return 0
