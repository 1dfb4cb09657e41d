"""The file around the text: styles, numbering, footers, pictures, properties; the same bytes every time."""

import io
import zipfile
from pathlib import Path
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from zidesk.services.documents.drawing.text import plain
from zidesk.services.documents.model.facts import DocumentFacts
from zidesk.services.documents.model.numbering import item_label
from zidesk.services.documents.paper import Frame
from zidesk.services.documents.render_docx.styles import style_sheet
from zidesk.services.documents.render_docx.xml import TAB, field, run, twips

_SPACES = nsdecls("w", "r", "wp", "a", "pic")
_LIST_STYLES = ("1.", "a.", "1)", "a)", "-")
_FORMATS = {"1": "decimal", "a": "lowerLetter", "-": "bullet"}
_MOMENT = (1980, 1, 1, 0, 0, 0)  # of every entry; the clock must not show in the bytes
_LEFT_OUT = ("/thumbnail", "/stylesWithEffects")  # the template's: a preview picture, a second set of styles


class Package:
    """A DOCX being made. `frame`: of upright pages."""

    def __init__(self, facts: DocumentFacts, frame: Frame, leading: float) -> None:
        self._document: Any = docx.Document()
        self._frame = frame
        self._pictures: dict[bytes, tuple[str, Any]] = {}
        self._drawn = 0
        self._lists: list[tuple[str, int]] = []
        self._footers: dict[bool, str] = {}
        _refill(self._document.styles.element, style_sheet(leading, frame.width))
        for relations in (self._document.part.rels, self._document.part.package.rels):
            for key in [key for key, found in relations.items() if found.reltype.endswith(_LEFT_OUT)]:
                del relations[key]
        self._describe(facts)

    def _describe(self, facts: DocumentFacts) -> None:
        about = self._document.core_properties
        about.title, about.author, about.subject = (
            plain(text)[:255] for text in (facts.title, facts.author, facts.subject)
        )
        about.created = about.modified = facts.changed_at.replace(microsecond=0)
        about.last_modified_by, about.language = "ZIDesk", "id-ID"
        about.comments, about.revision = "", 1

    def footer(self, name: str, landscape: bool, width: float) -> str:
        """The relation of the footer of pages of this orientation: page x of y, name of the paper."""
        if landscape not in self._footers:
            part, relation = self._document.part.add_footer_part()
            content = (
                f"{run('Halaman ')}{field('PAGE', '1')}{run(' dari ')}{field('NUMPAGES', '1')}{TAB}{run(name)}"
            )
            stop = f'<w:tabs><w:tab w:val="right" w:pos="{twips(width)}"/></w:tabs>'
            edge = '<w:pBdr><w:top w:val="single" w:sz="4" w:space="3" w:color="5C5C5C"/></w:pBdr>'
            _refill(part.element, f'<w:p><w:pPr><w:pStyle w:val="Footer"/>{edge}{stop}</w:pPr>{content}</w:p>')
            self._footers[landscape] = relation
        return self._footers[landscape]

    def list_number(self, style: str, start: int) -> int:
        """A list of its own, which begins at `start`."""
        self._lists.append((style, start))
        return len(self._lists)

    def picture(self, png: bytes, width: float) -> str:
        """A run with the picture, `width` points wide."""
        if png not in self._pictures:
            self._pictures[png] = self._document.part.get_or_add_image(io.BytesIO(png))
        relation, image = self._pictures[png]
        self._drawn += 1
        wide = round(width * 12700)
        high = round(wide * image.px_height / image.px_width)
        name = f'id="{self._drawn}" name="Gambar {self._drawn}"'
        return (
            '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{wide}" cy="{high}"/>'
            f"<wp:docPr {name}/><a:graphic>"
            '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
            f'<pic:cNvPr {name}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/>'
            "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
            f'<a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
            "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )

    def save(self, out: Path, body: str) -> None:
        """`body`: what stands in the body, the last section's properties at its end. Raises OSError."""
        _refill(self._document.element.body, body)
        _refill(self._document.part.numbering_part.element, self._numbering())
        packed = io.BytesIO()
        self._document.save(packed)
        with zipfile.ZipFile(packed) as made, zipfile.ZipFile(out, "w") as target:
            for name in made.namelist():
                entry = zipfile.ZipInfo(name, _MOMENT)
                entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
                target.writestr(entry, made.read(name))

    def _numbering(self) -> str:
        kinds = "".join(_list_kind(number, style) for number, style in enumerate(_LIST_STYLES))
        numbers = "".join(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{_LIST_STYLES.index(style)}"/>'
            f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
            for number, (style, start) in enumerate(self._lists, 1)
        )
        return kinds + numbers


def _list_kind(number: int, style: str) -> str:
    text = item_label("-", 1) if style == "-" else f"%1{style[1]}"
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        f'<w:start w:val="1"/><w:numFmt w:val="{_FORMATS[style[0]]}"/><w:lvlText w:val="{text}"/>'
        '<w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
    )


def _refill(element: Any, content: str) -> None:
    """The element's children replaced by what `content` says."""
    for child in list(element):
        element.remove(child)
    for child in list(parse_xml(f"<w:isi {_SPACES}>{content}</w:isi>")):
        element.append(child)
