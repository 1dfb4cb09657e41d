"""The words of text files, tables and office documents, bounded whatever is in them. No XML is parsed: tags are
dropped, so that nothing in them is ever obeyed."""

import codecs
import html
import re
import zipfile
from pathlib import Path

from zidesk.domain.evidence import FileKind, FileState, Inspection

MOST_BYTES = 5_000_000  # of words read of one file
_MOST_PACKED = 100_000_000  # bytes of an office document that is opened
_OFFICE = {FileKind.DOCUMENT, FileKind.SPREADSHEET, FileKind.PRESENTATION}
# the members in which the words of a document are
_WORDS = re.compile(
    r"(?:word/(?:document|footnotes|header\d{1,2}|footer\d{1,2})|xl/sharedStrings|xl/worksheets/sheet\d{1,3}"
    r"|ppt/slides/slide\d{1,3}|content)\.xml"
)
_INLINE_ONLY = re.compile(r"xl/worksheets/")
_BREAKS = re.compile(
    r"</(?:w:p|w:tc|si|is|a:p|text:p|text:h)>|<(?:w:tab|w:br|text:tab|text:s|text:line-break)\b[^<>]*>"
)
_TAG = re.compile(r"<[^<>]*>")


def is_readable(inspection: Inspection) -> bool:
    """Whether `text_of` can find words in such a file; PDFs are read for the search already."""
    if inspection.state is not FileState.OK:
        return False
    return inspection.media_type.startswith("text/") or inspection.kind in _OFFICE


def text_of(path: Path, inspection: Inspection) -> str:
    """The words, lines and cells apart; "" where there are none that can be read. Raises OSError."""
    if inspection.media_type.startswith("text/"):
        with path.open("rb") as stream:
            return _decoded(stream.read(MOST_BYTES))
    if path.stat().st_size > _MOST_PACKED:
        return ""
    try:
        with path.open("rb") as stream, zipfile.ZipFile(stream) as archive:
            return _office_text(archive)
    except OSError:
        raise
    except Exception:  # hostile bytes raise anything
        return ""


def _office_text(archive: zipfile.ZipFile) -> str:
    left, parts = MOST_BYTES * 4, []  # tags are most of it
    for name in sorted(name for name in archive.namelist() if _WORDS.fullmatch(name)):
        with archive.open(name) as member:
            text = member.read(left).decode("utf-8", "replace")
        left -= len(text)
        parts.append(_inline(text) if _INLINE_ONLY.match(name) else text)
        if left <= 0:
            break
    spaced = _BREAKS.sub("\n", "\n".join(parts))
    return html.unescape(_TAG.sub("", spaced))[:MOST_BYTES]


def _inline(sheet: str) -> str:
    """The words that stand in the cells themselves; the others are among the shared strings."""
    return "\n".join(piece.partition("</is>")[0] for piece in sheet.split("<is>")[1:] if "</is>" in piece)


def _decoded(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")  # what old spreadsheets save
