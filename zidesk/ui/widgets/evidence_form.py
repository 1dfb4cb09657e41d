"""The facts of the evidence in hand: title, number, date, note; saved when a field is left."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from zidesk.domain.evidence import EvidenceUse
from zidesk.domain.indonesian import format_date
from zidesk.ui.theme import GAP, SECONDARY, WIDE_GAP, font
from zidesk.ui.widgets.labels import icon_button, label, push_button, set_look
from zidesk.ui.wording import STATE_WORDS, parse_day


class EvidenceForm(QFrame):
    """`edited` carries the use with its new facts; `moved` a step (-1, +1); `removed` asks for the bin."""

    edited = Signal(object)
    moved = Signal(int)
    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "above-line")
        self._use: EvidenceUse | None = None
        self.title = _field("Judul bukti", 200)
        self.number = _field("Nomor surat atau SK", 120, "misalnya 421/118/2026")
        self.dated = _field("Tanggal surat", 40, "misalnya 5-3-2026")
        self.note = _field("Catatan bukti", 500)
        self.fault = label(look="bad", size=SECONDARY, wrap=True)
        self.up = icon_button("arrow-up", "Naikkan urutan (Alt+Panah atas)")
        self.down = icon_button("arrow-down", "Turunkan urutan (Alt+Panah bawah)")
        self.remove = push_button("Pindahkan ke tempat sampah", icon_name="trash-2", look="link")
        self.remove.setFont(font(SECONDARY))
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.remove.clicked.connect(self.removed)
        for field in (self.title, self.number, self.dated, self.note):
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
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        buttons.addWidget(self.up)
        buttons.addWidget(self.down)
        buttons.addStretch(1)
        buttons.addWidget(self.remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE_GAP, GAP, WIDE_GAP, 10)
        layout.setSpacing(6)
        layout.addLayout(form)
        layout.addWidget(self.fault)
        layout.addLayout(buttons)

    def show_use(self, use: EvidenceUse, count: int, *, read_only: bool) -> None:
        """Show an evidence; the same one again keeps a field that is being typed in."""
        another = self._use is None or self._use.id != use.id
        old, self._use = self._use, use
        for field, text in self._texts(use):
            if another or not field.hasFocus() or (old is not None and _shown(old, use)):
                field.setText(text)
                field.setCursorPosition(0)
        state = use.file.inspection.state_detail
        self._say(f"{STATE_WORDS[use.file.inspection.state].capitalize()}: {state}." if state else "")
        for field in (self.title, self.number, self.dated, self.note):
            field.setReadOnly(read_only)
        self.up.setEnabled(not read_only and use.position > 1)
        self.down.setEnabled(not read_only and use.position < count)
        self.remove.setEnabled(not read_only)

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
            return
        changed = replace(
            use,
            title=" ".join(self.title.text().split()),
            number=self.number.text().strip(),
            dated=dated,
            note=self.note.text().strip(),
        )
        if changed != use:
            self._use = changed
            self._say("")
            self.edited.emit(changed)

    def unsaved(self) -> bool:
        """Whether something typed cannot be saved as it stands."""
        try:
            parse_day(self.dated.text())
        except ValueError:
            return self._use is not None
        return False

    def _texts(self, use: EvidenceUse) -> tuple[tuple[QLineEdit, str], ...]:
        dated = format_date(use.dated) if use.dated else ""
        return (
            (self.title, use.title),
            (self.number, use.number),
            (self.dated, dated),
            (self.note, use.note),
        )

    def _say(self, fault: str) -> None:
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))
        set_look(self.fault, "bad")


def _shown(old: EvidenceUse, new: EvidenceUse) -> bool:
    """Whether the facts changed, so that fields must follow even under the cursor."""
    return (old.title, old.number, old.dated, old.note) != (new.title, new.number, new.dated, new.note)


def _field(name: str, longest: int, hint: str = "") -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setMaxLength(longest)
    field.setPlaceholderText(hint)
    return field
