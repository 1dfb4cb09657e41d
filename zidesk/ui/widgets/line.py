"""What stands in a line of a list: cells of text and bars, side by side. Values only."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """`colour` is a role of the palette. `rest` takes what the others leave and may be cut off; the others are
    as wide as the widest of their column."""

    text: str
    colour: str = "text"
    rest: bool = False
    right: bool = False
    bold: bool = False
    small: bool = False
    chip: bool = False
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar filled to `percent`, with dashed lines at `limits` (percent). It is `least` pixels long at 100 %, and
    grows to twice that where the words beside it leave room."""

    percent: float
    colour: str
    least: int
    limits: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """`name` is what is read aloud and shown as a tooltip; `target` is emitted, "" leads nowhere. `head`: the
    words above the columns."""

    cells: tuple[Cell | Bar, ...]
    name: str
    target: str = ""
    head: bool = False
