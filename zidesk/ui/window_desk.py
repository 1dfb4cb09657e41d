"""The dialogs about the workspace as a whole and about the program itself."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from zidesk.ui.backup_controller import BackupController
from zidesk.ui.dialogs.school_data_work import SchoolData, change_school
from zidesk.ui.editing import Editing
from zidesk.ui.jobs import Jobs
from zidesk.ui.messenger import Messenger
from zidesk.ui.preferences import Preferences
from zidesk.ui.workspace_session import WorkspaceSession


class WindowDesk(QObject):
    """Opens each dialog over the window; `dialog` is the one opened last."""

    def __init__(
        self,
        window: QWidget,
        jobs: Jobs,
        messenger: Messenger,
        editing: Editing,
        session: WorkspaceSession,
        preferences: Preferences,
        backups: BackupController,
        show_folder: Callable[[Path], None],
    ) -> None:
        super().__init__(window)
        self._window, self._jobs, self._messenger = window, jobs, messenger
        self._editing, self._session, self._preferences = editing, session, preferences
        self._backups, self._show_folder = backups, show_folder
        self.dialog: QWidget | None = None

    def ask_settings(self) -> None:
        self.dialog = self._preferences.ask(self._window, self._jobs, self._messenger, self._show_folder)

    def ask_school_data(self) -> None:
        """Change the school's data; it can be undone like every other change."""
        from zidesk.ui.dialogs.school_data import SchoolDataDialog

        workspace, assessment = self._editing.workspace, self._editing.assessment
        if workspace is None or assessment is None or not self._editing.writable:
            return
        dialog = SchoolDataDialog(self._window, self._jobs, assessment, workspace.logo())
        dialog.saved.connect(self._save_school)
        self._open(dialog)

    def _save_school(self, wanted: SchoolData) -> None:
        workspace, operator = self._editing.workspace, self._preferences.operator()
        if workspace is None:
            return
        self._jobs.quick(
            lambda: change_school(workspace, wanted, operator),
            on_done=lambda done: self._editing.keep(done, "data sekolah", workspace),
            on_error=self._messenger.complain,
        )

    def back_up(self) -> None:
        opened, assessment = self._session.current, self._editing.assessment
        if opened is not None and assessment is not None:
            self._backups.back_up(opened.root, assessment.profile.school.name)

    def show_shortcuts(self) -> None:
        from zidesk.ui.dialogs.shortcuts import ShortcutsDialog

        self._open(ShortcutsDialog(self._window))

    def show_about(self) -> None:
        from zidesk.ui.dialogs.about import AboutDialog

        opened = self._session.current
        self._open(AboutDialog(self._window, self._preferences.path, opened.root if opened else None))

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
