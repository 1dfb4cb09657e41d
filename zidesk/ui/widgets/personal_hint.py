"""A calm line about a file in which numbers of people were found, and the two answers to it."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from zidesk.domain.privacy import PersonalKind
from zidesk.ui.personal_words import CHIP_ICON, may_hold
from zidesk.ui.theme import GAP, SECONDARY, WIDE_GAP
from zidesk.ui.widgets.labels import label, push_button
from zidesk.ui.widgets.sign import Sign


class PersonalHint(QFrame):
    """`decided` carries whether the file holds personal data. Hidden while there is nothing to ask."""

    decided = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "above-line")
        self.setAccessibleName("Saran data pribadi")
        self.text = label(size=SECONDARY, wrap=True)
        self.mark = push_button("Tandai")
        self.mark.setToolTip("Tandai berkas ini sebagai memuat data pribadi")
        self.no = push_button("Tidak", look="link")
        self.no.setToolTip("Berkas ini tidak memuat data pribadi; saran ini tidak muncul lagi")
        self.mark.clicked.connect(lambda: self.decided.emit(True))
        self.no.clicked.connect(lambda: self.decided.emit(False))
        self._arrange()
        self.hide()

    def _arrange(self) -> None:
        words = QHBoxLayout()
        words.setSpacing(8)
        words.addWidget(Sign(CHIP_ICON, "muted"))
        words.addWidget(self.text, 1)
        answers = QHBoxLayout()
        answers.setSpacing(8)
        answers.addStretch(1)
        answers.addWidget(self.no)
        answers.addWidget(self.mark)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE_GAP, GAP // 2, WIDE_GAP, GAP // 2)
        layout.setSpacing(4)
        layout.addLayout(words)
        layout.addLayout(answers)

    def show_found(self, found: Mapping[PersonalKind, int] | None, *, read_only: bool) -> None:
        """What was found in the file in hand; None: nothing, or it was decided about."""
        if found:
            self.text.setText(may_hold(found))
            self.setAccessibleDescription(self.text.text())
        for button in (self.mark, self.no):
            button.setEnabled(not read_only)
        self.setVisible(bool(found))
