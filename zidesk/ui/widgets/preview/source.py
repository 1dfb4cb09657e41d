"""What the lane of a preview does: pages as pictures, how many there are, and where words stand. Any thread."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from zidesk.domain.evidence import Inspection
from zidesk.domain.progress import CancelToken
from zidesk.domain.redaction import Box
from zidesk.ui.widgets.preview.find_bar import Hit

if TYPE_CHECKING:
    from zidesk.services.pictures.picture import Picture


def rendered(path: Path, inspection: Inspection, page: int, width: int, cancel: CancelToken) -> QImage:
    """A page (from 0) `width` pixels wide, ready to be drawn. Raises PictureUnavailable, Cancelled."""
    from zidesk.services.pictures.pages import render_page

    return _image_of(render_page(path, inspection, page, width, cancel))


def burnt(
    path: Path, inspection: Inspection, boxes: tuple[Box, ...], page: int, width: int, cancel: CancelToken
) -> QImage:
    """A page (from 1) as it is handed over with these boxes. Raises PictureUnavailable, Cancelled."""
    from zidesk.services.redaction.covering import covered_page

    return _image_of(covered_page(path, inspection, boxes, page, width, cancel))


def counted(path: Path, inspection: Inspection) -> int:
    """Raises PictureUnavailable."""
    from zidesk.services.pictures.pages import page_count

    return page_count(path, inspection)


def found(path: Path, words: str, cancel: CancelToken) -> tuple[tuple[Hit, ...], bool]:
    """Where the words stand together, from the top, and whether there are more places than are told.

    Raises PictureUnavailable, Cancelled.
    """
    from zidesk.services.pictures.finding import MAX_MATCHES, find_text

    matches = find_text(path, [words], cancel)
    return tuple(Hit(match.page, match.rects) for match in matches), len(matches) >= MAX_MATCHES


def _image_of(picture: "Picture") -> QImage:
    row = 3 * picture.width
    image = QImage(picture.rgb, picture.width, picture.height, row, QImage.Format.Format_RGB888)
    return image.convertToFormat(QImage.Format.Format_RGB32)  # also a copy: the bytes may go
