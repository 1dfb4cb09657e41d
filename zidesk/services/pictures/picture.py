"""A picture as plain bytes, and how large it is to be. No library is needed to look at one."""

from collections.abc import Callable
from dataclasses import dataclass

MAX_WIDTH, MAX_PIXELS = 4096, 16_000_000  # of a picture that is shown; 48 MB as RGB

Size = tuple[int, int]
Fit = Callable[[float, float], Size]  # natural width and height, upright; answers pixels, at least 1 by 1


@dataclass(frozen=True, slots=True)
class Picture:
    """`rgb`: three bytes for each pixel, rows from the top down without padding, `width * height * 3` in all."""

    width: int
    height: int
    rgb: bytes


def within_edge(edge: int, *, enlarge: bool = False) -> Fit:
    """The longest edge becomes `edge` pixels; what is smaller stays as it is unless `enlarge`."""

    def fit(width: float, height: float) -> Size:
        scale = edge / max(width, height)
        return _scaled(width, height, scale if enlarge else min(1.0, scale))

    return fit


def of_width(pixels: int, *, enlarge: bool = False) -> Fit:
    """So many pixels wide, never more than `MAX_WIDTH` or `MAX_PIXELS` in all (a tall page gets narrower)."""

    def fit(width: float, height: float) -> Size:
        scale = max(1, min(pixels, MAX_WIDTH)) / width
        scale = min(scale, (MAX_PIXELS / (width * height)) ** 0.5)
        return _scaled(width, height, scale if enlarge else min(1.0, scale))

    return fit


def _scaled(width: float, height: float, scale: float) -> Size:
    return max(1, round(width * scale)), max(1, round(height * scale))
