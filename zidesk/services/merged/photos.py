"""Pictures as objects of the merged file: a JPEG as it is, byte for byte; anything else drawn anew."""

import io
import os
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from zidesk.domain.evidence import Inspection
from zidesk.domain.progress import CancelToken
from zidesk.services.ingest.inspection.source import Source
from zidesk.services.merged.pdf_file import PdfFile, WriteFaultError
from zidesk.services.pictures.images import image_pages, image_picture
from zidesk.services.pictures.picture import Picture, within_edge
from zidesk.storage.blocks import read_blocks

_JPEG = "image/jpeg"
_SHARP = ("image/png", "image/gif", "image/bmp", "image/tiff")  # screens and scans: kept without loss if small
_EDGE = 2_400  # pixels: 200 dots an inch and more on the paper
_QUALITY = 85
_MOST_SHARP = 1_500_000  # bytes
_COLOURS = {"L": b"/DeviceGray", "RGB": b"/DeviceRGB", "CMYK": b"/DeviceCMYK"}
# how a unit square with the picture is turned upright, by EXIF orientation
_TURNS: dict[int, tuple[int, int, int, int, int, int]] = {
    2: (-1, 0, 0, 1, 1, 0),
    3: (-1, 0, 0, -1, 1, 1),
    4: (1, 0, 0, -1, 0, 1),
    5: (0, -1, -1, 0, 1, 1),
    6: (0, -1, 1, 0, 0, 1),
    7: (0, 1, 1, 0, 0, 0),
    8: (0, 1, -1, 0, 1, 0),
}
_UPRIGHT = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True, slots=True)
class EmbeddedPicture:
    """`number`: its object; `width` and `height` in pixels, upright; `turn`: the matrix that puts it so."""

    number: int
    width: int
    height: int
    turn: tuple[int, int, int, int, int, int] = _UPRIGHT


def embed_pictures(
    path: Path, inspection: Inspection, out: PdfFile, cancel: CancelToken
) -> Iterator[EmbeddedPicture]:
    """The picture, or each page of a TIFF scan. Raises PictureUnavailable, OSError, WriteFaultError, Cancelled."""
    if inspection.media_type == _JPEG:
        embedded = _as_it_is(path, inspection, out, cancel)
        if embedded is not None:
            yield embedded
            return
    for page in range(image_pages(path, inspection)):
        cancel.check()
        yield _drawn_anew(image_picture(path, inspection, within_edge(_EDGE), page, cancel), inspection, out)


def _as_it_is(path: Path, inspection: Inspection, out: PdfFile, cancel: CancelToken) -> EmbeddedPicture | None:
    """None for a JPEG that readers of PDF might not show."""
    from PIL.JpegImagePlugin import JpegImageFile

    with Source(path) as source:
        try:
            head = JpegImageFile(source.rewound())
        except Exception:  # the decoder will say what is wrong with it
            return None
        colours = _COLOURS.get(head.mode)
        if colours is None or getattr(head, "bits", 8) != 8:
            return None
        inverted = b" /Decode [1 0 1 0 1 0 1 0]" if head.mode == "CMYK" and "adobe" in head.info else b""
        number, size = out.allocate(), os.fstat(source.raw.fileno()).st_size
        dictionary = _dictionary(head.width, head.height, colours + inverted, b"/DCTDecode", size)
        with out.streaming(number, dictionary, size) as target:
            written = 0
            for block in read_blocks(source.rewound(), cancel):
                written += len(block)
                try:
                    target.write(block)
                except OSError as fault:
                    raise WriteFaultError(fault) from fault
        if written != size:
            raise OSError(path)
    turn = _TURNS.get(inspection.orientation or 1, _UPRIGHT)
    width, height = (head.height, head.width) if turn[0] == 0 else head.size
    return EmbeddedPicture(number, width, height, turn)


def _drawn_anew(picture: Picture, inspection: Inspection, out: PdfFile) -> EmbeddedPicture:
    way, data = b"/FlateDecode", b""
    if inspection.media_type in _SHARP:
        data = zlib.compress(picture.rgb, 6)
    if not data or len(data) > _MOST_SHARP:
        way, data = b"/DCTDecode", _jpeg(picture)
    number = out.allocate()
    out.put_stream(number, _dictionary(picture.width, picture.height, b"/DeviceRGB", way, len(data)), data)
    return EmbeddedPicture(number, picture.width, picture.height)


def _jpeg(picture: Picture) -> bytes:
    from PIL import Image

    packed = io.BytesIO()
    image = Image.frombytes("RGB", (picture.width, picture.height), picture.rgb)
    image.save(packed, "JPEG", quality=_QUALITY, optimize=True)
    return packed.getvalue()


def _dictionary(width: int, height: int, colours: bytes, way: bytes, length: int) -> bytes:
    return (
        b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace %s /BitsPerComponent 8"
        b" /Filter %s /Length %d >>" % (width, height, colours, way, length)
    )
