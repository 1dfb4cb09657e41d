"""What a paper is made of, independent of whether it is printed or drawn as a scan."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The school's head with logo and double rule."""


@dataclass(frozen=True, slots=True)
class Heading:
    """Centred title lines, capitals; `number` stands below them."""

    lines: tuple[str, ...]
    number: str = ""
    size: float = 12


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter heading at the left, such as "A. Latar Belakang"."""

    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """One paragraph; `align` is "justify", "left" or "center"."""

    text: str
    align: str = "justify"
    bold: bool = False
    indent: bool = False
    size: float = 11


@dataclass(frozen=True, slots=True)
class Clause:
    """A label with its numbered items, as in MENIMBANG : a. … b. …; `marks` has one mark for each item."""

    label: str
    items: tuple[str, ...]
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Rows of `label : value`."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """`widths` are relative; with `signed` the last column carries scribbled signatures."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    title: str = ""
    signed: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars for the labels' values."""

    title: str
    labels: tuple[str, ...]
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """The signing block at the right, another `beside` it at the left. `seal`: the school's stamp over it."""

    place_and_date: str
    role: str
    name: str
    lines: tuple[str, ...]
    seal: bool = True
    beside: "Signature | None" = None


@dataclass(frozen=True, slots=True)
class Space:
    millimetres: float


@dataclass(frozen=True, slots=True)
class PageBreak:
    pass


Block = Letterhead | Heading | Section | Text | Clause | Facts | Table | Chart | Signature | Space | PageBreak


@dataclass(frozen=True, slots=True)
class Paper:
    """A composed paper. `serif` chooses the typeface, `wide` a landscape page."""

    title: str
    author: str
    blocks: tuple[Block, ...]
    serif: bool = True
    wide: bool = False
