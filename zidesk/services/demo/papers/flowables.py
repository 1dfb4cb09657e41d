"""Blocks as reportlab flowables."""

import io
import random
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from reportlab.graphics.shapes import Drawing, Line, PolyLine, Rect, String
from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import (
    HRFlowable,
    Image,
    KeepTogether,
    Paragraph,
    Spacer,
    TableStyle,
)
from reportlab.platypus import PageBreak as NewPage
from reportlab.platypus import Table as Grid

from zidesk.services.demo.papers import blocks as b
from zidesk.services.demo.papers.strokes import scribble

_ALIGN = {"justify": TA_JUSTIFY, "left": TA_LEFT, "center": TA_CENTER}
_INK = colors.Color(0.10, 0.16, 0.55)
_BAR = colors.Color(0.16, 0.44, 0.58)


@dataclass(frozen=True, slots=True)
class Typeface:
    regular: str
    bold: str


def flow(paper: b.Paper, face: Typeface, width: float, head: tuple[str, ...], logo: bytes) -> list[Any]:
    """All flowables of a paper, in order."""
    chance = random.Random(paper.title)
    out: list[Any] = []
    for block in paper.blocks:
        out += _flowables(block, face, width, head, logo, chance)
    return out


def _flowables(
    block: b.Block, face: Typeface, width: float, head: tuple[str, ...], logo: bytes, chance: random.Random
) -> list[Any]:
    match block:
        case b.Letterhead():
            return _letterhead(face, width, head, logo)
        case b.Heading(lines=lines, number=number, size=size):
            out = [_para(line, face.bold, size, "center", after=1) for line in lines]
            return [*out, _para(number, face.regular, 11, "center") if number else Spacer(1, 3), Spacer(1, 5)]
        case b.Section(text=text):
            return [Spacer(1, 4), _para(text, face.bold, 11, "left")]
        case b.Text(text=text, align=align, bold=bold, indent=indent, size=size):
            font = face.bold if bold else face.regular
            return [_para(text, font, size, align, first=24 if indent else 0)]
        case b.Clause():
            return [_clause(block, face, width)]
        case b.Facts(pairs=pairs):
            return [_facts(pairs, face, width), Spacer(1, 5)]
        case b.Table():
            return [*_table(block, face, width, chance), Spacer(1, 8)]
        case b.Chart():
            return [KeepTogether([_chart(block, face, width), Spacer(1, 8)])]
        case b.Signature():
            return [_signature(block, face, width, chance)]
        case b.Space(millimetres=height):
            return [Spacer(1, height * mm)]
        case b.PageBreak():
            return [NewPage()]


def _para(
    text: str, font: str, size: float, align: str, *, first: float = 0, after: float = 4, keep: bool = False
) -> Paragraph:
    style = ParagraphStyle(
        "p",
        fontName=font,
        fontSize=size,
        leading=size * 1.32,
        alignment=_ALIGN[align],
        firstLineIndent=first,
        spaceAfter=after,
        keepWithNext=keep,
    )
    return Paragraph(escape(text).replace("\n", "<br/>"), style)


def _letterhead(face: Typeface, width: float, head: tuple[str, ...], logo: bytes) -> list[Any]:
    sizes = (12, 12, 15, 9, 9)
    lines = [
        _para(line, face.bold if i < 3 else face.regular, size, "center", after=0)
        for i, (line, size) in enumerate(zip(head, sizes, strict=True))
    ]
    grid = Grid([[Image(io.BytesIO(logo), 21 * mm, 21 * mm), lines]], colWidths=[24 * mm, width - 24 * mm])
    grid.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "MIDDLE"), ("LEFTPADDING", (0, 0), (-1, -1), 0)]))
    rule = {"width": "100%", "color": colors.black, "spaceBefore": 0}
    return [
        grid,
        HRFlowable(thickness=2.2, spaceAfter=1.2, **rule),
        HRFlowable(thickness=0.6, spaceAfter=8, **rule),
    ]


def _clause(block: b.Clause, face: Typeface, width: float) -> Any:
    label, mark = (26 * mm if block.label else 2 * mm), (7 * mm if any(block.marks) else 2 * mm)
    rows = [
        [
            _para(block.label if i == 0 else "", face.regular, 11, "left", after=0),
            _para(":" if i == 0 and block.label else "", face.regular, 11, "left", after=0),
            _para(sign, face.regular, 11, "left", after=0),
            _para(item, face.regular, 11, "justify", after=1),
        ]
        for i, (sign, item) in enumerate(zip(block.marks, block.items, strict=True))
    ]
    grid = Grid(rows, colWidths=[label, 4 * mm, mark, width - label - mark - 4 * mm])
    grid.setStyle(_plain())
    return grid


def _facts(pairs: tuple[tuple[str, str], ...], face: Typeface, width: float) -> Any:
    rows = [
        [
            _para(label, face.regular, 11, "left", after=0),
            ":",
            _para(value, face.regular, 11, "left", after=0),
        ]
        for label, value in pairs
    ]
    grid = Grid(rows, colWidths=[36 * mm, 4 * mm, width - 40 * mm])
    grid.setStyle(_plain())
    return grid


def _plain() -> TableStyle:
    return TableStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 1),
            ("RIGHTPADDING", (0, 0), (-1, -1), 1),
            ("TOPPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
        ]
    )


def _table(block: b.Table, face: Typeface, width: float, chance: random.Random) -> list[Any]:
    unit = width / sum(block.widths)
    rows: list[list[Any]] = [[_para(cell, face.bold, 9.5, "center", after=0) for cell in block.header]]
    for row in block.rows:
        cells: list[Any] = [_para(cell, face.regular, 9.5, _cell_align(cell), after=0) for cell in row]
        if block.signed:
            cells[-1] = _autograph(chance, unit * block.widths[-1] * 0.7, 15)
        rows.append(cells)
    grid = Grid(rows, colWidths=[unit * share for share in block.widths], repeatRows=1)
    grid.setStyle(
        TableStyle(
            [
                ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
                ("BACKGROUND", (0, 0), (-1, 0), colors.Color(0.87, 0.9, 0.93)),
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                ("TOPPADDING", (0, 0), (-1, -1), 2),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
            ]
        )
    )
    if not block.title:
        return [grid]
    # a long table splits over pages, so its caption is a neighbour, not a cell around it
    return [_para(block.title, face.bold, 10, "center", keep=True), grid]


def _cell_align(cell: str) -> str:
    short = cell.replace(",", "").replace("-", "").replace(".", "")
    return "center" if len(cell) <= 5 and (short.isdigit() or not short.isalpha()) else "left"


def _autograph(chance: random.Random, width: float, height: float) -> Drawing:
    drawing = Drawing(width, height)
    points = [value for point in scribble(chance, width, height) for value in point]
    drawing.add(PolyLine(points, strokeColor=_INK, strokeWidth=0.8))
    return drawing


def _chart(block: b.Chart, face: Typeface, width: float) -> Drawing:
    height, left, bottom = 170.0, 34.0, 44.0
    drawing = Drawing(width, height)
    top = max(max(block.values), 1.0) * 1.15
    scale = (height - bottom - 24) / top
    for step in range(5):
        value = top * step / 4
        y = bottom + value * scale
        drawing.add(Line(left, y, width, y, strokeColor=colors.lightgrey, strokeWidth=0.5))
        label = f"{value:.1f}".replace(".", ",") if top < 10 else f"{value:.0f}"
        drawing.add(String(left - 4, y - 3, label, fontName=face.regular, fontSize=7, textAnchor="end"))
    slot = (width - left) / len(block.values)
    for i, (label, value) in enumerate(zip(block.labels, block.values, strict=True)):
        x = left + slot * i
        drawing.add(Rect(x + slot * 0.2, bottom, slot * 0.6, value * scale, fillColor=_BAR, strokeColor=None))
        shown = f"{value:g}".replace(".", ",")
        drawing.add(
            String(
                x + slot / 2,
                bottom + value * scale + 3,
                shown,
                fontName=face.bold,
                fontSize=8,
                textAnchor="middle",
            )
        )
        for line, words in enumerate(_wrapped(label, int(slot / 4.2))[:3]):
            drawing.add(
                String(
                    x + slot / 2,
                    bottom - 10 - 8 * line,
                    words,
                    fontName=face.regular,
                    fontSize=7,
                    textAnchor="middle",
                )
            )
    drawing.add(String(width / 2, height - 10, block.title, fontName=face.bold, fontSize=9, textAnchor="middle"))
    return drawing


def _wrapped(text: str, letters: int) -> list[str]:
    lines = [""]
    for word in text.split():
        joined = f"{lines[-1]} {word}".strip()
        if len(joined) <= max(letters, 4) or not lines[-1]:
            lines[-1] = joined
        else:
            lines.append(word)
    return lines


def _signature(block: b.Signature, face: Typeface, width: float, chance: random.Random) -> Any:
    right = _signed_lines(block, face, chance)
    left = _signed_lines(block.beside, face, chance) if block.beside else ""
    grid = Grid([[left, right]], colWidths=[width - 74 * mm, 74 * mm])
    grid.setStyle(_plain())
    return KeepTogether([Spacer(1, 10), grid])


def _signed_lines(block: b.Signature, face: Typeface, chance: random.Random) -> list[Any]:
    return [
        _para(block.place_and_date or "\u00a0", face.regular, 11, "left", after=0),
        _para(block.role, face.regular, 11, "left", after=2),
        _autograph(chance, 95, 42),
        _para(block.name, face.bold, 11, "left", after=0),
        *(_para(line, face.regular, 11, "left", after=0) for line in block.lines),
    ]
