"""The plain blocks of a paper. Lengths in mm unless said otherwise."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from zidesk.domain.profile import School
from zidesk.services.documents.model.inline import Text

Align: TypeAlias = Literal["left", "right", "center", "justify"]
ListStyle: TypeAlias = Literal["1.", "a.", "1)", "a)", "-"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`space`: points below. `keep`: on the same page as what follows. `size`: points."""

    text: Text
    align: Align = "justify"
    indent: float = 0.0
    first_line: float = 0.0
    bold: bool = False
    keep: bool = False
    space: float = 6.0
    size: float = 11.0


@dataclass(frozen=True, slots=True)
class Heading:
    """Level 1 (BAB I), 2 (A.), 3 (1.) or 4 (a.); level 1 begins a page. `label` is given by `numbered`.
    `listed` False: the table of contents leaves it out, as its own heading."""

    level: int
    text: str
    numbered: bool = True
    label: str = ""
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Title:
    """The name of a letter, centred and bold, with lines below it (its number). `outline`: what stands in the
    bookmarks of a PDF, "" for the title itself."""

    lines: tuple[str, ...]
    below: tuple[Text, ...] = ()
    outline: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    text: Text
    below: "ItemList | None" = None


@dataclass(frozen=True, slots=True)
class ItemList:
    """`start`: the number of the first item. `space`: points below each item. `size`: points."""

    items: tuple[Item, ...]
    style: ListStyle = "1."
    indent: float = 0.0
    start: int = 1
    space: float = 3.0
    size: float = 11.0


@dataclass(frozen=True, slots=True)
class KeyValues:
    """Lines of "Nomor : …"; `label_width` is the distance to the colon."""

    rows: tuple[tuple[str, Text], ...]
    label_width: float = 38.0
    indent: float = 0.0
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a page."""


@dataclass(frozen=True, slots=True)
class Spacer:
    """Empty space, none at the top of a page; `height` in mm."""

    height: float


@dataclass(frozen=True, slots=True)
class Contents:
    """Daftar isi: the headings of the document down to `levels`, with their pages."""

    levels: int = 3


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The school's letterhead, at the top of a page; the logo comes with the stationery."""

    school: School


@dataclass(frozen=True, slots=True)
class Cover:
    """A whole page: `title` large, the logo in the middle if it is wanted, `below` at the foot. The next
    block begins a new page."""

    title: tuple[str, ...]
    middle: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    logo: bool = True


@dataclass(frozen=True, slots=True)
class QrLabel:
    """A framed label: a QR code of `content` at the left, `title` large and `lines` beside it; `side` of the
    code."""

    content: str
    title: str
    lines: tuple[str, ...] = ()
    side: float = 28.0


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture between paragraphs, `scale` mm for each of its pixels, smaller where the page has no room.
    `keep`: on the same page as what follows, its caption."""

    file: Path
    scale: float
    keep: bool = False
