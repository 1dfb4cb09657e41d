"""The automatic copies: how many, and a second place for the newest."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget
from shiboken6 import isValid

from zidesk.storage.settings import BACKUP_COUNTS, Settings
from zidesk.ui.dialogs.new_workspace.checks import FINE, Verdict
from zidesk.ui.dialogs.new_workspace.field import Field
from zidesk.ui.dialogs.new_workspace.page import WizardPage
from zidesk.ui.dialogs.settings.folder_check import FolderState, look_at_folder
from zidesk.ui.jobs import Jobs
from zidesk.ui.theme import GAP, ROW_HEIGHT, SECONDARY
from zidesk.ui.widgets.labels import label, push_button
from zidesk.ui.widgets.number_box import NumberBox

_PAUSE = 250  # milliseconds after the last key before the drive is asked
_FOUND = {
    FolderState.FINE: Verdict("Salinan terbaru disimpan juga di sini setiap berkas kerja dibuka.", "ok"),
    FolderState.GONE: Verdict(
        "Folder ini sedang tidak terjangkau. Salinan dibuat lagi setelah drivenya dipasang.", "warn"
    ),
    FolderState.CLOSED: Verdict("Folder ini tidak boleh ditulisi. Pilih folder lain.", "bad", stops=True),
}


def check_folder(text: str, left: bool) -> Verdict:
    if left and text.strip() and not Path(text.strip()).is_absolute():
        return Verdict("Tulis alamat folder selengkapnya, atau tekan Pilih folder…", "bad", stops=True)
    return FINE


class BackupPage(WizardPage):
    name = "Cadangan"

    def __init__(
        self, settings: Settings, jobs: Jobs, ask_folder: Callable[[QWidget, Path | None], Path | None]
    ) -> None:
        super().__init__(
            "Cadangan",
            "Saat berkas kerja dibuka, jawaban dan catatannya disalin, paling sering dua kali sehari. Berkas "
            "bukti tidak ikut; untuk semuanya, pakai Cadangkan… di menu.",
        )
        self._jobs, self._ask_folder = jobs, ask_folder
        self._found = FINE
        self.count = NumberBox()
        self.count.setRange(BACKUP_COUNTS[0], BACKUP_COUNTS[-1])
        self.count.setValue(settings.backup_count)
        self.count.setAccessibleName("Banyak salinan otomatis yang disimpan")
        field = Field("Salin juga ke folder lain, misalnya di flashdisk", "", check_folder, longest=1000)
        self.take_fields({"folder": field})
        self.line = field.line
        self.line.setPlaceholderText("Tidak disalin ke tempat lain")
        self.choose = push_button("Pilih folder…", icon_name="folder-open")
        self.remove = push_button("Lepas", look="link")
        self.remove.setAccessibleName("Lepas folder cadangan kedua")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._look)
        self.choose.clicked.connect(self._ask)
        self.remove.clicked.connect(self.line.clear)
        self.line.textChanged.connect(self._typed)
        self._arrange()
        self.remove.hide()
        if settings.backup_folder is not None:
            self.line.setText(str(settings.backup_folder))

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addStrut(ROW_HEIGHT)
        row.addWidget(self.count)
        row.addWidget(label("salinan terakhir disimpan; yang lebih lama dihapus", wrap=True), 1)
        self.column.addWidget(label("Salinan otomatis", size=SECONDARY))
        self.column.addLayout(row)
        self.column.addSpacing(GAP)
        self.column.addWidget(self.fields["folder"])
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        self.column.addLayout(buttons)
        self.column.addStretch(1)

    def first_widget(self) -> QWidget:
        return self.count

    def folder(self) -> Path | None:
        text = self.line.text().strip()
        return Path(text) if text else None

    def settle(self) -> QWidget | None:
        wrong = super().settle()
        if wrong is None and self._found is not FINE:
            self.fields["folder"].show_verdict(self._found)
        return self.line if wrong is not None or self._found.stops else None

    def stop_looking(self) -> None:
        """Nobody reads what is found any more."""
        self._timer.stop()

    def _typed(self) -> None:
        self._found = FINE
        self.remove.setVisible(bool(self.line.text()))
        self.fields["folder"].show_verdict(FINE)
        self._timer.start()

    def _look(self) -> None:
        folder = self.folder()
        if folder is not None and folder.is_absolute():
            self._jobs.quick(lambda: look_at_folder(folder), on_done=lambda state: self._show(folder, state))

    def _show(self, folder: Path, state: FolderState) -> None:
        if isValid(self) and folder == self.folder():  # the dialog may be gone by now
            self._found = _FOUND[state]
            self.fields["folder"].show_verdict(self._found)

    def _ask(self) -> None:
        chosen = self._ask_folder(self, self.folder())
        if chosen is not None:
            self.line.setText(str(chosen))
