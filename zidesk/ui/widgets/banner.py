"""A line under the header that stays as long as it is true."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from zidesk.ui.theme import WIDE_GAP
from zidesk.ui.widgets.labels import label
from zidesk.ui.widgets.sign import Sign


class Banner(QFrame):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "banner")
        self.text = label(wrap=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(WIDE_GAP, 8, WIDE_GAP, 9)
        layout.setSpacing(10)
        layout.addWidget(Sign("lock", "warn"))
        layout.addWidget(self.text, 1)
        self.hide()

    def say(self, text: str) -> None:
        """Show `text`; "" takes the banner away."""
        self.text.setText(text)
        self.setVisible(bool(text))
