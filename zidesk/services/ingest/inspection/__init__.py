"""Looking inside an evidence file: what it really is, and whether it can be read.

May import the domain only; the decoders (Pillow, libheif, qpdf) are loaded when a file first needs them.
"""

from pathlib import Path

from zidesk.domain.evidence import Inspection
from zidesk.services.ingest.inspection import phrases
from zidesk.services.ingest.inspection.file_type import identify, promised_type
from zidesk.services.ingest.inspection.findings import damaged, sound
from zidesk.services.ingest.inspection.known_types import UNKNOWN, FileType, Format
from zidesk.services.ingest.inspection.source import Source

__all__ = ["inspect_file"]


def inspect_file(path: Path, name: str) -> Inspection:
    """What is inside the file at `path`, whose owner calls it `name`. Safe in several threads.

    Bad content is an answer (damaged or locked, with a phrase), never an exception. Raises OSError when
    the file itself cannot be opened or read.
    """
    with Source(path) as source:
        if source.size == 0:
            return damaged(promised_type(name) or UNKNOWN, phrases.EMPTY)
        file_type = identify(source, name)
        if file_type is UNKNOWN:
            found = _unknown(source, name)
        else:
            try:
                found = _inspect(source, file_type)
            except ImportError:  # the installation is at fault, not the file
                raise
            except Exception:  # decoders of hostile bytes raise anything; the disk's faults follow below
                found = damaged(file_type, phrases.UNREADABLE)
        source.raise_fault()
        return found


def _unknown(source: Source, name: str) -> Inspection:
    """Content that nothing recognizes is damaged when the name promised a type that proves itself."""
    promised = promised_type(name)
    if not source.head.strip(b"\x00") and not source.tail(len(source.head)).strip(b"\x00"):
        return damaged(promised or UNKNOWN, phrases.ONLY_ZEROS)
    if promised is not None:
        return damaged(promised, phrases.NOT_WHAT_ITS_NAME_SAYS)
    return sound(UNKNOWN)


def _inspect(source: Source, file_type: FileType) -> Inspection:
    """Hand the file to the one who knows its format; imports are late because the decoders are heavy."""
    match file_type.format:
        case Format.JPEG:
            from zidesk.services.ingest.inspection.jpeg import inspect_jpeg as inspect
        case Format.PNG:
            from zidesk.services.ingest.inspection.png import inspect_png as inspect
        case Format.TIFF:
            from zidesk.services.ingest.inspection.tiff import inspect_tiff as inspect
        case Format.HEIF:
            from zidesk.services.ingest.inspection.pictures import inspect_heif as inspect
        case Format.WEBP | Format.GIF | Format.BMP | Format.AVIF:
            from zidesk.services.ingest.inspection.pictures import inspect_picture as inspect
        case Format.PDF:
            from zidesk.services.ingest.inspection.pdf import inspect_pdf as inspect
        case Format.OFFICE_ZIP:
            from zidesk.services.ingest.inspection.office import inspect_office as inspect
        case Format.OLE:
            from zidesk.services.ingest.inspection.legacy_office import inspect_ole as inspect
        case Format.ZIP:
            from zidesk.services.ingest.inspection.archives import inspect_zip as inspect
        case Format.SEVEN_ZIP:
            from zidesk.services.ingest.inspection.archives import inspect_seven_zip as inspect
        case Format.RAR:
            from zidesk.services.ingest.inspection.rar import inspect_rar as inspect
        case Format.ISO_MEDIA:
            from zidesk.services.ingest.inspection.media import inspect_iso_media as inspect
        case Format.RIFF:
            from zidesk.services.ingest.inspection.media import inspect_riff as inspect
        case Format.OPAQUE:
            return sound(file_type)
    return inspect(source, file_type)
