"""A folder in which copies are made; it is gone at the end, and what a killed run has left goes at the next."""

import shutil
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import Timeout

from zidesk.storage.one_at_a_time import one_at_a_time

_NAME = "zidesk-salinan-"
_LOCK = ".kunci"


def temporary_root() -> Path:
    """Where the system keeps what is of no lasting use."""
    return Path(tempfile.gettempdir())


@contextmanager
def opened_desk(root: Path) -> Iterator[Path]:
    """A new folder within `root`, for this user only. Raises OSError when none can be made there."""
    root.mkdir(parents=True, exist_ok=True)
    folder = root / f"{_NAME}{uuid.uuid4().hex}"
    with one_at_a_time(_lock_of(folder)):  # before the folder is there: one without a lock is nobody's
        folder.mkdir(mode=0o700)
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def remove_leftovers(root: Path) -> None:
    """Remove the folders in `root` whose runs were killed. Never raises: others' cannot be removed."""
    with suppress(OSError):
        for folder in root.glob(f"{_NAME}*"):
            if folder.is_dir() and not folder.is_symlink():
                with suppress(OSError, Timeout), one_at_a_time(_lock_of(folder)):
                    shutil.rmtree(folder, ignore_errors=True)
        for lock in root.glob(f"{_NAME}*{_LOCK}"):  # of a run that was killed before it had a folder
            if not lock.with_suffix("").exists():
                with suppress(OSError, Timeout), one_at_a_time(lock):
                    pass


def _lock_of(folder: Path) -> Path:
    return folder.with_name(folder.name + _LOCK)
