"""Photos, scans and screenshots, decoded within limits: only the type that the inspection found is tried, and
nothing larger than an inspection would decode."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL.Image import DecompressionBombError
from PIL.ImageFile import ImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.TiffImagePlugin import TiffImageFile

from zidesk.domain.errors import PictureUnavailable, ZideskError
from zidesk.domain.evidence import Inspection
from zidesk.domain.progress import CancelToken
from zidesk.services.ingest.inspection.decoding import (
    MAX_DECODED,
    MAX_PIXELS,
    MAX_READ_WHOLE,
    decoded_size,
    decoding,
)
from zidesk.services.ingest.inspection.jpeg import scanned_too_often
from zidesk.services.ingest.inspection.source import Source
from zidesk.services.ingest.inspection.tiff import tiff_memory
from zidesk.services.pictures.patience import Patience
from zidesk.services.pictures.picture import Fit, Picture, Size
from zidesk.services.pictures.readers import (
    HEIF_TYPES,
    NEED_WHOLE_FILE,
    TIFF_TYPE,
    is_readable,
    open_heif,
    open_image,
    tiff_pages,
)
from zidesk.services.pictures.shrinking import GAP, is_turned, upright_picture


def image_picture(
    path: Path, inspection: Inspection, fit: Fit, page: int = 0, cancel: CancelToken | None = None
) -> Picture:
    """The image, upright, at the size that `fit` wants; `page` counts from 0 and matters for TIFF only.

    Raises PictureUnavailable (all its reasons but `locked`), Cancelled.
    """
    if not is_readable(inspection.media_type):
        raise PictureUnavailable(path, "unknown")
    patience = Patience(path, cancel)
    patience.check()
    with _faults_named(path) as source:
        picture = _picture(source, inspection, fit, page, patience)
    patience.check()
    return picture


def image_pages(path: Path, inspection: Inspection) -> int:
    """1 for everything but TIFF. Raises PictureUnavailable (`damaged`, `missing`)."""
    if inspection.media_type != TIFF_TYPE:
        return 1
    with _faults_named(path) as source, decoding(0):
        return max(1, tiff_pages(source))


class _TooBigError(Exception):
    """More than may be decoded."""


@contextmanager
def _faults_named(path: Path) -> Iterator[Source]:
    """The opened file; whatever its content or its device does comes out as PictureUnavailable."""
    try:
        with Source(path) as source:
            try:
                yield source
            except (ZideskError, ImportError):  # the installation is at fault, not the file
                raise
            except (_TooBigError, DecompressionBombError) as fault:
                raise PictureUnavailable(path, "too_big") from fault
            except Exception as fault:  # decoders of hostile bytes raise anything
                source.raise_fault()
                raise PictureUnavailable(path, "damaged") from fault
    except OSError as fault:
        raise PictureUnavailable(path, "missing") from fault


def _picture(source: Source, inspection: Inspection, fit: Fit, page: int, patience: Patience) -> Picture:
    if inspection.media_type in NEED_WHOLE_FILE and source.size > MAX_READ_WHOLE:
        raise _TooBigError
    if inspection.media_type in HEIF_TYPES:
        return _heif_picture(source, fit)
    with decoding(0):
        image = open_image(source, inspection.media_type, page, patience)
    if image.width * image.height > MAX_PIXELS:
        raise _TooBigError
    size = _as_stored(fit, image.size, inspection.orientation)
    whole = decoded_size(image.mode, image.size)
    if isinstance(image, JpegImageFile):
        if scanned_too_often(source, image):
            raise _TooBigError
        whole = _drafted(image, size)
    if isinstance(image, TiffImageFile):
        whole = tiff_memory(image)
    if whole > MAX_DECODED:
        raise _TooBigError
    with decoding(whole):
        image.load()
        if inspection.media_type == TIFF_TYPE:  # Pillow turns those by itself, older ones only now
            return upright_picture(image, fit(*image.size), None)
        return upright_picture(image, size, inspection.orientation)


def _heif_picture(source: Source, fit: Fit) -> Picture:
    """libheif has turned it already; the EXIF orientation must not turn it again."""
    image = open_heif(source)
    size = (image.size[0], image.size[1])
    memory = size[0] * size[1] * 5  # planes of the codec and the picture made from them
    if memory > MAX_DECODED * 2:
        raise _TooBigError
    with decoding(memory):
        return upright_picture(image.to_pillow(), fit(*size), None)


def _as_stored(fit: Fit, size: Size, orientation: int | None) -> Size:
    """The size wanted, before the picture is turned upright."""
    if not is_turned(orientation):
        return fit(*size)
    width, height = fit(size[1], size[0])
    return height, width


def _drafted(image: ImageFile, size: Size) -> int:
    """Let the decoder leave out what a JPEG does not need at this size; the bytes it still needs in memory.

    A progressive picture is held as coefficients, two bytes each, whatever the scale.
    """
    coefficients = 0
    if image.info.get("progressive") or image.info.get("progression"):
        coefficients = image.width * image.height * 2 * len(image.getbands())
    image.draft(None, (int(size[0] * GAP), int(size[1] * GAP)))
    return coefficients + decoded_size(image.mode, image.size)
