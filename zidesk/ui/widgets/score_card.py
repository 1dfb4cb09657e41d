"""The top of the overview: the score, whether it is enough, and what it stands on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from zidesk.domain.assessment import Assessment
from zidesk.domain.indonesian import format_number, format_size
from zidesk.ui.icon_set import pixmap
from zidesk.ui.overview_lines import PREDICATES, predicate_line
from zidesk.ui.theme import BIG_TITLE, LIGHT, SECONDARY, SECTION_GAP, TITLE
from zidesk.ui.widgets.labels import frame, label, push_button, set_look

_ICONS = {"ok": "circle-check", "warn": "triangle-alert", "muted": "info"}


class ScoreCard(QFrame):
    bundle_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.score = label(size=BIG_TITLE + 4, bold=True)
        self.predicates = {name: _Sentence() for name in PREDICATES}
        self.answered, self.evidenced = _Figure("butir dijawab"), _Figure("butir berbukti")
        self.files, self.trouble = _Figure("berkas"), _Figure("berkas bermasalah")
        self.bundle = push_button("Buat paket", icon_name="archive", look="primary")
        self.bundle.clicked.connect(self.bundle_asked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 14)
        layout.setSpacing(14)
        total = QVBoxLayout()
        total.setSpacing(0)
        total.addWidget(label("Nilai mandiri", look="muted", size=SECONDARY))
        total.addWidget(self.score)
        layout.addLayout(total)
        states = QVBoxLayout()
        states.setSpacing(6)
        states.addStretch(1)
        for sentence in self.predicates.values():
            states.addWidget(sentence)
        states.addStretch(1)
        layout.addLayout(states)
        for figure in (self.answered, self.evidenced, self.files, self.trouble):
            line = frame("left-line")
            line.setFixedWidth(1)
            layout.addWidget(line)
            layout.addWidget(figure)
        layout.addStretch(1)
        layout.addWidget(self.bundle)
        layout.setStretchFactor(states, 0)
        self.setMinimumHeight(4 * SECTION_GAP)

    def show_figures(self, assessment: Assessment, evidenced: int, trouble: int) -> None:
        counts = assessment.counts
        self.score.setText(format_number(assessment.scores.total.score))
        for name, sentence in self.predicates.items():
            sentence.show_words(*predicate_line(name, assessment.criteria.get(name, ())))
        self.answered.show_words(f"{counts.answered} / {counts.questions}")
        self.evidenced.show_words(f"{evidenced} / {counts.questions}")
        self.files.show_words(str(counts.files), f"berkas · {format_size(counts.bytes)}")
        self.trouble.show_words(str(trouble), look="bad" if trouble else "")


class _Figure(QWidget):
    """A figure with its words below."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.figure, self.words = label(size=TITLE, bold=True), label(words, look="muted", size=SECONDARY)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addStretch(1)
        layout.addWidget(self.figure)
        layout.addWidget(self.words)
        layout.addStretch(1)

    def show_words(self, figure: str, words: str = "", look: str = "") -> None:
        self.figure.setText(figure)
        set_look(self.figure, look)
        if words:
            self.words.setText(words)


class _Sentence(QWidget):
    """A sign and a sentence in the colour of its state."""

    def __init__(self) -> None:
        super().__init__()
        self._sign, self.words = QLabel(), label(size=SECONDARY)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._sign)
        layout.addWidget(self.words, 1)

    def show_words(self, words: str, look: str) -> None:
        self.words.setText(words)
        set_look(self.words, look)
        self._sign.setPixmap(pixmap(_ICONS[look], getattr(LIGHT, look), 18, 2.0))
