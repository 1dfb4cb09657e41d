"""The cover: title, logo and foot on one page, however long the names are."""

from collections.abc import Sequence
from math import ceil

from zidesk.services.documents.model.blocks import Cover
from zidesk.services.documents.paper import MM
from zidesk.services.documents.render_docx.package import Package
from zidesk.services.documents.render_docx.xml import ParagraphLook, paragraph, run

_LOGO = 45 * MM
_GAPS = (30 * MM, 25 * MM, 35 * MM)  # above the title, the logo and the foot
_ROOM = 215 * MM  # of an A4 page between its margins, some lines short: the word processor breaks lines, not we
_WIDTH = 155 * MM
_LETTER = 0.68  # of the size: a wide one, for most of these words are in capitals


def cover_xml(block: Cover, logo: bytes | None, package: Package) -> str:
    """Title, logo and foot, centred; the caller begins a page after it. Where the words are many, the gaps
    become smaller; where there is no room at all for a logo, it is left out."""
    words = _height(block.title, 20, 27) + _height(block.middle, 12, 17) + _height(block.below, 14, 20)
    shown = logo if block.logo and words + _LOGO < _ROOM else None
    free = _ROOM - words - (_LOGO if shown else 0)
    share = max(0.0, min(1.0, free / sum(_GAPS)))
    above, middle, below = (gap * share for gap in _GAPS)
    title = run("\n".join(block.title), bold=True, size=20)
    parts = [paragraph(title, ParagraphLook(align="center", before=above, line=27))]
    if block.middle:
        parts.append(paragraph(run("\n".join(block.middle), size=12), ParagraphLook(align="center", line=17)))
    if shown:
        parts.append(paragraph(package.picture(shown, _LOGO), ParagraphLook(align="center", before=middle)))
    if block.below:
        look = ParagraphLook(align="center", before=below, line=20)
        parts.append(paragraph(run("\n".join(block.below), bold=True, size=14), look))
    return "".join(parts)


def _height(lines: Sequence[str], size: float, leading: float) -> float:
    return sum(max(1, ceil(len(line) * size * _LETTER / _WIDTH)) for line in lines) * leading
