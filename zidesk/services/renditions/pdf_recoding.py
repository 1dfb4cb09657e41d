"""One picture of a PDF packed anew: photos and scans as smaller JPEGs, black and white without any loss."""

import io
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name
from PIL import Image
from PIL.JpegImagePlugin import JpegImageFile

from zidesk.domain.progress import CancelToken

# which sets qpdf's limit for unpacking
from zidesk.services.ingest.inspection import pdf as _limited  # noqa: F401
from zidesk.services.ingest.inspection.decoding import MAX_DECODED, MAX_PIXELS, decoded_size, decoding
from zidesk.services.pictures.patience import Patience, PatientStream
from zidesk.services.renditions.bilevel import group4
from zidesk.services.renditions.pdf_pictures import PdfPicture
from zidesk.services.renditions.size_search import SMALLEST_LONG

_WORTH = 0.9  # of the bytes before; a smaller gain is not worth the loss
_MAX_PACKED = 96 * 1024 * 1024  # bytes of one packed picture
_MAX_UNPACKED = 64 * 1024 * 1024  # bytes that qpdf unpacks
_MODES = {1: "L", 3: "RGB"}
_JPEG, _FLATE = "/DCTDecode", "/FlateDecode"
_UNTOUCHED = ("/Decode", "/Matte", "/Alternates")  # they speak of the samples as they are


@dataclass(frozen=True, slots=True)
class Level:
    """`dpi`: what is kept at the largest size a picture can be shown at; `quality` of JPEGs."""

    dpi: int
    quality: int


def recoded(pdf: Any, picture: PdfPicture, level: Level | None, source: Path, cancel: CancelToken) -> int:
    """Pack one picture of an open PDF anew, if that makes it smaller; the bytes it then has.

    Without a `level` nothing may be lost: only pictures of one bit are packed anew. Whatever is not understood
    stays as it is. Raises PictureUnavailable (`too_big`: too slow), Cancelled.
    """
    cancel.check()
    stream = pdf.get_object(picture.reference)
    try:
        if _int(stream, "/BitsPerComponent") == 1:
            return _bilevel(stream, picture)
        if level is None or picture.mask or any(key in stream for key in _UNTOUCHED) or _has_key_colour(stream):
            return picture.size
        return _as_jpeg(stream, picture, level, Patience(source, cancel))
    except (pikepdf.PdfError, OSError, ValueError, TypeError, LookupError, ArithmeticError, zlib.error):
        return picture.size
    except (SyntaxError, RuntimeError, AttributeError, MemoryError, NotImplementedError):
        return picture.size


def _as_jpeg(stream: Any, picture: PdfPicture, level: Level, patience: Patience) -> int:
    components = _components(stream)
    if components not in _MODES:
        return picture.size
    width, height = _int(stream, "/Width"), _int(stream, "/Height")
    if not 0 < width * height <= MAX_PIXELS:
        return picture.size
    longest = max(SMALLEST_LONG, round(level.dpi * picture.inches))
    scale = min(1.0, longest / max(width, height))
    wanted = max(1, round(width * scale)), max(1, round(height * scale))
    with decoding(decoded_size(_MODES[components], (width, height))):
        image = _decoded(stream, (width, height), _MODES[components], wanted, patience)
        if image is None:
            return picture.size
        patience.check()
        if image.size != wanted:
            image = image.resize(wanted, Image.Resampling.HAMMING, reducing_gap=2.0)
        output = io.BytesIO()
        image.save(output, "JPEG", quality=level.quality, optimize=True)
    data = output.getvalue()
    if len(data) > picture.size * _WORTH:
        return picture.size
    stream.write(data, filter=Name.DCTDecode)
    stream.Width, stream.Height, stream.BitsPerComponent = image.width, image.height, 8
    return len(data)


def _decoded(
    stream: Any, size: tuple[int, int], mode: str, wanted: tuple[int, int], patience: Patience
) -> Image.Image | None:
    """None for what is packed in a way, or has colours, that cannot be kept."""
    filters = _filters(stream)
    if filters[-1:] == [_JPEG] and set(filters[:-1]) <= {_FLATE}:
        packed = _raw(stream)
        for _ in filters[:-1]:
            packed = _inflated(packed, _MAX_PACKED)
        reader: Any = PatientStream(io.BufferedReader(io.BytesIO(packed)), patience)
        jpeg = JpegImageFile(reader)
        if jpeg.mode != mode or jpeg.width * jpeg.height > MAX_PIXELS:
            return None
        jpeg.draft(None, wanted)
        if decoded_size(jpeg.mode, jpeg.size) > MAX_DECODED:
            return None
        jpeg.load()
        return jpeg
    if _int(stream, "/BitsPerComponent") != 8 or set(filters) - {_FLATE}:
        return None
    expected = size[0] * size[1] * len(mode)
    samples = _samples(stream, expected)
    return None if samples is None else Image.frombuffer(mode, size, samples, "raw", mode, 0, 1)


def _bilevel(stream: Any, picture: PdfPicture) -> int:
    """The same bits in fewer bytes; what they mean does not matter."""
    width, height = _int(stream, "/Width"), _int(stream, "/Height")
    if (
        set(_filters(stream)) - {_FLATE}
        or not 0 < width * height <= MAX_PIXELS
        or _components(stream) not in (0, 1)
    ):
        return picture.size
    samples = _samples(stream, -(-width // 8) * height)
    if samples is None:
        return picture.size
    data = group4(Image.frombytes("1", (width, height), samples))
    if len(data) > picture.size * _WORTH:
        return picture.size
    facts = Dictionary(K=-1, Columns=width, Rows=height, BlackIs1=True)
    stream.write(data, filter=Name.CCITTFaxDecode, decode_parms=facts)
    return len(data)


def _samples(stream: Any, expected: int) -> bytes | None:
    """The bare samples; None when there are not as many as the size asks, or more than may be unpacked."""
    if not 0 < expected <= MAX_DECODED:
        return None
    plain = _filters(stream) == [_FLATE] and "/DecodeParms" not in stream
    if plain:
        samples = _inflated(_raw(stream), expected)
    elif expected <= _MAX_UNPACKED:
        samples = stream.read_bytes()
    else:
        return None
    return bytes(samples[:expected]) if len(samples) >= expected else None


def _inflated(packed: bytes, most: int) -> bytes:
    return zlib.decompressobj().decompress(packed, most)


def _raw(stream: Any) -> bytes:
    data: bytes = stream.read_raw_bytes()
    if len(data) > _MAX_PACKED:
        raise ValueError(len(data))
    return data


def _filters(stream: Any) -> list[str]:
    given = stream.get("/Filter")
    if given is None:
        return []
    return [str(name) for name in given] if isinstance(given, pikepdf.Array) else [str(given)]


def _has_key_colour(stream: Any) -> bool:
    """One colour is see-through; a JPEG would not meet it."""
    return isinstance(stream.get("/Mask"), pikepdf.Array)


def _components(stream: Any) -> int:
    """Of one pixel, where they are plain grey or red, green and blue; 0 where no colours are told, else -1."""
    space = stream.get("/ColorSpace")
    if space is None:
        return 0
    name = str(space[0]) if isinstance(space, pikepdf.Array) else str(space)
    if name == "/ICCBased":
        return _int(space[1], "/N")
    known = {"/DeviceGray": 1, "/CalGray": 1, "/DeviceRGB": 3, "/CalRGB": 3}
    one_bit = {"/Indexed": 1, "/Separation": 1} if _int(stream, "/BitsPerComponent") == 1 else {}
    return {**known, **one_bit}.get(name, -1)


def _int(item: Any, key: str) -> int:
    value = item.get(key, 0)
    return value if isinstance(value, int) else 0
