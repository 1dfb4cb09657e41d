"""Sizes of a page in view: fitting, zoom steps, quarter turns, places on a turned page. Pure, no Qt."""

import math
from dataclasses import dataclass, replace

LEAST_SCALE, MOST_SCALE = 0.05, 8.0
_STEPS = (0.05, 0.1, 0.25, 0.33, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0)
_MOST_PIXELS = 12_000_000  # of a rendered page: 36 MB, and as much again while it is drawn
_PAPER = 1123.0  # the long side of A4 at 96 dots an inch; the sheet's true size is not told

Area = tuple[float, float, float, float]  # left, top, right, bottom as parts of the page, 0..1


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its size at 100 % in device-independent pixels before it is turned, and the quarter turns
    clockwise it is shown with. `enlarges`: it is drawn from lines and letters, so it gains by more than 100 %."""

    width: float
    height: float
    enlarges: bool = False
    turns: int = 0

    @property
    def shown(self) -> tuple[float, float]:
        """Width and height as turned, at 100 %."""
        return (self.height, self.width) if self.turns % 2 else (self.width, self.height)

    def turned(self, by: int) -> "Sheet":
        return replace(self, turns=(self.turns + by) % 4)


def paper_sheet(width: float, height: float) -> Sheet:
    """A page of paper of this proportion; its long side counts as that of A4."""
    factor = _PAPER / max(width, height, 1e-9)
    return Sheet(width * factor, height * factor, enlarges=True)


def fitting_scale(sheet: Sheet, room: tuple[float, float]) -> float:
    """The scale at which the whole page is in view; a photo is not blown up for it."""
    width, height = sheet.shown
    most = MOST_SCALE if sheet.enlarges else 1.0
    scale = min(room[0] / max(width, 1.0), room[1] / max(height, 1.0), most)
    return min(max(scale, LEAST_SCALE), MOST_SCALE)


def stepped(scale: float, direction: int) -> float:
    """The next zoom step above (1) or below (-1) a scale, which may lie between steps."""
    if direction > 0:
        return next((step for step in _STEPS if step > scale * 1.01), _STEPS[-1])
    return next((step for step in reversed(_STEPS) if step < scale * 0.99), _STEPS[0])


def sharp_width(sheet: Sheet, scale: float, pixels_each: float) -> int:
    """How many pixels wide (unturned) a page must be to look sharp, within what memory and the page itself give.

    `pixels_each`: the screen's pixels in one device-independent pixel.
    """
    wanted = sheet.width * (scale if sheet.enlarges else min(scale, 1.0)) * pixels_each
    allowed = math.sqrt(_MOST_PIXELS * sheet.width / max(sheet.height, 1.0))
    return max(1, round(min(wanted, allowed)))


def turned_area(area: Area, turns: int) -> Area:
    """Where a part of the page lies once the page has been turned clockwise."""
    left, top, right, bottom = area
    for _ in range(turns % 4):
        left, top, right, bottom = 1 - bottom, left, 1 - top, right
    return left, top, right, bottom
