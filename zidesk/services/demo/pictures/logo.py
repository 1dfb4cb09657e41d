"""The school's logo: a shield with an open book, a tree and a star, drawn the same every time."""

import io
import math

from PIL import Image, ImageDraw

_SIDE = 1600
_TEAL, _GOLD, _WHITE, _LEAF = (14, 92, 104), (232, 178, 44), (252, 252, 248), (56, 134, 84)


def draw_logo(side: int = 400) -> bytes:
    """PNG with a transparent ground, `side` pixels square."""
    logo = Image.new("RGBA", (_SIDE, _SIDE), (0, 0, 0, 0))
    pen = ImageDraw.Draw(logo)
    pen.polygon(_shield(0), fill=_GOLD)
    pen.polygon(_shield(50), fill=_TEAL)
    pen.polygon(_shield(95), outline=_GOLD, width=14)
    pen.polygon(_star(800, 360, 130), fill=_GOLD)
    pen.rectangle((770, 640, 830, 1000), fill=(110, 74, 40))
    for x, y, r in ((800, 620, 170), (660, 720, 125), (940, 720, 125), (800, 760, 130)):
        pen.ellipse((x - r, y - r, x + r, y + r), fill=_LEAF)
    for side_sign in (-1, 1):
        page = [(800, 1050), (800 + side_sign * 380, 980), (800 + side_sign * 380, 1180), (800, 1270)]
        pen.polygon(page, fill=_WHITE, outline=_TEAL, width=8)
        for row in range(3):
            y = 1050 + row * 48
            pen.line((800 + side_sign * 60, y + 42, 800 + side_sign * 330, y - 6), fill=(150, 160, 165), width=9)
    target = io.BytesIO()
    logo.resize((side, side), Image.Resampling.LANCZOS).save(target, "PNG")
    return target.getvalue()


def _shield(inset: int) -> list[tuple[float, float]]:
    left, right, top = 180 + inset, 1420 - inset, 90 + inset
    outline: list[tuple[float, float]] = [(left, top), (right, top), (right, 900)]
    for step in range(25):
        angle = step / 24 * math.pi
        outline.append((800 + (right - 800) * math.cos(angle), 900 + (600 - inset) * math.sin(angle) ** 0.8))
    return [*outline, (left, 900)]


def _star(x: float, y: float, radius: float) -> list[tuple[float, float]]:
    points = []
    for i in range(10):
        reach = radius if i % 2 == 0 else radius * 0.42
        angle = math.pi * i / 5 - math.pi / 2
        points.append((x + reach * math.cos(angle), y + reach * math.sin(angle)))
    return points
