"""Which workspace is open: opened in place of the one before, closed, remembered with how far it has come."""

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from zidesk.domain.assessment import Assessment
from zidesk.storage.settings import RecentWorkspace
from zidesk.ui.editing import Editing
from zidesk.ui.jobs import Jobs
from zidesk.ui.later import later
from zidesk.ui.messenger import Messenger
from zidesk.ui.preferences import Preferences
from zidesk.ui.unsaved import Unsaved
from zidesk.ui.workspace_opener import Opened, WorkspaceOpener, root_of

_BUSY = "Masih ada pekerjaan yang berjalan. Tunggu sampai selesai, atau batalkan dahulu."
_LOOK_AGAIN = 200  # milliseconds


class WorkspaceSession(QObject):
    """`leaving`: what is typed must be saved now; `closing`: let go of the workspace; `opened` carries the new
    one, `refused` the path and why it could not be opened, `bundle_given` the path of a bundle that was given
    instead of a workspace; `shown_again`: it was open already; `left`: none is open now.

    What was begun for one workspace ends before another takes its place: long work, and dialogs about it.
    """

    leaving = Signal()
    closing = Signal()
    opened = Signal(object)  # Opened
    refused = Signal(object, object)  # Path, ZideskError
    bundle_given = Signal(object)  # Path
    shown_again = Signal()
    left = Signal()

    def __init__(
        self,
        jobs: Jobs,
        editing: Editing,
        preferences: Preferences,
        messenger: Messenger,
        clock: Callable[[], datetime],
        unsaved: Unsaved,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._jobs, self._editing, self._preferences = jobs, editing, preferences
        self._messenger, self._clock, self._unsaved = messenger, clock, unsaved
        self.opener = WorkspaceOpener(jobs, clock, lambda: preferences.settings.backup_count, self)
        self.opener.opened.connect(self._arrive)
        self.opener.refused.connect(self.refused)
        self.opener.bundle_given.connect(self.bundle_given)
        self.current: Opened | None = None
        self._arrived: Opened | None = None  # waits to take the place of the current one

    def open_first(self, path: Path | None) -> None:
        """At start: the workspace asked for, else the one used last, else none."""
        recent = self._preferences.settings.recent
        if path is None and recent:
            path = recent[0].path
        if path is not None:
            self.open(path)

    def open(self, path: Path, *, read_only: bool = False) -> None:
        """Open a workspace in place of the one that is open, which stays if that fails."""
        if self._is_open(path, read_only):
            self.shown_again.emit()
        elif self.may_leave() and not self.opener.busy and self._arrived is None:
            self.leaving.emit()
            self.opener.open(path, read_only=read_only)

    def _is_open(self, path: Path, read_only: bool) -> bool:
        """Whether that workspace is open in this way, by whatever path it is named."""
        current = self.current
        return (
            current is not None
            and current.workspace.read_only == read_only
            and Path(os.path.realpath(root_of(path))) == current.root
        )

    @property
    def holds(self) -> bool:
        """Whether there is anything to close."""
        return self.current is not None or self._arrived is not None

    def may_leave(self) -> bool:
        """Whether the workspace can be closed now; otherwise the user is told why not."""
        if self._jobs.busy:
            self._messenger.warn(_BUSY)
        return not self._jobs.busy

    def leave(self) -> None:
        """Close the workspace once everything typed is saved; asks where that is not possible."""

        def close(_saved: None) -> None:
            if self.current is not None and self.may_leave() and self._unsaved.may_be_left():
                self.close()
                self.left.emit()

        if self.current is not None and self.may_leave():
            self.leaving.emit()
            self._jobs.quick(lambda: None, on_done=close)

    def close(self) -> None:
        """Close the workspace, remembered as it is now; nothing is open afterwards."""
        if self._arrived is not None:
            self.opener.close(self._arrived.workspace)
            self._arrived = None
        before, assessment = self.current, self._editing.assessment
        if before is None:
            return
        self.current = None
        if assessment is not None:
            self._remember(before.root, assessment)
        self.closing.emit()
        self.opener.close(before.workspace)

    def _arrive(self, opened: Opened) -> None:
        self._arrived = opened
        if self.current is None:
            self._take(opened)
        else:
            self._make_room()

    def _make_room(self) -> None:
        """Save what was typed in the old one meanwhile, then look whether it can go."""
        if self._arrived is not None:
            self.leaving.emit()
            self._jobs.quick(lambda: None, on_done=lambda _saved: self._replace())

    def _replace(self) -> None:
        opened = self._arrived
        if opened is None:
            return
        if self._jobs.busy or QApplication.activeModalWidget() is not None:
            later(self, _LOOK_AGAIN, self._make_room)
        elif self._unsaved.may_be_left():
            self._take(opened)
        else:
            self._arrived = None
            self.opener.close(opened.workspace)

    def _take(self, opened: Opened) -> None:
        self._arrived = None
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
