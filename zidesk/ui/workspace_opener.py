"""Opens and closes workspaces beside the window. Both happen in one thread: the lock belongs to it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from zidesk.domain.assessment import Assessment
from zidesk.domain.errors import NotAWorkspace, WorkspaceDamaged, WorkspaceLocked, WorkspaceReadOnly, ZideskError
from zidesk.ui.jobs import Jobs

if TYPE_CHECKING:
    from zidesk.storage.workspace import Workspace

Clock = Callable[[], datetime]


@dataclass(frozen=True, eq=False)
class Opened:
    """A workspace that is open now, and what it holds."""

    workspace: "Workspace"
    assessment: Assessment

    @property
    def root(self) -> Path:
        return self.workspace.paths.root


@dataclass(frozen=True, slots=True)
class GivenBundle:
    """No workspace was given but a bag, as a folder or a ZIP file."""

    path: Path


class WorkspaceOpener(QObject):
    opened = Signal(object)  # Opened
    bundle_given = Signal(object)  # Path
    refused = Signal(object, object)  # Path, ZideskError

    def __init__(
        self, jobs: Jobs, clock: Clock, keep_backups: Callable[[], int], parent: QObject | None = None
    ) -> None:
        """`keep_backups` tells how many automatic copies are kept beside a workspace."""
        super().__init__(parent)
        self._jobs, self._clock, self._keep_backups = jobs, clock, keep_backups
        self._opening: Path | None = None

    @property
    def busy(self) -> bool:
        """Whether a workspace is being opened right now."""
        return self._opening is not None

    def open(self, path: Path, *, read_only: bool = False) -> None:
        """Open the workspace at `path`, a folder or the database in it, or tell that it is a bundle. Answered by
        a signal."""
        root = root_of(path)
        self._opening = root
        self._jobs.quick(
            lambda: _open_or_tell(path, read_only, self._clock, self._keep_backups()),
            on_done=self._done,
            on_error=lambda fault: self._failed(root, fault),
        )

    def close(self, workspace: "Workspace") -> None:
        """Close a workspace after all quick work queued before."""
        self._jobs.quick(lambda: close_for_window(workspace))

    def _done(self, found: Opened | GivenBundle) -> None:
        self._opening = None
        if isinstance(found, Opened):
            self.opened.emit(found)
        else:
            self.bundle_given.emit(found.path)

    def _failed(self, root: Path, fault: ZideskError) -> None:
        self._opening = None
        self.refused.emit(root, fault)


def root_of(path: Path) -> Path:
    """The workspace meant by `path`: its folder, or the database in it."""
    return path.parent if path.name == "zidesk.db" else path


def may_read(fault: ZideskError) -> bool:
    """Whether opening without changing anything is a way out."""
    return isinstance(fault, WorkspaceLocked | WorkspaceReadOnly)


def _open_or_tell(path: Path, read_only: bool, clock: Clock, keep_backups: int) -> Opened | GivenBundle:
    """Raises WorkspaceError and its kind for what is neither a workspace nor a bundle."""
    try:
        return open_for_window(root_of(path), read_only, clock, keep_backups)
    except NotAWorkspace:
        from zidesk.services.verify import bundle_at

        bundle = bundle_at(path.resolve())
        if bundle is None:
            raise
        return GivenBundle(bundle)


def good_backup(fault: ZideskError) -> Path | None:
    """The automatic copy a damaged workspace can be restored from."""
    return fault.backup if isinstance(fault, WorkspaceDamaged) else None


def open_for_window(root: Path, read_only: bool, clock: Clock, keep_backups: int) -> Opened:
    """Open and read a workspace; closed again if it cannot be read. Raises WorkspaceError and its kind."""
    from zidesk.storage.workspace import open_workspace

    workspace = open_workspace(root.resolve(), read_only=read_only, clock=clock, keep_backups=keep_backups)
    try:
        return Opened(workspace, workspace.assessment())
    except BaseException:
        workspace.close()
        raise


def close_for_window(workspace: "Workspace") -> None:
    """Close a workspace; the copies other programs were given go with it."""
    from zidesk.services.evidence.opening import forget_copies

    forget_copies(workspace)
    workspace.close()
