"""Which decoder reads which type. Each is named, so that no content can choose one for itself."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pi_heif
from PIL.BmpImagePlugin import BmpImageFile
from PIL.GifImagePlugin import GifImageFile
from PIL.Image import DecompressionBombError
from PIL.ImageFile import ImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.TiffImagePlugin import TiffImageFile
from PIL.WebPImagePlugin import WebPImageFile

# which also keeps libtiff from writing to the terminal
from zidesk.services.ingest.inspection import tiff as _quiet  # noqa: F401
from zidesk.services.ingest.inspection.source import Source
from zidesk.services.ingest.inspection.tiff_directory import TiffReader
from zidesk.services.pictures.patience import Patience, PatientStream

_READERS: dict[str, Callable[[Any], ImageFile]] = {
    "image/jpeg": JpegImageFile,
    "image/png": PngImageFile,
    "image/webp": WebPImageFile,
    "image/gif": GifImageFile,
    "image/bmp": BmpImageFile,
}
with suppress(ImportError):  # Pillow reads AVIF since 11.3
    from PIL.AvifImagePlugin import AvifImageFile

    _READERS["image/avif"] = AvifImageFile
TIFF_TYPE = "image/tiff"
HEIF_TYPES = ("image/heic", "image/heif")
NEED_WHOLE_FILE = ("image/webp", "image/avif", *HEIF_TYPES)
_REDUCED_COPY, _SUBFILE = 1, 254
_MAX_PAGES = 5000


def is_readable(media_type: str) -> bool:
    return media_type in _READERS or media_type == TIFF_TYPE or media_type in HEIF_TYPES


def open_image(source: Source, media_type: str, page: int, patience: Patience) -> ImageFile:
    """Not decoded yet, at its first frame (TIFF: at `page`, from 0). Raises what Pillow raises."""
    if media_type != TIFF_TYPE:
        return _READERS[media_type](PatientStream(source.rewound(), patience))
    frames = _frames(source)
    if not 0 <= page < len(frames):
        raise EOFError(page)
    # unbuffered: libtiff moves the descriptor behind the back of a buffer
    source.raw.seek(0)
    image = TiffImageFile(source.raw)
    image.seek(frames[page])
    return image


def open_heif(source: Source) -> Any:
    """The main image, a `pi_heif.HeifImage`. Raises what libheif raises."""
    container = pi_heif.open_heif(source.rewound())
    return container[container.primary_index]


def tiff_pages(source: Source) -> int:
    """How many pages there are; reduced copies of pages do not count. Raises DecompressionBombError."""
    return len(_frames(source))


def _frames(source: Source) -> list[int]:
    """The frames that are pages, told without Pillow: it takes all that every page carries into memory."""
    reader = TiffReader(source.read_at)
    frames = [
        frame
        for frame, directory in enumerate(reader.directories(_MAX_PAGES))
        if not any(value & _REDUCED_COPY for value in reader.numbers(directory.get(_SUBFILE))[:1])
    ]
    if reader.is_excessive:
        raise DecompressionBombError
    return frames
