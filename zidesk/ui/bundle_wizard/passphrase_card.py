"""The passphrase of the files that were locked: shown once, large, until it was noted."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from zidesk.ui.theme import BIG_TITLE, GAP, QUESTION, WIDE_GAP
from zidesk.ui.widgets.labels import frame, label, push_button
from zidesk.ui.widgets.sign import Sign

_ONCE = (
    "Catat sekarang dan sampaikan kepada asesor secara terpisah dari paket. Kata sandi ini tidak disimpan di mana "
    "pun dan tidak dapat ditunjukkan lagi; tanpa kata sandi ini berkas yang terkunci tidak dapat dibuka."
)


class PassphraseCard(QFrame):
    """Keeps the only copy of the passphrase, and shows it. Not there without one."""

    noted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.phrase = label(size=BIG_TITLE, bold=True)
        self.phrase.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.phrase.setAccessibleName("Kata sandi berkas yang terkunci")
        self.phrase.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.facts = label(look="muted", wrap=True)
        self.copy = push_button("Salin")
        self.copy.clicked.connect(self._copy)
        self.done = push_button("Sudah dicatat, sembunyikan")
        self.done.clicked.connect(self.noted)
        self._arrange()
        self.hide()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(Sign("lock", "accent", 20))
        head.addWidget(label("Kata sandi berkas yang terkunci", size=QUESTION, bold=True), 1)
        band = frame("band")
        inside = QHBoxLayout(band)
        inside.setContentsMargins(WIDE_GAP, GAP, GAP, GAP)
        inside.addWidget(self.phrase, 1)
        inside.addWidget(self.copy)
        foot = QHBoxLayout()
        foot.addWidget(self.facts, 1)
        foot.addWidget(self.done)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(29, 16, 29, 16)
        layout.setSpacing(GAP)
        layout.addLayout(head)
        layout.addWidget(band)
        layout.addWidget(label(_ONCE, wrap=True))
        layout.addLayout(foot)

    @property
    def holds(self) -> bool:
        return bool(self.phrase.text())

    def show_passphrase(self, passphrase: str, path: Path, files: int) -> None:
        """`path` of the bundle; `files` in it that are locked."""
        self.phrase.setText(passphrase)
        self.facts.setText(f"Membuka {files} berkas di paket {path.name}.")
        self.copy.setText("Salin")
        self.show()

    def forget(self) -> None:
        self.phrase.clear()
        self.facts.clear()
        self.hide()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.phrase.text())
        self.copy.setText("Tersalin")
