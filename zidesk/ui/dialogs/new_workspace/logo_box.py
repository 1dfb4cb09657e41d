"""The school's logo: chosen, looked into beside the window, shown small."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from zidesk.domain.indonesian import format_size
from zidesk.ui.dialogs.choosing import ask_picture
from zidesk.ui.dialogs.new_workspace import work
from zidesk.ui.jobs import Jobs
from zidesk.ui.theme import GAP, SECONDARY
from zidesk.ui.widgets.labels import frame, label, push_button, set_look
from zidesk.ui.widgets.sign import Sign

SIDE = 72  # pixels of the preview
_REFUSALS = {
    "missing": "“{name}” tidak ditemukan. Pilih gambar lain.",
    "unreadable": "“{name}” tidak dapat dibaca. Periksa izinnya, atau pilih gambar lain.",
    "no picture": "“{name}” bukan gambar. Pilih berkas PNG atau JPEG.",
    "damaged": "Gambar “{name}” rusak. Ambil ulang dari sumbernya, atau pilih gambar lain.",
    "many bytes": "“{name}” lebih besar dari 20 MB. Pilih gambar yang lebih kecil.",
    "many pixels": "“{name}” lebih besar dari 50 megapiksel. Pilih gambar yang lebih kecil.",
    "other format": "Gambar “{name}” tidak dapat dicetak. Simpan sebagai PNG atau JPEG, lalu pilih lagi.",
}
_INVITATION = "PNG atau JPEG, paling besar 20 MB. Tanpa logo, kop surat dicetak tanpa gambar."


class LogoBox(QWidget):
    """`path` is the logo that was found fine, None without one."""

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self._jobs = jobs
        self._wanted: Path | None = None  # the newest choice: answers to older ones are dropped
        self.path: Path | None = None
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setAccessibleName("Pratinjau logo")
        self._none = Sign("image", "control_line", 28)
        self.words = label(look="muted", size=SECONDARY, wrap=True)
        self.choose = push_button("Pilih logo…", icon_name="image")
        self.remove = push_button("Lepas logo", look="link")
        self.choose.clicked.connect(self._ask)
        self.remove.clicked.connect(self.clear)
        self._arrange()
        self.clear()

    def _arrange(self) -> None:
        ground = frame("card")
        ground.setFixedSize(SIDE + 16, SIDE + 16)
        inside = QVBoxLayout(ground)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._none, 0, Qt.AlignmentFlag.AlignCenter)
        inside.addWidget(self.picture)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addWidget(label("Logo", size=SECONDARY))
        words.addLayout(buttons)
        words.addWidget(self.words)
        words.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(ground, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)

    def clear(self) -> None:
        """No logo."""
        if self.remove.hasFocus():
            self.choose.setFocus()
        self._wanted = self.path = None
        self._say(_INVITATION, "muted")
        self.picture.setPixmap(QPixmap())
        self.picture.hide()
        self._none.show()
        self.remove.hide()

    def look_at(self, path: Path) -> None:
        """Look into a file in the background and take it if it is fine; else the logo stays as it was."""
        self._wanted = path
        self._say("Memeriksa gambar…", "muted")
        self._jobs.quick(
            lambda: work.look_at_logo(path, SIDE * 2),
            on_done=lambda found: self._show(found) if self._wanted == path else None,
        )

    def _ask(self) -> None:
        path = ask_picture(self, self.path.parent if self.path else None)
        if path is not None:
            self.look_at(path)

    def _show(self, found: "work.Logo") -> None:
        self._wanted = None
        if refusal := _REFUSALS.get(found.state.value):
            kept = " Logo yang tadi tetap dipakai." if self.path else ""
            self._say(refusal.format(name=found.path.name) + kept, "bad")
            return
        self.path = found.path
        preview = QPixmap()
        preview.loadFromData(found.preview)
        preview.setDevicePixelRatio(2.0 if max(preview.width(), preview.height()) > SIDE else 1.0)
        self.picture.setPixmap(preview)
        self._none.hide()
        self.picture.show()
        self._say(
            f"{found.path.name} · {found.width} × {found.height} piksel · {format_size(found.size)}", "muted"
        )
        self.remove.show()

    def _say(self, words: str, look: str) -> None:
        self.words.setText(words)
        set_look(self.words, look)
        self.choose.setAccessibleDescription(words)
