"""A picture between paragraphs, in a thin frame."""

from zidesk.services.documents.drawing.flow import Flow
from zidesk.services.documents.model.blocks import Picture
from zidesk.services.documents.paper import MM, Frame
from zidesk.services.documents.render_pdf.pieces import Piece

_HIGHEST = 0.42  # of the page: words that belong to it shall stand beside it
_LINE = 0.5


def picture_size(wide: int, high: int, scale: float, frame: Frame) -> tuple[float, float]:
    """Points, from pixels and mm for each of them."""
    factor = min(scale * MM, frame.width / wide, frame.height * _HIGHEST / high)
    return wide * factor, high * factor


def picture_piece(block: Picture, frame: Frame) -> Piece:
    """Raises OSError for a file that cannot be read."""
    from reportlab.lib.utils import ImageReader

    picture = ImageReader(str(block.file))
    wide, high = picture.getSize()
    width, height = picture_size(wide, high, block.scale, frame)

    def draw(flow: Flow) -> None:
        sheet, left, bottom = flow.sheet, flow.frame.left, flow.y - height
        sheet.picture(picture, left, bottom, width, height)
        for y in (flow.y, bottom):
            sheet.rule(left, y, width, _LINE, grey=True)
        for x in (left, left + width):
            sheet.block(x - _LINE / 2, bottom, _LINE, height, grey=True)

    return Piece(height, draw, gap=4, keep=block.keep)
