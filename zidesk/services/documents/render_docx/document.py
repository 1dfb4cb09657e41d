"""A document of the content model, written as DOCX."""

from collections.abc import Iterator
from pathlib import Path

from zidesk.services.documents.drawing.logo import logo_png
from zidesk.services.documents.drawing.text import plain
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
from zidesk.services.documents.model.document import Block, Document, Section, leads_to_signature, sections
from zidesk.services.documents.model.numbering import numbered
from zidesk.services.documents.model.signatures import Signatures
from zidesk.services.documents.model.table import Table
from zidesk.services.documents.paper import MM, Frame, Stationery, frame_of, turned
from zidesk.services.documents.render_docx.blocks import (
    contents_xml,
    heading_xml,
    items_xml,
    key_values_xml,
    paragraph_xml,
    title_xml,
)
from zidesk.services.documents.render_docx.cover import cover_xml
from zidesk.services.documents.render_docx.frames import label_xml, letterhead_xml, signatures_xml
from zidesk.services.documents.render_docx.package import Package
from zidesk.services.documents.render_docx.picture import picture_xml
from zidesk.services.documents.render_docx.table import table_xml
from zidesk.services.documents.render_docx.xml import spacer, twips
from zidesk.services.documents.render_pdf.document import heading_pages


def write_docx(out: Path, document: Document, stationery: Stationery) -> None:
    """Writes the document to `out`; the same document and stationery give the same bytes. Raises OSError."""
    _Writer(document, stationery).write(out)


class _Writer:
    def __init__(self, document: Document, stationery: Stationery) -> None:
        self._document, self._stationery = document, stationery
        self._blocks = numbered(document.blocks)
        self._headings = [block for block in self._blocks if isinstance(block, Heading)]
        self._upright = frame_of(stationery)
        self._frame = self._upright
        self._logo = logo_png(stationery.logo)
        self._package = Package(document.facts, self._upright, document.leading)
        self._new_page = False
        self._number = 0  # of the next heading

    def write(self, out: Path) -> None:
        parts = sections(self._blocks)
        body: list[str] = []
        for number, section in enumerate(parts):
            self._frame = turned(self._upright) if section.landscape else self._upright
            body.extend(self._section(section))
            properties = self._properties(section, first=number == 0)
            last = number == len(parts) - 1
            body.append(properties if last else spacer(1, more=properties))
            self._new_page = False
        self._package.save(out, "".join(body))

    def _section(self, section: Section) -> Iterator[str]:
        for place, block in enumerate(section.blocks):
            if isinstance(block, PageBreak):
                self._new_page = True
            else:
                yield self._block(block, keep=leads_to_signature(section.blocks, place))
                self._new_page = isinstance(block, Cover)

    def _block(self, block: Block, *, keep: bool) -> str:
        width, new_page = self._frame.width, self._new_page
        match block:
            case Paragraph():
                return paragraph_xml(block, self._document.leading, keep=keep, new_page=new_page)
            case Heading():
                self._number += 1
                return heading_xml(block, self._number - 1)
            case Title():
                return title_xml(block, new_page=new_page)
            case KeyValues():
                return key_values_xml(block, keep=keep, new_page=new_page)
            case Letterhead():
                return letterhead_xml(block.school, self._logo, self._package, width, new_page=new_page)
        before = spacer(1, new_page=True) if new_page else ""
        return before + self._framed(block, width, keep=keep)

    def _framed(self, block: Block, width: float, *, keep: bool) -> str:
        """Blocks that cannot begin a page by themselves."""
        match block:
            case ItemList():
                return items_xml(block, self._package, keep=keep)
            case Contents():
                return contents_xml(block, self._headings, heading_pages(self._document, self._stationery))
            case Cover():
                return cover_xml(block, self._logo, self._package)
            case Picture():
                return picture_xml(block, self._package, self._frame)
            case QrLabel():
                return label_xml(block, self._package, width) + spacer(6)
            case Signatures():
                return signatures_xml(block, width) + spacer(1 if block is self._blocks[-1] else 14)
            case Table():
                return table_xml(block, width, keep=keep) + spacer(block.space, keep=keep)
            case Spacer():
                return spacer(block.height * MM, keep=keep)
        return ""

    def _properties(self, section: Section, *, first: bool) -> str:
        """Paper, margins and footer; a cover at the very beginning has no footer."""
        frame: Frame = self._frame
        name = plain(f"{self._document.name} · {self._document.school}")
        footer = self._package.footer(name, section.landscape, frame.width)
        turn = ' w:orient="landscape"' if section.landscape else ""
        bare = "<w:titlePg/>" if first and _opens_with_cover(section) else ""
        return (
            f'<w:sectPr><w:footerReference w:type="default" r:id="{footer}"/>'
            f'<w:pgSz w:w="{twips(frame.page_width)}" w:h="{twips(frame.page_height)}"{turn}/>'
            f'<w:pgMar w:top="{twips(frame.top)}" w:right="{twips(frame.right)}" w:bottom="{twips(frame.bottom)}" '
            f'w:left="{twips(frame.left)}" w:header="{twips(10 * MM)}" w:footer="{twips(9 * MM)}" w:gutter="0"/>'
            f"{bare}</w:sectPr>"
        )


def _opens_with_cover(section: Section) -> bool:
    return bool(section.blocks) and isinstance(section.blocks[0], Cover)
