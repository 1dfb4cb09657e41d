"""Sound and video: whether the recording is complete. Nothing is decoded."""

from collections.abc import Iterator
from dataclasses import dataclass

from zidesk.domain.evidence import Inspection
from zidesk.services.ingest.inspection import phrases
from zidesk.services.ingest.inspection.findings import damaged, sound
from zidesk.services.ingest.inspection.known_types import FileType
from zidesk.services.ingest.inspection.source import Source

_MAX_BOXES = 20_000
# writers that could not seek back leave these sizes; they say nothing about the end
_OPEN_ENDED = {0, 0x7FFFFFFF, 0xFFFFFFFF}


@dataclass(frozen=True, slots=True)
class Box:
    """A top-level box of MP4, MOV or HEIF, header included. `end` may lie behind the end of the file."""

    name: bytes
    start: int
    end: int


def top_boxes(source: Source) -> Iterator[Box]:
    """The boxes in file order, as far as they make sense (ISO/IEC 14496-12, 4.2)."""
    at = 0
    for _ in range(_MAX_BOXES):
        header = source.read_at(at, 16)
        if len(header) < 8:
            return
        length = int.from_bytes(header[:4], "big")
        if length == 1:
            length = int.from_bytes(header[8:16], "big")
        elif length == 0:
            length = source.size - at
        if length < 8:
            return
        yield Box(header[4:8], at, at + length)
        at += length


def boxes_cut(source: Source) -> bool:
    """Whether the last box runs over the end of the file."""
    return any(box.end > source.size for box in top_boxes(source))


def inspect_iso_media(source: Source, file_type: FileType) -> Inspection:
    """Without its `moov` (written last by phones) a recording cannot be played."""
    if boxes_cut(source):
        return damaged(file_type, phrases.TRUNCATED)
    if not any(box.name == b"moov" for box in top_boxes(source)):
        return damaged(file_type, phrases.RECORDING_BROKEN)
    return sound(file_type)


def riff_is_cut(source: Source) -> bool:
    """Whether a RIFF file (AVI, WAV, WebP) is shorter than its header says."""
    length = int.from_bytes(source.head[4:8], "little")
    return source.head[:4] == b"RIFF" and length not in _OPEN_ENDED and 8 + length > source.size + 1


def inspect_riff(source: Source, file_type: FileType) -> Inspection:
    return damaged(file_type, phrases.TRUNCATED) if riff_is_cut(source) else sound(file_type)
