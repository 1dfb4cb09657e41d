"""Paragraphs, headings, titles, lists, "Nomor : …", contents."""

from collections.abc import Sequence

from zidesk.services.documents.drawing.text import plain
from zidesk.services.documents.model.blocks import Contents, Heading, ItemList, KeyValues, Paragraph, Title
from zidesk.services.documents.model.inline import Text
from zidesk.services.documents.paper import MM
from zidesk.services.documents.render_docx.package import Package
from zidesk.services.documents.render_docx.xml import TAB, ParagraphLook, field, paragraph, run, runs

_LABEL = 7.5 * MM


def paragraph_xml(block: Paragraph, leading: float, *, keep: bool, new_page: bool) -> str:
    look = ParagraphLook(
        align=block.align,
        left=block.indent * MM,
        first=block.first_line * MM,
        after=block.space,
        line=leading * block.size / 11 if block.size != 11 else 0,
        keep=block.keep or keep,
        new_page=new_page,
    )
    return paragraph(runs(block.text, bold=block.bold, size=block.size if block.size != 11 else 0), look)


def heading_xml(block: Heading, number: int) -> str:
    """With a bookmark that the table of contents refers to."""
    start = f'<w:bookmarkStart w:id="{number}" w:name="{bookmark(number)}"/>'
    end = f'<w:bookmarkEnd w:id="{number}"/>'
    if block.level == 1:
        text = f"{block.label}\n{block.text.upper()}" if block.label else block.text.upper()
        style = "Heading1" if block.listed else "JudulLepas"
        return paragraph(f"{start}{run(text)}{end}", ParagraphLook(style=style))
    label = f"{run(block.label)}{TAB}" if block.label else ""
    left = _LABEL if block.label else 0.0
    look = ParagraphLook(style=f"Heading{block.level}", left=left, hanging=left)
    return paragraph(f"{start}{label}{run(block.text)}{end}", look)


def bookmark(number: int) -> str:
    return f"_Toc{100000 + number}"


def title_xml(block: Title, *, new_page: bool) -> str:
    head = paragraph(run("\n".join(block.lines)), ParagraphLook(style="JudulSurat", new_page=new_page))
    below = [
        paragraph(runs(text), ParagraphLook(align="center", after=8 if text is block.below[-1] else 0, keep=True))
        for text in block.below
    ]
    return head + ("".join(below) or paragraph("", ParagraphLook(after=0, line=8, exact=True, keep=True)))


def items_xml(block: ItemList, package: Package, left: float = 0.0, *, keep: bool = False) -> str:
    """A list Word numbers itself."""
    left += block.indent * MM
    number = package.list_number(block.style, block.start)
    found: list[str] = []
    for at, item in enumerate(block.items):
        last = at == len(block.items) - 1
        look = ParagraphLook(
            align="justify",
            left=left + _LABEL,
            hanging=_LABEL,
            after=6 if last and not item.below and not left else block.space,
            list_number=number,
            mark_size=block.size if block.size != 11 else 0,
            keep=keep and last and not item.below,
        )
        found.append(paragraph(runs(item.text, size=block.size if block.size != 11 else 0), look))
        if item.below:
            found.append(items_xml(item.below, package, left + _LABEL, keep=keep and last))
    return "".join(found)


def key_values_xml(block: KeyValues, *, keep: bool, new_page: bool) -> str:
    left, label = block.indent * MM, block.label_width * MM
    stop = left + label + 9
    rows: Sequence[tuple[str, Text]] = block.rows
    found: list[str] = []
    for at, (name, value) in enumerate(rows):
        last = at == len(rows) - 1
        look = ParagraphLook(
            align=block.align,
            left=stop,
            hanging=stop - left,
            after=6 if last else 1,
            tabs=(left + label, stop),
            keep=keep and last,
            new_page=new_page and at == 0,
        )
        colon = run(":") if name else ""
        found.append(paragraph(f"{run(name)}{TAB}{colon}{TAB}{runs(value)}", look))
    return "".join(found)


def contents_xml(block: Contents, headings: Sequence[Heading], pages: Sequence[int]) -> str:
    """The field with its entries as they stand now; Word renews them on demand."""
    shown = [
        (number, heading)
        for number, heading in enumerate(headings)
        if heading.listed and heading.level <= block.levels
    ]
    entries = [_entry(heading, number, pages[number]) for number, heading in shown]
    if not entries:
        return ""
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> TOC \\o "1-{block.levels}" \\h \\z </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    found = [
        paragraph((begin if at == 0 else "") + entry, ParagraphLook(style=f"TOC{heading.level}"))
        for at, (entry, (_, heading)) in enumerate(zip(entries, shown, strict=True))
    ]
    return "".join(found) + paragraph('<w:r><w:fldChar w:fldCharType="end"/></w:r>', ParagraphLook(after=0))


def _entry(heading: Heading, number: int, page: int) -> str:
    text = plain(f"{heading.label} {heading.text.upper() if heading.level == 1 else heading.text}")
    where = field(f"PAGEREF {bookmark(number)} \\h", str(page))
    return f'<w:hyperlink w:anchor="{bookmark(number)}" w:history="1">{run(text)}{TAB}{where}</w:hyperlink>'
