"""Whether bytes are text, and which kind of text. Pure functions of the first bytes of a file."""

import codecs
import re

from zidesk.services.ingest.inspection import known_types as t
from zidesk.services.ingest.inspection.known_types import FileType

# what no text holds; tab, line ends, form feed and escape do occur
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BY_SUFFIX = {
    kind.suffix: kind for kind in (t.CSV, t.TSV, t.JSON, t.MARKDOWN, t.CALENDAR, t.VCARD, t.EMAIL, t.XML)
} | {".htm": t.HTML, ".html": t.HTML, ".xhtml": t.HTML, ".tab": t.TSV, ".mht": t.EMAIL, ".mhtml": t.EMAIL}
_HTML = re.compile(r"\s*(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body|meta|table|title)\b", re.I | re.S)


def from_text(head: bytes, suffix: str) -> FileType | None:
    """The kind of text that `head` begins, or None when it is not text.

    Markup tells its own type; the rest (CSV, JSON, …) is plain text that the name's `suffix` specifies.
    """
    text = decode(head)
    if text is None:
        return None
    if _HTML.match(text[:4096]):
        return t.HTML
    start = text[:4096].lstrip()
    if start.startswith("<svg") or (start.startswith("<?xml") and "<svg" in start):
        return t.SVG
    if start.startswith("<?xml"):
        return t.HTML if "<html" in start[:1024].lower() else t.XML
    if start.startswith("BEGIN:VCALENDAR"):
        return t.CALENDAR
    if start.startswith("BEGIN:VCARD"):
        return t.VCARD
    return _BY_SUFFIX.get(suffix, t.TEXT)


def decode(head: bytes) -> str | None:
    """`head` as text (Unicode by BOM, UTF-8, else Windows-1252), or None when it is not text.

    A character cut at the end of `head` is no fault.
    """
    for bom, encoding in _BOMS:
        if head.startswith(bom):
            return _decoded(head[len(bom) :], encoding)
    if not head or _BINARY.search(head):
        return None
    return _decoded(head, "utf-8") or _windows_text(head)


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return codecs.getincrementaldecoder(encoding)().decode(data, final=False)
    except UnicodeDecodeError:
        return None


def _windows_text(data: bytes) -> str | None:
    """Old Windows text is mostly ASCII; arbitrary bytes without control characters are not."""
    ascii_share = sum(byte < 0x80 for byte in data) / len(data)
    return data.decode("cp1252", errors="replace") if ascii_share >= 0.85 else None
