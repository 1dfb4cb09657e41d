"""Bandingkan dengan paket lama: whether the bundle tells what changed, and since which other one."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from zidesk.ui.bundle_wizard.radios import group, heading, hint, radio
from zidesk.ui.widgets.labels import push_button

NAME = "Bandingkan dengan paket lama"
_MEANS = "Paket yang baru lalu memuat daftar bukti dan jawaban yang berubah sejak paket lama itu."


class SinceChoice(QWidget):
    """No, the bundle that lies at the destination already, or another one that is picked."""

    folder_asked = Signal()
    zip_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._there: Path | None = None
        self._picked: Path | None = None
        self.none = radio("Tidak", NAME)
        self.there, self.other = QRadioButton(), QRadioButton()
        for button in (self.there, self.other):
            button.setMinimumHeight(self.none.minimumHeight())
            button.hide()
        self._group = group(self, (self.none, self.there, self.other))
        self.folder = push_button("Pilih folder paket lama…", icon_name="folder-open")
        self.folder.clicked.connect(self.folder_asked)
        self.zip = push_button("Pilih ZIP paket lama…", icon_name="archive")
        self.zip.clicked.connect(self.zip_asked)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.folder)
        buttons.addWidget(self.zip)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(heading(NAME))
        layout.addWidget(hint(_MEANS, indented=False))
        for button in (self.none, self.there, self.other):
            layout.addWidget(button)
        layout.addLayout(buttons)
        self.none.setChecked(True)

    def since(self) -> Path | None:
        if self.there.isChecked():
            return self._there
        return self._picked if self.other.isChecked() else None

    def show_there(self, path: Path | None) -> None:
        """A bundle that lies at the destination, offered."""
        if path is None and self.there.isChecked():
            self.none.setChecked(True)
        self._there = path
        _name(self.there, "Paket yang sudah ada di tujuan", path)

    def show_picked(self, path: Path) -> None:
        """A bundle the user picked, chosen."""
        self._picked = path
        _name(self.other, "Paket lain", path)
        self.other.setChecked(True)

    def clear(self) -> None:
        """Nothing is compared, and what was picked is forgotten."""
        self.none.setChecked(True)
        self._picked = None
        _name(self.other, "", None)


def _name(button: QRadioButton, words: str, path: Path | None) -> None:
    button.setVisible(path is not None)
    if path is not None:
        button.setText(f"{words}: {path.name}".replace("&", "&&"))
        button.setToolTip(str(path))
        button.setAccessibleName(f"{NAME}: {words}, {path}")
