"""The start page's list of recent workspaces: which are still there, and taking one off the list."""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject

from zidesk.storage.paths import WorkspacePaths
from zidesk.ui.jobs import Jobs
from zidesk.ui.messenger import Messenger
from zidesk.ui.pages.start_page import StartPage
from zidesk.ui.preferences import Preferences


class RecentWatch(QObject):
    """Looks beside the window each time the page comes into view: a drive that sleeps does not hold it up."""

    def __init__(self, start: StartPage, jobs: Jobs, preferences: Preferences, messenger: Messenger) -> None:
        super().__init__(start)
        self._start, self._jobs, self._preferences, self._messenger = start, jobs, preferences, messenger
        self._looking = False
        start.came_into_view.connect(self.look)
        start.forget_asked.connect(self.forget)

    def look(self) -> None:
        """One look at a time."""
        paths = [entry.path for entry in self._preferences.settings.recent]
        if self._looking or not paths:
            return
        self._looking = True
        self._jobs.quick(lambda: missing_of(paths), on_done=self._show)

    def _show(self, missing: frozenset[Path]) -> None:
        self._looking = False
        self._start.show_missing(missing)

    def forget(self, path: Path) -> None:
        """The list only: nothing on the disk is touched."""
        settings = self._preferences.settings
        left = tuple(entry for entry in settings.recent if entry.path != path)
        self._preferences.keep(replace(settings, recent=left), self._messenger)
        self._start.take_focus()


def missing_of(paths: Sequence[Path]) -> frozenset[Path]:
    """Those where there is no workspace now."""
    return frozenset(path for path in paths if not os.path.isfile(WorkspacePaths(path).database))  # noqa: PTH113 - a folder closed to us is no reason to fail
