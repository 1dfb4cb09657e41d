"""Looks at a folder beside the window: a plain function, no Qt."""

import os
from enum import StrEnum
from pathlib import Path


class FolderState(StrEnum):
    FINE = "fine"
    GONE = "gone"  # not there, or its drive is not plugged in
    CLOSED = "closed"  # may not be written to


def look_at_folder(path: Path) -> FolderState:
    """Whether copies can be written into `path`. Never raises; may be slow on a drive that sleeps."""
    try:
        if not path.is_dir():
            return FolderState.GONE
        return FolderState.FINE if os.access(path, os.W_OK | os.X_OK) else FolderState.CLOSED
    except PermissionError:
        return FolderState.CLOSED
    except OSError:
        return FolderState.GONE
