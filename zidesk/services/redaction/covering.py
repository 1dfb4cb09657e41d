"""A page with its boxes filled in: what is under them is no longer in the picture."""

from collections.abc import Iterable
from pathlib import Path

from zidesk.domain.evidence import Inspection
from zidesk.domain.progress import CancelToken
from zidesk.domain.redaction import Box, pixels_of
from zidesk.services.pictures.pages import render_page
from zidesk.services.pictures.picture import Picture


def covered(picture: Picture, boxes: Iterable[Box]) -> Picture:
    """The picture of one page with the boxes of that page in black."""
    boxes = tuple(boxes)
    if not boxes:
        return picture
    rgb, row = bytearray(picture.rgb), picture.width * 3
    for box in boxes:
        left, top, right, bottom = pixels_of(box, picture.width, picture.height)
        black = bytes((right - left) * 3)
        for start in range(top * row + left * 3, bottom * row + left * 3, row):
            rgb[start : start + len(black)] = black
    return Picture(picture.width, picture.height, bytes(rgb))


def covered_page(
    path: Path, inspection: Inspection, boxes: Iterable[Box], page: int, width_px: int, cancel: CancelToken | None
) -> Picture:
    """Page `page` (from 1) as it is handed over, `width_px` pixels wide; `boxes` may be those of other pages too.

    Raises PictureUnavailable, Cancelled.
    """
    picture = render_page(path, inspection, page - 1, width_px, cancel)
    return covered(picture, (box for box in boxes if box.page == page))
