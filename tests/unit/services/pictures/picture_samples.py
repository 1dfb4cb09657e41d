"""Files with something to see, made in memory, and ways to look at what became of them."""

import io
from pathlib import Path

import pikepdf
from PIL import Image
from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from zidesk.domain.evidence import StoredFile
from zidesk.services.ingest.inspection import inspect_file
from zidesk.services.pictures.picture import Picture
from zidesk.storage.file_store import FileStore

RED, GREEN, BLUE, YELLOW, WHITE = (220, 30, 30), (30, 160, 60), (30, 60, 200), (240, 210, 40), (255, 255, 255)
CORNERS = (RED, GREEN, BLUE, YELLOW)  # top left, top right, bottom left, bottom right


def four_corners(width: int = 480, height: int = 320, mode: str = "RGB") -> Image.Image:
    """Each quarter has its colour."""
    image = Image.new("RGB", (width, height))
    for number, colour in enumerate(CORNERS):
        left, top = number % 2 * (width // 2), number // 2 * (height // 2)
        image.paste(colour, (left, top, left + width // 2, top + height // 2))
    return image.quantize(8) if mode == "P" else image.convert(mode)


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    data = io.BytesIO()
    image.save(data, kind, **options)
    return data.getvalue()


def turned(orientation: int) -> bytes:
    block = Image.Exif()
    block[0x0112] = orientation
    return block.tobytes()


def pdf(*pages: str, size: tuple[float, float] = (400, 600), turn: int = 0) -> bytes:
    """One page for each text, a red square in the top left quarter; the text stands at (200, 300)."""
    data = io.BytesIO()
    canvas = Canvas(data, size)
    for text in pages:
        canvas.setFillColor(Color(*(part / 255 for part in RED)))
        canvas.rect(0, size[1] / 2, size[0] / 2, size[1] / 2, stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 0)
        canvas.setFont("Helvetica", 20)
        canvas.drawString(200, 300, text)
        canvas.showPage()
    canvas.save()
    with pikepdf.open(io.BytesIO(data.getvalue())) as document:
        for page in document.pages:
            page.Rotate = turn
        document.save(data := io.BytesIO())
    return data.getvalue()


def stored(store: FileStore, data: bytes, name: str, folder: Path) -> StoredFile:
    """The file, taken in and inspected as evidence is."""
    source = folder / name
    source.write_bytes(data)
    kept = store.put(source)
    return StoredFile(kept.sha256, kept.size, inspect_file(source, name))


def pixel(picture: Picture, across: float, down: float) -> tuple[int, int, int]:
    """The colour at fractions of the picture."""
    assert len(picture.rgb) == picture.width * picture.height * 3
    x, y = int(picture.width * across), int(picture.height * down)
    at = (y * picture.width + x) * 3
    red, green, blue = picture.rgb[at : at + 3]
    return red, green, blue


def corners(picture: Picture) -> tuple[tuple[int, int, int], ...]:
    return tuple(pixel(picture, across, down) for down in (0.25, 0.75) for across in (0.25, 0.75))


def alike(one: tuple[int, ...], other: tuple[int, ...], within: int = 12) -> bool:
    return all(abs(a - b) <= within for a, b in zip(one, other, strict=True))


def all_alike(found: tuple[tuple[int, ...], ...], wanted: tuple[tuple[int, ...], ...], within: int = 12) -> bool:
    return all(alike(one, other, within) for one, other in zip(found, wanted, strict=True))
