"""Work of one kind in one place, by one process at a time, however it ends."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock


@contextmanager
def one_at_a_time(lock_file: Path) -> Iterator[None]:
    """Nobody else is within the block for this file, which is gone at the end.

    Raises filelock.Timeout at once when somebody is, OSError when the file cannot be made; never at the end: a
    drive that failed meanwhile refuses this too, and what happened in the block is the fault to tell.
    """
    lock = FileLock(lock_file, timeout=0)
    lock.acquire()
    try:
        yield
    finally:
        # while it is held: removed after that, it could be the next one's, and two be within at once
        if os.name != "nt":
            with suppress(OSError):
                lock_file.unlink()
        with suppress(OSError):
            lock.release()
        if os.name == "nt":  # lets nobody remove what is open, so the next one's is safe
            with suppress(OSError):
                lock_file.unlink()
