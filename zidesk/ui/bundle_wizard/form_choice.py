"""Susunan folder and Bentuk paket: how folders are arranged, and what they are written as."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zidesk.ui.bundle_wizard.radios import group, heading, hint, radio
from zidesk.ui.bundle_wizard.wish import Form
from zidesk.ui.theme import ROW_HEIGHT, set_size
from zidesk.ui.widgets.number_box import NumberBox

_LAYOUTS = (
    ("lke", "Menurut lembar penilaian", "A.I › 1 Manajemen Perubahan › i Tim Kerja › a"),
    ("area", "Menurut area", "AREA I › i Tim Kerja, kode di nama berkas"),
)
_FORMS = (
    (Form.FOLDER, "Folder"),
    (Form.ZIP, "Satu berkas ZIP"),
    (Form.PARTS, "ZIP terbagi, tiap bagian di bawah"),
)
_PART_MB = (1, 100, 4000)  # least, first shown, most


class FormChoice(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.layouts = {key: radio(words) for key, words, _ in _LAYOUTS}
        self.forms = {form: radio(words) for form, words in _FORMS}
        self.part_mb = NumberBox()
        self.part_mb.setRange(_PART_MB[0], _PART_MB[2])
        self.part_mb.setSuffix(" MB")
        set_size(self.part_mb, least_height=ROW_HEIGHT)
        self.part_mb.setAccessibleName("Ukuran terbesar tiap bagian ZIP")
        self._groups = [group(self, self.layouts.values()), group(self, self.forms.values())]
        self._arrange()
        self.reset()
        self.part_mb.setEnabled(False)
        self.forms[Form.PARTS].toggled.connect(self.part_mb.setEnabled)

    def _arrange(self) -> None:
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(32)
        arrangement, form = QVBoxLayout(), QVBoxLayout()
        for column in (arrangement, form):
            column.setSpacing(2)
        arrangement.addWidget(heading("Susunan folder"))
        for key, _, example in _LAYOUTS:
            arrangement.addWidget(self.layouts[key])
            arrangement.addWidget(hint(example))
        arrangement.addStretch(1)
        form.addWidget(heading("Bentuk paket"))
        for button in (self.forms[Form.FOLDER], self.forms[Form.ZIP]):
            form.addWidget(button)
        parts = QHBoxLayout()
        parts.addWidget(self.forms[Form.PARTS])
        parts.addWidget(self.part_mb)
        parts.addStretch(1)
        form.addLayout(parts)
        form.addStretch(1)
        columns.addLayout(arrangement, 1)
        columns.addLayout(form, 1)

    def reset(self) -> None:
        self.layouts["lke"].setChecked(True)
        self.forms[Form.FOLDER].setChecked(True)
        self.part_mb.setValue(_PART_MB[1])

    def layout_key(self) -> str:
        return next(key for key, button in self.layouts.items() if button.isChecked())

    def form(self) -> Form:
        return next(form for form, button in self.forms.items() if button.isChecked())
