"""The visible part of a page and how it is turned, made sane: sizes from outside may be anything."""

import math
from dataclasses import dataclass
from typing import Any

from zidesk.services.documents.paper import PAPER_SIZES

Box = tuple[float, float, float, float]
Matrix = tuple[float, float, float, float, float, float]

_LEAST, _MOST = 3.0, 14_400.0  # points; what readers can show (ISO 32000-1, annex C)
_FARTHEST = 1_000_000.0  # from the origin; beyond, the arithmetic of readers fails


@dataclass(frozen=True, slots=True)
class PageShape:
    """`box`: left, bottom, right, top of what is shown, in the page's own units; `turn`: 0, 90, 180 or 270
    degrees clockwise. `scale` < 1: the page is larger than readers can show and is drawn that much smaller."""

    box: Box
    turn: int = 0
    scale: float = 1.0

    @property
    def shown_size(self) -> tuple[float, float]:
        """Width and height as one sees the page."""
        left, bottom, right, top = self.box
        width, height = right - left, top - bottom
        return (height, width) if self.turn in (90, 270) else (width, height)

    @property
    def upright(self) -> Matrix:
        """From a page as one sees it, with its origin at the lower left, to the page's own coordinates."""
        left, bottom, right, top = self.box
        return {
            90: (0.0, 1.0, -1.0, 0.0, right, bottom),
            180: (-1.0, 0.0, 0.0, -1.0, right, top),
            270: (0.0, -1.0, 1.0, 0.0, left, top),
        }.get(self.turn, (1.0, 0.0, 0.0, 1.0, left, bottom))

    @property
    def corner(self) -> tuple[float, float]:
        """The upper left corner as one sees it, in the page's own coordinates: where a link to the page leads."""
        _, _, c, d, e, f = self.upright
        height = self.shown_size[1]
        return c * height + e, d * height + f


def shape_of(page: Any) -> PageShape:
    """Of a page object with its inherited attributes. A page without a sensible size gets that of A4."""
    paper: Box = (0.0, 0.0, *PAPER_SIZES["A4"])
    media = _box(page.get("/MediaBox")) or paper
    shown = _common(media, _box(page.get("/CropBox"))) or media
    width, height = shown[2] - shown[0], shown[3] - shown[1]
    if max(width, height) > _MOST:
        scale = _MOST / max(width, height)
        box = (0.0, 0.0, max(_LEAST, width * scale), max(_LEAST, height * scale))
        return PageShape(box, _turn(page), scale)
    return PageShape(shown, _turn(page))


def fitting_matrix(page: Any, shape: PageShape) -> Matrix | None:
    """How a page that is drawn smaller comes to lie in its box; None for one that is as it was."""
    if shape.scale == 1.0:
        return None
    media = _box(page.get("/MediaBox")) or (0.0, 0.0, 0.0, 0.0)
    left, bottom, *_ = _common(media, _box(page.get("/CropBox"))) or media
    return shape.scale, 0.0, 0.0, shape.scale, -left * shape.scale, -bottom * shape.scale


def numbers_text(values: tuple[float, ...]) -> bytes:
    """As they stand in a PDF."""
    return " ".join(f"{value:.4f}".rstrip("0").rstrip(".") for value in values).encode("ascii")


def _box(value: Any) -> Box | None:
    try:
        first, second, third, fourth = (float(number) for number in value)
    except (TypeError, ValueError, ArithmeticError, RuntimeError):
        return None
    box = min(first, third), min(second, fourth), max(first, third), max(second, fourth)
    if not all(math.isfinite(number) and abs(number) <= _FARTHEST for number in box):
        return None
    return box if box[2] - box[0] >= _LEAST and box[3] - box[1] >= _LEAST else None


def _common(media: Box, crop: Box | None) -> Box | None:
    if crop is None:
        return None
    box = max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]), min(media[3], crop[3])
    return box if box[2] - box[0] >= _LEAST and box[3] - box[1] >= _LEAST else None


def _turn(page: Any) -> int:
    value = page.get("/Rotate")
    try:
        return round(float(value) / 90) * 90 % 360
    except (TypeError, ValueError, ArithmeticError, RuntimeError):
        return 0
