"""Black boxes over parts of a page that shall not be handed over, and where they lie among its pixels."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from zidesk.domain.evidence import FileKind, FileState, Inspection

LEAST = 0.004  # of the page's width or height: a millimetre of A4
_PLACES = 6  # decimals that are kept: a hundred-thousandth of a page is less than a pixel


@dataclass(frozen=True, slots=True)
class Box:
    """A box on page `page` (from 1) of a file, its edges as parts (0..1) of the page as it is shown, upright.

    May be drawn from any corner to any other: it comes out with `left < right` and `top < bottom`, cut off at
    the edges of the page, and at least `LEAST` wide and high. Raises ValueError for what is no place at all.
    """

    page: int
    left: float
    top: float
    right: float
    bottom: float

    def __post_init__(self) -> None:
        if self.page < 1 or not all(map(math.isfinite, (self.left, self.top, self.right, self.bottom))):
            raise ValueError(self.page)
        for first, second in (("left", "right"), ("top", "bottom")):
            low, high = _span(getattr(self, first), getattr(self, second))
            object.__setattr__(self, first, low)
            object.__setattr__(self, second, high)

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def moved(self, right: float, down: float) -> "Box":
        """The same box elsewhere on its page; at an edge it stops, whole."""
        right = min(max(right, -self.left), 1 - self.right)
        down = min(max(down, -self.top), 1 - self.bottom)
        return Box(self.page, self.left + right, self.top + down, self.right + right, self.bottom + down)

    def sized(self, wider: float, higher: float) -> "Box":
        """With its right and lower edges moved, never past the other ones."""
        right = max(self.right + wider, self.left + LEAST)
        return Box(self.page, self.left, self.top, right, max(self.bottom + higher, self.top + LEAST))

    def covers(self, other: "Box") -> bool:
        """Whether the other one lies within this one, whole."""
        return (
            self.page == other.page
            and self.left <= other.left
            and self.top <= other.top
            and self.right >= other.right
            and self.bottom >= other.bottom
        )


def can_be_covered(inspection: Inspection) -> bool:
    """Whether a file has pages or a picture that boxes can be drawn on."""
    return inspection.state is FileState.OK and inspection.kind in (FileKind.PDF, FileKind.IMAGE)


def pixels_of(box: Box, width: int, height: int) -> tuple[int, int, int, int]:
    """Left, top, right and bottom on a picture of that size, the last two not included.

    A pixel that the box touches at all belongs to it, and there is always one.
    """
    left = min(math.floor(box.left * width), width - 1)
    top = min(math.floor(box.top * height), height - 1)
    return left, top, max(math.ceil(box.right * width), left + 1), max(math.ceil(box.bottom * height), top + 1)


def tidied(boxes: Iterable[Box]) -> tuple[Box, ...]:
    """By page and from the top; without those that lie within another one, and each only once."""
    kept: list[Box] = []
    for box in sorted(set(boxes), key=lambda one: (-one.width * one.height, _reading_order(one))):
        if not any(other.covers(box) for other in kept):
            kept.append(box)
    return tuple(sorted(kept, key=_reading_order))


def by_page(boxes: Iterable[Box]) -> Mapping[int, tuple[Box, ...]]:
    """The boxes of each page that has any, in the order given."""
    pages: dict[int, tuple[Box, ...]] = {}
    for box in boxes:
        pages[box.page] = (*pages.get(box.page, ()), box)
    return pages


def _reading_order(box: Box) -> tuple[float, ...]:
    return box.page, box.top, box.left, box.bottom, box.right


def _span(one: float, other: float) -> tuple[float, float]:
    low, high = sorted((min(max(one, 0.0), 1.0), min(max(other, 0.0), 1.0)))
    if high - low < LEAST:  # grown about its middle, then pushed back onto the page
        low = min(max((low + high - LEAST) / 2, 0.0), 1 - LEAST)
        high = low + LEAST
    return round(low, _PLACES), round(high, _PLACES)
