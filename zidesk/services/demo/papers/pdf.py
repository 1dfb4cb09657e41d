"""Papers printed as PDF with reportlab: the same bytes for the same paper."""

import io
import threading
from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import SimpleDocTemplate

from zidesk.services.demo.papers.blocks import Paper
from zidesk.services.demo.papers.flowables import Typeface, flow

# reportlab keeps the fonts' subsets in process-wide objects: one paper at a time
_PRINTING = threading.Lock()


def print_paper(paper: Paper, resources: Path, head: tuple[str, ...], logo: bytes, password: str = "") -> bytes:
    """The paper as PDF. `head`: lines of the letterhead. With `password` it opens only with that word."""
    with _PRINTING:
        face = _serif() if paper.serif else _sans(resources)
        target = io.BytesIO()
        # RC4 of 1999, on purpose: newer ciphers salt by chance, and two demos would differ
        lock = StandardEncryption(password, ownerPassword=password, strength=128) if password else None
        document = SimpleDocTemplate(
            target,
            pagesize=landscape(A4) if paper.wide else A4,
            leftMargin=25 * mm,
            rightMargin=20 * mm,
            topMargin=15 * mm,
            bottomMargin=18 * mm,
            title=paper.title,
            author=paper.author,
            invariant=1,
            encrypt=lock,
        )
        width = float(document.width)
        document.build(flow(paper, face, width, head, logo), onFirstPage=_nothing, onLaterPages=_page_number(face))
        return target.getvalue()


def _nothing(_canvas: Any, _document: Any) -> None:
    pass


def _page_number(face: Typeface) -> Any:
    def draw(canvas: Any, document: Any) -> None:
        canvas.setFont(face.regular, 9)
        canvas.drawCentredString(document.pagesize[0] / 2, 10 * mm, str(canvas.getPageNumber()))

    return draw


def _serif() -> Typeface:
    return Typeface("Times-Roman", "Times-Bold")


def _sans(resources: Path) -> Typeface:
    names = ("LiberationSans-Regular", "LiberationSans-Bold")
    for name in names:
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(resources / "fonts" / f"{name}.ttf")))
    return Typeface(*names)
