"""A workspace: one folder for each school and year, opened and closed as a whole."""

import os
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from zidesk.domain.assessment import Assessment
from zidesk.domain.errors import (
    InstrumentInvalid,
    NotAWorkspace,
    StorageFault,
    WorkspaceDamaged,
    WorkspaceReadOnly,
)
from zidesk.domain.evidence import INBOX
from zidesk.domain.instrument import Instrument
from zidesk.storage import backups, schema
from zidesk.storage.clock import Clock, system_clock
from zidesk.storage.damage import find_damage
from zidesk.storage.database import Database, quick_check
from zidesk.storage.drives import Drive
from zidesk.storage.faults import fault_reason, storage_faults_named
from zidesk.storage.file_store import FileStore
from zidesk.storage.instrument_loader import parse_instrument
from zidesk.storage.lock import WorkspaceLock
from zidesk.storage.paths import WorkspacePaths
from zidesk.storage.repositories.answers import AnswerRepository
from zidesk.storage.repositories.evidence import EvidenceRepository
from zidesk.storage.repositories.papers import PaperRepository
from zidesk.storage.repositories.personal import PersonalRepository
from zidesk.storage.repositories.plan import PlanRepository
from zidesk.storage.repositories.redactions import RedactionRepository
from zidesk.storage.repositories.snapshots import SnapshotRepository
from zidesk.storage.repositories.staff import StaffRepository
from zidesk.storage.repositories.workspace_facts import WorkspaceFacts


class Workspace:
    """An open workspace, from `open_workspace` to `close`."""

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
        self.plan = PlanRepository(database)
        self.staff = StaffRepository(database)
        self.snapshots = SnapshotRepository(database)
        self.papers = PaperRepository(database)
        self.personal = PersonalRepository(database)
        self.redactions = RedactionRepository(database)
        self.store = FileStore(paths.originals)
        # held from storing a content until its rows are written, and while contents without rows are removed
        self.storing = threading.Lock()

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
            uses = self.evidence.lists()
            inbox = uses.pop(INBOX, ())
            snapshot = Assessment(
                profile=self.facts.profile(),
                instrument=self.instrument,
                answers=self.answers.all(),
                evidence=uses,
                changed_at=changed_at,
                inbox=inbox,
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

    def contents_beside_evidence(self) -> tuple[tuple[str, int, str], ...]:
        """Hash, size and a name of what is kept in the store and is no evidence: the logo and signed copies."""
        return (*self.logo_content(), *self.papers.signed_contents())

    def contents(self) -> tuple[tuple[str, int, str], ...]:
        """Hash, size and a name of everything the store must hold, each content once."""
        every = (*self.evidence.contents(), *self.contents_beside_evidence())
        return tuple({sha256: (sha256, size, name) for sha256, size, name in reversed(every)}.values())[::-1]

    def close(self) -> None:
        self._database.close()
        if self._lock is not None:
            self._lock.release()

    def _load_instrument(self) -> Instrument:
        name, text = self.facts.instrument_text()
        return parse_instrument(text, name)


def open_workspace(
    root: Path,
    *,
    read_only: bool = False,
    clock: Clock = system_clock,
    drive: Drive | None = None,
    keep_backups: int = backups.KEEP,
) -> Workspace:
    """Open a workspace, for writing unless `read_only`: check it, migrate an older one, keep a backup and
    `keep_backups` of them in all.

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
            with storage_faults_named(root), _write_protection_named(root):
                lock.acquire(clock())
            undo.callback(lock.release)
        complaint = quick_check(paths.database)
        if complaint:
            raise _damaged(paths, complaint)
        if read_only:
            schema.check_current(paths)
        else:
            schema.bring_up_to_date(paths, clock())
            if backups.is_due(paths, clock()) and (complaint := find_damage(paths.database)):
                raise _damaged(paths, complaint)  # a copy of it would pass for a good one
            with suppress(StorageFault):  # a full drive must not keep anyone from the data
                backups.rotate(paths, clock(), keep_backups)
        with storage_faults_named(root):
            database = Database(paths.database, read_only=read_only, drive=drive)
        undo.callback(database.close)
        try:
            workspace = Workspace(paths, database, lock, clock)
        except WorkspaceDamaged as fault:
            raise _damaged(paths, fault.detail) from fault
        except InstrumentInvalid as fault:  # it was sound when it was stored
            raise _damaged(paths, "instrument") from fault
        undo.pop_all()
    return workspace


def _damaged(paths: WorkspacePaths, complaint: str) -> WorkspaceDamaged:
    return WorkspaceDamaged(paths.root, complaint, backups.newest_good(paths, find_damage))


@contextmanager
def _write_protection_named(root: Path) -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        if fault_reason(fault) == "denied" and os.access(root, os.R_OK):
            raise WorkspaceReadOnly(root) from fault
        raise
