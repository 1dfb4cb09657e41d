"""What documents are printed on."""

from PySide6.QtWidgets import QWidget

from zidesk.storage.settings import PAPERS, PaperName, Settings
from zidesk.ui.dialogs.new_workspace.page import WizardPage
from zidesk.ui.theme import SECONDARY
from zidesk.ui.widgets.choice_list import Choice, ChoiceList
from zidesk.ui.widgets.labels import label

_PAPERS = (
    Choice("A4", "A4", "210 × 297 mm", ""),
    Choice("F4", "F4", "215 × 330 mm", ""),
)


class PaperPage(WizardPage):
    name = "Kertas"

    def __init__(self, settings: Settings) -> None:
        super().__init__("Kertas", "Ukuran kertas surat dan laporan yang dibuat sesudah ini.")
        self.paper: PaperName = settings.paper
        self.papers = ChoiceList()
        self.papers.show_choices(_PAPERS, settings.paper)
        for row in self.papers.rows:
            row.setAccessibleDescription("")  # these options have no score to read out
        self.papers.chosen.connect(self._choose)
        self.column.addWidget(self.papers)
        self.column.addWidget(
            label(
                "Saat membuat paket, ukuran kertas masih dapat diganti untuk paket itu saja.",
                look="muted",
                size=SECONDARY,
                wrap=True,
            )
        )
        self.column.addStretch(1)

    def first_widget(self) -> QWidget:
        return next(row for row in self.papers.rows if row.isChecked())

    def _choose(self, paper: str) -> None:
        self.paper = next(known for known in PAPERS if known == paper)
        self.edited.emit()
