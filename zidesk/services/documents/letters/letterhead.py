"""The school's letterhead: logo at the left, who the letter is from, a double rule below."""

import io
from pathlib import Path
from typing import Any

from zidesk.domain.profile import School
from zidesk.services.documents.drawing.flow import Flow
from zidesk.services.documents.drawing.text import clean
from zidesk.services.documents.paper import MM, Style

_GOVERNMENT = Style("regular", 12, 14)
_OFFICE = Style("bold", 12, 14)
_SCHOOL = Style("bold", 15, 18)
_ADDRESS = Style("regular", 8, 10)
_LOGO = 20 * MM
_LOGO_PIXELS = 520  # at 20 mm, more than any office printer shows
_LOGO_MOST_PIXELS = 60_000_000  # a picture beyond this is no logo


def draw_letterhead(flow: Flow, school: School, logo: Path | None) -> None:
    """At the flow's height. A logo that cannot be read is left out; lines that are empty are left out."""
    frame, sheet = flow.frame, flow.sheet
    picture = None if logo is None else _read_logo(logo)
    side = _LOGO + 8 if picture is not None else 0.0
    width = frame.width - side
    lines = [
        (line, style)
        for text, style in _texts(school)
        for line in sheet.type.lines(clean(text), style, width, most=3)
    ]
    lines += [(line, _ADDRESS) for line in _reach_lines(flow, school, width)]
    height = sum(style.leading for _, style in lines)
    top = flow.y
    if picture is not None:
        _draw_logo(flow, picture, top)
        flow.y -= max(0.0, (_LOGO - height) / 2)
    middle = frame.left + side + width / 2
    for line, style in lines:
        sheet.text(middle, flow.y - style.ascent, line, style, "center")
        flow.y -= style.leading
    if picture is not None:
        flow.y = min(flow.y, top - _LOGO)
    flow.y -= 6
    sheet.rule(frame.left, flow.y, frame.width, 2.0)
    sheet.rule(frame.left, flow.y - 3, frame.width, 0.6)
    flow.y -= 4


def _texts(school: School) -> list[tuple[str, Style]]:
    address = ", ".join(filter(None, (school.address, school.regency, school.province)))
    if school.postal_code:
        address = f"{address} {school.postal_code}".strip()
    texts = [
        (school.government.upper(), _GOVERNMENT),
        (school.office.upper(), _OFFICE),
        (school.name.upper(), _SCHOOL),
        (address, _ADDRESS),
    ]
    return [(text, style) for text, style in texts if text.strip()]


def _reach_lines(flow: Flow, school: School, width: float) -> list[str]:
    """Telephone, mail and web side by side as long as they fit, none of them divided without need."""
    setter = flow.sheet.type
    phone = f"Telepon {school.phone}" if school.phone else ""
    lines: list[str] = []
    for part in filter(None, map(clean, (phone, school.email, school.website))):
        joined = f"{lines[-1]} · {part}" if lines else part
        if lines and setter.width(joined, _ADDRESS) <= width:
            lines[-1] = joined
        else:
            lines.extend(setter.lines(part, _ADDRESS, width, most=2))
    return lines


def _read_logo(path: Path) -> Any:
    """A reportlab picture on white ground, or None if this is no picture that can be read."""
    from PIL import Image, UnidentifiedImageError
    from reportlab.lib.utils import ImageReader

    try:
        with Image.open(path) as original:
            if original.width * original.height > _LOGO_MOST_PIXELS:
                return None
            original.draft("RGB", (_LOGO_PIXELS, _LOGO_PIXELS))
            colours = original.convert("RGBA")
        colours.thumbnail((_LOGO_PIXELS, _LOGO_PIXELS))
        ground = Image.new("RGBA", colours.size, "white")
        ground.alpha_composite(colours)
        packed = io.BytesIO()
        ground.convert("RGB").save(packed, "PNG")
    except (OSError, ValueError, SyntaxError, UnidentifiedImageError, Image.DecompressionBombError):
        return None
    packed.seek(0)
    return ImageReader(packed)


def _draw_logo(flow: Flow, picture: Any, top: float) -> None:
    """As large as fits the square, in its middle."""
    wide, high = picture.getSize()
    scale = _LOGO / max(wide, high)
    width, height = wide * scale, high * scale
    x = flow.frame.left + (_LOGO - width) / 2
    flow.sheet.picture(picture, x, top - (_LOGO + height) / 2, width, height)
