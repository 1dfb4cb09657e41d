"""Opens whatever the user points at: a folder, or a ZIP file."""

import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from zidesk.domain.errors.bags import BundleNotFound, BundleUnreadable, NotABundle
from zidesk.services.verify.archive import ZipSource
from zidesk.services.verify.folder import FolderSource
from zidesk.services.verify.source import Source
from zidesk.storage.faults import words_of


@contextmanager
def open_source(path: Path, *, drop_cache: bool) -> Iterator[Source]:
    """The bag at `path`. A link the user names himself is followed; links inside the bag never are.

    Raises `BundleNotFound`, `NotABundle`, `DamagedZip` or `BundleUnreadable`.
    """
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError) as error:
        raise BundleNotFound(path) from error
    except OSError as error:
        raise BundleUnreadable(path, words_of(error)) from error
    if stat.S_ISDIR(mode):
        yield FolderSource(path, drop_cache=drop_cache)
        return
    if not stat.S_ISREG(mode):
        raise NotABundle(path)
    try:
        file = path.open("rb")
    except OSError as error:
        raise BundleUnreadable(path, words_of(error)) from error
    with file:
        try:
            source = ZipSource(path, file, drop_cache=drop_cache)
        except OSError as error:
            raise BundleUnreadable(path, words_of(error)) from error
        yield source
