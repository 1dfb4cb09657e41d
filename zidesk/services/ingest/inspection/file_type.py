"""What a file really is: its content decides, its name only settles what the content leaves open."""

from pathlib import PurePath

import puremagic

from zidesk.domain.evidence import FileKind
from zidesk.services.ingest.inspection import known_types as t
from zidesk.services.ingest.inspection.known_types import FileType
from zidesk.services.ingest.inspection.legacy_office import from_ole
from zidesk.services.ingest.inspection.signatures import OLE_START, ZIP_STARTS, from_signature
from zidesk.services.ingest.inspection.source import Source
from zidesk.services.ingest.inspection.text import from_text
from zidesk.services.ingest.inspection.zip_types import from_zip

_TAIL = 1024  # bytes; puremagic's own longest footer is about half of that
_SURE = 0.4  # puremagic's confidence when four bytes agree
_KINDS = {"image": FileKind.IMAGE, "video": FileKind.VIDEO, "audio": FileKind.AUDIO, "text": FileKind.TEXT}
# types whose signatures are certain: a file of that name that shows none of them holds something else
_CERTAIN = {
    kind.suffix: kind
    for kind in (
        *(t.JPEG, t.PNG, t.GIF, t.BMP, t.WEBP, t.TIFF, t.HEIC, t.HEIF, t.AVIF, t.PDF),
        *(t.DOCX, t.XLSX, t.PPTX, t.ODT, t.ODS, t.ODP, t.DOC, t.XLS, t.PPT, t.RTF),
        *(t.ZIP, t.RAR, t.SEVEN_ZIP, t.MP4, t.MOV, t.THREE_GP, t.M4A, t.AVI, t.WAV),
    )
} | {".jpeg": t.JPEG, ".tiff": t.TIFF}


def identify(source: Source, name: str) -> FileType:
    """The type of an opened file; `UNKNOWN` when nothing tells. `name`: what its owner calls it."""
    head, suffix = source.head, PurePath(name).suffix.lower()
    if head.startswith(ZIP_STARTS):
        return from_zip(source, suffix)
    if head.startswith(OLE_START):
        return from_ole(source, suffix)
    return from_signature(head, suffix) or from_text(head, suffix) or _rare_type(head, source.tail(_TAIL))


def promised_type(name: str) -> FileType | None:
    """The type that a name promises, if it is one that content of that type always proves."""
    return _CERTAIN.get(PurePath(name).suffix.lower())


def _rare_type(head: bytes, tail: bytes) -> FileType:
    """What puremagic's table of signatures knows. It is shown the ends of the file only.

    Several types may share a signature; then nothing is known. A type with a certain signature of its own
    would have been found before, so here its name would be wrong.
    """
    try:
        matches = puremagic.magic_string(head + tail)
    except (puremagic.PureError, ValueError):
        return t.UNKNOWN
    best = max((match.confidence for match in matches), default=0.0)
    named = {match.mime_type: match.extension for match in matches if match.confidence == best and match.mime_type}
    if best < _SURE or len(named) != 1:
        return t.UNKNOWN
    media_type, suffix = named.popitem()
    if suffix in _CERTAIN:
        return t.UNKNOWN
    return FileType(_KINDS.get(media_type.partition("/")[0], FileKind.OTHER), media_type, suffix)
