"""A workspace: one folder for each school and year, opened and closed as a whole."""

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from zidesk.domain.assessment import Assessment
from zidesk.domain.errors import (
    NotAWorkspace,
    StorageFault,
    WorkspaceDamaged,
    WorkspaceExists,
    WorkspaceReadOnly,
)
from zidesk.domain.instrument import Instrument
from zidesk.domain.profile import Profile
from zidesk.storage import backups, schema
from zidesk.storage.clock import Clock, system_clock
from zidesk.storage.database import Database, quick_check
from zidesk.storage.drives import Drive, drive_of
from zidesk.storage.faults import fault_reason, words_of
from zidesk.storage.file_store import FileStore
from zidesk.storage.instrument_loader import parse_instrument
from zidesk.storage.lock import WorkspaceLock
from zidesk.storage.paths import WorkspacePaths
from zidesk.storage.repositories.answers import AnswerRepository
from zidesk.storage.repositories.evidence import EvidenceRepository
from zidesk.storage.repositories.workspace_facts import WorkspaceFacts


@dataclass(frozen=True)
class NewWorkspace:
    """What a workspace is made from; `logo` is a picture file, stored like an original."""

    profile: Profile
    instrument_name: str
    instrument_text: str
    logo: Path | None = None


class Workspace:
    """An open workspace; made by `create_workspace` and `open_workspace`, ended by `close`."""

    def __init__(
        self, paths: WorkspacePaths, database: Database, lock: WorkspaceLock | None, clock: Clock
    ) -> None:
        self.paths = paths
        self.clock = clock
        self._database = database
        self._lock = lock
        self.facts = WorkspaceFacts(database)
        self.instrument = self._load_instrument()
        self.answers = AnswerRepository(database, self.instrument)
        self.evidence = EvidenceRepository(database)
        self.store = FileStore(paths.originals)

    @property
    def read_only(self) -> bool:
        return self._database.read_only

    def require_writable(self) -> None:
        """Raises WorkspaceReadOnly."""
        if self.read_only:
            raise WorkspaceReadOnly(self.paths.root)

    def assessment(self) -> Assessment:
        """Everything at one moment, as one value; read again should another process write meanwhile."""
        while True:
            changed_at = self.facts.changed_at()
            snapshot = Assessment(
                profile=self.facts.profile(),
                instrument=self.instrument,
                answers=self.answers.all(),
                evidence=self.evidence.by_question(),
                changed_at=changed_at,
            )
            if self.facts.changed_at() == changed_at:
                return snapshot

    def logo(self) -> Path | None:
        """The stored picture of the school's logo, if there is one."""
        sha256 = self.facts.profile().school.logo
        path = self.store.path_of(sha256) if sha256 else None
        return path if path is not None and path.is_file() else None

    def logo_content(self) -> tuple[tuple[str, int, str], ...]:
        """Hash, size and name of the logo, as `EvidenceRepository.contents` has them; empty without one."""
        sha256 = self.facts.profile().school.logo
        if not sha256:
            return ()
        path = self.store.path_of(sha256)
        return ((sha256, path.stat().st_size if path.is_file() else 0, "logo sekolah"),)

    def close(self) -> None:
        self._database.close()
        if self._lock is not None:
            self._lock.release()

    def _load_instrument(self) -> Instrument:
        name, text = self.facts.instrument_text()
        return parse_instrument(text, name)


def create_workspace(root: Path, new: NewWorkspace, clock: Clock = system_clock) -> Workspace:
    """Make a workspace in a new or empty folder and open it for writing.

    Raises WorkspaceExists, InstrumentInvalid, StorageFault, FileRefused (the logo); nothing is left behind
    then but a folder that was there before.
    """
    paths = WorkspacePaths(root)
    parse_instrument(new.instrument_text, new.instrument_name)
    with _drive_faults_named(root):
        if root.exists() and (not root.is_dir() or any(root.iterdir())):
            raise WorkspaceExists(root)
        to_make = [folder for folder in (root, *root.parents) if not folder.exists()]
    try:
        with _drive_faults_named(root):
            root.mkdir(parents=True, exist_ok=True)
        _fill(paths, new, clock())
        return open_workspace(root, clock=clock)
    except BaseException:
        _remove_new(paths, to_make)
        raise


def open_workspace(
    root: Path, *, read_only: bool = False, clock: Clock = system_clock, drive: Drive | None = None
) -> Workspace:
    """Open a workspace, for writing unless `read_only`: check it, migrate an older one, keep a backup.

    Raises NotAWorkspace, WorkspaceLocked, WorkspaceReadOnly (write-protected folder), WorkspaceDamaged,
    WorkspaceTooNew, MigrationFailed, StorageFault.
    """
    paths = WorkspacePaths(root)
    if not paths.database.is_file():
        raise NotAWorkspace(root)
    lock = None
    with ExitStack() as undo:
        if not read_only:
            lock = WorkspaceLock(paths)
            with _drive_faults_named(root), _write_protection_named(root):
                lock.acquire(clock())
            undo.callback(lock.release)
        complaint = quick_check(paths.database)
        if complaint:
            raise WorkspaceDamaged(root, complaint, backups.newest_good(paths))
        if read_only:
            schema.check_current(paths)
        else:
            schema.bring_up_to_date(paths, clock())
            with suppress(StorageFault):  # a full drive must not keep anyone from the data
                backups.rotate(paths, clock())
        with _drive_faults_named(root):
            database = Database(paths.database, read_only=read_only, drive=drive)
        undo.callback(database.close)
        workspace = Workspace(paths, database, lock, clock)
        undo.pop_all()
    return workspace


def _fill(paths: WorkspacePaths, new: NewWorkspace, now: datetime) -> None:
    """The database is complete under a temporary name before it gets its own."""
    profile = new.profile
    if new.logo is not None:
        stored = FileStore(paths.originals).put(new.logo)
        profile = replace(profile, school=replace(profile.school, logo=stored.sha256))
    temporary = paths.database.with_name(f"{paths.database.name}.baru")
    with _drive_faults_named(paths.root):
        schema.create_schema(temporary)
        with closing(Database(temporary, read_only=False, drive=_careful(paths.root))) as database:
            WorkspaceFacts(database).create(profile, new.instrument_name, new.instrument_text, now)
        temporary.replace(paths.database)


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


@contextmanager
def _drive_faults_named(root: Path) -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        raise StorageFault(root, fault_reason(fault), words_of(fault)) from fault


@contextmanager
def _write_protection_named(root: Path) -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        if fault_reason(fault) == "denied" and os.access(root, os.R_OK):
            raise WorkspaceReadOnly(root) from fault
        raise
