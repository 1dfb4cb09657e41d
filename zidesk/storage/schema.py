"""The schema's version and its upgrades by Alembic, with the database copied aside first."""

import sqlite3
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from zidesk.domain.errors import MigrationFailed, NotAWorkspace, WorkspaceError, WorkspaceOutdated, WorkspaceTooNew
from zidesk.storage.backups import copy_database
from zidesk.storage.database import connect, named_fault, reader
from zidesk.storage.paths import WorkspacePaths

HEAD = "0004"  # the newest revision; tests hold it equal to Alembic's own head
_SCRIPTS = Path(__file__).parent / "migrations"


def create_schema(database: Path) -> None:
    """Make a new database file with the newest schema, by the same migrations every old one goes through.

    Raises StorageFault, WorkspaceReadOnly.
    """
    try:
        _upgrade(database)
    except DBAPIError as fault:
        raise named_fault(database.parent, fault.orig) from fault


def current_revision(paths: WorkspacePaths) -> str:
    """The schema the file has.

    Raises NotAWorkspace for a database of something else, StorageFault, WorkspaceReadOnly, WorkspaceDamaged.
    """
    return revision_of(paths.database)


def revision_of(database: Path) -> str:
    """The schema of a database, which may be a copy. Raises as `current_revision`."""
    try:
        with reader(database) as connection:
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.Error as fault:
        # it has no such table, or a name that is none
        if getattr(fault, "sqlite_errorcode", sqlite3.SQLITE_ERROR) == sqlite3.SQLITE_ERROR:
            raise NotAWorkspace(database.parent) from fault
        raise named_fault(database.parent, fault) from fault
    if row is None:
        raise NotAWorkspace(database.parent)
    return str(row[0])


def bring_up_to_date(paths: WorkspacePaths, now: datetime) -> None:
    """Migrate an older schema, after copying the database aside; a newer one is refused.

    Raises WorkspaceTooNew, MigrationFailed (the database is then as it was before), and what
    `current_revision` and `copy_database` raise.
    """
    revision = current_revision(paths)
    if revision == HEAD:
        return
    _check_not_newer(paths, revision)
    aside = paths.backups / f"sebelum-migrasi-{revision}-{now:%Y%m%d-%H%M%S}.db"
    copy_database(paths.database, aside)
    try:
        _upgrade(paths.database)
    except Exception as fault:  # whatever a migration raises, the old database comes back
        with suppress(WorkspaceError):  # it was rolled back; the copy is for a script that had to commit
            copy_database(aside, paths.database)
        raise MigrationFailed(paths.root, str(fault), aside) from fault


def check_current(paths: WorkspacePaths) -> None:
    """For a read-only opener, who cannot migrate.

    Raises WorkspaceTooNew, WorkspaceOutdated, and what `current_revision` raises.
    """
    revision = current_revision(paths)
    _check_not_newer(paths, revision)
    if revision != HEAD:
        raise WorkspaceOutdated(paths.root, revision)


def _check_not_newer(paths: WorkspacePaths, revision: str) -> None:
    """Raises WorkspaceTooNew for a revision this program does not know."""
    if revision > HEAD:  # revisions are numbered in order
        raise WorkspaceTooNew(paths.root, revision)


def _upgrade(database: Path) -> None:
    # Alembic is loaded only when there is something to migrate
    from alembic import command
    from alembic.config import Config
    from sqlalchemy import create_engine, event
    from sqlalchemy.pool import NullPool

    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    engine = create_engine("sqlite://", creator=lambda: connect(database, read_only=False), poolclass=NullPool)
    # one transaction around everything: a kill in the middle leaves the old schema, not half of the new one
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, HEAD)
