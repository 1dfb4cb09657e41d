"""Isi paket: the whole sheet or some areas, how folders are arranged, folder or ZIP, the size of paper."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from zidesk.domain.assessment import Assessment
from zidesk.domain.gaps import AreaProgress, area_progress
from zidesk.domain.indonesian import format_size
from zidesk.ui.bundle_wizard.wish import Contents, Form
from zidesk.ui.theme import QUESTION, ROW_HEIGHT, SECONDARY, set_size
from zidesk.ui.widgets.labels import label, push_button, set_look
from zidesk.ui.widgets.number_box import NumberBox

_LAYOUTS = (
    ("lke", "Menurut lembar penilaian", "A.I Pemenuhan › 1 Manajemen Perubahan › i Penyusunan Tim Kerja › a"),
    ("area", "Menurut area", "AREA I › i Penyusunan Tim Kerja, kode butir di nama berkas"),
)
_FORMS = (
    (Form.FOLDER, "Folder"),
    (Form.ZIP, "Satu berkas ZIP"),
    (Form.PARTS, "ZIP terbagi, tiap bagian di bawah"),
)
_PART_MB = (1, 100, 4000)  # least, first shown, most
_PAPERS = (("A4", "A4 (21 × 29,7 cm)"), ("F4", "F4 (21,5 × 33 cm)"))


class ContentsStep(QWidget):
    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._assessment: Assessment | None = None
        self._areas: tuple[AreaProgress, ...] = ()
        self.whole, self.some = _radio("Seluruh lembar penilaian"), _radio("Area tertentu saja")
        self.boxes: dict[str, QCheckBox] = {}
        self.layouts = {key: _radio(words) for key, words, _ in _LAYOUTS}
        self.forms = {form: _radio(words) for form, words in _FORMS}
        self.part_mb = NumberBox()
        self.part_mb.setRange(_PART_MB[0], _PART_MB[2])
        self.part_mb.setValue(_PART_MB[1])
        self.part_mb.setSuffix(" MB")
        set_size(self.part_mb, least_height=ROW_HEIGHT)
        self.part_mb.setAccessibleName("Ukuran terbesar tiap bagian ZIP")
        self.papers = {key: _radio(words) for key, words in _PAPERS}
        self.summary = label(look="muted")
        self.next = push_button("Lanjut ke tujuan", look="primary")
        self.next.clicked.connect(self.done)
        self._grid = QGridLayout()
        self._arrange()
        self.whole.setChecked(True)
        self.layouts["lke"].setChecked(True)
        self.forms[Form.FOLDER].setChecked(True)
        self.part_mb.setEnabled(False)
        self.forms[Form.PARTS].toggled.connect(self.part_mb.setEnabled)
        self.papers["A4"].setChecked(True)
        self.whole.toggled.connect(self._tell)

    def _arrange(self) -> None:
        self._groups = [
            _group(self, (self.whole, self.some)),
            _group(self, self.layouts.values()),
            _group(self, self.forms.values()),
            _group(self, self.papers.values()),
        ]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 16, 28, 16)
        layout.setSpacing(2)
        layout.addWidget(label("Yang dimasukkan", size=QUESTION, bold=True))
        layout.addWidget(self.whole)
        layout.addWidget(self.some)
        self._grid.setContentsMargins(28, 0, 0, 4)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(0)
        layout.addLayout(self._grid)
        layout.addSpacing(8)
        columns = QHBoxLayout()
        columns.setSpacing(32)
        arrangement, form, paper = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        for column in (arrangement, form, paper):
            column.setSpacing(2)
        arrangement.addWidget(label("Susunan folder", size=QUESTION, bold=True))
        for key, _, example in _LAYOUTS:
            arrangement.addWidget(self.layouts[key])
            hint = label(example, look="muted", size=SECONDARY, wrap=True)
            hint.setContentsMargins(30, 0, 0, 4)
            arrangement.addWidget(hint)
        arrangement.addStretch(1)
        form.addWidget(label("Bentuk paket", size=QUESTION, bold=True))
        for radio in self.forms.values():
            form.addWidget(radio)
        size = QHBoxLayout()
        size.setContentsMargins(30, 0, 0, 0)
        size.addWidget(self.part_mb)
        size.addStretch(1)
        form.addLayout(size)
        form.addStretch(1)
        paper.addWidget(label("Kertas dokumen", size=QUESTION, bold=True))
        for radio in self.papers.values():
            paper.addWidget(radio)
        paper.addStretch(1)
        columns.addLayout(arrangement, 3)
        columns.addLayout(form, 2)
        columns.addLayout(paper, 1)
        layout.addLayout(columns)
        layout.addSpacing(8)
        foot = QHBoxLayout()
        foot.addWidget(self.summary, 1)
        foot.addWidget(self.next)
        layout.addLayout(foot)

    def show_assessment(self, assessment: Assessment) -> None:
        """Show the areas of the sheet and what they hold; what was ticked stays ticked."""
        self._assessment, self._areas = assessment, area_progress(assessment)
        keys = [_key(area) for area in self._areas]
        if keys != list(self.boxes):
            self._rebuild()
        for area in self._areas:
            files, size = self._count((area,))
            box = self.boxes[_key(area)]
            box.setToolTip(f"{len(area.places)} butir · {files} berkas · {format_size(size)}")
        self._tell()

    def prefer_paper(self, paper: str) -> None:
        """The paper that is chosen until the user chooses another."""
        self.papers[paper].setChecked(True)

    def contents(self) -> Contents:
        areas = self._chosen()
        files, size = self._count(areas)
        return Contents(
            () if self.whole.isChecked() else tuple(_key(area) for area in areas),
            next(key for key, radio in self.layouts.items() if radio.isChecked()),
            next(key for key, radio in self.papers.items() if radio.isChecked()),
            files,
            size,
            next(form for form, radio in self.forms.items() if radio.isChecked()),
            self.part_mb.value(),
        )

    def _rebuild(self) -> None:
        for box in self.boxes.values():
            self._grid.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = {}
        rows = (len(self._areas) + 1) // 2
        for place, area in enumerate(self._areas):
            words = f"{area.node.number} {area.node.name}" if area.combined else f"Hasil · {area.node.name}"
            box = QCheckBox(words)
            box.setAccessibleName(words)
            set_size(box, least_height=ROW_HEIGHT)
            box.toggled.connect(self._tell)
            self._grid.addWidget(box, place % rows, place // rows)
            self.boxes[_key(area)] = box
        previous: QWidget = self.some
        for box in self.boxes.values():
            QWidget.setTabOrder(previous, box)
            previous = box

    def _chosen(self) -> tuple[AreaProgress, ...]:
        if self.whole.isChecked():
            return self._areas
        return tuple(area for area in self._areas if self.boxes[_key(area)].isChecked())

    def _count(self, areas: tuple[AreaProgress, ...]) -> tuple[int, int]:
        """Evidence files as they will lie in the bundle: one for each use."""
        if self._assessment is None:
            return 0, 0
        uses = [
            use for area in areas for place in area.places for use in self._assessment.uses_of(place.question.code)
        ]
        return len(uses), sum(use.file.size for use in uses)

    def _tell(self) -> None:
        for box in self.boxes.values():
            box.setEnabled(self.some.isChecked())
        areas = self._chosen()
        files, size = self._count(areas)
        questions = sum(len(area.places) for area in areas)
        self.next.setEnabled(bool(areas))
        set_look(self.next, "primary" if areas else "")
        words = f"{questions} butir · {files} berkas bukti · {format_size(size)}"
        self.summary.setText(words if areas else "Pilih sedikitnya satu area.")


def _key(area: AreaProgress) -> str:
    return area.node.number if area.combined and area.node.number else area.node.code


def _radio(words: str) -> QRadioButton:
    made = QRadioButton(words)
    made.setAccessibleName(words)
    set_size(made, least_height=ROW_HEIGHT)
    return made


def _group(parent: QWidget, buttons: Iterable[QAbstractButton]) -> QButtonGroup:
    group = QButtonGroup(parent)
    for button in buttons:
        group.addButton(button)
    return group
