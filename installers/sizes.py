"""How large things are, in the unit of the release notes: millions of bytes."""

from pathlib import Path
from stat import S_ISDIR


def size_of(path: Path) -> int:
    """Bytes of a file, or of all files in a folder; one with two names is counted once."""
    if not path.is_dir():
        return path.stat().st_size
    found = [file.lstat() for file in path.rglob("*")]
    files = {(one.st_dev, one.st_ino): one.st_size for one in found if not S_ISDIR(one.st_mode)}
    return sum(files.values())


def megabytes(path: Path) -> str:
    return f"{size_of(path) / 1_000_000:.1f} MB"
