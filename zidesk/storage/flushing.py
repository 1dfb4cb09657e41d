"""Making sure that what was written is on the device, on systems that let us."""

import errno
import os
from pathlib import Path

# drives that know no such call (some on networks), and a folder that may be written but not read
_NOT_TO_BE_HAD = {errno.EINVAL, errno.ENOTSUP, errno.EACCES}


def flush_folder(folder: Path) -> None:
    """Flush a folder's entries (a rename, a new name). Windows has no such call; it orders them itself.

    Raises OSError.
    """
    if os.name == "nt":
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as fault:
        if fault.errno not in _NOT_TO_BE_HAD:
            raise


def flush_tree(root: Path) -> None:
    """Flush the entries of a folder and of all below it, the deepest first. Raises OSError."""
    for folder, _, _ in os.walk(root, topdown=False):
        flush_folder(Path(folder))


def flush_file(path: Path) -> None:
    """Flush a file's content. Raises OSError."""
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def make_folder(folder: Path) -> None:
    """Make a folder and those above it that are missing, each flushed under its name. Raises OSError."""
    if folder.is_dir():
        return
    if folder.parent != folder:  # the letter of a drive that is gone has nothing above it
        make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    flush_folder(folder.parent)


def move_into_place(temporary: Path, target: Path) -> None:
    """Rename a flushed file over `target`; a power cut leaves the old file or the new one. Raises OSError."""
    temporary.replace(target)
    flush_folder(target.parent)
