"""Covers and labels."""

import io
from collections.abc import Iterator

from zidesk.services.documents.content.qr import qr_rows
from zidesk.services.documents.drawing.flow import Flow
from zidesk.services.documents.drawing.rich import RichLine, draw_rich_line
from zidesk.services.documents.drawing.text import Typesetter
from zidesk.services.documents.model.blocks import Cover, QrLabel
from zidesk.services.documents.paper import MM, Frame
from zidesk.services.documents.render_pdf.looks import style_of, text_lines
from zidesk.services.documents.render_pdf.pieces import NewPage, Part, Piece

_COVER_LOGO = 45 * MM
_LABEL_PAD = 4 * MM
_MOST_LINES = 8  # of each part; the whole must fit one page


def cover_pieces(block: Cover, setter: Typesetter, frame: Frame, logo: bytes | None) -> Iterator[Part]:
    """Title below the top, logo in the middle, the rest at the foot; all of it centred."""
    title = text_lines(setter, "\n".join(block.title), 20, 27, frame.width, bold=True)[:_MOST_LINES]
    middle = text_lines(setter, "\n".join(block.middle), 12, 17, frame.width)[:_MOST_LINES] if block.middle else []
    below = (
        text_lines(setter, "\n".join(block.below), 14, 20, frame.width, bold=True)[:_MOST_LINES]
        if block.below
        else []
    )

    def draw(flow: Flow) -> None:
        y = flow.frame.y_top - 30 * MM
        y = _centred(flow, title, 20, 27, y) - 8
        y = _centred(flow, middle, 12, 17, y)
        foot = flow.frame.bottom + 15 * MM + len(below) * 20
        _centred(flow, below, 14, 20, foot)
        if logo is not None and block.logo and y - foot > _COVER_LOGO + 20:
            _draw_logo(flow, logo, (y + foot) / 2)

    yield NewPage()
    yield Piece(frame.height, draw)
    yield NewPage()


def _centred(flow: Flow, lines: list[RichLine], size: float, leading: float, y: float) -> float:
    style = style_of("bold", size, leading)
    for line in lines:
        draw_rich_line(flow.sheet, line, flow.frame.left, y - style.ascent, flow.frame.width, "center")
        y -= leading
    return y


def _draw_logo(flow: Flow, logo: bytes, middle: float) -> None:
    from reportlab.lib.utils import ImageReader

    picture = ImageReader(io.BytesIO(logo))
    wide, high = picture.getSize()
    scale = _COVER_LOGO / max(wide, high)
    x = flow.frame.left + (flow.frame.width - wide * scale) / 2
    flow.sheet.picture(picture, x, middle - high * scale / 2, wide * scale, high * scale)


def label_piece(block: QrLabel, setter: Typesetter, frame: Frame) -> Piece:
    """The code at the left in a frame, what it stands for beside it."""
    side = block.side * MM
    limit = frame.width - side - 3 * _LABEL_PAD
    title = text_lines(setter, block.title, 18, 23, limit, bold=True)[:_MOST_LINES]
    lines = [line for text in block.lines for line in text_lines(setter, text, 11, 15, limit)][:_MOST_LINES]
    words = len(title) * 23 + len(lines) * 15
    height = max(side, words) + 2 * _LABEL_PAD
    modules = qr_rows(block.content)

    def draw(flow: Flow) -> None:
        sheet, left, top = flow.sheet, flow.frame.left, flow.y
        for y in (top, top - height):
            sheet.rule(left, y, flow.frame.width, 0.8)
        for x in (left, flow.frame.x_right):
            sheet.block(x - 0.4, top - height, 0.8, height)
        unit = side / len(modules)
        for down, row in enumerate(modules):
            for start, length in _dark_runs(row):
                x = left + _LABEL_PAD + start * unit
                sheet.block(x, top - _LABEL_PAD - (down + 1) * unit, length * unit, unit)
        x, y = left + side + 2 * _LABEL_PAD, top - (height - words) / 2
        for line, size, leading in [(line, 18, 23) for line in title] + [(line, 11, 15) for line in lines]:
            draw_rich_line(sheet, line, x, y - style_of("bold", size, leading).ascent, limit, "left")
            y -= leading

    return Piece(height, draw, gap=6)


def _dark_runs(row: list[bool]) -> Iterator[tuple[int, int]]:
    """Start and length of what is dark, so that no hairlines show between modules."""
    start = -1
    for at, dark in enumerate([*row, False]):
        if dark and start < 0:
            start = at
        elif not dark and start >= 0:
            yield start, at - start
            start = -1
