"""The guide as a paper of the content model, and the PDF of it."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from zidesk import __version__
from zidesk.domain.errors import GuideMissing, WrongSuffix
from zidesk.domain.guide import Guide
from zidesk.services.documents.making import replaced
from zidesk.services.documents.model.blocks import (
    Contents,
    Cover,
    Heading,
    Item,
    ItemList,
    PageBreak,
    Paragraph,
    Picture,
    Spacer,
)
from zidesk.services.documents.model.document import Block, Document
from zidesk.services.documents.model.facts import DocumentFacts
from zidesk.services.documents.model.inline import Run
from zidesk.services.documents.model.table import Cell, Column, Row, Table
from zidesk.services.documents.paper import Stationery
from zidesk.services.guide.reading import load_guide, plain_words, syntax_tree
from zidesk.storage.paths import Resources

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

_TITLE, _ABOUT = "Panduan ZIDesk", "Menyusun bukti dukung Zona Integritas, dari sekolah baru sampai penyerahan"
_NO_DAY = datetime(2026, 1, 1)  # noqa: DTZ001 - the same version gives the same bytes; never the clock
_MM_PER_PIXEL = 0.2
_CAPTION = 9.0  # points
_CHAPTER, _SECTION = 1, 2  # levels of headings
_PER_LETTER, _NARROWEST, _WIDEST = 1.75, 26.0, 78.0  # mm, of the first column of a table


def write_guide(out: Path, resources: Resources, paper: str = "A4") -> None:
    """Writes the whole guide at a place the user chose. Raises WrongSuffix, GuideMissing, StorageFault."""
    from zidesk.services.documents.render_pdf.document import write_pdf

    if out.suffix.lower() != ".pdf":
        raise WrongSuffix(out, ".pdf")
    document = guide_document(load_guide(resources.guide), resources.guide)
    with replaced(out) as temporary:
        write_pdf(temporary, document, Stationery(resources.fonts, paper, resources.app_picture))


def guide_document(guide: Guide, folder: Path) -> Document:
    """`folder`: where the pictures of the chapters lie. Raises GuideMissing for one that is not there."""
    facts = DocumentFacts(_TITLE, "ZIDesk", _ABOUT, _NO_DAY)
    blocks: list[Block] = [
        Cover((_TITLE.upper(),), (_ABOUT,), (f"Versi {__version__}",)),
        Heading(_CHAPTER, "Daftar isi", numbered=False, listed=False),
        Contents(_SECTION),
        PageBreak(),
    ]
    for chapter in guide.chapters:
        for node in syntax_tree(chapter.source).children:
            blocks += _blocks(node, folder)
    return Document(facts, _TITLE, f"ZIDesk {__version__}", tuple(blocks))


def _blocks(node: "SyntaxTreeNode", folder: Path) -> Iterator[Block]:
    match node.type:
        case "heading":
            yield Heading(int(node.tag[1:]), plain_words(node), numbered=False)
        case "paragraph":
            yield from _paragraph(node, folder)
        case "bullet_list" | "ordered_list":
            yield _list(node)
        case "blockquote":
            runs = [run for child in node.children for run in _runs(child)]
            yield Table((Column(),), (Row((Cell(tuple(runs)),)),), size=10, padding=5)
        case "table":
            yield _table(node)
            yield Spacer(2)
        case _:
            raise ValueError(f"{node.type}: no paper of the guide can show this")


def _paragraph(node: "SyntaxTreeNode", folder: Path) -> Iterator[Block]:
    inside = node.children[0].children
    if len(inside) == 1 and inside[0].type == "image":
        file = folder / str(inside[0].attrs["src"])
        if not file.is_file():
            raise GuideMissing(file)
        yield Picture(file, _MM_PER_PIXEL, keep=True)
        yield Paragraph((Run(inside[0].content, italic=True),), "left", size=_CAPTION, space=8)
    else:
        yield Paragraph(tuple(_runs(node)), "left")


def _list(node: "SyntaxTreeNode") -> ItemList:
    items = []
    for item in node.children:
        first, *more = item.children
        below = _list(more[0]) if more else None
        items.append(Item(tuple(_runs(first)), below))
    numbered = node.type == "ordered_list"
    return ItemList(tuple(items), "1." if numbered else "-", start=int(node.attrs.get("start", 1)))


def _table(node: "SyntaxTreeNode") -> Table:
    head, *bodies = node.children
    titles = [plain_words(cell) for cell in head.children[0].children]
    rows = tuple(
        Row(tuple(Cell(tuple(_runs(cell))) for cell in line.children)) for body in bodies for line in body.children
    )
    longest = max(len(plain_words(line.children[0])) for body in bodies for line in body.children)
    first = min(_WIDEST, max(_NARROWEST, longest * _PER_LETTER))
    columns = tuple(Column(title, 0.0 if at else first) for at, title in enumerate(titles))
    return Table(columns, rows, size=9.5)


def _runs(node: "SyntaxTreeNode", *, bold: bool = False, italic: bool = False) -> Iterator[Run]:
    """Words on the screen in bold, keys and names in italics; a link is its words."""
    if node.type in ("text", "code_inline"):
        yield Run(node.content, bold, italic or node.type == "code_inline")
    elif node.type in ("softbreak", "hardbreak"):
        yield Run(" ", bold, italic)
    else:
        for child in node.children:
            yield from _runs(child, bold=bold or node.type == "strong", italic=italic or node.type == "em")
