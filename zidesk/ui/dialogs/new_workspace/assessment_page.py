"""What the school prepares for: year, target, sheet."""

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QCheckBox, QGridLayout

from zidesk.domain.profile import CATEGORIES
from zidesk.ui.dialogs.new_workspace import checks, work
from zidesk.ui.dialogs.new_workspace.field import Field, ListField
from zidesk.ui.dialogs.new_workspace.page import WizardPage
from zidesk.ui.later import later
from zidesk.ui.theme import GAP, ROW_HEIGHT, SECONDARY, WIDE_GAP, set_size
from zidesk.ui.widgets.choice_list import Choice, ChoiceList
from zidesk.ui.widgets.labels import label, set_look

_TARGETS = (
    Choice("WBK", "WBK", "Wilayah Bebas dari Korupsi", ""),
    Choice("WBBM", "WBBM", "Wilayah Birokrasi Bersih dan Melayani", ""),
)
_UNCONFIRMED = (
    "Ambang lembar ini belum terkonfirmasi oleh sumber resmi, jadi sebagian syarat tidak dapat dipastikan. "
    "Pilih hanya bila penilai meminta lembar lama."
)


class AssessmentPage(WizardPage):
    name = "Penilaian"

    def __init__(self, year: int) -> None:
        super().__init__("Penilaian", "Tahun, sasaran, dan lembar penilaian (LKE) yang dipakai penilai.")
        self.target_key, self.sheet_key = "WBK", ""
        self._sheets: dict[str, work.SheetChoice] = {}
        self._year_given = str(year)
        self.take_fields(
            {
                "year": Field("Tahun penilaian", str(year), checks.check_year, longest=8, optional=False),
                "place": Field("Tempat pada tanggal surat", "Balaraja"),
            }
        )
        self.fields["year"].line.setText(str(year))
        self.category = ListField("Kategori", CATEGORIES)
        self.targets = ChoiceList()
        self.targets.show_choices(_TARGETS, self.target_key)
        _name_rows(self.targets)
        self.targets.chosen.connect(self._choose_target)
        self.held = QCheckBox("Sekolah sudah berpredikat WBK")
        set_size(self.held, least_height=ROW_HEIGHT)
        self.held.toggled.connect(self._judge_target)
        self.target_hint = label(look="warn", size=SECONDARY, wrap=True)
        self.sheets = ChoiceList()
        self.sheets.chosen.connect(self._choose_sheet)
        self.sheet_hint = label("Membaca daftar lembar…", look="muted", size=SECONDARY, wrap=True)
        self._arrange()
        self._judge_target()

    def _arrange(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(WIDE_GAP)
        for column, field in enumerate((self.fields["year"], self.fields["place"], self.category)):
            grid.addWidget(field, 0, column)
            grid.setColumnStretch(column, 1)
        self.column.addLayout(grid)
        self.column.addWidget(label("Sasaran", size=SECONDARY))
        self.column.addWidget(self.targets)
        self.column.addWidget(self.held)
        self.column.addWidget(self.target_hint)
        self.column.addSpacing(GAP)
        self.column.addWidget(label("Lembar penilaian", size=SECONDARY))
        self.column.addWidget(self.sheets)
        self.column.addWidget(self.sheet_hint)
        self.column.addStretch(1)

    def show_sheets(self, sheets: Sequence["work.SheetChoice"]) -> None:
        """Offer these sheets; the first is chosen."""
        self._sheets = {sheet.name: sheet for sheet in sheets}
        self.sheet_key = sheets[0].name
        self.sheets.show_choices([_choice(sheet) for sheet in sheets], self.sheet_key)
        _name_rows(self.sheets)
        self._judge_sheet()

    def show_no_sheets(self, words: str) -> None:
        """The list could not be read."""
        self.sheet_hint.setText(words)

    def sheet_words(self) -> str:
        """The chosen sheet in a line; "" while the list is not there yet."""
        sheet = self._sheets.get(self.sheet_key)
        if sheet is None:
            return ""
        return f"{sheet.regulation or sheet.title}, {sheet.questions} butir"

    def year(self) -> int:
        return int(self.text("year") or 0)

    def year_or_none(self) -> int:
        """The year for a folder's name while it is still being typed; 0 for half a year."""
        text = self.text("year")
        return int(text) if not checks.check_year(text, True).stops else 0

    def typed_texts(self) -> Iterable[str]:
        texts = (self.text("year").replace(self._year_given, ""), self.text("place"))
        marks = (self.target_key.replace("WBK", ""), "held" if self.held.isChecked() else "")
        return (*texts, *marks)

    def _choose_target(self, key: str) -> None:
        self.target_key = key
        self._judge_target()
        self.edited.emit()

    def _judge_target(self) -> None:
        early = self.target_key == "WBBM" and not self.held.isChecked()
        self.target_hint.setText("WBBM diusulkan setelah WBK. Tandai bila sekolah sudah berpredikat WBK.")
        self.target_hint.setVisible(early)

    def _choose_sheet(self, key: str) -> None:
        self.sheet_key = key
        self._judge_sheet()
        later(self, 0, lambda: self.ensureWidgetVisible(self.sheet_hint))

    def _judge_sheet(self) -> None:
        confirmed = self._sheets[self.sheet_key].confirmed
        self.sheet_hint.setText("" if confirmed else _UNCONFIRMED)
        set_look(self.sheet_hint, "warn")
        self.sheet_hint.setVisible(not confirmed)


def _name_rows(choices: ChoiceList) -> None:
    """These options have no score to read out."""
    for row in choices.rows:
        row.setAccessibleName(row.accessibleName().removeprefix(". ").replace("\n", ", "))
        row.setAccessibleDescription("")


def _choice(sheet: "work.SheetChoice") -> Choice:
    status = f"{sheet.status} · " if sheet.status else ""
    return Choice(sheet.name, "", f"{sheet.regulation or sheet.title}\n{status}{sheet.questions} butir", "")
