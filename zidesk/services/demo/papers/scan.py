"""Papers drawn as if they had been printed, signed, sealed, and put on a scanner."""

import io
import random
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from zidesk.services.demo.papers.blocks import Paper
from zidesk.services.demo.papers.image_pdf import images_to_pdf
from zidesk.services.demo.papers.sheet_drawing import SheetDrawer
from zidesk.services.demo.pictures.grain import grain

_PAGES_AT_MOST = 3


def scan_paper(paper: Paper, resources: Path, head: tuple[str, ...], logo: bytes, chance: random.Random) -> bytes:
    """The paper as a PDF of page pictures: slightly turned, shaded, noisy; three pages at most."""
    drawer = SheetDrawer(resources, head, Image.open(io.BytesIO(logo)).convert("RGBA"), chance)
    sheets = drawer.draw(paper)[:_PAGES_AT_MOST]
    in_colour = chance.random() < 0.6
    return images_to_pdf([_scanned(sheet, chance, in_colour) for sheet in sheets], paper.title)


def _scanned(sheet: Image.Image, chance: random.Random, in_colour: bool) -> bytes:
    page = sheet if in_colour else sheet.convert("L")
    glass = (226, 224, 219) if in_colour else 224
    page = page.rotate(chance.uniform(-1.1, 1.1), Image.Resampling.BILINEAR, fillcolor=glass)
    page = ImageChops.multiply(page, _lamp(page.size, chance).convert(page.mode))
    page = ImageChops.add(page, grain(page.size, chance, 26).convert(page.mode), 1, -13)
    target = io.BytesIO()
    page.save(target, "JPEG", quality=62, dpi=(150, 150))
    return target.getvalue()


def _lamp(size: tuple[int, int], chance: random.Random) -> Image.Image:
    """Uneven light of the scanner's lamp: paper white in the middle, darker at one edge and in the fold."""
    width, height = 60, 84
    light = Image.new("L", (width, height), 247)
    draw = ImageDraw.Draw(light)
    left = chance.random() < 0.5
    for i in range(9):
        x = i if left else width - 1 - i
        draw.line((x, 0, x, height), fill=196 + i * 6)
    fold = height // 2 + chance.randint(-2, 2)
    if chance.random() < 0.4:
        draw.line((0, fold, width, fold), fill=236)
    return light.filter(ImageFilter.GaussianBlur(2)).resize(size, Image.Resampling.BICUBIC)
