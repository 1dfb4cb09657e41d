"""The facts of the evidence in hand: title, number, date, note; saved when a field is left."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from zidesk.domain.evidence import EvidenceUse
from zidesk.domain.indonesian import format_date
from zidesk.ui.personal_words import HOLDS
from zidesk.ui.theme import GAP, ROW_HEIGHT, SECONDARY, WIDE_GAP
from zidesk.ui.widgets.labels import label, set_look
from zidesk.ui.wording import STATE_WORDS, parse_day


class EvidenceForm(QFrame):
    """`edited` carries the use with its new facts; `personal_decided` whether its file holds personal data;
    `refused`: what is typed cannot be saved as it stands."""

    edited = Signal(object)
    personal_decided = Signal(bool)
    refused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "surface")
        self._use: EvidenceUse | None = None  # as it is stored
        self._told: EvidenceUse | None = None  # as it was emitted, until something stored is shown again
        self.title = _field("Judul bukti", 200)
        self.number = _field("Nomor surat atau SK", 120, "misalnya 421/118/2026")
        self.dated = _field("Tanggal surat", 40, "misalnya 5-3-2026")
        self.note = _field("Catatan bukti", 500)
        self._fields = (self.title, self.number, self.dated, self.note)
        self.personal = QCheckBox(HOLDS)
        self.personal.setAccessibleName(HOLDS)
        self.personal.setMinimumHeight(ROW_HEIGHT)
        self.personal.clicked.connect(lambda: self.personal_decided.emit(self.personal.isChecked()))
        self.fault = label(look="bad", size=SECONDARY, wrap=True)
        self.origin = label(look="muted", size=SECONDARY, elide=True)
        for field in self._fields:
            field.editingFinished.connect(self.commit)
        self._arrange()

    def _arrange(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(GAP)
        form.setVerticalSpacing(6)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for words, field in (
            ("Judul", self.title),
            ("Nomor", self.number),
            ("Tanggal", self.dated),
            ("Catatan", self.note),
        ):
            name = QLabel(words)
            name.setBuddy(field)
            form.addRow(name, field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE_GAP, GAP, WIDE_GAP, 10)
        layout.setSpacing(6)
        layout.addLayout(form)
        layout.addWidget(self.personal)
        layout.addWidget(self.fault)
        layout.addWidget(self.origin)
        layout.addStretch(1)

    @property
    def use(self) -> EvidenceUse | None:
        """The evidence on show, as it is stored."""
        return self._use

    def show_use(self, use: EvidenceUse, *, read_only: bool) -> None:
        """Show an evidence; the same one again keeps what is typed in a field whose stored text is no other."""
        old, self._use, self._told = self._use, use, None
        another = old is None or old.id != use.id
        before = _texts(use if old is None else old)
        for field, known, text in zip(self._fields, before, _texts(use), strict=True):
            if another or known != text:
                field.setText(text)
                field.setCursorPosition(0)
        if another or not self.unsaved():
            state = use.file.inspection.state_detail
            self._say(f"{STATE_WORDS[use.file.inspection.state].capitalize()}: {state}." if state else "")
        for field in self._fields:
            field.setReadOnly(read_only)
        self.personal.setChecked(use.personal)
        self.personal.setEnabled(not read_only)
        self.origin.setText(f"Berkas asli: {use.original_name}")

    def forget(self) -> None:
        self._use = None

    def focus_title(self) -> None:
        self.title.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.title.selectAll()

    def commit(self) -> None:
        """Emit the facts if they differ from what is stored; an empty title or no date goes back."""
        use = self._use
        if use is None or self.title.isReadOnly():
            return
        if not self.title.text().strip():
            self.title.setText(use.title)
        try:
            dated = parse_day(self.dated.text())
        except ValueError:
            self._say("Tanggal belum dikenali. Tulis seperti 5-3-2026 atau 5 Maret 2026.")
            self.refused.emit()
            return
        changed = self._typed(use, dated)
        if changed not in (use, self._told):
            self._told = changed
            self._say("")
            self.edited.emit(changed)

    def unsaved(self) -> bool:
        """Whether something typed is not what is stored, or cannot be saved as it stands."""
        if self._use is None:
            return False
        try:
            return self._typed(self._use, parse_day(self.dated.text())) != self._use
        except ValueError:
            return True

    def _typed(self, use: EvidenceUse, dated: date | None) -> EvidenceUse:
        """The use with the facts in the fields; an empty title is none."""
        return replace(
            use,
            title=" ".join(self.title.text().split()) or use.title,
            number=self.number.text().strip(),
            dated=dated,
            note=self.note.text().strip(),
        )

    def _say(self, fault: str) -> None:
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))
        set_look(self.fault, "bad")


def _texts(use: EvidenceUse) -> tuple[str, str, str, str]:
    """What the fields say when nothing is being typed."""
    return use.title, use.number, format_date(use.dated) if use.dated else "", use.note


def _field(name: str, longest: int, hint: str = "") -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setMaxLength(longest)
    field.setPlaceholderText(hint)
    return field
