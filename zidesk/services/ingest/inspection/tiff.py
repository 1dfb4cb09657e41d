"""TIFF scans, often of many pages: every page's strips lie within the file, and the first pages decode."""

import ctypes
from contextlib import suppress

from PIL import _imaging
from PIL.Image import DecompressionBombError
from PIL.TiffImagePlugin import TiffImageFile

from zidesk.domain.evidence import Inspection
from zidesk.services.ingest.inspection import phrases
from zidesk.services.ingest.inspection.decoding import (
    BAD_PICTURE,
    MAX_DECODED,
    MAX_PIXELS,
    decoded_size,
    decoding,
)
from zidesk.services.ingest.inspection.exif import read_exif
from zidesk.services.ingest.inspection.findings import damaged, sound
from zidesk.services.ingest.inspection.known_types import FileType
from zidesk.services.ingest.inspection.source import Source
from zidesk.services.ingest.inspection.tiff_directory import MAX_VALUES, BadTiffError, Directory, TiffReader

_MAX_PAGES = 5000
_WIDTH, _HEIGHT, _SUBFILE, _ROWS_PER_STRIP = 256, 257, 254, 278
_STRIPS = ((273, 279), (324, 325))  # offsets and byte counts: strips, tiles

# libtiff tells the terminal of every bad line; where it is a library of its own (not on Windows) it can be
# told to be quiet, the error itself still reaches Pillow
with suppress(OSError, AttributeError):
    ctypes.CDLL(_imaging.__file__).TIFFSetErrorHandler(None)


def inspect_tiff(source: Source, file_type: FileType) -> Inspection:
    """`pages` leaves out reduced copies (thumbnails). Raises OSError when the device fails."""
    try:
        reader = TiffReader(source.read_at)
    except BadTiffError:
        return damaged(file_type, phrases.TRUNCATED)
    directories = list(reader.directories(_MAX_PAGES))
    pages = [page for page in directories if not (_number(reader, page, _SUBFILE) or 0) & 1]
    if reader.is_excessive and pages:
        return sound(file_type, detail=phrases.PICTURE_TOO_LARGE, pages=len(pages))
    if not pages or reader.is_cut:
        return damaged(file_type, phrases.TRUNCATED)
    width, height = _number(reader, pages[0], _WIDTH), _number(reader, pages[0], _HEIGHT)
    if not width or not height:
        return damaged(file_type, phrases.PICTURE_BROKEN)
    if any(_is_cut(reader, page, source.size) for page in pages):
        return damaged(file_type, phrases.TRUNCATED, (width, height))
    exif = read_exif(source.read_at)
    detail = _decode(source, len(directories))
    if detail == phrases.PICTURE_BROKEN:
        source.prove_readable()
        return damaged(file_type, detail, (width, height))
    return sound(
        file_type,
        detail=detail,
        pages=len(pages),
        size=(width, height),
        taken_at=exif.taken_at,
        orientation=exif.orientation,
    )


def _number(reader: TiffReader, page: Directory, tag: int) -> int | None:
    values = reader.numbers(page.get(tag))
    return values[0] if values else None


def _is_cut(reader: TiffReader, page: Directory, file_size: int) -> bool:
    """Whether a strip or tile of the page runs over the end of the file."""
    for offsets_tag, counts_tag in _STRIPS:
        offsets = reader.numbers(page.get(offsets_tag))
        counts = reader.numbers(page.get(counts_tag))
        if len(offsets) < min(page[offsets_tag].count if offsets_tag in page else 0, MAX_VALUES):
            return True
        if any(at + length > file_size for at, length in zip(offsets, counts, strict=False)):
            return True
    return False


def tiff_memory(image: TiffImageFile) -> int:
    """Bytes that Pillow needs for the frame it is at: all of it, and one strip beside."""
    rows = image.tag_v2.get(_ROWS_PER_STRIP, image.height)
    strip = min(int(rows), image.height) if image.height else 0
    whole = decoded_size(image.mode, image.size)
    return whole + whole * strip // max(1, image.height)


def _decode(source: Source, frames: int) -> str:
    """Decode from the first page on until `MAX_PIXELS`; the phrase for what went wrong, or ""."""
    try:
        with decoding(0):
            # unbuffered: libtiff moves the descriptor behind the back of a buffer
            source.raw.seek(0)
            image = TiffImageFile(source.raw)
    except BAD_PICTURE:
        return phrases.PICTURE_UNCHECKED  # a colour model that Pillow does not know, others do
    pixels = 0
    try:
        for frame in range(frames):
            with decoding(0):
                image.seek(frame)
            pixels += image.size[0] * image.size[1]
            memory = tiff_memory(image)
            if pixels > MAX_PIXELS or memory > MAX_DECODED:
                return phrases.PICTURE_TOO_LARGE if frame == 0 else ""
            with decoding(memory):
                image.load()
    except DecompressionBombError:
        return phrases.PICTURE_TOO_LARGE
    except BAD_PICTURE:
        return phrases.PICTURE_BROKEN
    return ""
