"""The steps as a row of words: done, in hand, to come. It shows; it is not clicked."""

from enum import Enum

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from zidesk.ui.theme import BODY, set_font
from zidesk.ui.widgets.labels import label, set_look
from zidesk.ui.widgets.sign import Sign


class Step(Enum):
    """The value is the word a user reads."""

    CONTENTS = "Isi paket"
    DESTINATION = "Tujuan"
    CHECK = "Pemeriksaan awal"
    WRITING = "Menulis"
    DONE = "Selesai"


class StepBar(QFrame):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "below-line")
        self._cells = {step: _StepCell(step.value) for step in Step}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 0, 20, 0)
        layout.setSpacing(8)
        for step, cell in self._cells.items():
            layout.addWidget(cell, 4 if step is Step.CHECK else 3)

    def show_step(self, current: Step) -> None:
        order = list(Step)
        for step, cell in self._cells.items():
            place = order.index(step) - order.index(current)
            done = place < 0 or (step is current is Step.DONE)
            cell.show_state("ok" if done else "accent" if place == 0 else "muted")
        self.setAccessibleName(f"Langkah {order.index(current) + 1} dari {len(order)}: {current.value}")


_ICONS = {"ok": "check", "accent": "circle-dashed", "muted": "circle"}


class _StepCell(QWidget):
    def __init__(self, words: str) -> None:
        super().__init__()
        self._sign, self._words = Sign(size=16), label(words)
        self._underline = QFrame()
        self._underline.setFixedHeight(3)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._sign)
        row.addWidget(self._words, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(9)
        layout.addLayout(row)
        layout.addWidget(self._underline)

    def show_state(self, state: str) -> None:
        self._sign.show_icon(_ICONS[state], state)
        set_font(self._words, BODY, bold=state == "accent")
        set_look(self._words, state)
        set_look(self._underline, "underline" if state == "accent" else "plain")
