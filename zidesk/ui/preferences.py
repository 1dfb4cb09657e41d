"""The user's settings in the window: remembered, changed in a dialog, and worn by the application."""

from collections.abc import Callable, Collection
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from zidesk.domain.errors import StorageFault
from zidesk.storage.settings import TEXT_SCALES, RecentWorkspace, Settings, SettingsFile
from zidesk.ui.dialogs.choosing import ask_place
from zidesk.ui.jobs import Jobs
from zidesk.ui.messenger import Messenger
from zidesk.ui.theme import running_theme

_STEP = 10  # percent of text size
_USUAL = 100


class Preferences(QObject):
    """`changed` carries the settings whenever they are others than before."""

    changed = Signal(object)  # Settings

    def __init__(self, file: SettingsFile, system_user: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file, self._system_user = file, system_user
        self.settings = file.load()
        self.wear(self.settings)

    @property
    def path(self) -> Path:
        return self._file.path

    def operator(self) -> str:
        """Who answers: the name the user gave, else the one the system knows."""
        return self.settings.operator or self._system_user

    def wear(self, settings: Settings) -> None:
        """Look as these settings say, without keeping them."""
        theme = running_theme()
        if theme is not None:
            theme.apply(settings.theme, settings.text_scale / 100)

    def keep(self, settings: Settings, messenger: Messenger) -> None:
        """Use and remember these settings; where they cannot be remembered, that is said."""
        self.settings = settings
        self.wear(settings)
        self.changed.emit(settings)
        try:
            self._file.save(settings)
        except StorageFault:
            messenger.warn(
                "Pengaturan tidak dapat disimpan di komputer ini, dan hanya berlaku sampai ZIDesk ditutup."
            )

    def keep_plan_columns(self, names: Collection[str], messenger: Messenger) -> None:
        """The columns of the plan that are shown from now on."""
        self.keep(replace(self.settings, plan_columns=tuple(sorted(names))), messenger)

    def remember(self, entry: RecentWorkspace, messenger: Messenger) -> None:
        self.keep(self.settings.with_opened(entry), messenger)

    def resize_text(self, steps: int, messenger: Messenger) -> None:
        """Larger or smaller by steps of ten percent; 0: as usual."""
        wanted = self.settings.text_scale + steps * _STEP if steps else _USUAL
        scale = min(TEXT_SCALES[-1], max(TEXT_SCALES[0], wanted))
        self.keep(replace(self.settings, text_scale=scale), messenger)
        messenger.tell(f"Ukuran teks {scale} %.")

    def ask(
        self, window: QWidget, jobs: Jobs, messenger: Messenger, show_folder: Callable[[Path], None]
    ) -> QWidget:
        """Open the dialog; what is chosen in it shows at once and is kept when it is saved."""
        from zidesk.ui.dialogs.settings.dialog import SettingsDialog, Surroundings

        around = Surroundings(self._system_user, self._file.path.parent, show_folder, ask_place)
        dialog = SettingsDialog(window, self.settings, jobs, around)
        dialog.previewed.connect(self.wear)
        dialog.saved.connect(lambda settings: self.keep(settings, messenger))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog
