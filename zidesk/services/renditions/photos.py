"""Photos and single scans made to fit a limit: smaller before worse, and never too small to be read."""

import io
from datetime import datetime
from functools import partial
from pathlib import Path

from PIL import Image

from zidesk.domain.errors import PictureUnavailable
from zidesk.domain.evidence import Inspection
from zidesk.domain.progress import CancelToken
from zidesk.services.ingest.inspection.source import Source
from zidesk.services.pictures.images import image_picture
from zidesk.services.pictures.patience import Patience
from zidesk.services.pictures.picture import within_edge
from zidesk.services.pictures.readers import HEIF_TYPES, open_heif, open_image
from zidesk.services.renditions.picture_faults import faults_named
from zidesk.services.renditions.size_search import (
    BEST,
    GOOD,
    LOWEST,
    best_quality,
    next_edge,
    smallest_edge,
)

_MOST_PIXELS = 16_000_000  # of the picture that is begun with; 48 MB as RGB
_ROOM = 3  # how many times the limit an original may weigh before it is begun with smaller at once
_LARGEST_PROFILE = 16_384  # bytes; those of cameras and phones have some 500
_GREY = ("1", "L", "LA", "I", "I;16", "I;16B", "I;16L", "F")
_EXIF_DIRECTORY, _TAKEN = 0x8769, 0x9003


def shrink_photo(source: Path, out: Path, inspection: Inspection, limit: int, cancel: CancelToken) -> bool:
    """Write a copy of at most `limit` bytes to `out`; False, and nothing there, where that cannot be had.

    WebP stays WebP, everything else becomes JPEG: upright, on white, with its colour profile and the moment it
    was taken, without anything else a camera has noted. Raises OSError, Cancelled.
    """
    try:
        looks = _looks(source, inspection, cancel)
        if looks is None:
            return False
        image = _begun(source, inspection, limit, looks.grey, cancel)
    except PictureUnavailable:
        return False
    data = _fitted(image, looks, limit, cancel)
    if data is None:
        return False
    out.write_bytes(data)
    return True


class _Looks:
    """What is told of a picture beside its pixels."""

    def __init__(self, inspection: Inspection, grey: bool, profile: bytes) -> None:
        self.grey = grey
        self._format = "WEBP" if inspection.media_type == "image/webp" else "JPEG"
        self._extras = {"icc_profile": profile} if profile and not grey else {}
        if inspection.taken_at is not None:
            self._extras["exif"] = taken_exif(inspection.taken_at)

    def encode(self, image: Image.Image, quality: int) -> bytes:
        output = io.BytesIO()
        if self._format == "WEBP":
            image.save(output, "WEBP", quality=quality, method=2, **self._extras)
        else:
            image.save(output, "JPEG", quality=quality, optimize=True, **self._extras)
        return output.getvalue()


def taken_exif(moment: datetime) -> bytes:
    """An EXIF block that tells when a picture was taken, and nothing else."""
    exif = Image.Exif()
    exif.get_ifd(_EXIF_DIRECTORY)[_TAKEN] = f"{moment:%Y:%m:%d %H:%M:%S}"
    return exif.tobytes()


def _looks(source: Path, inspection: Inspection, cancel: CancelToken) -> _Looks | None:
    """None for a moving picture, which would lose its frames. Raises PictureUnavailable."""
    with faults_named(source), Source(source) as opened:
        if inspection.media_type in HEIF_TYPES:
            heif = open_heif(opened)
            return _Looks(inspection, heif.mode in _GREY, _profile(heif.info))
        image = open_image(opened, inspection.media_type, 0, Patience(source, cancel))
        if inspection.media_type in ("image/png", "image/webp") and getattr(image, "n_frames", 1) > 1:
            return None
        return _Looks(inspection, image.mode in _GREY, _profile(image.info))


def _profile(info: dict[str | tuple[int, int], object]) -> bytes:
    """The colour profile, if it is one for what is written."""
    profile = info.get("icc_profile")
    if not isinstance(profile, bytes) or len(profile) > _LARGEST_PROFILE or profile[16:20] != b"RGB ":
        return b""
    return profile


def _begun(source: Path, inspection: Inspection, limit: int, grey: bool, cancel: CancelToken) -> Image.Image:
    """The picture, no larger than can be of use: a decoder that may leave pixels out is quick. Raises
    PictureUnavailable, Cancelled."""
    share = min(1.0, _ROOM * limit / source.stat().st_size) if inspection.media_type == "image/jpeg" else 1.0

    def fit(width: float, height: float) -> tuple[int, int]:
        pixels = min(_MOST_PIXELS, width * height * share)
        edge = int(max(width, height) * (pixels / (width * height)) ** 0.5)
        return within_edge(max(edge, smallest_edge(int(width), int(height))))(width, height)

    picture = image_picture(source, inspection, fit, cancel=cancel)
    image = Image.frombuffer("RGB", (picture.width, picture.height), picture.rgb, "raw", "RGB", 0, 1)
    return image.convert("L") if grey else image


def _fitted(image: Image.Image, looks: _Looks, limit: int, cancel: CancelToken) -> bytes | None:
    """The largest that fits at a good quality, then the best quality at the smallest size."""
    edge, least, picture = max(image.size), smallest_edge(*image.size), image
    while True:
        cancel.check()
        good = looks.encode(picture, GOOD)
        if len(good) <= limit:
            return best_quality(partial(looks.encode, picture), limit, GOOD + 1, BEST) or good
        if edge <= least:
            return best_quality(partial(looks.encode, picture), limit, LOWEST, GOOD - 1)
        edge = next_edge(edge, len(good), limit, least)
        picture = image.resize(within_edge(edge)(*image.size), Image.Resampling.BICUBIC, reducing_gap=2.0)
