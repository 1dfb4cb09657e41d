"""A document of the content model, written as PDF."""

from collections.abc import Iterator
from pathlib import Path

from zidesk.services.documents.drawing.flow import Flow
from zidesk.services.documents.drawing.footer import draw_footer
from zidesk.services.documents.drawing.logo import logo_png
from zidesk.services.documents.drawing.sheet import Sheet
from zidesk.services.documents.drawing.text import clean
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
from zidesk.services.documents.model.document import Block, Document, leads_to_signature, sections
from zidesk.services.documents.model.numbering import numbered
from zidesk.services.documents.model.signatures import Signatures
from zidesk.services.documents.paper import MM, Stationery
from zidesk.services.documents.render_pdf.front import cover_pieces, label_piece
from zidesk.services.documents.render_pdf.letterhead import LetterheadPieces
from zidesk.services.documents.render_pdf.marks import Marks
from zidesk.services.documents.render_pdf.picture import picture_piece
from zidesk.services.documents.render_pdf.pieces import NewPage, Part, Placer, Space, kept
from zidesk.services.documents.render_pdf.signatures import SignaturePieces
from zidesk.services.documents.render_pdf.table import TablePieces
from zidesk.services.documents.render_pdf.words import Words


def write_pdf(out: Path, document: Document, stationery: Stationery) -> None:
    """Writes the document to `out`; the same document and stationery give the same bytes. Raises OSError."""
    renderer = _Renderer(document, stationery)
    renderer.draw()
    renderer.sheet.save(out)


def heading_pages(document: Document, stationery: Stationery) -> list[int]:
    """The page of each heading, in order; the letters of both renderers are equally wide."""
    renderer = _Renderer(document, stationery)
    renderer.draw()
    return renderer.marks.pages


class _Renderer:
    def __init__(self, document: Document, stationery: Stationery) -> None:
        self._document = document
        self._blocks = numbered(document.blocks)
        self._logo = logo_png(stationery.logo)
        self.sheet = Sheet(stationery, document.facts)
        self.marks = Marks([block for block in self._blocks if isinstance(block, Heading)])
        self._flow = Flow(self.sheet, self._furniture)
        self._bare_page = 0
        self._words = Words(self.sheet.type, document.leading, self.marks)
        self._letterheads = LetterheadPieces(self.sheet.type, self._logo)
        self._name, self._school = clean(document.name), clean(document.school)

    def draw(self) -> None:
        placer = Placer(self._flow)
        for section in sections(self._blocks):
            placer.flush()
            self._flow.turn(section.landscape)
            for place, block in enumerate(section.blocks):
                parts = self._parts(block)
                placer.place(kept(parts) if leads_to_signature(section.blocks, place) else parts)
        placer.flush()
        self._flow.end()
        self.marks.supply(self.sheet)

    def _furniture(self, sheet: Sheet) -> None:
        """A cover has none."""
        if sheet.page != self._bare_page:
            draw_footer(sheet, self._name, self._school)

    def _parts(self, block: Block) -> Iterator[Part]:
        flow, setter, frame = self._flow, self.sheet.type, self._flow.frame
        match block:
            case Paragraph():
                yield from self._words.paragraph(block, frame)
            case Heading():
                yield from self._words.heading(block, frame)
            case Title():
                yield from self._words.title(block, frame)
            case ItemList():
                yield from self._words.items(block, frame)
            case KeyValues():
                yield from self._words.key_values(block, frame)
            case Letterhead():
                yield self._letterheads.piece(block.school, frame)
                yield Space(8)
            case Contents():
                yield from self.marks.contents(block, flow, frame)
            case Cover():
                yield from self._cover(block)
            case Picture():
                yield picture_piece(block, frame)
                yield Space(5)
            case QrLabel():
                yield label_piece(block, setter, frame)
            case Signatures():
                yield from SignaturePieces(setter, frame).pieces(block)
            case Spacer():
                yield Space(block.height * MM)
            case PageBreak():
                yield NewPage()
            case _:
                yield from TablePieces(setter, block, frame).pieces()

    def _cover(self, block: Cover) -> Iterator[Part]:
        start, *rest = cover_pieces(block, self.sheet.type, self._flow.frame, self._logo)
        yield start
        self._bare_page = self.sheet.page
        yield from rest
