"""A damaged database: told from a sound one, and put aside without losing a byte of it."""

import os
import shutil
from contextlib import closing
from datetime import datetime
from pathlib import Path

from zidesk.domain.backup_names import damaged_name
from zidesk.domain.errors import NotAWorkspace, StorageFault, WorkspaceReadOnly, ZideskError
from zidesk.storage import schema
from zidesk.storage.database import Database, quick_check
from zidesk.storage.faults import storage_faults_named
from zidesk.storage.flushing import flush_folder, make_folder
from zidesk.storage.instrument_loader import parse_instrument
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

_COMPANIONS = ("-wal", "-shm", "-journal")


def find_damage(database: Path) -> str:
    """What is wrong with a database, "" when nothing is: SQLite's own check of its pages, then all of its content
    is read, for that check does not look into texts.

    Raises NotAWorkspace where there is no file, StorageFault or WorkspaceReadOnly when it cannot be read now.
    """
    if not database.is_file():
        raise NotAWorkspace(database.parent)
    complaint = quick_check(database)
    if complaint:
        return complaint
    try:
        if schema.revision_of(database) == schema.HEAD:  # an older one is read when it has been migrated
            _read_all(database)
    except (StorageFault, WorkspaceReadOnly):
        raise
    except NotAWorkspace:
        return "tables are missing"
    except ZideskError as fault:
        return str(getattr(fault, "detail", "")) or type(fault).__name__
    return ""


def _read_all(database: Path) -> None:
    """Raises whatever unreadable content raises."""
    with closing(Database(database, read_only=True)) as opened:
        facts, evidence, papers = WorkspaceFacts(opened), EvidenceRepository(opened), PaperRepository(opened)
        facts.profile()
        facts.changed_at()
        name, text = facts.instrument_text()
        AnswerRepository(opened, parse_instrument(text, name)).all()
        evidence.lists()
        evidence.bin()
        evidence.removal_times()
        papers.records()
        papers.overrides()
        PersonalRepository(opened).decisions()
        for repository in (RedactionRepository, PlanRepository, StaffRepository, SnapshotRepository):
            repository(opened).all()


def put_aside(paths: WorkspacePaths, now: datetime) -> Path:
    """Copy the database and SQLite's files beside it into the folder of the copies; the copy of the first.

    The original stays: a kill now loses nothing. Raises StorageFault.
    """
    aside = paths.backups / damaged_name(now)
    with storage_faults_named(paths.backups):
        make_folder(paths.backups)
        for ending in ("", *_COMPANIONS):
            source = paths.database.with_name(paths.database.name + ending)
            if source.is_file():
                _copy(source, aside.with_name(aside.name + ending))
        flush_folder(paths.backups)
    return aside


def _copy(source: Path, target: Path) -> None:
    with source.open("rb") as reader, target.open("wb") as writer:
        shutil.copyfileobj(reader, writer)
        writer.flush()
        os.fsync(writer.fileno())
