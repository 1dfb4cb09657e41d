"""One ZIP file while it is written: entries stored as they are, and the same bytes for the same data."""

import os
import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final, TypeAlias

from zidesk.domain.zip_form import EPOCH, FILE_ATTRIBUTES, FOLDER_ATTRIBUTES, UNIX

# upper bounds in bytes: an entry beside its content and twice its name, and a ZIP file without entries
_ENTRY_MOST: Final = 30 + 20 + 46 + 28
EMPTY_COST: Final = 56 + 20 + 22
_YEARS: Final = (EPOCH, 2107)  # all that the format can say

Write: TypeAlias = Callable[[bytes | memoryview], object]
Fill: TypeAlias = Callable[[Write], None]


def entry_cost(name: str, size: int) -> int:
    """How many bytes an entry takes at most."""
    return _ENTRY_MOST + 2 * len(name.encode("utf-8")) + size


class ZipVolume:
    """An open ZIP file at `path`. Every method may raise OSError."""

    def __init__(self, path: Path, moment: datetime) -> None:
        """`moment`: the time all entries bear."""
        self.path = path
        self._time = _zip_time(moment)
        self._file = path.open("wb")
        self._zip = zipfile.ZipFile(self._file, "w", zipfile.ZIP_STORED)
        self.cost = EMPTY_COST  # bytes of the finished file, at most
        self.files = 0

    @property
    def device(self) -> int:
        return os.fstat(self._file.fileno()).st_dev

    def add_folder(self, name: str) -> None:
        entry = self._entry(f"{name}/", FOLDER_ATTRIBUTES)
        self._zip.writestr(entry, b"")
        self.cost += entry_cost(entry.filename, 0)

    def add_file(self, name: str, size: int, fill: Fill) -> None:
        """Add a file of `size` bytes; `fill` is handed the function that writes them. What it raises is raised."""
        entry = self._entry(name, FILE_ATTRIBUTES)
        entry.file_size = size  # tells whether the entry takes ZIP64
        with self._zip.open(entry, "w") as stream:
            fill(stream.write)
        self.cost += entry_cost(name, size)
        self.files += 1

    def flush(self) -> None:
        self._file.flush()
        os.fsync(self._file.fileno())

    def close(self, comment: str, *, flush: bool) -> None:
        """Write the directory: a whole ZIP file after this."""
        self._zip.comment = comment.encode("ascii")
        self._zip.close()
        if flush:
            self.flush()
        self._file.close()

    def abandon(self) -> None:
        """Give the file up; it stays for the caller to remove. Never raises OSError."""
        with suppress(OSError, ValueError):
            self._zip.close()
        with suppress(OSError):
            self._file.close()

    def _entry(self, name: str, attributes: int) -> zipfile.ZipInfo:
        entry = zipfile.ZipInfo(name, self._time)
        entry.create_system = UNIX  # else it is that of the machine
        entry.external_attr = attributes
        return entry


def _zip_time(moment: datetime) -> tuple[int, int, int, int, int, int]:
    year = min(max(moment.year, _YEARS[0]), _YEARS[1])
    return year, moment.month, moment.day, moment.hour, moment.minute, moment.second
