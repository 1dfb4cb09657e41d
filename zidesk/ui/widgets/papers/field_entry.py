"""One entry of a paper's form: its name, the control that suits it, and what is wrong with what was typed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from zidesk.domain.errors import FieldRejected
from zidesk.domain.indonesian import format_date
from zidesk.ui.theme import ROW_HEIGHT, SECONDARY, set_size
from zidesk.ui.widgets.labels import label
from zidesk.ui.wording import parse_day

if TYPE_CHECKING:
    from zidesk.services.documents.letters.kind import Field, Kind

_LONGEST = 4_000
_FAULTS = {
    "date": "Tanggal belum dikenali. Tulis seperti 5-3-2026 atau 5 Maret 2026.",
    "number": "Tulis bilangan bulat dari 1 sampai 500.",
    "long": "Isian ini terlalu panjang.",
}


class FieldEntry(QWidget):
    """`typed`: something was typed; `left`: the control was left or an entry was chosen."""

    typed = Signal()
    left = Signal()

    def __init__(self, kind: "Kind", item: "Field", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind, self.item = kind, item
        self.options: tuple[tuple[str, str], ...] = getattr(item, "options", ())
        self.control = self._control()
        self.control.setAccessibleName(item.label)
        self.control.installEventFilter(self)
        self.fault = label(look="bad", size=SECONDARY, wrap=True)
        self.fault.hide()
        name = label(f"{item.label} (boleh kosong)" if item.optional and not self.options else item.label,
                     size=SECONDARY, wrap=True)  # fmt: skip
        name.setBuddy(self.control)
        self.setFocusProxy(self.control)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in (name, self.control, self.fault):
            layout.addWidget(widget)

    def _control(self) -> QLineEdit | QPlainTextEdit | QComboBox:
        if self.options:
            box = QComboBox()
            for value, words in self.options:
                box.addItem(words, value)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(10)
            set_size(box, least_height=ROW_HEIGHT)
            box.activated.connect(lambda _row: self._chosen())
            return box
        if self.item.kind == "lines":
            text = QPlainTextEdit()
            text.setTabChangesFocus(True)
            set_size(text, least_height=72, most_height=96)
            text.textChanged.connect(self._typed)
            return text
        line = QLineEdit()
        line.setMaxLength(_LONGEST)
        set_size(line, least_height=ROW_HEIGHT)
        if self.item.kind == "date":
            line.setPlaceholderText("misalnya 5 Maret 2026")
        line.textEdited.connect(lambda _text: self._typed())
        line.editingFinished.connect(self._left)
        return line

    def show_value(self, value: str, *, read_only: bool) -> None:
        """`value` as it is kept: a date as 2026-03-05."""
        control = self.control
        control.blockSignals(True)
        if isinstance(control, QComboBox):
            control.setCurrentIndex(max(0, control.findData(value)))
            control.setEnabled(not read_only)
        elif isinstance(control, QPlainTextEdit):
            if control.toPlainText() != value:
                control.setPlainText(value)
            control.setReadOnly(read_only)
        else:
            shown = self._as_typed(value)
            if control.text() != shown:
                control.setText(shown)
                control.setCursorPosition(0)
            control.setReadOnly(read_only)
        control.blockSignals(False)
        self._say("")

    def value(self) -> str | None:
        """What was entered as it is kept, "" for nothing; None while it cannot be used."""
        control = self.control
        if isinstance(control, QComboBox):
            chosen = str(control.currentData() or "")
            return "" if chosen == self.options[0][0] else chosen
        given = (control.toPlainText() if isinstance(control, QPlainTextEdit) else control.text()).strip()
        try:
            if self.item.kind == "date":
                day = parse_day(given)
                given = day.isoformat() if day is not None else ""
            self._kind.check({self.item.key: given})
        except ValueError:
            return None
        except FieldRejected:
            return None
        return given

    def _as_typed(self, value: str) -> str:
        if self.item.kind != "date" or not value:
            return value
        try:
            day = parse_day(value)
        except ValueError:
            return value
        return format_date(day) if day is not None else ""

    def _typed(self) -> None:
        if self.value() is not None:
            self._say("")
        self.typed.emit()

    def _chosen(self) -> None:
        self.typed.emit()
        self.left.emit()

    def _left(self) -> None:
        value = self.value()
        if value is None:
            reason = "long" if self.item.kind in ("text", "lines") else self.item.kind
            self._say(_FAULTS[reason])
        elif self.item.kind == "date" and isinstance(self.control, QLineEdit):
            self.control.setText(self._as_typed(value))
        self.left.emit()

    def _say(self, words: str) -> None:
        self.fault.setText(words)
        self.fault.setVisible(bool(words))
        self.control.setAccessibleDescription(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and isinstance(self.control, QPlainTextEdit):
            self._left()
        return super().eventFilter(watched, event)
