"""What papers are printed on: sizes, margins, type styles. Points (1/72 inch) unless said otherwise."""

from dataclasses import dataclass, replace
from pathlib import Path

MM = 72 / 25.4
GREY = 0.36  # the one grey; dark enough to survive a photocopier

PAPER_SIZES = {"A4": (210 * MM, 297 * MM), "F4": (215 * MM, 330 * MM)}


@dataclass(frozen=True)
class Stationery:
    """What is needed to print: the folder of the fonts (Liberation Sans, DejaVu Sans), the paper ("A4" or
    "F4") and the school's logo, if it has one."""

    fonts: Path
    paper: str = "A4"
    logo: Path | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """A page and the rectangle text may fill; the origin is the lower left corner of the page."""

    page_width: float
    page_height: float
    left: float = 25 * MM
    right: float = 20 * MM
    top: float = 20 * MM
    bottom: float = 20 * MM

    @property
    def width(self) -> float:
        return self.page_width - self.left - self.right

    @property
    def height(self) -> float:
        return self.page_height - self.top - self.bottom

    @property
    def x_right(self) -> float:
        return self.page_width - self.right

    @property
    def y_top(self) -> float:
        return self.page_height - self.top


def frame_of(stationery: Stationery) -> Frame:
    """The frame of the chosen paper. Raises KeyError for a paper that is not in PAPER_SIZES."""
    return Frame(*PAPER_SIZES[stationery.paper])


def turned(frame: Frame) -> Frame:
    """The same paper on its other side, with the same margins."""
    return replace(frame, page_width=frame.page_height, page_height=frame.page_width)


@dataclass(frozen=True, slots=True)
class Style:
    """How a line is set. `face`: "regular", "bold" or "italic"; `leading` is the distance of baselines."""

    face: str
    size: float
    leading: float
    grey: bool = False

    @property
    def ascent(self) -> float:
        """From the top of the line to its baseline."""
        return self.size * 0.74 + (self.leading - self.size) / 2


TITLE = Style("bold", 20, 25)
SUBTITLE = Style("bold", 13, 17)
HEADING = Style("bold", 12, 16)
BODY = Style("regular", 11, 15)
BODY_BOLD = Style("bold", 11, 15)
LETTER = Style("regular", 11, 14)
LETTER_BOLD = Style("bold", 11, 14)
TEXT = Style("regular", 10, 13.5)
TEXT_BOLD = Style("bold", 10, 13.5)
CELL = Style("regular", 9, 11.5)
CELL_BOLD = Style("bold", 9, 11.5)
SMALL = Style("regular", 8, 10)
SMALL_BOLD = Style("bold", 8, 10)
SMALL_GREY = Style("regular", 8, 10, grey=True)
FINE_GREY = Style("regular", 7.5, 9.5, grey=True)
FINE_BOLD = Style("bold", 7.5, 9.5)
