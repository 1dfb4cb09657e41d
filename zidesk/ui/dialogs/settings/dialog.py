"""The program's settings: looked at at once, kept when they are saved, as before when they are not."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from zidesk.storage.settings import Settings
from zidesk.ui.dialogs.choosing import ask_place
from zidesk.ui.dialogs.sectioned import SectionedDialog
from zidesk.ui.dialogs.settings.backup_page import BackupPage
from zidesk.ui.dialogs.settings.general_page import GeneralPage
from zidesk.ui.dialogs.settings.look_page import LookPage
from zidesk.ui.dialogs.settings.paper_page import PaperPage
from zidesk.ui.jobs import Jobs

_LINES_WIDE, _LINES_HIGH = 46, 28


@dataclass(frozen=True)
class Surroundings:
    """What the dialog tells of this computer, and how it asks for and shows folders."""

    system_user: str
    settings_folder: Path
    show_folder: Callable[[Path], None]
    ask_folder: Callable[[QWidget, Path | None], Path | None] = ask_place


class SettingsDialog(SectionedDialog):
    """`previewed` carries the Settings to show from now on, also those from before when the user goes back;
    `saved` carries those to keep."""

    previewed = Signal(object)
    saved = Signal(object)

    def __init__(self, parent: QWidget, settings: Settings, jobs: Jobs, around: Surroundings) -> None:
        self._before = settings
        self._shown = settings
        self.general = GeneralPage(settings, around.system_user, around.settings_folder)
        self.look, self.paper = LookPage(settings), PaperPage(settings)
        self.backups = BackupPage(settings, jobs, around.ask_folder)
        pages = (self.general, self.look, self.paper, self.backups)
        super().__init__(parent, "Pengaturan", pages, (_LINES_WIDE, _LINES_HIGH))
        self.general.folder_asked.connect(lambda: around.show_folder(around.settings_folder))
        self.look.edited.connect(self._preview)
        self.finished.connect(self.backups.stop_looking)

    def settings(self) -> Settings:
        """What the pages say now."""
        return replace(
            self._before,
            operator=self.general.operator(),
            text_scale=self.look.text_scale(),
            theme=self.look.theme(),
            paper=self.paper.paper,
            backup_count=self.backups.count.value(),
            backup_folder=self.backups.folder(),
        )

    def settle_and_take(self) -> None:
        taken = self.settings()
        self.accept()
        self.saved.emit(taken)

    def reject(self) -> None:
        """Everything looks as before."""
        if self._shown != self._before:
            self._show(self._before)
        super().reject()

    def _preview(self) -> None:
        look = self.settings()
        self._show(replace(self._before, text_scale=look.text_scale, theme=look.theme))

    def _show(self, settings: Settings) -> None:
        self._shown = settings
        self.previewed.emit(settings)
