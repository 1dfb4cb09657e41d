"""Making a workspace: whole, or nothing left of it."""

import shutil
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from zidesk.domain.errors import WorkspaceExists
from zidesk.domain.profile import Profile
from zidesk.storage import schema
from zidesk.storage.clock import Clock, system_clock
from zidesk.storage.database import Database
from zidesk.storage.drives import Drive, drive_of
from zidesk.storage.faults import storage_faults_named
from zidesk.storage.file_store import FileStore
from zidesk.storage.flushing import make_folder, move_into_place
from zidesk.storage.instrument_loader import parse_instrument
from zidesk.storage.paths import WorkspacePaths
from zidesk.storage.repositories.workspace_facts import WorkspaceFacts
from zidesk.storage.workspace import Workspace, open_workspace


@dataclass(frozen=True)
class NewWorkspace:
    """What a workspace is made from; `logo` is a picture file, stored like an original."""

    profile: Profile
    instrument_name: str
    instrument_text: str
    logo: Path | None = None


def create_workspace(root: Path, new: NewWorkspace, clock: Clock = system_clock) -> Workspace:
    """Make a workspace in a new or empty folder and open it for writing.

    Raises WorkspaceExists, InstrumentInvalid, StorageFault, FileRefused (the logo); nothing is left behind
    then but a folder that was there before.
    """
    paths = WorkspacePaths(root)
    parse_instrument(new.instrument_text, new.instrument_name)
    with storage_faults_named(root):
        if root.exists() and (not root.is_dir() or any(root.iterdir())):
            raise WorkspaceExists(root)
        to_make = [folder for folder in (root, *root.parents) if not folder.exists()]
    try:
        with storage_faults_named(root):
            make_folder(root)
        _fill(paths, new, clock())
        return open_workspace(root, clock=clock)
    except BaseException:
        _remove_new(paths, to_make)
        raise


def _fill(paths: WorkspacePaths, new: NewWorkspace, now: datetime) -> None:
    """The database is complete under a temporary name before it gets its own."""
    profile = new.profile
    if new.logo is not None:
        stored = FileStore(paths.originals).put(new.logo)
        profile = replace(profile, school=replace(profile.school, logo=stored.sha256))
    temporary = paths.database.with_name(f"{paths.database.name}.baru")
    with storage_faults_named(paths.root):
        schema.create_schema(temporary)
        with closing(Database(temporary, read_only=False, drive=_careful(paths.root))) as database:
            WorkspaceFacts(database).create(profile, new.instrument_name, new.instrument_text, now)
        move_into_place(temporary, paths.database)


def _careful(root: Path) -> Drive:
    """The drive, taken for a removable one: a file that is renamed must not have a WAL beside it."""
    return replace(drive_of(root), removable=True)


def _remove_new(paths: WorkspacePaths, made_folders: Iterable[Path]) -> None:
    """As far as the drive lets it; the fault that led here is the one to tell."""
    for part in (paths.originals, paths.backups):
        shutil.rmtree(part, ignore_errors=True)
    for path in (*paths.root.glob("zidesk.db*"), paths.lock, paths.lock_holder):
        with suppress(OSError):
            path.unlink()
    for folder in made_folders:
        with suppress(OSError):
            folder.rmdir()
