"""The top of the evidence: how much there is, and the ways to add to it."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from zidesk.ui.theme import QUESTION, SECONDARY, WIDE_GAP
from zidesk.ui.widgets.labels import icon_button, label, push_button


class EvidenceHead(QFrame):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "below-line")
        self.total = label(look="muted", size=SECONDARY, elide=True)
        self.add_folder = icon_button("folder-plus", "Tambah folder… (Ctrl+Shift+B)")
        self.add = push_button("Tambah", icon_name="plus")
        self.add.setAccessibleName("Tambah berkas…")
        self.add.setToolTip("Tambah berkas… (Ctrl+B)")
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(label("Bukti", size=QUESTION, bold=True))
        titles.addWidget(self.total)
        row = QHBoxLayout(self)
        row.setContentsMargins(WIDE_GAP, 8, WIDE_GAP, 8)
        row.setSpacing(6)
        row.addLayout(titles, 1)
        row.addWidget(self.add_folder)
        row.addWidget(self.add)

    def show_total(self, words: str, *, read_only: bool) -> None:
        self.total.setText(words or "belum ada berkas")
        for button in (self.add, self.add_folder):
            button.setEnabled(not read_only)
