"""What stands where no page can be shown: a sign, a sentence, and the way to another program."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zidesk.ui.theme import GAP, WIDE_GAP
from zidesk.ui.widgets.labels import label, push_button
from zidesk.ui.widgets.sign import Sign


class Notice(QWidget):
    open_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sign = Sign("eye", "muted", 40)
        self.words = label(look="muted", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.open = push_button("Buka di program lain", icon_name="external-link")
        self.open.clicked.connect(self.open_asked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE_GAP, WIDE_GAP, WIDE_GAP, WIDE_GAP)
        layout.setSpacing(GAP)
        layout.addStretch(1)
        layout.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.words)
        layout.addWidget(self.open, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)

    def say(self, words: str, sign: str, *, may_open: bool) -> None:
        """`sign`: the icon's name; `may_open`: another program may be able to show the file."""
        self.sign.show_icon(sign, "muted")
        self.words.setText(words)
        self.open.setVisible(may_open)
