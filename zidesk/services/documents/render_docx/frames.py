"""What stands in tables without lines: letterhead, signatures, labels."""

import io

from zidesk.domain.profile import School
from zidesk.services.documents.content.letterhead_lines import address_line, office_lines, reach_parts
from zidesk.services.documents.content.qr import qr_rows
from zidesk.services.documents.content.signature_lines import STAMP_WORDS, name_lines, position_line
from zidesk.services.documents.model.blocks import QrLabel
from zidesk.services.documents.model.signatures import Signatures, Signer
from zidesk.services.documents.paper import MM
from zidesk.services.documents.render_docx.package import Package
from zidesk.services.documents.render_docx.table import cell_xml, table_properties
from zidesk.services.documents.render_docx.xml import ParagraphLook, paragraph, run, runs, spacer

_ROOM = 25 * MM
_LOGO = 20 * MM
_CENTRED = ParagraphLook(align="center", after=0, keep=True)


def letterhead_xml(school: School, logo: bytes | None, package: Package, width: float, *, new_page: bool) -> str:
    """Logo at the left, lines in the middle, a double rule below."""
    offices = office_lines(school)
    lines = [
        paragraph(run(text, bold=at > 0 or len(offices) == 1, size=12), _CENTRED)
        for at, text in enumerate(offices)
    ]
    lines.append(paragraph(run(school.name.upper(), bold=True, size=15), _CENTRED))
    address = (address_line(school), " · ".join(reach_parts(school)))
    lines += [
        paragraph(run(text, size=8), ParagraphLook(align="center", after=0, line=10, keep=True))
        for text in address
        if text
    ]
    side = _LOGO + 8
    cells = cell_xml("".join(lines), width - side if logo else width, '<w:vAlign w:val="center"/>')
    widths = [width]
    if logo:
        picture = paragraph(package.picture(logo, _LOGO), ParagraphLook(after=0, keep=True))
        cells = cell_xml(picture, side, '<w:vAlign w:val="center"/>') + cells
        widths = [side, width - side]
    rule = (
        '<w:p><w:pPr><w:keepNext/><w:pBdr><w:top w:val="thickThinSmallGap" w:sz="24" w:space="1" '
        'w:color="000000"/></w:pBdr>'
        '<w:spacing w:before="60" w:after="60" w:line="40" w:lineRule="exact"/></w:pPr></w:p>'
    )
    before = spacer(1, new_page=True) if new_page else ""
    row = f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"
    return f"{before}<w:tbl>{table_properties(widths, ruled=False, pad=0)}{row}</w:tbl>{rule}"


def signatures_xml(block: Signatures, width: float) -> str:
    """Rows of two signers, a single one at the right; every paragraph stays with the next."""
    half = width / 2
    rows: list[str] = []
    for start in range(0, len(block.signers), 2):
        pair: list[Signer | None] = list(block.signers[start : start + 2])
        if len(pair) == 1:
            pair.insert(0, None)
        above = "".join(cell_xml(_above(signer), half, '<w:vAlign w:val="bottom"/>') for signer in pair)
        below = "".join(cell_xml(_below(signer), half) for signer in pair)
        rows += [f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>" for cells in (above, below)]
    properties = table_properties([half, half], ruled=False, pad=6, above=0)
    return f"{spacer(8, keep=True)}<w:tbl>{properties}{''.join(rows)}</w:tbl>"


_SIGNED = ParagraphLook(after=0, keep=True)


def _above(signer: Signer | None) -> str:
    lines = () if signer is None else tuple(text for text in (*signer.above, position_line(signer)) if text)
    return "".join(paragraph(runs(text), _SIGNED) for text in lines) or paragraph("", _SIGNED)


def _below(signer: Signer | None) -> str:
    """The room to sign stands above the name."""
    if signer is None:
        return paragraph("", _SIGNED)
    room = spacer(_ROOM, keep=True)
    if signer.stamp:
        look = ParagraphLook(after=0, before=_ROOM / 2 - 5, line=10, keep=True)
        room = paragraph(run(STAMP_WORDS, size=8), look) + spacer(_ROOM / 2 - 5, keep=True)
    return room + "".join(paragraph(runs(text), _SIGNED) for text in name_lines(signer))


def label_xml(block: QrLabel, package: Package, width: float) -> str:
    side = block.side * MM + 16
    words = paragraph(run(block.title, bold=True, size=18), ParagraphLook(after=0))
    words += "".join(paragraph(run(text), ParagraphLook(after=0)) for text in block.lines)
    picture = paragraph(
        package.picture(_qr_png(block.content), block.side * MM), ParagraphLook(after=0, align="center")
    )
    middle = '<w:vAlign w:val="center"/>'
    cells = cell_xml(picture, side, middle) + cell_xml(words, width - side, middle)
    return (
        f"<w:tbl>{table_properties([side, width - side], ruled=True, pad=6)}"
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr></w:tbl>"
    )


def _qr_png(content: str) -> bytes:
    from PIL import Image

    modules = qr_rows(content)
    picture = Image.new("1", (len(modules), len(modules)), 1)
    for down, row in enumerate(modules):
        for across, dark in enumerate(row):
            if dark:
                picture.putpixel((across, down), 0)
    packed = io.BytesIO()
    picture.resize((len(modules) * 8, len(modules) * 8)).save(packed, "PNG")
    return packed.getvalue()
