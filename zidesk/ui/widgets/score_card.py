"""The top of the overview: the score, whether it is enough, and what it stands on."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from zidesk.domain.assessment import Assessment
from zidesk.domain.indonesian import format_number, format_size
from zidesk.ui.later import later
from zidesk.ui.overview_lines import PREDICATES, predicate_line
from zidesk.ui.theme import BIG_TITLE, SECONDARY, SECTION_GAP, TITLE, set_size
from zidesk.ui.widgets.labels import frame, label, set_look
from zidesk.ui.widgets.sign import Sign

_SPACING = 14
_ICONS = {"ok": "circle-check", "warn": "triangle-alert", "muted": "info"}


class ScoreCard(QFrame):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.score = label(size=BIG_TITLE + 4, bold=True)
        self.predicates = {name: _Sentence() for name in PREDICATES}
        self.answered, self.evidenced = _Figure("butir dijawab"), _Figure("butir berbukti")
        self.files, self.trouble = _Figure("berkas"), _Figure("berkas bermasalah")
        self._states = QWidget()
        self._row, self._foot = QHBoxLayout(), QHBoxLayout()
        self._narrow = False
        self._arrange()
        set_size(self, least_height=4 * SECTION_GAP)

    def _arrange(self) -> None:
        total = QVBoxLayout()
        total.setSpacing(0)
        total.addStretch(1)
        total.addWidget(label("Nilai mandiri", look="muted", size=SECONDARY))
        total.addWidget(self.score)
        total.addStretch(1)
        states = QVBoxLayout(self._states)
        states.setContentsMargins(0, 0, 0, 0)
        states.setSpacing(6)
        states.addStretch(1)
        for sentence in self.predicates.values():
            states.addWidget(sentence)
        states.addStretch(1)
        for row in (self._row, self._foot):
            row.setSpacing(_SPACING)
        self._row.addLayout(total)
        self._row.addWidget(self._states)
        for figure in (self.answered, self.evidenced, self.files, self.trouble):
            line = frame("left-line")
            line.setFixedWidth(1)
            self._row.addWidget(line)
            self._row.addWidget(figure)
        self._row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 14)
        layout.addLayout(self._row)
        layout.addLayout(self._foot)

    def minimumSizeHint(self) -> QSize:
        """The sentences need no room of their own beside the figures: they go below them."""
        hint = super().minimumSizeHint()
        return QSize(hint.width() - (0 if self._narrow else self._beside()), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            later(self, 0, self._measure)  # the letters of the figures grow after ours

    def _beside(self) -> int:
        """The width of what may stand in either row."""
        return self._states.sizeHint().width() + _SPACING

    def _measure(self) -> None:
        """Forget the widths of the words before, which Qt keeps until the next turn, and fit the present ones."""
        figures = (self.answered, self.evidenced, self.files, self.trouble)
        for part in (*self.predicates.values(), self._states, *figures):
            part.updateGeometry()
        self._row.invalidate()
        self._fit()

    def _fit(self) -> None:
        room = self.contentsRect().width() - 40
        needed = self._row.sizeHint().width() + (self._beside() if self._narrow else 0)
        narrow = needed > room
        if narrow is self._narrow:
            return
        self._narrow = narrow
        if narrow:
            self._foot.addWidget(self._states)
            self._foot.addStretch(1)
        else:
            self._foot.takeAt(1)
            self._row.insertWidget(1, self._states)

    def show_figures(self, assessment: Assessment, evidenced: int, trouble: int) -> None:
        counts = assessment.counts
        self.score.setText(format_number(assessment.scores.total.score))
        for name, sentence in self.predicates.items():
            sentence.show_words(*predicate_line(name, assessment.criteria.get(name, ())))
        self.answered.show_words(f"{counts.answered} / {counts.questions}")
        self.evidenced.show_words(f"{evidenced} / {counts.questions}")
        self.files.show_words(str(counts.files), f"berkas · {format_size(counts.bytes)}")
        self.trouble.show_words(str(trouble), look="bad" if trouble else "")
        self._measure()


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
        self._sign, self.words = Sign(), label(size=SECONDARY)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._sign)
        layout.addWidget(self.words, 1)

    def show_words(self, words: str, look: str) -> None:
        self.words.setText(words)
        set_look(self.words, look)
        self._sign.show_icon(_ICONS[look], look)
