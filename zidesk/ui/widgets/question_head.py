"""Where a question stands and what it asks: breadcrumb, code, text, guidance, what is uncertain."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zidesk.domain.instrument import Place
from zidesk.ui.theme import GAP, QUESTION, SECONDARY
from zidesk.ui.widgets.labels import frame, icon_button, label
from zidesk.ui.widgets.sign import Sign

_NEXT = "\N{NO-BREAK SPACE}› "  # a new line begins behind the sign


class QuestionHead(QWidget):
    """`moved` asks for the question before (-1) or after (+1)."""

    moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.breadcrumb = label(look="muted", size=SECONDARY, wrap=True)
        self.code = label(look="chip", size=SECONDARY, bold=True)
        self.code.setAccessibleName("Kode butir")
        self.before = icon_button("chevron-left", "Butir sebelumnya (Ctrl+PgUp)")
        self.after = icon_button("chevron-right", "Butir berikutnya (Ctrl+PgDn)")
        self.before.clicked.connect(lambda: self.moved.emit(-1))
        self.after.clicked.connect(lambda: self.moved.emit(1))
        self.text = label(size=QUESTION, bold=True, wrap=True)
        self.guidance = label(look="muted", wrap=True)
        self.explanation = label(look="muted", wrap=True)
        self.note = label(size=SECONDARY, wrap=True)
        self.uncertain = self._uncertain_box()
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self.breadcrumb, 1)
        top.addWidget(self.code, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addSpacing(4)
        top.addWidget(self.before)
        top.addWidget(self.after)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(top)
        for widget in (self.text, self.guidance, self.explanation, self.uncertain):
            layout.addWidget(widget)

    def _uncertain_box(self) -> QWidget:
        box = frame("warning")
        row = QHBoxLayout(box)
        row.setContentsMargins(GAP, 10, GAP, 10)
        row.setSpacing(10)
        row.addWidget(Sign("triangle-alert", "warn"))
        row.addWidget(self.note, 1)
        return box

    def show_place(self, place: Place, *, confirmed: bool) -> None:
        """`confirmed` False: the whole sheet awaits confirmation, which is said beside each question."""
        question = place.question
        steps = [f"{place.group.name}", _step(place.area.number, place.area.name)]
        steps.append(_step(place.sub_area.number, place.sub_area.name))
        self.breadcrumb.setText(_NEXT.join(dict.fromkeys(steps)))
        self.code.setText(question.code)
        self.text.setText(question.text)
        self.guidance.setText(question.guidance)
        self.guidance.setVisible(bool(question.guidance))
        self.explanation.setText(f"Penjelasan LKE: {question.explanation}")
        self.explanation.setVisible(bool(question.explanation))
        notes = []
        if question.note:
            notes.append(f"Belum pasti: {question.note}")
        if not confirmed:
            notes.append("Pilihan jawaban dan ambang lembar ini belum terkonfirmasi.")
        elif question.confidence != "high" and not question.note:
            notes.append("Sumber untuk butir ini belum sepenuhnya pasti.")
        self.note.setText("\n".join(notes))
        self.uncertain.setVisible(bool(notes))


def _step(number: str, name: str) -> str:
    return f"{number}\N{NO-BREAK SPACE}{name}".strip()
