"""A smaller copy of any file: photos by size and quality, scanned PDFs by their pictures, nothing else."""

import uuid
from pathlib import Path

from zidesk.domain.evidence import FileKind, FileState, Inspection
from zidesk.domain.progress import CancelToken

RECIPE = 1  # raised when copies come out otherwise, so that kept ones are not used any more
_TIFF = "image/tiff"
_PHOTOS = frozenset(
    {"image/jpeg", "image/png", "image/webp", "image/bmp", "image/heic", "image/heif", _TIFF},
)


def is_shrinkable(inspection: Inspection) -> bool:
    """Whether a smaller copy is worth trying: whole photos and PDFs; all else is handed over as it is."""
    if inspection.state is not FileState.OK:
        return False
    return inspection.kind is FileKind.PDF or inspection.media_type in _PHOTOS


def shrink(source: Path, out: Path, inspection: Inspection, limit: int, cancel: CancelToken) -> bool:
    """Write a copy of at most `limit` bytes to `out`; False, and nothing there, where that cannot be had.

    The same file and limit give the same bytes. Raises OSError, Cancelled.
    """
    if inspection.kind is FileKind.PDF:
        from zidesk.services.renditions.pdfs import shrink_pdf

        return shrink_pdf(source, out, inspection, limit, cancel)
    pages = _pages(source, inspection)
    if pages > 1:
        return _shrink_scans(source, out, inspection, pages, limit, cancel)
    from zidesk.services.renditions.photos import shrink_photo

    return pages == 1 and shrink_photo(source, out, inspection, limit, cancel)


def _pages(source: Path, inspection: Inspection) -> int:
    """0 when it cannot be told."""
    if inspection.media_type != _TIFF:
        return 1
    from zidesk.domain.errors import PictureUnavailable
    from zidesk.services.pictures.images import image_pages

    try:
        return image_pages(source, inspection)
    except PictureUnavailable:
        return 0


def _shrink_scans(
    source: Path, out: Path, inspection: Inspection, pages: int, limit: int, cancel: CancelToken
) -> bool:
    from zidesk.domain.errors import PictureUnavailable
    from zidesk.services.ingest.inspection import inspect_file
    from zidesk.services.renditions.pdfs import shrink_pdf
    from zidesk.services.renditions.scans import scans_as_pdf

    whole = out.with_name(f"{uuid.uuid4().hex}.pdf")
    try:
        if not scans_as_pdf(source, whole, inspection, pages, cancel):
            return False
        if whole.stat().st_size <= limit:
            whole.replace(out)
            return True
        return shrink_pdf(whole, out, inspect_file(whole, whole.name), limit, cancel)
    except PictureUnavailable:
        return False
    finally:
        whole.unlink(missing_ok=True)
