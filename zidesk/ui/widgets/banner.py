"""A line under the header that stays as long as it is true."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from zidesk.ui.icon_set import pixmap
from zidesk.ui.theme import LIGHT, WIDE_GAP
from zidesk.ui.widgets.labels import label


class Banner(QFrame):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "banner")
        sign = QLabel()
        sign.setPixmap(pixmap("lock", LIGHT.warn, 18, 2.0))
        self.text = label(wrap=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(WIDE_GAP, 8, WIDE_GAP, 9)
        layout.setSpacing(10)
        layout.addWidget(sign)
        layout.addWidget(self.text, 1)
        self.hide()

    def say(self, text: str) -> None:
        """Show `text`; "" takes the banner away."""
        self.text.setText(text)
        self.setVisible(bool(text))
