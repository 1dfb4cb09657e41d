"""Who works here, and where the settings lie."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from zidesk.storage.settings import OPERATOR_LONGEST, Settings
from zidesk.ui.dialogs.new_workspace.field import Field
from zidesk.ui.dialogs.new_workspace.page import WizardPage
from zidesk.ui.theme import GAP, SECONDARY
from zidesk.ui.widgets.labels import label, push_button


class GeneralPage(WizardPage):
    folder_asked = Signal()
    name = "Umum"

    def __init__(self, settings: Settings, system_user: str, folder: Path) -> None:
        super().__init__("Umum", "Siapa yang bekerja dengan ZIDesk di komputer ini.")
        self.take_fields({"operator": Field("Nama Anda", "Siti Rahmawati", longest=OPERATOR_LONGEST)})
        self.fields["operator"].show_text(settings.operator)
        self.column.addWidget(self.fields["operator"])
        self.column.addWidget(
            label(
                "Nama ini tercatat pada riwayat setiap perubahan. Bila dikosongkan, dipakai nama masuk komputer: "
                f"{system_user}.",
                look="muted",
                size=SECONDARY,
                wrap=True,
            )
        )
        self.column.addSpacing(GAP)
        self.column.addWidget(label("Folder pengaturan", size=SECONDARY))
        row = QHBoxLayout()
        row.setSpacing(GAP)
        self.folder = label(str(folder), wrap=True)
        self.folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.show_folder = push_button("Buka folder", icon_name="folder-open")
        self.show_folder.clicked.connect(self.folder_asked)
        row.addWidget(self.folder, 1)
        row.addWidget(self.show_folder, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)
        self.column.addWidget(
            label(
                "Pengaturan dan daftar berkas kerja yang terakhir dibuka tersimpan di sini. Jawaban dan bukti "
                "tersimpan di folder berkas kerja masing-masing.",
                look="muted",
                size=SECONDARY,
                wrap=True,
            )
        )
        self.column.addStretch(1)

    def operator(self) -> str:
        return self.text("operator")
