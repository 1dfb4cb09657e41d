"""Under the answers: what the question weighs and gives now, what a better answer would add, the last change."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from zidesk.domain.assessment import Assessment
from zidesk.domain.indonesian import format_number
from zidesk.domain.instrument import Place
from zidesk.domain.scoring import question_weight
from zidesk.ui.theme import SECONDARY, set_font
from zidesk.ui.widgets.flow import Flow
from zidesk.ui.widgets.labels import label, push_button
from zidesk.ui.widgets.sign import Sign
from zidesk.ui.wording import rise_words, time_words


class Fact(QWidget):
    """Words, and a figure in bold after them; `sign` before both."""

    def __init__(self, sign: str = "", role: str = "muted") -> None:
        super().__init__()
        self.words = label(look=role, size=SECONDARY)
        self.figure = label(look=role if role != "muted" else "", size=SECONDARY, bold=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        if sign:
            row.addWidget(Sign(sign, role, 16))
        row.addWidget(self.words)
        row.addWidget(self.figure)

    def say(self, words: str, figure: str = "") -> None:
        """Nothing is shown for no words."""
        self.words.setText(words)
        self.figure.setText(figure)
        self.figure.setVisible(bool(figure))
        self.setVisible(bool(words))

    def text(self) -> str:
        return " ".join(part for part in (self.words.text(), self.figure.text()) if part)


class AnswerFacts(QWidget):
    clear_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.weight, self.points = Fact(), Fact()
        self.gain = Fact("trending-up", "ok")
        self.changed = Fact("history")
        self.clear = push_button("Kosongkan jawaban", look="link")
        set_font(self.clear, SECONDARY)
        self.clear.clicked.connect(self.clear_asked)
        flow = Flow(self, across=16, down=2)
        for part in (self.weight, self.points, self.gain, self.changed, self.clear):
            flow.addWidget(part)
        self.changed.say("")

    def show_place(self, assessment: Assessment, place: Place) -> None:
        question, weight = place.question, question_weight(place.sub_area)
        score = assessment.scores.questions[question.code]
        self.weight.say("Bobot butir", format_number(weight))
        self.points.say("Nilai", "belum ada" if score is None else format_number(score * weight))
        self.gain.say(*rise_words(question, score, weight))

    def show_changed(self, moment: datetime | None) -> None:
        """When answer or note were changed last; None for never."""
        self.changed.say("" if moment is None else time_words(moment))
        self.changed.setToolTip("Terakhir diubah" if moment is not None else "")
