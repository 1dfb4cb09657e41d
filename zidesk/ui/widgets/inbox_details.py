"""Beside the inbox: what is chosen, a look at it, its facts, and where it may go."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QFrame, QVBoxLayout, QWidget

from zidesk.domain.evidence import EvidenceUse
from zidesk.domain.indonesian import format_number, format_size
from zidesk.ui.personal_words import HOLDS
from zidesk.ui.theme import GAP, QUESTION, ROW_HEIGHT, SECONDARY, WIDE_GAP
from zidesk.ui.widgets.labels import frame, label, push_button
from zidesk.ui.widgets.personal_hint import PersonalHint
from zidesk.ui.widgets.preview.preview import Preview
from zidesk.ui.widgets.preview.tools import PreviewTools
from zidesk.ui.wording import KIND_WORDS, STATE_WORDS, time_words


class InboxDetails(QFrame):
    """`place_asked` and `remove_asked` are about the selection shown, and so is `personal_decided` (whether all
    of it holds personal data); `hint_answered` is about the file looked at."""

    place_asked = Signal()
    remove_asked = Signal()
    personal_decided = Signal(bool)
    hint_answered = Signal(bool)

    def __init__(self, tools: PreviewTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "left-line")
        self._shown: EvidenceUse | None = None
        self.title = label(size=QUESTION, bold=True, wrap=True)
        self.names = label(look="muted", wrap=True)
        self.place = push_button("Tempatkan di…", icon_name="list-checks", look="primary")
        self.place.setToolTip("Pilih butir untuk berkas ini (Enter)")
        self.place.clicked.connect(self.place_asked)
        self.remove = push_button("Buang ke tempat sampah", icon_name="trash-2", look="link")
        self.remove.setToolTip("Dapat dikembalikan dari tempat sampah (Del)")
        self.remove.clicked.connect(self.remove_asked)
        self.personal = QCheckBox(HOLDS)
        self.personal.setAccessibleName(HOLDS)
        self.personal.setToolTip("Berlaku untuk semua berkas yang dipilih (Ctrl+Shift+D)")
        self.personal.setMinimumHeight(ROW_HEIGHT)
        self.personal.clicked.connect(self._decide)
        self.hint = PersonalHint()
        self.hint.decided.connect(self.hint_answered)
        self.preview = Preview(tools, compact=True)
        self.facts = QFormLayout()
        self._arrange()
        self.show_selection([], None, read_only=False)

    def _arrange(self) -> None:
        head = QWidget()
        top = QVBoxLayout(head)
        top.setContentsMargins(WIDE_GAP, WIDE_GAP, WIDE_GAP, GAP)
        top.setSpacing(4)
        top.addWidget(self.title)
        top.addWidget(self.names)
        top.addSpacing(8)
        top.addWidget(self.place)
        top.addWidget(self.remove)
        top.addWidget(self.personal)
        self.facts.setContentsMargins(WIDE_GAP, GAP, WIDE_GAP, WIDE_GAP)
        self.facts.setHorizontalSpacing(GAP)
        self.facts.setVerticalSpacing(4)
        self.facts.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._facts_box = frame("above-line")
        self._facts_box.setLayout(self.facts)
        self._facts_box.hide()
        self._line = frame("rule")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self.hint)
        layout.addWidget(self._line)
        layout.addWidget(self.preview, 1)
        layout.addWidget(self._facts_box)

    def show_selection(
        self, chosen: Sequence[EvidenceUse], current: EvidenceUse | None, *, read_only: bool
    ) -> None:
        """`current`: the one of `chosen` that is looked at."""
        self.title.setText(_title(chosen))
        self.names.setText(_names(chosen, current))
        self.names.setVisible(bool(self.names.text()))
        self._show_mark(chosen)
        for button in (self.place, self.remove, self.personal):
            button.setVisible(bool(chosen))
            button.setEnabled(not read_only)
        self.preview.show_use(current)
        if current == self._shown:
            return
        self._shown = current
        while self.facts.rowCount():
            self.facts.removeRow(0)
        for name, words in _facts(current) if current is not None else ():
            self.facts.addRow(label(name, look="muted", size=SECONDARY), label(words, size=SECONDARY, wrap=True))
        self._facts_box.setVisible(current is not None)

    def _show_mark(self, chosen: Sequence[EvidenceUse]) -> None:
        """Some marked and some not: neither yes nor no."""
        marked = sum(1 for use in chosen if use.personal)
        self.personal.setTristate(0 < marked < len(chosen))
        partly = Qt.CheckState.PartiallyChecked if self.personal.isTristate() else Qt.CheckState.Unchecked
        self.personal.setCheckState(Qt.CheckState.Checked if chosen and marked == len(chosen) else partly)

    def _decide(self) -> None:
        """A click on "some" marks all."""
        self.personal_decided.emit(self.personal.checkState() != Qt.CheckState.Unchecked)


def _title(chosen: Sequence[EvidenceUse]) -> str:
    if not chosen:
        return "Belum ada yang dipilih"
    return chosen[0].original_name if len(chosen) == 1 else f"{format_number(len(chosen), 0)} berkas dipilih"


def _names(chosen: Sequence[EvidenceUse], current: EvidenceUse | None) -> str:
    if not chosen or current is None:
        return "Pilih satu atau beberapa berkas, lalu tempatkan pada butirnya, atau seret ke lembar penilaian."
    if len(chosen) == 1:
        return ""
    size = format_size(sum(use.file.size for use in chosen))
    return f"{current.original_name} dan {format_number(len(chosen) - 1, 0)} lainnya · {size}"


def _facts(use: EvidenceUse) -> list[tuple[str, str]]:
    found = use.file.inspection
    facts = [("Jenis", KIND_WORDS[found.kind]), ("Ukuran", format_size(use.file.size))]
    if found.pages:
        facts.append(("Halaman", format_number(found.pages, 0)))
    if found.width and found.height:
        facts.append(("Piksel", f"{found.width} × {found.height}"))
    if found.taken_at is not None:
        facts.append(("Diambil", time_words(found.taken_at)))
    facts.append(("Masuk", time_words(use.added_at)))
    if STATE_WORDS[found.state]:
        facts.append(("Keadaan", found.state_detail or STATE_WORDS[found.state]))
    return facts
