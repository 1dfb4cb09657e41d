"""Whether something that was double-clicked is a bag to be checked; nothing is read but its name and place."""

from pathlib import Path

_DECLARATION = "bagit.txt"


def bundle_at(path: Path) -> Path | None:
    """What `verify_bundle` is to be given for `path`: a folder with a declaration, by the declaration too, or any
    ZIP file. None for everything else, and where the place cannot be read."""
    try:
        if path.is_dir():
            return path if (path / _DECLARATION).is_file() else None
        if path.name == _DECLARATION and path.is_file():
            return path.parent
        return path if path.suffix.lower() == ".zip" and path.is_file() else None
    except OSError:
        return None
