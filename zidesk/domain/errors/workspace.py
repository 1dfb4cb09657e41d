"""Errors of the workspace on disk."""

from dataclasses import dataclass
from pathlib import Path

from zidesk.domain.errors.base import ZideskError


@dataclass(eq=False)
class WorkspaceError(ZideskError):
    """The base of errors about a workspace folder."""

    path: Path


@dataclass(eq=False)
class NotAWorkspace(WorkspaceError):
    """There is no workspace in this folder."""


@dataclass(eq=False)
class WorkspaceExists(WorkspaceError):
    """A new workspace is wanted where files are already."""


@dataclass(eq=False)
class WorkspaceLocked(WorkspaceError):
    """Somebody else has it open for writing; `holder`, `host`, `since` as far as known ("" if not)."""

    holder: str
    host: str
    since: str


@dataclass(eq=False)
class WorkspaceReadOnly(WorkspaceError):
    """A change was wanted in a workspace that is open read-only or lies in a write-protected folder."""


@dataclass(eq=False)
class WorkspaceDamaged(WorkspaceError):
    """The database fails SQLite's own check; `backup` is the newest good copy, if any."""

    detail: str
    backup: Path | None


@dataclass(eq=False)
class WorkspaceTooNew(WorkspaceError):
    """A newer version of the program made it."""

    schema: str


@dataclass(eq=False)
class WorkspaceOutdated(WorkspaceError):
    """An older version made it, and read-only it cannot be brought up to date."""

    schema: str


@dataclass(eq=False)
class MigrationFailed(WorkspaceError):
    """An old workspace could not be brought up to date; `copy` is the untouched database set aside."""

    detail: str
    copy: Path


@dataclass(eq=False)
class StorageFault(WorkspaceError):
    """The drive refused. `reason`: full, denied, vanished, busy or other; `detail`: the system's words."""

    reason: str
    detail: str = ""


@dataclass(eq=False)
class BackupInvalid(WorkspaceError):
    """The file is not a backup of a workspace, or it is damaged; `detail` names what."""

    detail: str


@dataclass(eq=False)
class TargetExists(WorkspaceError):
    """A file or folder of this name is already there and is not overwritten."""
