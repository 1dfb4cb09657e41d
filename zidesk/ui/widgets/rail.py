"""The rail at the left: one button with icon and label for each page."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from zidesk.ui.icon_set import icon
from zidesk.ui.theme import LIGHT, SECONDARY, font

_WIDTH = 104


class Rail(QFrame):
    """`chosen` carries the key of a page."""

    chosen = Signal(str)

    def __init__(self, pages: tuple[tuple[str, str, str], ...], parent: QWidget | None = None) -> None:
        """`pages`: key, label, icon."""
        super().__init__(parent)
        self.setProperty("look", "right-line")
        self.setFixedWidth(_WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 9, 8)
        layout.setSpacing(4)
        group = QButtonGroup(self)
        self.buttons: dict[str, QToolButton] = {}
        for key, words, icon_name in pages:
            button = QToolButton()
            button.setProperty("look", "rail")
            button.setText(words)
            button.setFont(font(SECONDARY))
            button.setIcon(icon(icon_name, LIGHT.muted, checked=LIGHT.accent, disabled=LIGHT.control_line))
            button.setIconSize(QSize(22, 22))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(lambda _on=False, key=key: self.chosen.emit(key))
            group.addButton(button)
            layout.addWidget(button)
            self.buttons[key] = button
        layout.addStretch(1)

    def show_page(self, key: str) -> None:
        self.buttons[key].setChecked(True)
