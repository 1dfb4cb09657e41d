"""The steps of a wizard at its left: which are done, which one is now."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from zidesk.ui.theme import BODY, WIDE_GAP, set_font
from zidesk.ui.widgets.labels import label, set_look
from zidesk.ui.widgets.sign import Sign

_SIGNS = {
    "done": ("circle-check", "ok"),
    "now": ("circle", "accent"),
    "later": ("circle", "control_line"),
}


class Steps(QFrame):
    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self.setProperty("look", "right-line")
        self._rows = [(Sign(), label(f"{number}. {name}", wrap=True)) for number, name in enumerate(names, 1)]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE_GAP, 24, WIDE_GAP, 24)
        layout.setSpacing(20)
        for sign, words in self._rows:
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(words, 1)
            layout.addLayout(row)
        layout.addStretch(1)

    def show_step(self, now: int) -> None:
        for place, (sign, words) in enumerate(self._rows):
            state = "done" if place < now else "now" if place == now else "later"
            sign.show_icon(*_SIGNS[state])
            set_font(words, BODY, bold=state == "now")
            set_look(words, "muted" if state == "later" else "text")
            words.setAccessibleDescription({"done": "selesai", "now": "sekarang", "later": "nanti"}[state])
