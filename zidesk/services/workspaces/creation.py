"""A new workspace, from the school's profile as a value or as a file."""

import os
import shutil
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from zidesk.domain.errors import ProfileInvalid, WorkspaceExists
from zidesk.domain.filenames import clean_component
from zidesk.domain.profile import Profile, profile_faults
from zidesk.services.workspaces.logo import LogoState, look_at_logo
from zidesk.storage.clock import Clock, system_clock
from zidesk.storage.faults import storage_faults_named
from zidesk.storage.instrument_loader import find_instrument, load_instrument, read_instrument_text
from zidesk.storage.new_workspace import NewWorkspace, create_workspace
from zidesk.storage.paths import Resources, WorkspacePaths
from zidesk.storage.profile_file import read_profile
from zidesk.storage.workspace import Workspace

DEFAULT_INSTRUMENT = "permenpan-90-2021"
_LOOK = 64  # pixels of a first look at the logo
_FOLDER_LONGEST = 80  # characters of a workspace's folder name


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was asked for beside the profile file; None leaves what the file says."""

    instrument: str = DEFAULT_INSTRUMENT
    year: int | None = None
    target: str | None = None


@dataclass(frozen=True, slots=True)
class SheetChoice:
    """A sheet a school can choose. `name` is what `Wishes.instrument` takes; `status` as the sheet words it."""

    name: str
    title: str
    regulation: str
    questions: int
    confirmed: bool
    status: str


def create_from_value(
    root: Path,
    profile: Profile,
    resources: Resources,
    *,
    logo: Path | None = None,
    instrument: str = DEFAULT_INSTRUMENT,
    clock: Clock = system_clock,
    source: Path | None = None,
) -> Workspace:
    """Make the workspace and leave it open. `source` is where the profile came from, for ProfileInvalid.

    Raises ProfileInvalid, InstrumentNotFound, InstrumentInvalid, WorkspaceExists, StorageFault, FileRefused
    (the logo); nothing is left behind then.
    """
    faults = profile_faults(profile)
    if faults:
        raise ProfileInvalid(source or root, faults)
    sheet = find_instrument(instrument, resources.instruments)
    new = NewWorkspace(profile, sheet.stem, read_instrument_text(sheet), logo)
    return create_workspace(root, new, clock)


def create_from_profile(
    root: Path, profile_file: Path, wishes: Wishes, resources: Resources, clock: Clock = system_clock
) -> Workspace:
    """Make the workspace from `profil.toml` and leave it open. Raises like `create_from_value`."""
    profile, logo = read_profile(profile_file)
    if logo is not None and look_at_logo(logo, _LOOK).state is not LogoState.FINE:
        raise ProfileInvalid(profile_file, (("sekolah.logo", "picture"),))
    if wishes.year is not None:
        profile = replace(profile, year=wishes.year)
    if wishes.target is not None:
        profile = replace(profile, target=wishes.target)
    return create_from_value(
        root,
        profile,
        resources,
        logo=logo,
        instrument=wishes.instrument,
        clock=clock,
        source=profile_file,
    )


def create_whole(root: Path, make: Callable[[Path], Workspace]) -> None:
    """Let `make` fill a workspace under a temporary name beside `root`; it gets its own once it is complete.

    The workspace is closed. Whatever `make` raises comes through, and nothing is left behind then.
    Raises WorkspaceExists, StorageFault.
    """
    with storage_faults_named(root):
        if _is_taken(root):
            raise WorkspaceExists(root)
        to_make = [folder for folder in root.parents if not folder.exists()]
    temporary = root.with_name(f".{root.name}.{uuid.uuid4().hex[:8]}.baru")
    try:
        make(temporary).close()
        with storage_faults_named(root):
            if root.exists():
                root.rmdir()  # an empty one may be there; a full one stays and is named
            temporary.rename(root)
    except BaseException:
        shutil.rmtree(temporary, ignore_errors=True)
        for folder in to_make:
            try:
                folder.rmdir()
            except OSError:  # somebody else has put something there meanwhile
                break
        raise


def sheet_choices(resources: Resources) -> tuple[SheetChoice, ...]:
    """The sheets that ship with the program, the one in force first. Raises InstrumentInvalid."""
    choices = []
    for path in resources.instruments.glob("*.json"):
        sheet = load_instrument(path)
        choices.append(
            SheetChoice(
                name=path.stem,
                title=sheet.title,
                regulation=sheet.regulation,
                questions=len(sheet.places),
                confirmed=sheet.confirmed,
                status=sheet.status,
            )
        )
    return tuple(sorted(choices, key=lambda item: (item.name != DEFAULT_INSTRUMENT, item.name)))


def folder_name(school: str, year: int) -> str:
    """The usual folder of a school's workspace, legal on every drive: "SMAN 1 Contoh-2026"."""
    tail = f"-{year}" if year else ""
    return f"{clean_component(school, _FOLDER_LONGEST - len(tail), fallback='Sekolah')}{tail}"


def is_workspace(root: Path) -> bool:
    """Whether a workspace is at `root`; whether it can be opened is another matter."""
    return os.path.isfile(WorkspacePaths(root).database)  # noqa: PTH113 - a folder closed to us is no reason to fail


def free_place(wanted: Path) -> Path:
    """`wanted`, or with " (2)", " (3)" … where that is taken. Raises StorageFault."""
    with storage_faults_named(wanted):
        return next(place for place in _numbered(wanted) if not _is_taken(place))


def workspace_or_free_place(wanted: Path) -> Path:
    """The first of the same row that is free or is a workspace already. Raises StorageFault."""
    with storage_faults_named(wanted):
        return next(place for place in _numbered(wanted) if is_workspace(place) or not _is_taken(place))


def _numbered(wanted: Path) -> Iterator[Path]:
    yield wanted
    for turn in count(2):
        yield wanted.with_name(f"{wanted.name} ({turn})")


def _is_taken(root: Path) -> bool:
    """Whether something is there that is not ours to write into. Raises OSError."""
    return root.exists() and (not root.is_dir() or any(root.iterdir()))
