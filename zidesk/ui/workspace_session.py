"""Which workspace is open: opened in place of the one before, closed, remembered with how far it has come."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from zidesk.domain.assessment import Assessment
from zidesk.storage.settings import RecentWorkspace
from zidesk.ui.editing import Editing
from zidesk.ui.jobs import Jobs
from zidesk.ui.messenger import Messenger
from zidesk.ui.preferences import Preferences
from zidesk.ui.workspace_opener import Opened, WorkspaceOpener

_BUSY = "Masih ada pekerjaan yang berjalan. Tunggu sampai selesai, atau batalkan dahulu."


class WorkspaceSession(QObject):
    """`leaving`: what is typed must be saved now; `closing`: let go of the workspace; `opened` carries the new
    one, `refused` the path and why it could not be opened; `shown_again`: it was open already."""

    leaving = Signal()
    closing = Signal()
    opened = Signal(object)  # Opened
    refused = Signal(object, object)  # Path, ZideskError
    shown_again = Signal()

    def __init__(
        self,
        jobs: Jobs,
        editing: Editing,
        preferences: Preferences,
        messenger: Messenger,
        clock: Callable[[], datetime],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._jobs, self._editing, self._preferences = jobs, editing, preferences
        self._messenger, self._clock = messenger, clock
        self.opener = WorkspaceOpener(jobs, clock, lambda: preferences.settings.backup_count, self)
        self.opener.opened.connect(self._take)
        self.opener.refused.connect(self.refused)
        self.current: Opened | None = None

    def open_first(self, path: Path | None) -> None:
        """At start: the workspace asked for, else the one used last, else none."""
        recent = self._preferences.settings.recent
        if path is None and recent:
            path = recent[0].path
        if path is not None:
            self.open(path)

    def open(self, path: Path, *, read_only: bool = False) -> None:
        """Open a workspace in place of the one that is open, which stays if that fails."""
        if self.current is not None and path.absolute() == self.current.root and not read_only:
            self.shown_again.emit()
        elif self.may_leave() and not self.opener.busy:
            self.leaving.emit()
            self.opener.open(path, read_only=read_only)

    def may_leave(self) -> bool:
        """Whether the workspace can be closed now; otherwise the user is told why not."""
        if self._jobs.busy:
            self._messenger.warn(_BUSY)
        return not self._jobs.busy

    def close(self) -> None:
        """Close the workspace, remembered as it is now; nothing is open afterwards."""
        before, assessment = self.current, self._editing.assessment
        if before is None:
            return
        self.current = None
        if assessment is not None:
            self._remember(before.root, assessment)
        self.closing.emit()
        self.opener.close(before.workspace)

    def _take(self, opened: Opened) -> None:
        self.close()
        self.current = opened
        self._remember(opened.root, opened.assessment)
        self.opened.emit(opened)

    def _remember(self, root: Path, assessment: Assessment) -> None:
        profile, counts = assessment.profile, assessment.counts
        entry = RecentWorkspace(
            root,
            profile.school.name,
            profile.year,
            self._clock(),
            counts.answered,
            counts.questions,
            counts.evidence,
        )
        self._preferences.remember(entry, self._messenger)
