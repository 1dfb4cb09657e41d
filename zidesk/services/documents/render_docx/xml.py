"""Paragraphs and runs of WordprocessingML (ECMA-376, part 1, 17.3) as text; lengths in points."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape

from zidesk.services.documents.drawing.text import plain
from zidesk.services.documents.model.inline import Run, Text, runs_of

_ALIGN = {"left": "left", "right": "right", "center": "center", "justify": "both"}


def twips(points: float) -> int:
    """Twentieths of a point, the unit of WordprocessingML."""
    return round(points * 20)


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """How a paragraph stands; 0 or "" leaves a property to its style. `hanging` is taken from `left`."""

    style: str = ""
    align: str = ""
    left: float = 0.0
    hanging: float = 0.0
    first: float = 0.0
    before: float = 0.0
    after: float | None = None
    line: float = 0.0  # at least this distance of lines
    exact: bool = False
    keep: bool = False
    new_page: bool = False
    tabs: tuple[float, ...] = ()
    list_number: int = 0
    mark_size: float = 0.0  # of the paragraph's own mark, and with it of a list's number


def paragraph(content: str, look: ParagraphLook) -> str:
    return f"<w:p>{paragraph_properties(look, run_properties(size=look.mark_size))}{content}</w:p>"


def paragraph_properties(look: ParagraphLook, more: str = "") -> str:
    """Properties in the order the schema asks for; `more` comes last (a section's properties)."""
    parts: list[str] = []
    if look.style:
        parts.append(f'<w:pStyle w:val="{look.style}"/>')
    if look.keep:
        parts.append("<w:keepNext/>")
    if look.new_page:
        parts.append("<w:pageBreakBefore/>")
    if look.list_number:
        parts.append(f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{look.list_number}"/></w:numPr>')
    if look.tabs:
        stops = "".join(f'<w:tab w:val="left" w:pos="{twips(stop)}"/>' for stop in look.tabs)
        parts.append(f"<w:tabs>{stops}</w:tabs>")
    parts.append(_spacing(look))
    if look.left or look.first or look.hanging:
        turn = f'w:hanging="{twips(look.hanging)}"' if look.hanging else f'w:firstLine="{twips(look.first)}"'
        parts.append(f'<w:ind w:left="{twips(look.left)}" {turn}/>')
    if look.align:
        parts.append(f'<w:jc w:val="{_ALIGN[look.align]}"/>')
    return f"<w:pPr>{''.join(parts)}{more}</w:pPr>"


def _spacing(look: ParagraphLook) -> str:
    values = [f'w:before="{twips(look.before)}"'] if look.before else []
    if look.after is not None:
        values.append(f'w:after="{twips(look.after)}"')
    if look.line:
        values.append(f'w:line="{twips(look.line)}" w:lineRule="{"exact" if look.exact else "atLeast"}"')
    return f"<w:spacing {' '.join(values)}/>" if values else ""


_SIGNS = re.compile("([☐☑✂]+)")  # Arial has none of them
_SIGN_FONT = "Segoe UI Symbol"  # on every Windows; elsewhere the office program finds another


def run(text: str, *, bold: bool = False, italic: bool = False, underline: bool = False, size: float = 0) -> str:
    """Text of one look; line breaks in it stay. Characters XML does not know are gone."""
    parts = _SIGNS.split(text)  # what is at an odd place is a sign
    return "".join(
        _run(part, run_properties(bold, italic, underline, size, _SIGN_FONT if place % 2 else ""))
        for place, part in enumerate(parts)
        if part or len(parts) == 1
    )


def _run(text: str, properties: str) -> str:
    lines = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(_kept_ends(line))}</w:t>' for line in text.split("\n")
    )
    return f"<w:r>{properties}{lines}</w:r>"


def run_properties(
    bold: bool = False, italic: bool = False, underline: bool = False, size: float = 0, face: str = ""
) -> str:
    """Of a run, in the order the schema asks for; without `face` the font is that of the style."""
    parts = f'<w:rFonts w:ascii="{face}" w:hAnsi="{face}" w:eastAsia="{face}"/>' if face else ""
    parts += "<w:b/>" if bold else ""
    parts += "<w:i/>" if italic else ""
    parts += f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>' if size else ""
    parts += '<w:u w:val="single"/>' if underline else ""
    return f"<w:rPr>{parts}</w:rPr>" if parts else ""


def runs(text: Text, *, bold: bool = False, size: float = 0) -> str:
    """All runs of a text, blanks as dots."""
    parts: Iterable[Run] = runs_of(text, bold=bold)
    return "".join(
        run(part.text, bold=part.bold, italic=part.italic, underline=part.underline, size=size)
        for part in parts
        if part.text
    )


def spacer(height: float, *, new_page: bool = False, keep: bool = False, more: str = "") -> str:
    """An empty paragraph of this height."""
    look = ParagraphLook(after=0, line=max(1.0, height), exact=True, new_page=new_page, keep=keep)
    tiny = '<w:rPr><w:sz w:val="2"/></w:rPr>'
    return f"<w:p>{paragraph_properties(look, tiny + more)}</w:p>"


TAB = "<w:r><w:tab/></w:r>"


def field(instruction: str, shown: str, properties: str = "") -> str:
    """A field with the result that is shown until it is updated."""
    return (
        f'<w:r>{properties}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{properties}<w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r>{properties}<w:fldChar w:fldCharType="separate"/></w:r>'
        f"<w:r>{properties}<w:t>{escape(shown)}</w:t></w:r>"
        f'<w:r>{properties}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def _kept_ends(text: str) -> str:
    """As `plain`, but spaces at the ends part this run from its neighbours."""
    cleaned = plain(text)
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and cleaned else ""
    return f"{before}{cleaned}{after}"
