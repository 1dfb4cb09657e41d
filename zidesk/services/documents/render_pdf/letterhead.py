"""The school's letterhead: logo at the left, who the letter is from, a double rule below."""

import io
from functools import cached_property
from typing import Any

from zidesk.domain.profile import School
from zidesk.services.documents.content.letterhead_lines import address_line, office_lines, reach_parts
from zidesk.services.documents.drawing.flow import Flow
from zidesk.services.documents.drawing.text import Typesetter, clean
from zidesk.services.documents.paper import MM, Frame, Style
from zidesk.services.documents.render_pdf.pieces import Piece

_OFFICE = Style("regular", 12, 14)
_OFFICE_BOLD = Style("bold", 12, 14)
_SCHOOL = Style("bold", 15, 18)
_ADDRESS = Style("regular", 8, 10)
_LOGO = 20 * MM
_RULES = 10.0
_FORM = "kop-lambang"


class LetterheadPieces:
    """The letterheads of one document; the logo is read and drawn once, then referred to."""

    def __init__(self, setter: Typesetter, logo: bytes | None) -> None:
        self._setter, self._logo = setter, logo
        self._drawn: set[str] = set()

    @cached_property
    def _picture(self) -> Any:
        """A reportlab picture."""
        from reportlab.lib.utils import ImageReader

        return None if self._logo is None else ImageReader(io.BytesIO(self._logo))

    def piece(self, school: School, frame: Frame) -> Piece:
        side = _LOGO + 8 if self._logo is not None else 0.0
        lines = self._lines(school, frame.width - side)
        height = sum(style.leading for _, style in lines)
        least = _LOGO if self._logo is not None else 0.0
        whole = max(height, least)

        def draw(flow: Flow) -> None:
            y = flow.y - (whole - height) / 2
            middle = flow.frame.left + side + (flow.frame.width - side) / 2
            if self._logo is not None:
                self._draw_logo(flow, whole)
            for line, style in lines:
                flow.sheet.text(middle, y - style.ascent, line, style, "center")
                y -= style.leading
            flow.sheet.rule(flow.frame.left, flow.y - whole - 6, flow.frame.width, 2.0)
            flow.sheet.rule(flow.frame.left, flow.y - whole - 9, flow.frame.width, 0.6)

        return Piece(whole + _RULES, draw, keep=True)

    def _lines(self, school: School, width: float) -> list[tuple[str, Style]]:
        offices = office_lines(school)
        texts = [
            (text, _OFFICE if at == 0 and len(offices) > 1 else _OFFICE_BOLD) for at, text in enumerate(offices)
        ]
        texts += [(school.name.upper(), _SCHOOL), (address_line(school), _ADDRESS)]
        lines = [
            (line, style)
            for text, style in texts
            if text.strip()
            for line in self._setter.lines(clean(text), style, width, most=3)
        ]
        return lines + [(line, _ADDRESS) for line in self._reach_lines(school, width)]

    def _reach_lines(self, school: School, width: float) -> list[str]:
        """Telephone, mail and web side by side as long as they fit, none of them divided without need."""
        lines: list[str] = []
        for part in map(clean, reach_parts(school)):
            joined = f"{lines[-1]} · {part}" if lines else part
            if lines and self._setter.width(joined, _ADDRESS) <= width:
                lines[-1] = joined
            else:
                lines.extend(self._setter.lines(part, _ADDRESS, width, most=2))
        return lines

    def _draw_logo(self, flow: Flow, whole: float) -> None:
        """As large as fits the square, in its middle; the picture stands in the file once for each height."""
        wide, high = self._picture.getSize()
        scale = _LOGO / max(wide, high)
        width, height = wide * scale, high * scale
        x = flow.frame.left + (_LOGO - width) / 2
        y = flow.y - (whole + height) / 2
        name = f"{_FORM}-{y:.0f}"
        if name not in self._drawn:
            self._drawn.add(name)
            with flow.sheet.supplied(name):
                flow.sheet.picture(self._picture, x, y, width, height)
        flow.sheet.later(name)
