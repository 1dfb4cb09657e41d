"""The numbers of a ratio or survey question, with the formula and what they come to while they are typed."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from zidesk.domain.answer import AnswerValue, Nil, Numbers, parse_answer
from zidesk.domain.errors import AnswerRejected, WrongInputs, ZeroDenominator
from zidesk.domain.indonesian import format_number, format_plain
from zidesk.domain.instrument import AnswerType, Question
from zidesk.domain.scoring import score_value
from zidesk.messages import explain
from zidesk.ui.theme import GAP, SECONDARY, set_size
from zidesk.ui.widgets.choice_list import Choice, ChoiceList
from zidesk.ui.widgets.labels import label, set_look
from zidesk.ui.wording import formula_words, percent_words

_PAUSE = 900  # milliseconds after the last key before valid numbers are saved
_NIL_CHOICES = (
    Choice("nihil", "Nihil", "tidak ada kejadian, dihitung penuh", "1,00"),
    Choice("nihil=0", "Nihil", "tidak ada kejadian, tidak dinilai", "0,00"),
)


class NumberForm(QWidget):
    """Emits `answered` with the canonical text once the numbers make an answer: after a pause or on leaving."""

    answered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question: Question | None = None
        self._stored = ""
        self.fields: dict[str, QLineEdit] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 1)
        self.formula = label(look="muted", size=SECONDARY, wrap=True)
        self.result = label(bold=True, wrap=True)
        self._nil_words = label(
            "Bila tidak ada kejadian, sumber berbeda tentang nilainya. Pilih yang disepakati dengan penilai:",
            look="muted",
            size=SECONDARY,
            wrap=True,
        )
        self.nil = ChoiceList()
        self.nil.chosen.connect(self._nil_chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addLayout(self._grid)
        for widget in (self.result, self.formula, self._nil_words, self.nil):
            layout.addWidget(widget)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.commit)

    def show_question(self, question: Question, value: AnswerValue | None, draft: dict[str, str]) -> None:
        """Show the stored `value`, or the `draft` of what was typed but made no answer yet."""
        if question is not self._question:
            self._timer.stop()
            self._question = question
            self._rebuild(question)
            self._fill(value, draft)
        elif str(value or "") != self._stored and not (self._timer.isActive() or self.has_focus()):
            self._fill(value, draft)
        self._stored = str(value or "")
        self.nil.check(self._stored if isinstance(value, Nil) else None)
        self._judge()

    def draft(self) -> dict[str, str]:
        """What stands in the fields and is no stored answer; empty when there is nothing to keep."""
        texts = {key: field.text().strip() for key, field in self.fields.items()}
        if not any(texts.values()) or (self._parse() or "") == self._stored:
            return {}
        return texts

    def has_focus(self) -> bool:
        return any(field.hasFocus() for field in self.fields.values())

    def commit(self) -> None:
        """Save what the fields say if it is an answer and a new one."""
        self._timer.stop()
        text = self._parse()
        if text is not None and text != self._stored and self.isEnabled():
            self.answered.emit(text)

    def _rebuild(self, question: Question) -> None:
        for row in range(self._grid.rowCount()):
            for column in (0, 1):
                cell = self._grid.itemAtPosition(row, column)
                if cell is not None and (widget := cell.widget()) is not None:
                    self._grid.removeWidget(widget)
                    widget.hide()
                    widget.deleteLater()
        self.fields = {}
        for row, item in enumerate(question.inputs):
            name, field = label(item.label, wrap=True), QLineEdit()
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
            set_size(field, width=120)
            field.setMaxLength(25)
            field.setAccessibleName(item.label)
            limit = f"0 sampai {format_plain(item.maximum)}" if item.maximum is not None else ""
            field.setPlaceholderText(limit)
            name.setBuddy(field)
            field.textEdited.connect(self._edited)
            field.editingFinished.connect(self.commit)
            self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(field, row, 1)
            self.fields[item.key] = field
        self.formula.setText(f"Rumus: {formula_words(question)}.")
        is_ratio = question.answer_type is AnswerType.RATIO
        self._nil_words.setVisible(is_ratio)
        self.nil.setVisible(is_ratio)
        self.nil.show_choices(_NIL_CHOICES if is_ratio else (), None)

    def _fill(self, value: AnswerValue | None, draft: dict[str, str]) -> None:
        texts = dict(draft)
        if not texts and isinstance(value, Numbers):
            texts = {key: format_plain(number) for key, number in value.values}
        for key, field in self.fields.items():
            field.setText(texts.get(key, ""))

    def _edited(self) -> None:
        self.nil.check(None)
        self._judge()
        self._timer.start()

    def _nil_chosen(self, key: str) -> None:
        self._timer.stop()
        for field in self.fields.values():
            field.clear()
        self._judge()
        self.answered.emit(key)

    def _text(self) -> str:
        texts = {key: field.text().strip() for key, field in self.fields.items()}
        if len(texts) == 1:
            return next(iter(texts.values()))
        return ";".join(f"{key}={text}" for key, text in texts.items() if text)

    def _parse(self) -> str | None:
        """The canonical text of a complete, acceptable answer, else None."""
        try:
            value = self._value()
        except AnswerRejected:
            return None
        return None if value is None else str(value)

    def _value(self) -> AnswerValue | None:
        text = self._text()
        if self._question is None or not text:
            return None
        return parse_answer(self._question, text)

    def _judge(self) -> None:
        """Say what the numbers come to, or what is not right yet."""
        look, words = "", "Isi angkanya; hasilnya langsung dihitung di sini."
        try:
            value = self._value()
            if value is not None and self._question is not None:
                score = score_value(self._question, value)
                words = f"Hasil {percent_words(score * 100)} · nilai {format_number(score)} dari 1,00"
            elif self._stored.startswith("nihil"):
                words = f"Nihil · nilai {'0,00' if self._stored.endswith('0') else '1,00'} dari 1,00"
            else:
                look = "muted"
        except WrongInputs:
            look, words = "muted", "Lengkapi semua isian; nilainya disimpan setelah lengkap."
        except ZeroDenominator:
            look, words = "bad", "Pembaginya nol. Bila memang tidak ada kejadian, pilih salah satu jawaban nihil."
        except AnswerRejected as fault:
            look, words = "bad", str(explain(fault))
        self.result.setText(words)
        set_look(self.result, look)
