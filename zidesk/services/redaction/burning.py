"""The copy of a file that is handed over when parts of it are covered.

Every page becomes a picture, also those without a box: the words under a box may stand once more in a layer of
text, an outline, an attachment, the metadata, a form, or in an earlier state of the file, and of all that a
picture keeps nothing.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from zidesk.domain.errors import PictureUnavailable, RedactionFailed
from zidesk.domain.evidence import FileKind, FileState, Inspection
from zidesk.domain.progress import CancelToken
from zidesk.domain.redaction import Box, by_page
from zidesk.services.pictures.pages import page_count
from zidesk.services.pictures.picture import Fit, Picture, Size
from zidesk.services.redaction.covering import covered
from zidesk.services.redaction.picture_pdf import PicturePdf
from zidesk.storage.faults import storage_faults_named

DOTS = 200  # an inch of a page
_MOST_OF_PAGE, _MOST_OF_PHOTO = 9_000_000, 48_000_000  # pixels; A3 still has 150 dots an inch
_MOST_PAGES = 5_000  # of one file; more are made to exhaust whoever draws them
_POINTS = 72  # in an inch
_PAGE_QUALITY, _PHOTO_QUALITY = 85, 90
_LOSSLESS = ("image/png", "image/gif", "image/bmp")  # screenshots and drawings
_TIFF = "image/tiff"
_UNFINISHED = ".bagian"
_Boxes = Mapping[int, tuple[Box, ...]]


def burnt_suffix(inspection: Inspection) -> str:
    """What the name of a burnt copy ends in: ".pdf" for PDFs and TIFF scans, else ".png" or ".jpg"."""
    if inspection.kind is FileKind.PDF or inspection.media_type == _TIFF:
        return ".pdf"
    return ".png" if inspection.media_type in _LOSSLESS else ".jpg"


def burn(
    source: Path, out: Path, inspection: Inspection, boxes: tuple[Box, ...], cancel: CancelToken | None = None
) -> None:
    """Write the copy of `source` with `boxes` in black to `out`, of the kind `burnt_suffix` names; the same file
    and boxes give the same bytes, and nothing but pixels is taken over. An image keeps its size up to 48
    million pixels, a page has 200 dots an inch or as many as 9 million pixels give; there are 5,000 at most.

    Raises RedactionFailed, StorageFault (about `out`), Cancelled; nothing of `out` is there then that was not
    there before.
    """
    with _failures_named(source):
        if inspection.state is not FileState.OK:
            raise PictureUnavailable(source, inspection.state.value)
        pages, count = by_page(boxes), page_count(source, inspection)
        if count > _MOST_PAGES:
            raise PictureUnavailable(source, "too_big")
    beyond = [page for page in pages if page > count]
    if beyond:
        raise RedactionFailed(source, "pages", min(beyond))
    with storage_faults_named(out), _written_whole(out) as stream:
        if burnt_suffix(inspection) == ".pdf":
            _burn_pages(source, stream, inspection, pages, count, cancel)
        else:
            _burn_image(source, stream, inspection, pages.get(1, ()), cancel)


def _burn_pages(
    source: Path, stream: BinaryIO, inspection: Inspection, boxes: _Boxes, count: int, cancel: CancelToken | None
) -> None:
    from zidesk.services.redaction.encoding import jpeg_of

    written = PicturePdf(stream)
    for page in range(1, count + 1):
        with _failures_named(source, page):
            fit = _OfPage(in_points=inspection.kind is FileKind.PDF)
            picture = covered(_drawn(source, inspection, fit, page, cancel), boxes.get(page, ()))
        jpeg, grey = jpeg_of(picture, _PAGE_QUALITY)
        written.add(jpeg, (picture.width, picture.height), fit.points, grey=grey)
    written.finish()


def _burn_image(
    source: Path, stream: BinaryIO, inspection: Inspection, boxes: tuple[Box, ...], cancel: CancelToken | None
) -> None:
    from zidesk.services.redaction.encoding import jpeg_of, png_of

    with _failures_named(source):
        picture = covered(_drawn(source, inspection, _whole, 1, cancel), boxes)
    lossless = burnt_suffix(inspection) == ".png"
    stream.write(png_of(picture) if lossless else jpeg_of(picture, _PHOTO_QUALITY)[0])


def _drawn(source: Path, inspection: Inspection, fit: Fit, page: int, cancel: CancelToken | None) -> Picture:
    """Page `page` (from 1). Raises PictureUnavailable, Cancelled."""
    if inspection.kind is FileKind.PDF:
        from zidesk.services.pictures.pdf_pages import pdf_picture

        return pdf_picture(source, fit, page - 1, cancel)
    from zidesk.services.pictures.images import image_picture

    return image_picture(source, inspection, fit, page - 1, cancel)


class _OfPage:
    """A Fit for one page, which afterwards knows how large the page is: `points` wide and high."""

    def __init__(self, *, in_points: bool) -> None:
        self._natural = DOTS / _POINTS if in_points else 1.0  # pixels for each unit the page is measured in
        self.points = (0.0, 0.0)

    def __call__(self, width: float, height: float) -> Size:
        inch = _POINTS / DOTS * self._natural
        self.points = (width * inch, height * inch)
        return _within(width, height, self._natural, _MOST_OF_PAGE)


def _whole(width: float, height: float) -> Size:
    return _within(width, height, 1.0, _MOST_OF_PHOTO)


def _within(width: float, height: float, scale: float, most: int) -> Size:
    scale = min(scale, (most / (width * height)) ** 0.5)
    return max(1, round(width * scale)), max(1, round(height * scale))


@contextmanager
def _failures_named(source: Path, page: int = 0) -> Iterator[None]:
    try:
        yield
    except PictureUnavailable as fault:
        raise RedactionFailed(source, fault.reason, page) from fault


@contextmanager
def _written_whole(out: Path) -> Iterator[BinaryIO]:
    """`out` is there once the block has ended well, and untouched otherwise."""
    part = out.with_name(out.name + _UNFINISHED)
    try:
        with part.open("wb") as stream:
            yield stream
        part.replace(out)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
