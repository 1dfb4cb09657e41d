"""PDF: how many pages, whether it asks for a password, whether a reader can open it. Nothing is rendered."""

import re
from logging import NullHandler, getLogger

import pikepdf
import pikepdf.settings

from zidesk.domain.evidence import Inspection
from zidesk.services.ingest.inspection import phrases
from zidesk.services.ingest.inspection.findings import damaged, locked, sound
from zidesk.services.ingest.inspection.known_types import FileType
from zidesk.services.ingest.inspection.pdf_tree import PageTree, TreeTooLargeError
from zidesk.services.ingest.inspection.source import Source

_END = b"%%EOF"
_END_WITHIN = 2048  # bytes before the end; readers look at 1024
_PADDING = 64 * 1024  # zeros that some scanners write behind the end
_LINEARIZED_LENGTH = re.compile(rb"/L\s+([0-9]{1,15})\b")
_MAX_REPAIRED = 64 * 1024 * 1024  # bytes of a file whose objects are searched one by one

_MAX_UNPACKED = 64 * 1024 * 1024  # bytes of one packed list of objects; real ones have some 100 KB

getLogger("pikepdf").addHandler(NullHandler())
# qpdf has this one limit for the whole process, and by default none; older ones do not know it
if hasattr(pikepdf.settings, "set_qpdf_limits"):
    pikepdf.settings.set_qpdf_limits(flate_max_memory=_MAX_UNPACKED)


_BAD_PDF = (pikepdf.PdfError, ValueError, TypeError, LookupError, RuntimeError, OSError, MemoryError)


def inspect_pdf(source: Source, file_type: FileType) -> Inspection:
    """A file without its end is cut. A crooked one whose pages can still be found is sound, with a remark."""
    if _is_cut(source):
        return damaged(file_type, phrases.TRUNCATED)
    try:
        found, promised, detail = _read_pages(source)
    except pikepdf.PasswordError:
        return locked(file_type, phrases.PDF_LOCKED)
    except TreeTooLargeError:
        return sound(file_type, detail=phrases.PDF_TOO_LARGE)
    except _BAD_PDF as fault:
        # by certificate, or in a way that qpdf does not know; its message begins with the stream's name
        if "encrypt" in str(fault).replace(str(source.stream), "").lower():
            return locked(file_type, phrases.PDF_LOCKED)
        return damaged(file_type, phrases.PDF_BROKEN)
    if not found:
        return damaged(file_type, phrases.PDF_WITHOUT_PAGES)
    if found < promised:
        return damaged(file_type, phrases.PDF_PAGES_LOST)
    return sound(file_type, detail=detail, pages=found)


def _is_cut(source: Source) -> bool:
    """Without its end, or shorter than a file made for the web (which has an early end, too) says it is."""
    if _END not in source.tail(_PADDING).rstrip(b"\x00")[-_END_WITHIN:]:
        return True
    start = source.head[:2048]
    length = _LINEARIZED_LENGTH.search(start) if b"/Linearized" in start else None
    return length is not None and source.size < int(length[1])


def _read_pages(source: Source) -> tuple[int, int, str]:
    """Pages found, pages promised, a remark. Raises PasswordError, TreeTooLargeError or one of `_BAD_PDF`."""
    try:
        return *_pages(source, repair=False), ""
    except pikepdf.PasswordError:
        raise
    except _BAD_PDF:
        # readers search for the objects one by one then; that takes time in proportion to the file
        if source.size > _MAX_REPAIRED:
            raise
        return *_pages(source, repair=True), phrases.PDF_REPAIRED


def _pages(source: Source, *, repair: bool) -> tuple[int, int]:
    with opened_document(source, repair=repair) as pdf:
        promised = pdf.Root.Pages.get("/Count", 0)  # before the tree is walked
        PageTree(pdf)
        found = len(pdf.pages)
        return found, promised if isinstance(promised, int) else 0


def opened_document(source: Source, *, repair: bool = True) -> pikepdf.Pdf:
    """The document as it is. Large ones are never repaired. Raises pikepdf.PasswordError or one of `_BAD_PDF`."""
    # a stream, not a path: a mapped file on a stick that is pulled out would kill the process
    return pikepdf.open(
        source.rewound(),
        access_mode=pikepdf.AccessMode.stream,
        attempt_recovery=repair and source.size <= _MAX_REPAIRED,
        inherit_page_attributes=False,  # would walk the page tree, and tidy its count up, on opening
        suppress_warnings=True,
    )
