"""The steps of a wizard at its left: which are done, which one is now."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from zidesk.ui.icon_set import pixmap
from zidesk.ui.theme import BODY, LIGHT, WIDE_GAP, font
from zidesk.ui.widgets.labels import label

_SIGNS = {
    "done": ("circle-check", LIGHT.ok),
    "now": ("circle", LIGHT.accent),
    "later": ("circle", LIGHT.control_line),
}


class Steps(QFrame):
    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self.setProperty("look", "right-line")
        self._rows = [(QLabel(), label(f"{number}. {name}", wrap=True)) for number, name in enumerate(names, 1)]
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
            name, colour = _SIGNS[state]
            sign.setPixmap(pixmap(name, colour, 18, 2.0))
            words.setFont(font(BODY, bold=state == "now"))
            ink = words.palette()
            ink.setColor(QPalette.ColorRole.WindowText, QColor(LIGHT.muted if state == "later" else LIGHT.text))
            words.setPalette(ink)
            words.setAccessibleDescription({"done": "selesai", "now": "sekarang", "later": "nanti"}[state])
