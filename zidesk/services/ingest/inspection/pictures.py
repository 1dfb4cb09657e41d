"""The other pictures: WebP, GIF, BMP and AVIF with Pillow, HEIC with libheif. All within limits."""

from contextlib import suppress

import pi_heif
from PIL import features
from PIL.BmpImagePlugin import BmpImageFile
from PIL.GifImagePlugin import GifImageFile
from PIL.Image import DecompressionBombError
from PIL.ImageFile import ImageFile
from PIL.WebPImagePlugin import WebPImageFile

from zidesk.domain.evidence import Inspection
from zidesk.services.ingest.inspection import phrases
from zidesk.services.ingest.inspection.decoding import (
    BAD_PICTURE,
    MAX_DECODED,
    MAX_READ_WHOLE,
    decoded_size,
    decoding,
)
from zidesk.services.ingest.inspection.exif import exif_of
from zidesk.services.ingest.inspection.findings import damaged, sound
from zidesk.services.ingest.inspection.known_types import FileType, Format
from zidesk.services.ingest.inspection.media import boxes_cut, riff_is_cut, top_boxes
from zidesk.services.ingest.inspection.source import Source

_READERS: dict[Format, type[ImageFile]] = {
    Format.WEBP: WebPImageFile,
    Format.GIF: GifImageFile,
    Format.BMP: BmpImageFile,
}
with suppress(ImportError):  # Pillow reads AVIF since 11.3
    from PIL.AvifImagePlugin import AvifImageFile

    _READERS[Format.AVIF] = AvifImageFile
_ZEROS = 64 * 1024  # a longer run than the padding of any EXIF block at the end of the data
_FEATURES = {Format.WEBP: "webp", Format.AVIF: "avif"}


def inspect_picture(source: Source, file_type: FileType) -> Inspection:
    """WebP, GIF, BMP, AVIF: the first frame is decoded."""
    if _is_cut(source, file_type):
        return damaged(file_type, phrases.TRUNCATED)
    needed = _FEATURES.get(file_type.format)
    if file_type.format not in _READERS or (needed is not None and not features.check(needed)):
        return sound(file_type, detail=phrases.PICTURE_UNCHECKED)
    if needed is not None and source.size > MAX_READ_WHOLE:
        return sound(file_type, detail=phrases.PICTURE_TOO_LARGE)
    size = None
    try:
        with decoding(0):
            image = _READERS[file_type.format](source.rewound())
        size = image.size
        exif = exif_of(image.info.get("exif", b""))
        memory = decoded_size(image.mode, size)
        detail = phrases.PICTURE_TOO_LARGE if memory > MAX_DECODED else ""
        if not detail:
            with decoding(memory):
                image.load()
    except DecompressionBombError:
        return sound(file_type, detail=phrases.PICTURE_TOO_LARGE, size=size)
    except BAD_PICTURE as fault:
        cut = "truncated" in str(fault)
        return damaged(file_type, phrases.TRUNCATED if cut else phrases.PICTURE_BROKEN, size)
    return sound(file_type, detail=detail, size=size, taken_at=exif.taken_at, orientation=exif.orientation)


def inspect_heif(source: Source, file_type: FileType) -> Inspection:
    """HEIC photos. libheif turns the picture itself, by the container's own rotation.

    So `width` and `height` are those of the upright picture and `orientation` is 1: whoever decodes
    with libheif has nothing left to turn, and the EXIF orientation must be ignored (ISO/IEC 23008-12).
    """
    if _is_cut(source, file_type):
        return damaged(file_type, phrases.TRUNCATED)
    if source.size > MAX_READ_WHOLE:
        return sound(file_type, detail=phrases.PICTURE_TOO_LARGE, orientation=1)
    size = None
    try:
        container = pi_heif.open_heif(source.rewound())
        image = container[container.primary_index]
        size = (image.size[0], image.size[1])
        exif = exif_of(image.info.get("exif") or b"")
        # planes of the codec and the picture made from them
        memory = size[0] * size[1] * 5
        detail = phrases.PICTURE_TOO_LARGE if memory > MAX_DECODED * 2 else ""
        if not detail:
            with decoding(memory):
                image.load()
    except BAD_PICTURE:
        return damaged(file_type, phrases.PICTURE_BROKEN, size)
    return sound(file_type, detail=detail, size=size, taken_at=exif.taken_at, orientation=1)


def _is_cut(source: Source, file_type: FileType) -> bool:
    """Cut short, or filled up with zeros as interrupted copies are: the decoders smooth both over."""
    match file_type.format:
        case Format.WEBP:
            return riff_is_cut(source) or source.zeros_before(source.size, _ZEROS)
        case Format.HEIF | Format.AVIF:
            pixels = (box for box in top_boxes(source) if box.name == b"mdat" and box.end - box.start > _ZEROS)
            return boxes_cut(source) or any(source.zeros_before(box.end, _ZEROS) for box in pixels)
        case _:
            return False
