"""OOXML and OpenDocument files: locked, damaged, and how many pages or slides their maker counted."""

import re
import zipfile
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from zidesk.domain.evidence import Inspection
from zidesk.services.ingest.inspection import phrases
from zidesk.services.ingest.inspection.findings import damaged, locked, sound
from zidesk.services.ingest.inspection.known_types import FileType
from zidesk.services.ingest.inspection.source import Source
from zidesk.services.ingest.inspection.zip_archive import (
    ZipBrokenError,
    ZipTooLargeError,
    ZipTruncatedError,
    is_encrypted,
    member_bytes,
    members_intact,
    open_zip,
)

_XML_LIMIT = 1024 * 1024
_MOST_PAGES = 1_000_000
_OOXML_PROPERTIES = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"
_ODF_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"


def inspect_office(source: Source, file_type: FileType) -> Inspection:
    try:
        with open_zip(source) as archive:
            return _inspected(archive, file_type)
    except ZipTruncatedError:
        return damaged(file_type, phrases.TRUNCATED)
    except ZipTooLargeError:
        return sound(file_type, detail=phrases.ARCHIVE_TOO_LARGE)
    except ZipBrokenError:
        return damaged(file_type, phrases.OFFICE_BROKEN)


def _inspected(archive: zipfile.ZipFile, file_type: FileType) -> Inspection:
    if is_encrypted(archive) or _open_document_locked(archive):
        return locked(file_type, phrases.OFFICE_LOCKED)
    if not members_intact(archive):
        return damaged(file_type, phrases.OFFICE_BROKEN)
    return sound(file_type, pages=_pages(archive))


def _open_document_locked(archive: zipfile.ZipFile) -> bool:
    """OpenDocument keeps the container open and encrypts the members, as its manifest tells."""
    manifest = member_bytes(archive, "META-INF/manifest.xml", _XML_LIMIT) or b""
    return b"encryption-data" in manifest


def _pages(archive: zipfile.ZipFile) -> int | None:
    """The count its maker stored when it was last saved; there is no cheaper truth."""
    properties = _xml(archive, "docProps/app.xml")
    if properties is not None:
        slides = properties.findtext(f"{_OOXML_PROPERTIES}Slides")
        return _count(slides or properties.findtext(f"{_OOXML_PROPERTIES}Pages"))
    meta = _xml(archive, "meta.xml")
    if meta is not None:
        statistic = meta.find(f".//{_ODF_META}document-statistic")
        return _count(statistic.get(f"{_ODF_META}page-count")) if statistic is not None else None
    return None


def _xml(archive: zipfile.ZipFile, name: str) -> Element | None:
    data = member_bytes(archive, name, _XML_LIMIT)
    try:
        return fromstring(data) if data else None
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        return None


def _count(text: str | None) -> int | None:
    if not text or not re.fullmatch(r"[0-9]{1,7}", text.strip()):
        return None
    return int(text) if 0 < int(text) < _MOST_PAGES else None
