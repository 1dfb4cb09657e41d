"""Office 97-2003 files, and the OLE envelope around password-locked OOXML."""

import struct

from zidesk.domain.evidence import Inspection
from zidesk.services.ingest.inspection import known_types as t
from zidesk.services.ingest.inspection import phrases
from zidesk.services.ingest.inspection.findings import damaged, locked, sound
from zidesk.services.ingest.inspection.known_types import FileType, Format
from zidesk.services.ingest.inspection.ole import CompoundFile, OleBrokenError
from zidesk.services.ingest.inspection.source import Source
from zidesk.services.ingest.inspection.xls_lock import xls_needs_password

_ENVELOPE = "EncryptedPackage"
_BY_STREAM = (
    ("WordDocument", t.DOC),
    ("Workbook", t.XLS),
    ("Book", t.XLS),
    ("PowerPoint Document", t.PPT),
    ("__properties_version1.0", t.MSG),
    ("Quill", t.PUB),
    ("VisioDocument", t.VSD),
)
_BY_SUFFIX = {kind.suffix: kind for _, kind in _BY_STREAM}
_ENVELOPED = {kind.suffix: kind for kind in (t.DOCX, t.DOCM, t.XLSX, t.XLSM, t.XLSB, t.PPTX, t.PPTM)}
_WORD_ENCRYPTED = 0x0100
_POWERPOINT_ENCRYPTED = 0xF3D1C4DF


def from_ole(source: Source, suffix: str) -> FileType:
    """The type of a compound file; `suffix` (lower case) settles locked and damaged ones."""
    try:
        names = CompoundFile(source).names
    except OleBrokenError:
        return _BY_SUFFIX.get(suffix, t.OLE)
    if _ENVELOPE in names:
        # what is inside cannot be seen; it is inspected as the envelope it is
        inner = _ENVELOPED.get(suffix, t.DOCX)
        return FileType(inner.kind, inner.media_type, inner.suffix, Format.OLE)
    return next((kind for stream, kind in _BY_STREAM if stream in names), t.OLE)


def inspect_ole(source: Source, file_type: FileType) -> Inspection:
    try:
        compound = CompoundFile(source)
    except OleBrokenError as broken:
        detail = phrases.TRUNCATED if broken.truncated else phrases.OFFICE_BROKEN
        return damaged(file_type, detail)
    if _ENVELOPE in compound.names or _is_locked(compound, file_type):
        return locked(file_type, phrases.OFFICE_LOCKED)
    return sound(file_type)


def _is_locked(compound: CompoundFile, file_type: FileType) -> bool:
    if file_type is t.DOC:
        start = compound.start_of("WordDocument", 12)
        return len(start) == 12 and bool(struct.unpack_from("<H", start, 10)[0] & _WORD_ENCRYPTED)
    if file_type is t.XLS:
        stream = "Workbook" if "Workbook" in compound.names else "Book"
        return xls_needs_password(compound.start_of(stream, 8192))
    if file_type is t.PPT:
        start = compound.start_of("Current User", 16)
        return len(start) == 16 and struct.unpack_from("<L", start, 12)[0] == _POWERPOINT_ENCRYPTED
    return False
