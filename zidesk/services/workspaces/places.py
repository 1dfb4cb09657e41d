"""Where a new workspace may go: looked at before anything is written."""

import os
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from zidesk.domain.errors import StorageFault
from zidesk.domain.filenames import clean_component
from zidesk.services.workspaces.creation import free_place, is_workspace
from zidesk.storage.drives import drive_of

_NAME_LONGEST = 120  # characters: the paths below it have to fit too


class PlaceState(StrEnum):
    FREE = "free"
    RELATIVE = "relative"  # not a whole path
    WORKSPACE = "workspace"  # a workspace is there already
    TAKEN = "taken"  # a file, or a folder with something in it
    INSIDE = "inside"  # within another workspace
    CLOSED = "closed"  # may not be written to
    GONE = "gone"  # no such drive, or it does not answer
    BAD_NAME = "bad name"  # some drive could not hold it: a workspace must be free to move


@dataclass(frozen=True, slots=True)
class Place:
    """What was found. `free` in bytes; `suggestion`: a free place of nearly the same name, where that helps."""

    path: Path
    state: PlaceState
    free: int = 0
    removable: bool = False
    network: bool = False
    suggestion: Path | None = None


def look_at_place(path: Path) -> Place:
    """Whether a new workspace can be made at `path`. Never raises; may be slow on a drive that sleeps."""
    try:
        return _look(path)
    except PermissionError:
        return Place(path, PlaceState.CLOSED)
    except (OSError, StorageFault):
        return Place(path, PlaceState.GONE)


def _look(path: Path) -> Place:
    if not path.is_absolute():
        return Place(path, PlaceState.RELATIVE)
    name = clean_component(path.name, _NAME_LONGEST)
    if name != path.name or "\0" in str(path):
        return Place(path, PlaceState.BAD_NAME, suggestion=path.with_name(name))
    if is_workspace(path):
        return Place(path, PlaceState.WORKSPACE, suggestion=free_place(path))
    if any(is_workspace(folder) for folder in path.parents):
        return Place(path, PlaceState.INSIDE)
    if (free := free_place(path)) != path:
        return Place(path, PlaceState.TAKEN, suggestion=free)
    nearest = path
    while not nearest.exists():
        if nearest == nearest.parent:
            return Place(path, PlaceState.GONE)
        nearest = nearest.parent
    if not nearest.is_dir():
        return Place(path, PlaceState.TAKEN)
    if not os.access(nearest, os.W_OK | os.X_OK):
        return Place(path, PlaceState.CLOSED)
    drive = drive_of(nearest)
    return Place(path, PlaceState.FREE, drive.free, drive.removable, drive.network)
