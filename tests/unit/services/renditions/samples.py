"""Photos, scans and PDFs made here, each heavy enough to be worth shrinking."""

import io
import random
from collections.abc import Sequence
from datetime import UTC, datetime

import pikepdf
from pikepdf import Dictionary, Name
from PIL import Image, ImageDraw

from zidesk.domain.evidence import EvidenceUse, Inspection, StoredFile
from zidesk.domain.indonesian import MONTHS

ADDED = datetime(2026, 3, 2, 1, 30, tzinfo=UTC)


def grainy(width: int, height: int, mode: str = "RGB", seed: int = 1) -> Image.Image:
    """A picture with as much detail as a camera gives: red above, blue below, with grain."""
    picture = Image.new("RGB", (width, height), (200, 60, 50))
    picture.paste((40, 70, 190), (0, height // 2, width, height))
    noise = random.Random(seed).randbytes(width // 2 * (height // 2))
    grain = Image.frombytes("L", (width // 2, height // 2), noise).resize((width, height))
    return Image.blend(picture, grain.convert("RGB"), 0.3).convert(mode)


def written(lines: int = 40, mode: str = "L") -> Image.Image:
    """A page of an A4 sheet scanned at 200 dpi, with words on it."""
    page = Image.new("L", (1654, 2339), 245)
    draw = ImageDraw.Draw(page)
    for line in range(lines):
        draw.text((120, 120 + line * 50), f"{MONTHS[line % 12]} {line} " * 9, fill=20, font_size=28)
    return page.convert(mode)


def outlines() -> Image.Image:
    """A page of one bit a pixel with curves on it, none like another, as pens draw them."""
    page, chance = Image.new("1", (1654, 2339), 1), random.Random(2)
    draw = ImageDraw.Draw(page)
    for _ in range(120):
        left, top = chance.randrange(1500), chance.randrange(2200)
        draw.ellipse(
            (left, top, left + chance.randrange(20, 400), top + chance.randrange(20, 400)), outline=0, width=3
        )
    return page


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    output = io.BytesIO()
    image.save(output, kind, **options)
    return output.getvalue()


def scan_pdf(pages: Sequence[bytes], words: str = "Notula rapat", **extra: object) -> bytes:
    """A PDF with a JPEG on each A4 page and words over it, a bookmark and a title."""
    output = io.BytesIO()
    with pikepdf.new() as pdf:
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        for data in pages:
            with Image.open(io.BytesIO(data)) as image:
                size, grey = image.size, image.mode == "L"
            picture = pdf.make_stream(b"")
            picture.write(data, filter=Name.DCTDecode)
            _describe(picture, size, 8, Name.DeviceGray if grey else Name.DeviceRGB)
            text = f"q 595 0 0 842 0 0 cm /Scan Do Q BT /F 12 Tf 3 Tr 72 700 Td ({words}) Tj ET"
            add_page(pdf, text.encode(), Dictionary(XObject=Dictionary(Scan=picture), Font=Dictionary(F=font)))
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem("Halaman pertama", 0))
        pdf.docinfo[Name.Title] = "Pindaian"
        pdf.save(output, **extra)
    return output.getvalue()


def add_page(pdf: pikepdf.Pdf, content: bytes, resources: Dictionary) -> None:
    page = pdf.add_blank_page(page_size=(595, 842))
    page.Resources = resources
    page.Contents = pdf.make_stream(content)


def picture_pdf(data: bytes, size: tuple[int, int], bits: int, colours: object, **facts: object) -> bytes:
    """A PDF of one page with one picture, packed by Flate."""
    output = io.BytesIO()
    with pikepdf.new() as pdf:
        picture = pdf.make_stream(data)
        _describe(picture, size, bits, colours)
        for key, value in facts.items():
            picture[f"/{key}"] = value
        add_page(pdf, b"595 0 0 842 0 0 cm /Scan Do", Dictionary(XObject=Dictionary(Scan=picture)))
        pdf.save(output, compress_streams=True)
    return output.getvalue()


def _describe(picture: pikepdf.Object, size: tuple[int, int], bits: int, colours: object) -> None:
    picture.Type, picture.Subtype = Name.XObject, Name.Image
    picture.Width, picture.Height = size
    picture.BitsPerComponent, picture.ColorSpace = bits, colours


def use(sha256: str, size: int, inspection: Inspection, code: str = "A.I.1.i.a", **facts: object) -> EvidenceUse:
    known: dict[str, object] = {"id": 1, "position": 1, "title": "Foto rapat", "original_name": "foto.jpg"}
    known.update(facts)
    return EvidenceUse(
        question_code=code,
        file=StoredFile(sha256, size, inspection),
        added_at=ADDED,
        **known,  # type: ignore[arg-type]
    )
