"""What the dialog of the school's data has done beside the window: plain functions over the services. No Qt."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from zidesk.domain.instrument import Instrument
from zidesk.domain.profile import Profile

if TYPE_CHECKING:
    from zidesk.services.changes.kinds import Done
    from zidesk.services.workspaces.creation import SheetChoice
    from zidesk.storage.workspace import Workspace


@dataclass(frozen=True, slots=True)
class SchoolData:
    """A profile as it shall be. `new_logo`: a picture that is not kept yet and takes the logo's place."""

    profile: Profile
    new_logo: Path | None = None


def change_school(workspace: "Workspace", wanted: SchoolData, by: str) -> "Done":
    """Keep a new logo and perform the change of the profile. Raises like `services.changes.perform`, and
    FileRefused (the logo)."""
    from zidesk.services.changes.kinds import ReplaceProfile
    from zidesk.services.changes.performing import perform

    workspace.require_writable()
    profile = wanted.profile
    if wanted.new_logo is not None:
        stored = workspace.store.put(wanted.new_logo)
        profile = replace(profile, school=replace(profile.school, logo=stored.sha256))
    return perform(workspace, ReplaceProfile(profile), by)


def sheet_of(instrument: Instrument) -> "SheetChoice":
    """The sheet of a workspace as a choice of which there is only this one."""
    from zidesk.services.workspaces.creation import SheetChoice

    return SheetChoice(
        name=instrument.title,
        title=instrument.title,
        regulation=instrument.regulation,
        questions=len(instrument.places),
        confirmed=instrument.confirmed,
        status=instrument.status,
    )
