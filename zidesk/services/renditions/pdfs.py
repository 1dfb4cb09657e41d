"""Scanned PDFs made to fit a limit by their pictures. Text stays text; pages, links and bookmarks stay."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pikepdf

from zidesk.domain.errors import PictureUnavailable
from zidesk.domain.evidence import FileState, Inspection
from zidesk.domain.progress import CancelToken
from zidesk.services.ingest.inspection import inspect_file
from zidesk.services.renditions.pdf_output import save_pdf
from zidesk.services.renditions.pdf_pictures import PdfPicture, pictures_of
from zidesk.services.renditions.pdf_recoding import Level, recoded

# from hardly to be seen to just legible on an A4 sheet
LEVELS = (
    Level(250, 80),
    Level(200, 76),
    Level(170, 70),
    Level(150, 62),
    Level(130, 55),
    Level(115, 48),
    Level(105, 42),
)
_SAMPLE = 6  # pictures by which the level is chosen
_WITHOUT_LOSS = 4  # times the limit; a larger file does not fit without loss
_MARGIN = 1.25  # how far off a forecast may be


def shrink_pdf(source: Path, out: Path, inspection: Inspection, limit: int, cancel: CancelToken) -> bool:
    """Write a copy of at most `limit` bytes to `out`; False, and nothing there, where that cannot be had.

    A locked or signed file is left alone. Raises OSError, Cancelled.
    """
    try:
        with _opened(source) as pdf:
            pictures = pictures_of(pdf, cancel)
        if pictures is None:
            return False
        fits = _shrunk(source, out, pictures, limit, cancel) and _is_whole(out, inspection)
    except (pikepdf.PdfError, PictureUnavailable, ValueError, TypeError, LookupError, RuntimeError, MemoryError):
        fits = False
    except BaseException:
        out.unlink(missing_ok=True)
        raise
    if not fits:
        out.unlink(missing_ok=True)
    return fits


def _shrunk(source: Path, out: Path, pictures: Sequence[PdfPicture], limit: int, cancel: CancelToken) -> bool:
    size = source.stat().st_size
    if size <= _WITHOUT_LOSS * limit and _written(source, out, pictures, None, cancel) <= limit:
        return True
    first = _first_level(source, pictures, limit, cancel)
    if first is None:
        return False
    return any(_written(source, out, pictures, level, cancel) <= limit for level in LEVELS[first:])


def _written(
    source: Path, out: Path, pictures: Sequence[PdfPicture], level: Level | None, cancel: CancelToken
) -> int:
    """Write the file with its pictures at one level; its size in bytes."""
    with _opened(source) as pdf:
        for picture in pictures:
            recoded(pdf, picture, level, source, cancel)
        cancel.check()
        return save_pdf(pdf, out, object_stream_mode=pikepdf.ObjectStreamMode.generate)


def _first_level(source: Path, pictures: Sequence[PdfPicture], limit: int, cancel: CancelToken) -> int | None:
    """The place of the first level worth trying, judged by the heaviest pictures; None when there is none."""
    heavy = sorted(pictures, key=lambda picture: (-picture.size, picture.reference))[:_SAMPLE]
    before, every = sum(item.size for item in heavy), sum(item.size for item in pictures)
    rest = max(0, source.stat().st_size - every)
    if not before or rest > limit:
        return None
    low, high = 0, len(LEVELS)
    while low < high:  # the first that fits by this forecast
        middle = (low + high) // 2
        if _forecast(source, heavy, LEVELS[middle], every / before, cancel) + rest <= limit:
            high = middle
        else:
            low = middle + 1
    if low < len(LEVELS):
        return low
    least = _forecast(source, heavy, LEVELS[-1], every / before, cancel) + rest
    return len(LEVELS) - 1 if least <= limit * _MARGIN else None


def _forecast(source: Path, heavy: Sequence[PdfPicture], level: Level, share: float, cancel: CancelToken) -> int:
    """Bytes of all pictures at a level, if they shrink as the heavy ones do."""
    with _opened(source) as pdf:
        return int(sum(recoded(pdf, picture, level, source, cancel) for picture in heavy) * share)


@contextmanager
def _opened(source: Path) -> Iterator[Any]:
    # a stream, not a path: a mapped file on a stick that is pulled out would kill the process
    with (
        source.open("rb") as stream,
        pikepdf.open(stream, access_mode=pikepdf.AccessMode.stream, suppress_warnings=True) as pdf,
    ):
        yield pdf


def _is_whole(out: Path, inspection: Inspection) -> bool:
    found = inspect_file(out, f"salinan{inspection.suffix}")
    return found.state is FileState.OK and found.pages == inspection.pages
