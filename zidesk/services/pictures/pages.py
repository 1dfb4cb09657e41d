"""The pages of a file as the preview shows them. The file is open only while one of these runs."""

from pathlib import Path

from zidesk.domain.errors import PictureUnavailable
from zidesk.domain.evidence import FileKind, Inspection
from zidesk.domain.progress import CancelToken
from zidesk.services.pictures.picture import Picture, of_width


def page_count(path: Path, inspection: Inspection) -> int:
    """1 for images but TIFF scans. Raises PictureUnavailable."""
    if inspection.kind is FileKind.PDF:
        from zidesk.services.pictures.pdfium import opened_pdf

        with opened_pdf(path) as document:
            return len(document)
    if inspection.kind is FileKind.IMAGE:
        from zidesk.services.pictures.images import image_pages

        return image_pages(path, inspection)
    raise PictureUnavailable(path, "unknown")


def render_page(
    path: Path, inspection: Inspection, page: int, width_px: int, cancel: CancelToken | None = None
) -> Picture:
    """Page `page` (from 0), upright, `width_px` pixels wide.

    Never wider than `picture.MAX_WIDTH` nor more than `picture.MAX_PIXELS`; images are not enlarged.
    Raises PictureUnavailable, Cancelled.
    """
    if inspection.kind is FileKind.PDF:
        from zidesk.services.pictures.pdf_pages import pdf_picture

        return pdf_picture(path, of_width(width_px, enlarge=True), page, cancel)
    if inspection.kind is FileKind.IMAGE:
        from zidesk.services.pictures.images import image_picture

        return image_picture(path, inspection, of_width(width_px), page, cancel)
    raise PictureUnavailable(path, "unknown")
