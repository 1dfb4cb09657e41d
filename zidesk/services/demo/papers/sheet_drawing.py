"""Blocks drawn on page pictures at 150 dots per inch."""

import random
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from zidesk.services.demo.papers import blocks as b
from zidesk.services.demo.papers.strokes import scribble

PAGE = (1240, 1754)
_LEFT, _RIGHT, _TOP, _BOTTOM = 150, 1120, 80, 1650
_TEXT, _SMALL = 22, 18
_INK = (38, 38, 42)
_PENS = ((24, 38, 140), (30, 30, 36), (18, 60, 150))
_SEAL = (92, 58, 160)

Font = ImageFont.FreeTypeFont


class SheetDrawer:
    """Draws one paper; `chance` decides pens and strokes."""

    def __init__(self, resources: Path, head: tuple[str, ...], logo: Image.Image, chance: random.Random) -> None:
        self._fonts = resources / "fonts"
        self._loaded: dict[tuple[bool, int], Font] = {}
        self._head = head
        self._logo = logo
        self._chance = chance
        self._pages: list[Image.Image] = []
        self._new_page()

    def draw(self, paper: b.Paper) -> list[Image.Image]:
        """All pages of the paper."""
        for block in paper.blocks:
            self._block(block)
        return self._pages

    def _new_page(self) -> None:
        self._pages.append(Image.new("RGB", PAGE, (250, 249, 246)))
        self._pen = ImageDraw.Draw(self._pages[-1])
        self._y = _TOP

    def _room(self, height: float) -> None:
        if self._y + height > _BOTTOM:
            self._new_page()

    def _font(self, size: int, bold: bool = False) -> Font:
        key = (bold, size)
        if key not in self._loaded:
            name = "LiberationSans-Bold.ttf" if bold else "LiberationSans-Regular.ttf"
            self._loaded[key] = ImageFont.truetype(self._fonts / name, size, layout_engine=ImageFont.Layout.BASIC)
        return self._loaded[key]

    def _block(self, block: b.Block) -> None:
        match block:
            case b.Letterhead():
                self._letterhead()
            case b.Heading(lines=lines, number=number):
                for line in lines:
                    self._text(line, 24, bold=True, align="center")
                if number:
                    self._text(number, _TEXT, align="center")
                self._y += 18
            case b.Section(text=text):
                self._y += 6
                self._text(text, _TEXT, bold=True)
            case b.Text(text=text, align=align, bold=bold, indent=indent):
                self._text(text, _TEXT, bold=bold, align=align, indent=45 if indent else 0)
                self._y += 8
            case b.Clause():
                self._clause(block)
            case b.Facts(pairs=pairs):
                for label, value in pairs:
                    self._at(label, _LEFT)
                    self._at(":", _LEFT + 215)
                    self._text(value, _TEXT, left=_LEFT + 235, align="left")
                self._y += 14
            case b.Table():
                self._table(block)
            case b.Signature():
                self._signature(block)
            case b.Space(millimetres=height):
                self._y += int(height * 5.9)
            case b.PageBreak():
                self._new_page()
            case b.Chart():
                pass  # charts belong to printed reports, which are not scanned

    def _at(self, text: str, x: int) -> None:
        self._pen.text((x, self._y), text, _INK, self._font(_TEXT))

    def _text(
        self,
        text: str,
        size: int,
        *,
        bold: bool = False,
        align: str = "justify",
        left: int = _LEFT,
        indent: int = 0,
    ) -> None:
        font = self._font(size, bold)
        for part in text.split("\n"):
            lines = _wrap(part, font, _RIGHT - left, indent)
            for i, line in enumerate(lines):
                self._room(size * 1.4)
                x = left + (indent if i == 0 else 0)
                if align == "center":
                    x = int((left + _RIGHT - font.getlength(line)) / 2)
                if align == "justify" and i < len(lines) - 1:
                    self._justified(line, font, x)
                else:
                    self._pen.text((x, self._y), line, _INK, font)
                self._y += int(size * 1.4)

    def _justified(self, line: str, font: Font, x: float) -> None:
        words = line.split()
        gap = (_RIGHT - x - sum(font.getlength(word) for word in words)) / max(len(words) - 1, 1)
        for word in words:
            self._pen.text((x, self._y), word, _INK, font)
            x += font.getlength(word) + gap

    def _letterhead(self) -> None:
        top = self._y
        self._pages[-1].paste(self._logo.resize((125, 125)), (_LEFT - 10, top + 10), self._logo.resize((125, 125)))
        for line, (size, bold) in zip(
            self._head, ((25, True), (25, True), (31, True), (18, False), (18, False)), strict=True
        ):
            self._text(line, size, bold=bold, align="center", left=_LEFT + 110)
        self._y += 12
        self._pen.rectangle((_LEFT, self._y, _RIGHT, self._y + 5), fill=_INK)
        self._pen.rectangle((_LEFT, self._y + 9, _RIGHT, self._y + 10), fill=_INK)
        self._y += 36

    def _clause(self, block: b.Clause) -> None:
        left = _LEFT + (190 if block.label else 10)
        if block.label:
            self._room(40)
            self._at(block.label, _LEFT)
            self._at(":", _LEFT + 165)
        for mark, item in zip(block.marks, block.items, strict=True):
            self._room(32)
            self._at(mark, left)
            self._text(item, _TEXT, left=left + (36 if mark else 0))
        self._y += 8

    def _table(self, block: b.Table) -> None:
        if block.title:
            self._room(90)
            self._text(block.title, _SMALL, bold=True, align="center")
            self._y += 6
        edges = [float(_LEFT)]
        unit = (_RIGHT - _LEFT) / sum(block.widths)
        for share in block.widths:
            edges.append(edges[-1] + unit * share)
        self._row(block.header, edges, bold=True)
        for row in block.rows:
            self._row(row, edges, signed=block.signed)
        self._y += 18

    def _row(
        self, cells: tuple[str, ...], edges: list[float], *, bold: bool = False, signed: bool = False
    ) -> None:
        font = self._font(_SMALL, bold)
        wrapped = [_wrap(cell, font, edges[i + 1] - edges[i] - 14, 0) for i, cell in enumerate(cells)]
        height = max(len(lines) for lines in wrapped) * 24 + (16 if signed else 10)
        self._room(height)
        for i, lines in enumerate(wrapped):
            box = (edges[i], self._y, edges[i + 1], self._y + height)
            self._pen.rectangle(box, outline=_INK, width=2)
            for n, line in enumerate(lines):
                self._pen.text((edges[i] + 7, self._y + 5 + 24 * n), line, _INK, font)
        if signed and self._chance.random() < 0.96:
            pen = self._chance.choice(_PENS)
            width = (edges[-1] - edges[-2]) * self._chance.uniform(0.4, 0.7)
            self._stroke((edges[-2] + 16, self._y - 4), width, height * 1.15, pen)
        self._y += height

    def _stroke(self, at: tuple[float, float], width: float, height: float, pen: tuple[int, int, int]) -> None:
        points = [(at[0] + x, at[1] + y) for x, y in scribble(self._chance, width, height)]
        self._pen.line(points, fill=pen, width=3, joint="curve")

    def _signature(self, block: b.Signature) -> None:
        self._room(330)
        self._y += 24
        top = self._y
        if block.beside:
            self._signed(block.beside, _LEFT)
            self._y = top
        self._signed(block, _LEFT + 540)

    def _signed(self, block: b.Signature, left: int) -> None:
        self._text(block.place_and_date or " ", _TEXT, left=left, align="left")
        self._text(block.role, _TEXT, left=left, align="left")
        if block.seal:
            self._seal(left - 70, self._y - 20)
        self._stroke((left + 10, self._y), 240, 105, _PENS[0])
        self._y += 112
        self._text(block.name, _TEXT, bold=True, left=left, align="left")
        for line in block.lines:
            self._text(line, _TEXT, left=left, align="left")

    def _seal(self, x: int, y: int) -> None:
        seal = Image.new("RGBA", (190, 190), (0, 0, 0, 0))
        pen = ImageDraw.Draw(seal)
        ink = (*_SEAL, 165)
        pen.ellipse((4, 4, 186, 186), outline=ink, width=5)
        pen.ellipse((34, 34, 156, 156), outline=ink, width=3)
        for line, dy in (("SMA NEGERI 1", 76), ("LEMBAH CENDANA", 98)):
            font = self._font(13, True)
            pen.text((95 - font.getlength(line) / 2, dy), line, ink, font)
        for i in range(30):
            pen.arc((14, 14, 176, 176), i * 12, i * 12 + 7, fill=ink, width=9)
        seal = seal.rotate(self._chance.uniform(-25, 25), Image.Resampling.BICUBIC)
        self._pages[-1].paste(seal, (x, y), seal)


def _wrap(text: str, font: Font, width: float, indent: float) -> list[str]:
    """Lines no wider than `width`, the first `indent` narrower; a single long word may stick out."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        candidate = f"{line} {word}".strip()
        if font.getlength(candidate) <= width - (0 if lines else indent) or not line:
            line = candidate
        else:
            lines.append(line)
            line = word
    return [*lines, line]
