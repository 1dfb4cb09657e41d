"""Pilihan lain: what most bundles leave as it is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zidesk.services.bundle.request import Merged
from zidesk.ui.bundle_wizard.counting import Counted
from zidesk.ui.bundle_wizard.limit_choice import LimitChoice
from zidesk.ui.bundle_wizard.personal_choice import PersonalChoice
from zidesk.ui.bundle_wizard.radios import group, heading, hint, radio
from zidesk.ui.bundle_wizard.wish import Options
from zidesk.ui.theme import GAP

MERGED_NAME = "Berkas gabungan"
_MERGED = ((Merged.NONE, "Tidak"), (Merged.AREAS, "Per area"), (Merged.WHOLE, "Seluruhnya"))
_MERGED_MEANS = "PDF yang memuat semua bukti berurutan, dengan daftar isi dan kode di setiap halaman."
_PAPERS = (("A4", "A4 (21 × 29,7 cm)"), ("F4", "F4 (21,5 × 33 cm)"))


class OptionsSheet(QWidget):
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.usual_paper = "A4"
        self.limit, self.personal = LimitChoice(), PersonalChoice()
        self.merged = {merged: radio(words, MERGED_NAME) for merged, words in _MERGED}
        self.papers = {key: radio(words) for key, words in _PAPERS}
        self._groups = [group(self, self.merged.values()), group(self, self.papers.values())]
        self._arrange()
        self.reset()
        for part in (self.limit, self.personal):
            part.changed.connect(self.changed)
        for one_of in self._groups:
            one_of.buttonToggled.connect(lambda _button, on: self.changed.emit() if on else None)

    def _arrange(self) -> None:
        merged, paper = QVBoxLayout(), QVBoxLayout()
        for column, name, buttons in (
            (merged, MERGED_NAME, self.merged.values()),
            (paper, "Kertas dokumen", self.papers.values()),
        ):
            column.setSpacing(2)
            column.addWidget(heading(name))
            for button in buttons:
                column.addWidget(button)
        merged.addWidget(hint(_MERGED_MEANS, indented=False))
        paper.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(32)
        columns.addLayout(merged, 1)
        columns.addLayout(paper, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.limit)
        layout.addLayout(columns)
        layout.addWidget(self.personal)

    def reset(self) -> None:
        """As it is for most bundles."""
        self.limit.reset()
        self.personal.reset()
        self.merged[Merged.NONE].setChecked(True)
        self.papers[self.usual_paper].setChecked(True)

    def prefer_paper(self, paper: str) -> None:
        """The paper that is chosen until the user chooses another."""
        if paper != self.usual_paper:
            self.usual_paper = paper
            self.papers[paper].setChecked(True)

    def paper(self) -> str:
        return next(key for key, button in self.papers.items() if button.isChecked())

    def options(self) -> Options:
        merged = next(merged for merged, button in self.merged.items() if button.isChecked())
        return Options(self.limit.limit(), merged, self.personal.handling())

    def show_counted(self, counted: Counted) -> None:
        self.limit.show_counted(counted)
        self.personal.show_counted(counted)
