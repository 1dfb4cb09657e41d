"""Certificates and diplomas of merit: one landscape page with a frame."""

import io
import random

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader, simpleSplit
from reportlab.pdfgen.canvas import Canvas

from zidesk.services.demo.dates import in_words
from zidesk.services.demo.evidence import DemoEvidence
from zidesk.services.demo.papers.strokes import scribble
from zidesk.services.demo.school import DemoSchool

_FRAMES = ((0.09, 0.35, 0.42), (0.55, 0.38, 0.10), (0.36, 0.12, 0.20), (0.10, 0.22, 0.48))


def print_certificate(evidence: DemoEvidence, school: DemoSchool, wording: dict[str, str], logo: bytes) -> bytes:
    """A certificate for one of the staff; `wording` has the sentences "sertifikat" and "piagam"."""
    chance = evidence.chance("sertifikat")
    width, height = landscape(A4)
    target = io.BytesIO()
    page = Canvas(target, pagesize=(width, height), invariant=1)
    page.setTitle(evidence.title)
    page.setAuthor(school.name)
    colour = colors.Color(*chance.choice(_FRAMES))
    _frame(page, width, height, colour)
    page.drawImage(
        ImageReader(io.BytesIO(logo)), width / 2 - 12 * mm, height - 46 * mm, 24 * mm, 24 * mm, mask="auto"
    )
    merit = evidence.table == "piagam"
    day = in_words(evidence.dated) if evidence.dated else ""
    lines = (
        (school.name.upper(), "Times-Bold", 15, colors.black, 58),
        ("PIAGAM PENGHARGAAN" if merit else "SERTIFIKAT", "Times-Bold", 34, colour, 76),
        (f"Nomor: {evidence.number}", "Times-Roman", 12, colors.black, 85),
        ("diberikan kepada", "Times-Italic", 13, colors.black, 97),
        (chance.choice(school.staff[6:50]).name, "Times-BoldItalic", 26, colors.black, 111),
    )
    for text, font, size, ink, down in lines:
        page.setFillColor(ink)
        page.setFont(font, size)
        page.drawCentredString(width / 2, height - down * mm, text)
    sentence = wording["piagam" if merit else "sertifikat"].format(tanggal=day)
    page.setFont("Times-Roman", 13)
    page.setFillColor(colors.black)
    for i, line in enumerate(simpleSplit(f"{evidence.title}, {sentence}", "Times-Roman", 13, 190 * mm)):
        page.drawCentredString(width / 2, height - (124 + 7 * i) * mm, line)
    _sign(page, school, day, width, chance)
    page.save()
    return target.getvalue()


def _frame(page: Canvas, width: float, height: float, colour: colors.Color) -> None:
    page.setFillColor(colors.Color(0.995, 0.985, 0.95))
    page.rect(0, 0, width, height, stroke=0, fill=1)
    page.setStrokeColor(colour)
    for inset, thick in ((8, 5), (12, 1), (14, 0.5)):
        page.setLineWidth(thick)
        page.rect(inset * mm, inset * mm, width - 2 * inset * mm, height - 2 * inset * mm)
    page.setFillColor(colour)
    for x, y, turn_x, turn_y in (
        (0, 0, 1, 1),
        (width, 0, -1, 1),
        (0, height, 1, -1),
        (width, height, -1, -1),
    ):
        corner = page.beginPath()
        corner.moveTo(x, y)
        corner.lineTo(x + turn_x * 38 * mm, y)
        corner.curveTo(
            x + turn_x * 20 * mm,
            y + turn_y * 8 * mm,
            x + turn_x * 8 * mm,
            y + turn_y * 20 * mm,
            x,
            y + turn_y * 38 * mm,
        )
        corner.close()
        page.drawPath(corner, stroke=0, fill=1)


def _sign(page: Canvas, school: DemoSchool, day: str, width: float, chance: random.Random) -> None:
    left = width / 2 + 30 * mm
    page.setFillColor(colors.black)
    page.setFont("Times-Roman", 12)
    page.drawString(left, 54 * mm, f"{school.place}, {day}")
    page.drawString(left, 49 * mm, "Kepala Sekolah,")
    page.setStrokeColor(colors.Color(0.1, 0.16, 0.55))
    page.setLineWidth(1.1)
    stroke = page.beginPath()
    for i, (x, y) in enumerate(scribble(chance, 40 * mm, 15 * mm)):
        (stroke.lineTo if i else stroke.moveTo)(left + x, 32 * mm + y)
    page.drawPath(stroke, stroke=1, fill=0)
    page.setFont("Times-Bold", 12)
    page.drawString(left, 28 * mm, school.principal.name)
    page.setFont("Times-Roman", 11)
    page.drawString(left, 23 * mm, f"NIP {school.principal.nip}")
