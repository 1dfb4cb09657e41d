"""Blocks papers are signed in: lines above, position, room to sign, name, rank, NIP."""

from collections.abc import Iterator, Sequence

from zidesk.services.documents.content.signature_lines import STAMP_WORDS, name_lines, position_line
from zidesk.services.documents.drawing.flow import Flow
from zidesk.services.documents.drawing.rich import RichLine, draw_rich_line
from zidesk.services.documents.drawing.text import Typesetter
from zidesk.services.documents.model.inline import Text
from zidesk.services.documents.model.signatures import Signatures, Signer
from zidesk.services.documents.paper import MM, Frame, Style
from zidesk.services.documents.render_pdf.looks import style_of, text_lines
from zidesk.services.documents.render_pdf.pieces import Part, Piece, Space

_ROOM = 25 * MM
_WIDTH = 80 * MM  # of the one at the right margin
_GUTTER = 6 * MM
_SIZE, _LEADING = 11.0, 14.0
_STAMP = Style("regular", 8, 10, grey=True)


class SignaturePieces:
    def __init__(self, setter: Typesetter, frame: Frame) -> None:
        self._setter, self._frame = setter, frame

    def pieces(self, block: Signatures) -> Iterator[Part]:
        """Rows of two; a single one stands at the right."""
        signers = block.signers
        for start in range(0, len(signers), 2):
            yield self._row(signers[start : start + 2], first=start == 0)
        yield Space(14)

    def _row(self, signers: Sequence[Signer], *, first: bool) -> Piece:
        half = (self._frame.width - _GUTTER) / 2
        width = min(_WIDTH, half) if len(signers) == 1 else half
        places = [self._frame.width - width] if len(signers) == 1 else [0.0, half + _GUTTER]
        aboves = [self._lines((*signer.above, position_line(signer)), width) for signer in signers]
        belows = [self._lines(name_lines(signer), width) for signer in signers]
        top = max(map(len, aboves)) * _LEADING
        height = top + _ROOM + max(map(len, belows)) * _LEADING

        def draw(flow: Flow) -> None:
            for signer, x, above, below in zip(signers, places, aboves, belows, strict=True):
                # positions end at one height, so that names stand side by side
                self._draw(flow, above, x, flow.y - top + len(above) * _LEADING, width)
                self._draw(flow, below, x, flow.y - top - _ROOM, width)
                if signer.stamp:
                    flow.sheet.text(flow.frame.left + x, flow.y - top - _ROOM / 2, STAMP_WORDS, _STAMP)

        return Piece(height, draw, gap=8 if first else 14)

    def _lines(self, texts: Sequence[Text], width: float) -> list[RichLine]:
        return [
            line for text in texts if text for line in text_lines(self._setter, text, _SIZE, _LEADING, width)[:4]
        ]

    def _draw(self, flow: Flow, lines: list[RichLine], x: float, y: float, width: float) -> None:
        style = style_of("regular", _SIZE, _LEADING)
        for line in lines:
            draw_rich_line(flow.sheet, line, flow.frame.left + x, y - style.ascent, width, "left")
            y -= _LEADING
