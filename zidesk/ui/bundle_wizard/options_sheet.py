"""Pilihan lain: what most bundles leave as it is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zidesk.services.bundle.request import Handling, Merged
from zidesk.ui.bundle_wizard.choice_row import ChoiceRow
from zidesk.ui.bundle_wizard.counting import Counted
from zidesk.ui.bundle_wizard.limit_choice import LimitChoice
from zidesk.ui.bundle_wizard.option_words import personal_words
from zidesk.ui.bundle_wizard.wish import Options
from zidesk.ui.theme import WIDE_GAP

_MERGED = {Merged.NONE: "Tidak", Merged.AREAS: "Per area", Merged.WHOLE: "Seluruhnya"}
_MERGED_MEANS = {
    Merged.NONE: "Bukti hanya masuk sebagai berkas masing-masing.",
    Merged.AREAS: "Satu PDF untuk tiap area: semua buktinya berurutan, berdaftar isi, berkode di setiap halaman.",
    Merged.WHOLE: "Satu PDF untuk semuanya: bukti berurutan, berdaftar isi, berkode di setiap halaman.",
}
_PERSONAL = {
    Handling.INCLUDE: "Sertakan",
    Handling.LOCK: "Kunci dengan kata sandi",
    Handling.LEAVE_OUT: "Tidak disertakan",
}
_PERSONAL_MEANS = {
    Handling.INCLUDE: "Berkasnya ikut apa adanya dan dapat dibuka siapa pun yang memegang paket.",
    Handling.LOCK: "Kata sandinya ditunjukkan satu kali setelah paket selesai dan tidak disimpan di mana pun.",
    Handling.LEAVE_OUT: "Berkasnya tidak ikut; judulnya tetap disebut di dalam paket.",
}
_PAPERS = {"A4": "A4 (21 × 29,7 cm)", "F4": "F4 (21,5 × 33 cm)"}


class OptionsSheet(QWidget):
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.limit = LimitChoice()
        self.merged = ChoiceRow("Berkas gabungan", _MERGED, _MERGED_MEANS)
        self.personal = ChoiceRow("Data pribadi", _PERSONAL, _PERSONAL_MEANS, personal_words(0))
        self.paper = ChoiceRow("Kertas dokumen", _PAPERS, {})
        parts = (self.limit, self.merged, self.personal, self.paper)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(WIDE_GAP)
        for part in parts:
            layout.addWidget(part)
            part.changed.connect(self.changed)
        self.show_counted(Counted())

    def reset(self) -> None:
        """As it is for most bundles."""
        for part in (self.limit, self.merged, self.personal, self.paper):
            part.reset()

    def prefer_paper(self, paper: str) -> None:
        """The paper that is chosen until the user chooses another."""
        if paper != self.paper.usual:
            self.paper.usual = paper
            self.paper.reset()

    def options(self) -> Options:
        return Options(self.limit.limit(), self.merged.value(), self.personal.value())

    def show_counted(self, counted: Counted) -> None:
        """Where nothing is marked as personal there is nothing to choose, and it says so."""
        self.limit.show_counted(counted)
        self.personal.about.setText(personal_words(counted.personal))
        self.personal.choices.setVisible(counted.personal > 0)
