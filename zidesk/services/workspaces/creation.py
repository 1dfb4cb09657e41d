"""A new workspace from the school's profile file."""

from dataclasses import dataclass, replace
from pathlib import Path

from zidesk.domain.errors import ProfileInvalid
from zidesk.domain.profile import profile_faults
from zidesk.storage.clock import Clock, system_clock
from zidesk.storage.instrument_loader import find_instrument, read_instrument_text
from zidesk.storage.paths import Resources
from zidesk.storage.profile_file import read_profile
from zidesk.storage.workspace import NewWorkspace, Workspace, create_workspace

DEFAULT_INSTRUMENT = "permenpan-90-2021"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was asked for beside the profile file; None leaves what the file says."""

    instrument: str = DEFAULT_INSTRUMENT
    year: int | None = None
    target: str | None = None


def create_from_profile(
    root: Path, profile_file: Path, wishes: Wishes, resources: Resources, clock: Clock = system_clock
) -> Workspace:
    """Make the workspace and leave it open.

    Raises ProfileInvalid, InstrumentNotFound, InstrumentInvalid, WorkspaceExists, StorageFault, FileRefused.
    """
    profile, logo = read_profile(profile_file)
    if wishes.year is not None:
        profile = replace(profile, year=wishes.year)
    if wishes.target is not None:
        profile = replace(profile, target=wishes.target)
    faults = profile_faults(profile)
    if faults:
        raise ProfileInvalid(profile_file, faults)
    sheet = find_instrument(wishes.instrument, resources.instruments)
    new = NewWorkspace(profile, sheet.stem, read_instrument_text(sheet), logo)
    return create_workspace(root, new, clock)
