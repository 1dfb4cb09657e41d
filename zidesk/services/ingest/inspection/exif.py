"""When a photo was taken and how it is to be turned, from its EXIF block. Broken blocks say nothing."""

import re
from dataclasses import dataclass
from datetime import datetime

from zidesk.services.ingest.inspection.tiff_directory import BadTiffError, Directory, ReadAt, TiffReader

_ORIENTATION, _CHANGED, _EXIF_DIRECTORY = 0x0112, 0x0132, 0x8769
_TAKEN, _DIGITIZED = 0x9003, 0x9004
_PREFIX = b"Exif\x00\x00"
_MOMENT = re.compile(r"(\d{4})[:\-/.](\d\d)[:\-/.](\d\d)[ T](\d\d):(\d\d):(\d\d)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Exif:
    """`taken_at`: the camera's wall clock, no zone. `orientation`: 1..8, as EXIF counts."""

    taken_at: datetime | None = None
    orientation: int | None = None


def exif_of(block: bytes) -> Exif:
    """The facts of an EXIF block, with or without its "Exif" prefix. Never raises."""
    data = block.removeprefix(_PREFIX)

    def read_at(offset: int, length: int) -> bytes:
        return data[offset : offset + length]

    return read_exif(read_at)


def read_exif(read_at: ReadAt) -> Exif:
    """The facts of the first directory of a TIFF structure. Never raises for its content."""
    try:
        reader = TiffReader(read_at)
    except BadTiffError:
        return Exif()
    main = reader.directory(reader.first)
    pointer = reader.numbers(main.get(_EXIF_DIRECTORY))
    details = reader.directory(pointer[0]) if pointer else {}
    return Exif(_taken_at(reader, main, details), _orientation(reader, main))


def _taken_at(reader: TiffReader, main: Directory, details: Directory) -> datetime | None:
    """When the picture was taken, else digitized, else changed."""
    for directory, tag in ((details, _TAKEN), (details, _DIGITIZED), (main, _CHANGED)):
        moment = parse_moment(reader.text(directory.get(tag)))
        if moment is not None:
            return moment
    return None


def _orientation(reader: TiffReader, main: Directory) -> int | None:
    values = reader.numbers(main.get(_ORIENTATION))
    return values[0] if values and 1 <= values[0] <= 8 else None


def parse_moment(text: str) -> datetime | None:
    """`2024:05:31 08:15:00` as EXIF writes it; None for blanks, zeros and impossible dates."""
    found = _MOMENT.match(text.strip())
    if found is None:
        return None
    year, month, day, hour, minute, second = map(int, found.groups())
    try:
        return datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 - a wall clock has no zone
    except ValueError:
        return None
