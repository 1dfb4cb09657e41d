"""The bottom of the window: saved when, the score, what is missing for WBK and WBBM, and work in hand."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from zidesk.domain.assessment import Assessment
from zidesk.domain.indonesian import format_number
from zidesk.domain.profile import TARGETS
from zidesk.domain.progress import Progress
from zidesk.ui.theme import SECONDARY, WIDE_GAP, set_size
from zidesk.ui.widgets.labels import label, push_button, set_look
from zidesk.ui.widgets.sign import Sign
from zidesk.ui.wording import predicate_details, predicate_words, saved_words

_SIGNS = {"ok": "circle-check", "warn": "triangle-alert", "muted": "info", "bad": "triangle-alert"}


class StatusStrip(QFrame):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "above-line")
        set_size(self, height=36)
        self.saved, self.score = _State(), label(size=SECONDARY)
        self.predicates = {name: _State() for name in TARGETS}
        self.work = label(look="muted", size=SECONDARY, elide=True)  # a long name makes no window wider
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        set_size(self.bar, width=140)
        self.bar.setAccessibleName("Kemajuan pekerjaan")
        self.cancel = push_button("Batal", look="link")
        self.cancel.setMinimumHeight(0)
        self.cancel.clicked.connect(self._cancel)
        self._on_cancel: Callable[[], None] | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(WIDE_GAP, 0, WIDE_GAP, 0)
        layout.setSpacing(20)
        for widget in (self.saved, self.score, *self.predicates.values()):
            layout.addWidget(widget)
        layout.addStretch(1)
        for widget in (self.work, self.bar, self.cancel):
            layout.addWidget(widget)
        self.clear()
        self.show_idle()

    def clear(self) -> None:
        """No workspace is open."""
        for widget in (self.saved, self.score, *self.predicates.values()):
            widget.hide()

    def show_assessment(self, assessment: Assessment, now: datetime) -> None:
        self.score.setText(f"Nilai {format_number(assessment.scores.total.score)}")
        self.score.setToolTip(
            f"{assessment.answered} dari {len(assessment.instrument.questions)} butir dijawab · "
            f"{assessment.uses} bukti"
        )
        self.score.show()
        for name, sign in self.predicates.items():
            criteria = assessment.criteria[name]
            words, look = predicate_words(name, criteria)
            sign.show_words(words, look, _SIGNS[look])
            sign.setToolTip(predicate_details(criteria))
            sign.show()
        self.show_saved(assessment.changed_at, now)

    def show_saved(self, changed_at: datetime, now: datetime) -> None:
        self.saved.show_words(saved_words(changed_at, now), "ok", "check")
        self.saved.show()

    def show_saving(self) -> None:
        self.saved.show_words("Menyimpan…", "muted", "clock")

    def show_unsaved(self) -> None:
        self.saved.show_words("Belum tersimpan", "bad", "triangle-alert")

    def show_work(self, title: str, on_cancel: Callable[[], None]) -> None:
        self._on_cancel = on_cancel
        self.work.setText(title)
        self.bar.setRange(0, 0)
        self.cancel.setEnabled(True)
        for widget in (self.work, self.bar, self.cancel):
            widget.show()

    def show_progress(self, title: str, progress: Progress) -> None:
        self.work.setText(f"{title} · {progress.done} dari {progress.total} berkas")
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)

    def show_idle(self) -> None:
        self._on_cancel = None
        for widget in (self.work, self.bar, self.cancel):
            widget.hide()

    def _cancel(self) -> None:
        if self._on_cancel is not None:
            self.cancel.setEnabled(False)
            self.work.setText("Membatalkan…")
            self._on_cancel()


class _State(QWidget):
    """A small icon and words in one colour."""

    def __init__(self) -> None:
        super().__init__()
        self._sign, self._words = Sign(size=16), label(size=SECONDARY)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        layout.addWidget(self._sign)
        layout.addWidget(self._words)

    def show_words(self, words: str, look: str, icon_name: str) -> None:
        self._words.setText(words)
        set_look(self._words, look)
        self._sign.show_icon(icon_name, look)

    def text(self) -> str:
        return self._words.text()
