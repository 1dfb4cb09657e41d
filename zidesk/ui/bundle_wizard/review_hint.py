"""Files that might hold personal data and were not looked at: how many, and the way to where that is done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from zidesk.ui.bundle_wizard.option_words import undecided_words
from zidesk.ui.theme import GAP
from zidesk.ui.widgets.labels import label, push_button
from zidesk.ui.widgets.sign import Sign


class ReviewHint(QWidget):
    """Not there while everything was looked at."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = label(wrap=True)
        self.review = push_button("Tinjau di Beranda", look="link")
        self.review.clicked.connect(self.asked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(Sign("id-card", "warn", 20), 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.review)
        self.hide()

    def show_undecided(self, undecided: int) -> None:
        self.words.setText(undecided_words(undecided))
        self.setVisible(undecided > 0)
