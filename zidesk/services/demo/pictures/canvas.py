"""A picture to paint a scene on: gradients, people and lettering in perspective."""

import random
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter, ImageFont, ImageOps

Colour = tuple[int, int, int]
Point = tuple[float, float]

WIDTH, HEIGHT = 1600, 1200
SKIN: tuple[Colour, ...] = ((172, 122, 90), (150, 102, 74), (188, 140, 106), (136, 92, 66))
CLOTH: tuple[Colour, ...] = (
    (154, 134, 92), (148, 128, 88), (238, 238, 234), (92, 60, 50), (44, 70, 98), (120, 52, 58), (70, 96, 78),
)  # fmt: skip
_VEILS: tuple[Colour, ...] = ((232, 230, 224), (120, 92, 70), (70, 84, 104), (178, 150, 128), (58, 56, 62))
_HAIR: Colour = (30, 26, 25)


def shade(colour: Colour, factor: float) -> Colour:
    red, green, blue = (min(255, max(0, int(part * factor))) for part in colour)
    return red, green, blue


class Canvas:
    """One scene in the making. `chance` decides people and small things; sizes are in pixels."""

    def __init__(self, fonts: Path, chance: random.Random) -> None:
        self.image = Image.new("RGB", (WIDTH, HEIGHT))
        self.pen = ImageDraw.Draw(self.image)
        self.chance = chance
        self._fonts = fonts

    def gradient(
        self, box: tuple[int, int, int, int], top: Colour, bottom: Colour, *, across: bool = False
    ) -> None:
        """Fill a box from `top` to `bottom`, or from left to right with `across`."""
        ramp = Image.linear_gradient("L")
        ramp = (ramp.rotate(90) if across else ramp).resize((box[2] - box[0], box[3] - box[1]))
        self.image.paste(ImageOps.colorize(ramp, top, bottom), box[:2])

    def soften(self, radius: float) -> None:
        """Blur all painted so far: what follows stands in front of it."""
        self.image = self.image.filter(ImageFilter.GaussianBlur(radius))
        self.pen = ImageDraw.Draw(self.image)

    def fade_to(self, other: Image.Image, share: float) -> None:
        """Mix `share` (0 to 1) of another picture in."""
        self.image = Image.blend(self.image, other, share)
        self.pen = ImageDraw.Draw(self.image)

    def shadow(self, box: tuple[float, float, float, float], strength: int = 90) -> None:
        """A soft dark ellipse, as under feet or furniture."""
        left, top, right, bottom = (int(edge) for edge in box)
        pad = max(8, (bottom - top) // 2)
        size = (max(2, (right - left + 2 * pad) // 4), max(2, (bottom - top + 2 * pad) // 4))
        mask = Image.new("L", size, 0)
        ImageDraw.Draw(mask).ellipse((pad // 4, pad // 4, size[0] - pad // 4, size[1] - pad // 4), fill=strength)
        mask = mask.filter(ImageFilter.GaussianBlur(pad / 5))
        mask = mask.resize((right - left + 2 * pad, bottom - top + 2 * pad))
        self.image.paste((12, 12, 16), (left - pad, top - pad), mask)

    def lettering(
        self,
        corners: Sequence[Point],
        lines: Sequence[str],
        ground: Colour,
        ink: Colour,
        edge: Colour | None = None,
    ) -> None:
        """A banner or sheet with centred lines, in perspective: corners clockwise from the upper left."""
        width = int(max(corners[1][0] - corners[0][0], 40))
        height = int(max(corners[3][1] - corners[0][1], 30))
        sheet = Image.new("RGB", (width, height), ground)
        pen = ImageDraw.Draw(sheet)
        if edge:
            pen.rectangle((0, 0, width, height // 9), fill=edge)
            pen.rectangle((0, height - height // 9, width, height), fill=edge)
        size = int(min(height * 0.72 / len(lines), width / (max(len(line) for line in lines) * 0.7)))
        step = height * 0.78 / len(lines)
        font = ImageFont.truetype(
            self._fonts / "LiberationSans-Bold.ttf", max(size, 6), layout_engine=ImageFont.Layout.BASIC
        )
        for i, line in enumerate(lines):
            at = ((width - font.getlength(line)) / 2, height * 0.11 + step * i + (step - size) / 2)
            pen.text(at, line, ink, font)
        left = min(int(x) for x, _ in corners)
        top = min(int(y) for _, y in corners)
        span = (max(int(x) for x, _ in corners) - left, max(int(y) for _, y in corners) - top)
        quad = _seen_from(corners, (left, top), (width, height))
        warped = sheet.transform(span, Image.Transform.PERSPECTIVE, quad, Image.Resampling.BICUBIC)
        mask = Image.new("L", (width, height), 255)
        mask = mask.transform(span, Image.Transform.PERSPECTIVE, quad, Image.Resampling.BICUBIC)
        self.image.paste(warped, (left, top), mask)

    def person(
        self, x: float, feet: float, height: float, *, back: bool = False, cloth: Colour | None = None
    ) -> None:
        """Somebody standing at (x, feet), seen from the front or from the `back`."""
        chance, pen = self.chance, self.pen
        cloth = cloth or chance.choice(CLOTH)
        veil = chance.choice(_VEILS) if chance.random() < 0.45 else None
        head, top = height * 0.066, feet - height
        wide = height * chance.uniform(0.125, 0.145)
        self.shadow((x - wide * 1.2, feet - height * 0.03, x + wide * 1.2, feet + height * 0.02))
        dark = shade(chance.choice(((52, 50, 58), (110, 96, 66), (60, 60, 66))), 1)
        pen.polygon(
            [
                (x - wide * 0.75, top + height * 0.5),
                (x + wide * 0.75, top + height * 0.5),
                (x + wide * 0.62, feet),
                (x + wide * 0.1, feet),
                (x, top + height * 0.62),
                (x - wide * 0.1, feet),
                (x - wide * 0.62, feet),
            ],
            fill=dark,
        )
        for side in (-1, 1):
            arm = [
                (x + side * wide * 0.85, top + height * 0.21),
                (x + side * wide * 1.12, top + height * 0.5),
            ]
            pen.line(arm, fill=shade(cloth, 0.82), width=int(height * 0.05))
            hand = (arm[1][0], arm[1][1], height * 0.024)
            self._disc(*hand, chance.choice(SKIN))
        body = (x - wide, top + height * 0.155, x + wide, top + height * 0.56)
        pen.rounded_rectangle(body, radius=int(wide * 0.45), fill=cloth)
        light = (x - wide * 0.85, body[1] + height * 0.03, x - wide * 0.25, body[3] - height * 0.03)
        pen.rounded_rectangle(light, radius=int(wide * 0.3), fill=shade(cloth, 1.08))
        self._head(x, top + head * 1.25, head, veil, back)

    def _head(self, x: float, y: float, r: float, veil: Colour | None, back: bool) -> None:
        skin = self.chance.choice(SKIN)
        if veil:
            self.pen.ellipse((x - r * 1.15, y - r * 1.25, x + r * 1.15, y + r * 1.3), fill=veil)
            self.pen.pieslice((x - r * 1.7, y + r * 0.1, x + r * 1.7, y + r * 3), 180, 360, fill=veil)
            if not back:
                self.pen.ellipse((x - r * 0.72, y - r * 0.8, x + r * 0.72, y + r * 0.95), fill=skin)
            return
        self.pen.rectangle((x - r * 0.4, y + r * 0.6, x + r * 0.4, y + r * 1.6), fill=shade(skin, 0.85))
        self.pen.ellipse((x - r * 0.92, y - r * 1.15, x + r * 0.92, y + r * 1.15), fill=_HAIR if back else skin)
        if not back:
            self.pen.pieslice((x - r, y - r * 1.3, x + r, y + r * 0.9), 180, 360, fill=_HAIR)
            self.pen.ellipse((x - r * 0.78, y - r * 0.62, x + r * 0.78, y + r * 0.9), fill=skin)

    def audience(self, rows: Sequence[tuple[float, float, int]], cloth: Sequence[Colour]) -> None:
        """Heads and shoulders from behind: for each row its y, head radius and number of seats."""
        for y, r, seats in rows:
            step = WIDTH / seats
            for seat in range(seats):
                if self.chance.random() < 0.08:
                    continue
                x = step * (seat + 0.5) + self.chance.uniform(-0.18, 0.18) * step
                dy = self.chance.uniform(-0.25, 0.25) * r
                colour = self.chance.choice(cloth)
                self.pen.rounded_rectangle(
                    (x - r * 2.1, y + r * 1.2 + dy, x + r * 2.1, y + r * 7), radius=int(r * 1.2), fill=colour
                )
                self.pen.rounded_rectangle(
                    (x - r * 1.7, y + r * 1.5 + dy, x - r * 0.2, y + r * 6),
                    radius=int(r),
                    fill=shade(colour, 1.07),
                )
                veil = self.chance.choice(_VEILS) if self.chance.random() < 0.45 else None
                self._head(x, y + dy, r, veil, back=True)

    def _disc(self, x: float, y: float, r: float, colour: Colour) -> None:
        self.pen.ellipse((x - r, y - r, x + r, y + r), fill=colour)


def _seen_from(corners: Sequence[Point], origin: tuple[int, int], size: tuple[int, int]) -> tuple[float, ...]:
    """Coefficients that lead from the picture back to the flat sheet, by solving eight equations."""
    flat = ((0, 0), (size[0], 0), size, (0, size[1]))
    rows: list[list[float]] = []
    for (x, y), (u, v) in zip(((x - origin[0], y - origin[1]) for x, y in corners), flat, strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
    for i in range(8):
        best = max(range(i, 8), key=lambda k: abs(rows[k][i]))
        rows[i], rows[best] = rows[best], rows[i]
        rows[i] = [value / rows[i][i] for value in rows[i]]
        for k in range(8):
            if k != i:
                rows[k] = [a - rows[k][i] * b for a, b in zip(rows[k], rows[i], strict=True)]
    return tuple(row[8] for row in rows)
