"""Files a user points at: what cannot be taken is refused with its reason, and nothing is changed."""

import stat
from collections.abc import Iterator
from contextlib import contextmanager
from io import FileIO
from pathlib import Path

from zidesk.domain.errors import FileEmpty, FileIsFolder, FileNotRegular, FileUnreadable, FileVanished
from zidesk.domain.progress import CancelToken
from zidesk.storage.blocks import read_blocks
from zidesk.storage.faults import words_of


@contextmanager
def opened(path: Path, *, may_be_empty: bool = False) -> Iterator[FileIO]:
    """The file, open for reading, unbuffered; a device, a pipe or a folder is not even touched.

    Raises FileVanished, FileIsFolder, FileNotRegular, FileEmpty, FileUnreadable.
    """
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise FileIsFolder(path)
        if not stat.S_ISREG(found.st_mode):
            raise FileNotRegular(path)
        if found.st_size == 0 and not may_be_empty:  # files of the system say so, too, and some never end
            raise FileEmpty(path)
        stream = FileIO(path, "rb")
    except FileNotFoundError as fault:
        raise FileVanished(path) from fault
    except OSError as fault:
        raise FileUnreadable(path, words_of(fault)) from fault
    with stream:
        yield stream


def blocks_of(stream: FileIO, path: Path, cancel: CancelToken | None = None) -> Iterator[bytes]:
    """What is left of an `opened` file, block by block. Raises FileUnreadable, Cancelled between blocks."""
    try:
        yield from read_blocks(stream, cancel)
    except OSError as fault:
        raise FileUnreadable(path, words_of(fault)) from fault
