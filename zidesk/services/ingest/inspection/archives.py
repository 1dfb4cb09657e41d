"""Archives: whether all of it is there, and whether it asks for a password."""

import zlib

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
    members_intact,
    open_zip,
)


def inspect_zip(source: Source, file_type: FileType) -> Inspection:
    try:
        with open_zip(source) as archive:
            if is_encrypted(archive):
                return locked(file_type, phrases.ARCHIVE_LOCKED)
            if not archive.infolist() or members_intact(archive):
                return sound(file_type)
    except ZipTruncatedError:
        return damaged(file_type, phrases.TRUNCATED)
    except ZipTooLargeError:
        return sound(file_type, detail=phrases.ARCHIVE_TOO_LARGE)
    except ZipBrokenError:
        pass
    return damaged(file_type, phrases.ARCHIVE_BROKEN)


def inspect_seven_zip(source: Source, file_type: FileType) -> Inspection:
    """7z names at its start where its directory at the end has to be. A password is not looked for."""
    header = source.head[:32]
    if len(header) < 32:
        return damaged(file_type, phrases.TRUNCATED)
    if zlib.crc32(header[12:32]) != int.from_bytes(header[8:12], "little"):
        return damaged(file_type, phrases.ARCHIVE_BROKEN)
    offset, size = (int.from_bytes(header[at : at + 8], "little") for at in (12, 20))
    if 32 + offset + size > source.size:
        return damaged(file_type, phrases.TRUNCATED)
    return sound(file_type)
