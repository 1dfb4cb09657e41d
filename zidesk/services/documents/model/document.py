"""A whole paper, and its parts that stand upright or lie on their side."""

from dataclasses import dataclass
from typing import TypeAlias

from zidesk.services.documents.model.blocks import (
    Contents,
    Cover,
    Heading,
    ItemList,
    KeyValues,
    Letterhead,
    PageBreak,
    Paragraph,
    Picture,
    QrLabel,
    Spacer,
    Title,
)
from zidesk.services.documents.model.facts import DocumentFacts
from zidesk.services.documents.model.signatures import Signatures
from zidesk.services.documents.model.table import Table

Block: TypeAlias = (
    Contents
    | Cover
    | Heading
    | ItemList
    | KeyValues
    | Letterhead
    | PageBreak
    | Paragraph
    | Picture
    | QrLabel
    | Signatures
    | Spacer
    | Table
    | Title
)


@dataclass(frozen=True)
class Document:
    """`name` and `school` stand in the footer of every page. `leading`: distance of the lines, in points."""

    facts: DocumentFacts
    name: str
    school: str
    blocks: tuple[Block, ...]
    leading: float = 14.0


def leads_to_signature(blocks: tuple[Block, ...], place: int) -> bool:
    """Whether nothing but space stands between the block at `place` and a signature, which keeps them together."""
    following = (block for block in blocks[place + 1 :] if not isinstance(block, Spacer))
    return isinstance(next(following, None), Signatures)


@dataclass(frozen=True)
class Section:
    """Blocks on pages of one orientation."""

    blocks: tuple[Block, ...]
    landscape: bool = False


def sections(blocks: tuple[Block, ...]) -> tuple[Section, ...]:
    """The blocks by orientation: a table that wants landscape takes the headings right above it along."""
    wide = [isinstance(block, Table) and block.landscape for block in blocks]
    for place in range(len(blocks) - 2, -1, -1):
        block = blocks[place]
        leads = isinstance(block, Heading) or (isinstance(block, Paragraph) and block.keep)
        wide[place] = wide[place] or (leads and wide[place + 1])
    found: list[Section] = []
    start = 0
    for place in range(1, len(blocks) + 1):
        if place == len(blocks) or wide[place] != wide[start]:
            found.append(Section(blocks[start:place], wide[start]))
            start = place
    return tuple(found)
