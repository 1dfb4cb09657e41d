"""What the wizard has done in the background: plain functions over the services. No Qt.

Storage and services are imported inside the functions: they run beside the window, which is there first.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from zidesk.domain.profile import Profile

if TYPE_CHECKING:
    from zidesk.services.workspaces.creation import SheetChoice as SheetChoice
    from zidesk.services.workspaces.logo import Logo as Logo
    from zidesk.services.workspaces.places import Place as Place


@dataclass(frozen=True, slots=True)
class Order:
    """A new workspace as the wizard wishes it; `sheet` "" is the one in force."""

    root: Path
    profile: Profile
    logo: Path | None
    sheet: str


def sheet_choices() -> "tuple[SheetChoice, ...]":
    """Raises InstrumentInvalid."""
    from zidesk.services.workspaces.creation import sheet_choices as choices
    from zidesk.storage.paths import shipped_resources

    return choices(shipped_resources())


def usual_folder_name(school: str, year: int) -> str:
    from zidesk.services.workspaces.creation import folder_name

    return folder_name(school, year)


def look_at_logo(path: Path, side: int) -> "Logo":
    from zidesk.services.workspaces.logo import look_at_logo as look

    return look(path, side)


def look_at_place(path: Path) -> "Place":
    from zidesk.services.workspaces.places import look_at_place as look

    return look(path)


def make_workspace(order: Order, clock: Callable[[], datetime]) -> "Place":
    """Make the workspace and close it, if its place is free; what was found at the place.

    Raises ProfileInvalid, InstrumentNotFound, InstrumentInvalid, WorkspaceExists, StorageFault, FileRefused.
    """
    from zidesk.services.workspaces.creation import DEFAULT_INSTRUMENT, create_from_value
    from zidesk.services.workspaces.places import PlaceState
    from zidesk.services.workspaces.places import look_at_place as look
    from zidesk.storage.paths import shipped_resources

    place = look(order.root)
    if place.state is PlaceState.FREE:
        create_from_value(
            order.root,
            order.profile,
            shipped_resources(),
            logo=order.logo,
            instrument=order.sheet or DEFAULT_INSTRUMENT,
            clock=clock,
        ).close()
    return place
