"""Making sure that what was written is on the device, on systems that let us."""

import os
from pathlib import Path


def flush_folder(folder: Path) -> None:
    """Flush a folder's entries (a rename, a new name). Windows has no such call; it orders them itself."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def forget_cached(descriptor: int) -> None:
    """Drop a file's clean pages from the cache, so that the next read comes from the device."""
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
