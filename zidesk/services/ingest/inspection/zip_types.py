"""What a ZIP container holds: an office document, an app, a book, or just files."""

import re
import zipfile

from zidesk.services.ingest.inspection import known_types as t
from zidesk.services.ingest.inspection.known_types import FileType, Format
from zidesk.services.ingest.inspection.source import Source
from zidesk.services.ingest.inspection.zip_archive import (
    ZipBrokenError,
    ZipTooLargeError,
    ZipTruncatedError,
    member_bytes,
    open_zip,
)

_CONTENT_TYPES_LIMIT = 1024 * 1024
_OFFICE = (t.DOCX, t.DOTX, t.DOCM, t.XLSX, t.XLTX, t.XLSM, t.XLSB, t.PPTX, t.PPSX, t.PPTM)
_OPEN_DOCUMENT = (t.ODT, t.ODS, t.ODP, t.ODG, t.EPUB)
_BY_SUFFIX = {kind.suffix: kind for kind in (*_OFFICE, *_OPEN_DOCUMENT, t.ZIP, t.APK, t.JAR, t.KMZ)}

# the main part's content type, as [Content_Types].xml spells it
_MAIN_PARTS: tuple[tuple[bytes, FileType], ...] = (
    (b"wordprocessingml.document.main+xml", t.DOCX),
    (b"wordprocessingml.template.main+xml", t.DOTX),
    (b"ms-word.document.macroEnabled.main+xml", t.DOCM),
    (b"ms-word.template.macroEnabledTemplate.main+xml", t.DOCM),
    (b"spreadsheetml.sheet.main+xml", t.XLSX),
    (b"spreadsheetml.template.main+xml", t.XLTX),
    (b"ms-excel.sheet.macroEnabled.main+xml", t.XLSM),
    (b"ms-excel.sheet.binary.macroEnabled.main", t.XLSB),
    (b"presentationml.presentation.main+xml", t.PPTX),
    (b"presentationml.slideshow.main+xml", t.PPSX),
    (b"ms-powerpoint.presentation.macroEnabled.main+xml", t.PPTM),
)
_MAIN_FOLDERS = ((b"word/", t.DOCX), (b"xl/", t.XLSX), (b"ppt/", t.PPTX))
_LOCAL_NAME = re.compile(rb"PK\x03\x04.{22}(..)(..)(.{1,120})", re.S)


def from_zip(source: Source, suffix: str) -> FileType:
    """The type of a ZIP container; `suffix` (lower case) settles damaged and generic ones."""
    try:
        with open_zip(source) as archive:
            return _from_members(archive, suffix)
    except (ZipTruncatedError, ZipTooLargeError, ZipBrokenError):
        return _from_start(source.head, suffix)


def _from_members(archive: zipfile.ZipFile, suffix: str) -> FileType:
    names = set(archive.namelist())
    if "[Content_Types].xml" in names:
        content_types = member_bytes(archive, "[Content_Types].xml", _CONTENT_TYPES_LIMIT) or b""
        for main_part, kind in _MAIN_PARTS:
            if main_part in content_types:
                return kind
        for folder, kind in _MAIN_FOLDERS:
            if any(name.startswith(folder.decode()) for name in names):
                return _nearest(kind, suffix)
    if "mimetype" in names:
        declared = (member_bytes(archive, "mimetype", 256) or b"").strip()
        for kind in _OPEN_DOCUMENT:
            if declared in (kind.media_type.encode(), kind.media_type.encode() + b"-template"):
                return kind
    if "AndroidManifest.xml" in names:
        return t.APK
    if "META-INF/MANIFEST.MF" in names:
        return t.JAR
    return t.KMZ if suffix == ".kmz" else t.ZIP


def _from_start(head: bytes, suffix: str) -> FileType:
    """The best guess without a directory: member names at the start of the file, then the name."""
    names = [found[3][: int.from_bytes(found[1], "little")] for found in _LOCAL_NAME.finditer(head)]
    for kind in _OPEN_DOCUMENT:
        if head[30:38] == b"mimetype" and head[38:].startswith(kind.media_type.encode()):
            return kind
    for folder, kind in _MAIN_FOLDERS:
        if any(name.startswith(folder) for name in names):
            return _nearest(kind, suffix)
    return _BY_SUFFIX.get(suffix, t.ZIP)


def _nearest(kind: FileType, suffix: str) -> FileType:
    """`kind`, or the sister (macro, template) that the name says when both are of one application."""
    sister = _BY_SUFFIX.get(suffix)
    same = sister is not None and sister.format is Format.OFFICE_ZIP and sister.kind is kind.kind
    return sister if sister is not None and same else kind
