"""Menulis: each stage by name with counts, speed and time left; cancel."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from zidesk.domain.indonesian import format_size
from zidesk.domain.progress import Progress, Stage
from zidesk.messages import STAGE_WORDS
from zidesk.services.bundle.request import Merged
from zidesk.ui.bundle_wizard.wish import Wish
from zidesk.ui.theme import SECONDARY, set_size
from zidesk.ui.widgets.labels import frame, label, push_button, set_look
from zidesk.ui.widgets.sign import Sign

STAGES = (Stage.PREPARE, Stage.COPY, Stage.DOCUMENTS, Stage.MANIFESTS, Stage.READ_BACK)
_UNITS = {Stage.PREPARE: "berkas", Stage.COPY: "berkas", Stage.DOCUMENTS: "dokumen", Stage.READ_BACK: "berkas"}
_ICONS = {"ok": "circle-check", "accent": "circle-dashed", "muted": "circle"}


class WritingStep(QWidget):
    cancel_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item = ""
        self.facts = {name: label(bold=True, wrap=True) for name in ("Tujuan", "Paket", "Isi")}
        self.stages = {stage: _StageRow(STAGE_WORDS[stage]) for stage in STAGES}
        self.merged = _StageRow("Membuat berkas gabungan")
        self.item = label(look="muted", size=SECONDARY)
        self.item.setMinimumWidth(1)
        self.advice = label(look="muted", wrap=True)
        self.cancel = push_button("Batalkan")
        self.cancel.clicked.connect(self._cancel)
        self._arrange()

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 20, 28, 20)
        layout.setSpacing(0)
        band = frame("band")
        grid = QGridLayout(band)
        grid.setContentsMargins(18, 12, 18, 12)
        grid.setHorizontalSpacing(24)
        for column, (name, fact) in enumerate(self.facts.items()):
            grid.addWidget(label(name, look="muted", size=SECONDARY), 0, column)
            grid.addWidget(fact, 1, column, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column, 3 if name != "Isi" else 2)
        layout.addWidget(band)
        layout.addSpacing(10)
        for stage, row in self.stages.items():
            layout.addWidget(row)
            if stage is Stage.DOCUMENTS:
                layout.addWidget(self.merged)
        layout.addSpacing(10)
        layout.addWidget(self.item)
        layout.addSpacing(16)
        layout.addWidget(frame("rule"))
        layout.addSpacing(14)
        foot = QHBoxLayout()
        foot.addWidget(Sign("info"))
        foot.addSpacing(6)
        foot.addWidget(self.advice, 1)
        foot.addWidget(self.cancel)
        layout.addLayout(foot)

    def show_start(self, wish: Wish, name: str) -> None:
        self.facts["Tujuan"].setText(wish.target.words)
        self.facts["Paket"].setText(name)
        self.facts["Isi"].setText(f"{wish.contents.files} berkas · {format_size(wish.contents.bytes)}")
        self.advice.setText(
            "Jangan cabut flashdisk sebelum muncul tulisan “Sudah aman, flashdisk boleh dicabut”."
            if wish.target.removable
            else "Jendela ini tetap dapat dipakai selama paket ditulis."
        )
        self.cancel.setEnabled(True)
        self.cancel.setText("Batalkan")
        for row in (*self.stages.values(), self.merged):
            row.show_waiting()
        self.merged.setVisible(wish.contents.options.merged is not Merged.NONE)
        self.stages[Stage.PREPARE].hide()  # few bundles need it, and this is known when it begins
        self._tell_item("")

    def show_progress(self, progress: Progress, pace: str) -> None:
        """What is known now; stages before the one in hand are done."""
        if progress.stage not in self.stages:
            return
        self.stages[progress.stage].show()
        place = STAGES.index(progress.stage)
        for stage in STAGES[:place]:
            self.stages[stage].show_done()
        if place > STAGES.index(Stage.DOCUMENTS):
            self.merged.show_done()
        row, unit = self.stages[progress.stage], _UNITS.get(progress.stage, "")
        if progress.stage is Stage.DOCUMENTS and row.state == "ok":  # merged PDFs are made after the other papers
            row, unit = self.merged, "berkas"
        counts = f"{progress.done} dari {progress.total} {unit}"
        if progress.stage is Stage.DOCUMENTS and progress.done == progress.total:
            row.show_done(f"{progress.total} {unit}")
            following = self.stages[Stage.MANIFESTS]
            if row is not self.merged and not self.merged.isHidden():
                following = self.merged
            following.show_active(0, 0, "")  # it tells nothing of itself yet
        else:
            share = (progress.bytes_done, progress.bytes_total)
            if not progress.bytes_total:
                share = (progress.done, progress.total)
            row.show_active(*share, " · ".join(filter(None, (counts, pace))), f"{progress.total} {unit}")
        self._tell_item(progress.item)

    def show_cancelling(self) -> None:
        self.cancel.setEnabled(False)
        self.cancel.setText("Membatalkan…")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_item(self._item)

    def _cancel(self) -> None:
        self.show_cancelling()
        self.cancel_asked.emit()

    def _tell_item(self, item: str) -> None:
        self._item = item
        metrics = QFontMetrics(self.item.font())
        self.item.setText(
            metrics.elidedText(item, Qt.TextElideMode.ElideMiddle, max(40, self.width() - 60)) or " "
        )
        self.item.setToolTip(item)


class _StageRow(QFrame):
    """Sign, name, bar and figures of one stage."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setProperty("look", "below-line")
        self.state = "muted"
        self._total = ""
        self._sign, self.words, self.figures = Sign(size=20), label(words), label(look="muted", size=SECONDARY)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(words)
        set_size(self.bar, width=220)
        set_size(self.words, width=250)
        self.figures.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        set_size(self, least_height=42)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._sign)
        layout.addWidget(self.words)
        layout.addWidget(self.bar)
        layout.addWidget(self.figures, 1)

    def show_waiting(self) -> None:
        self._total = ""
        self.bar.setRange(0, 1)
        self.bar.setValue(0)
        self.figures.setText("")
        self._sign_as("muted")

    def show_active(self, done: int, total: int, figures: str, whole: str = "") -> None:
        """`total` 0: it is not known how far it is. `whole`: what to say once it is done."""
        self._total = whole or self._total
        self.bar.setRange(0, 1000 if total else 0)
        self.bar.setValue(done * 1000 // total if total else 0)
        self.figures.setText(figures)
        self._sign_as("accent")

    def show_done(self, figures: str = "") -> None:
        self.bar.setRange(0, 1)
        self.bar.setValue(1)
        self.figures.setText(figures or self._total)
        self._sign_as("ok")

    def _sign_as(self, state: str) -> None:
        set_look(self.bar, "ok" if state == "ok" else "")
        self.state = state
        self._sign.show_icon(_ICONS[state], state)
