"""The rail at the left: icon and label of each page, and a number where something waits there."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from zidesk.domain.indonesian import format_number
from zidesk.ui.icon_set import set_icon
from zidesk.ui.theme import SECONDARY, colours, font, scaled, set_font, set_size

_LEAST_WIDTH, _AROUND = 92, 10  # _AROUND: beside a word, with padding and frame


class RailButton(QToolButton):
    """`waiting`: how many things wait on its page, drawn on the icon."""

    def __init__(self, words: str, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._waiting = words, 0
        self.setProperty("look", "rail")
        self.setText(words)
        self.setAccessibleName(words)
        set_font(self, SECONDARY)
        set_icon(self, icon_name, "muted", checked="accent")
        set_size(self, icon=22)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        """As wide as the word; Qt's own leaves room for two letters more."""
        hint = super().sizeHint()
        return QSize(min(hint.width(), self.fontMetrics().horizontalAdvance(self._words) + _AROUND), hint.height())

    @property
    def waiting(self) -> int:
        return self._waiting

    def show_waiting(self, count: int) -> None:
        self._waiting = count
        self.setAccessibleName(f"{self._words}, {count} menunggu" if count else self._words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._waiting:
            return
        words = format_number(self._waiting, 0) if self._waiting < 1000 else "999+"
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(SECONDARY - 1.5, bold=True))
        high = painter.fontMetrics().height() + scaled(2)
        wide = max(high, painter.fontMetrics().horizontalAdvance(words) + scaled(8))
        badge = QRectF(self.width() / 2 + scaled(4), scaled(3), wide, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours().accent))
        painter.drawRoundedRect(badge, high / 2, high / 2)
        painter.setPen(QColor(colours().on_accent))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, words)
        painter.end()


class Rail(QFrame):
    """`chosen` carries the key of a page; `settings_asked` comes from the button at the foot."""

    chosen = Signal(str)
    settings_asked = Signal()

    def __init__(self, pages: Sequence[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        """`pages`: key, label, icon."""
        super().__init__(parent)
        self.setProperty("look", "right-line")
        set_size(self, least_width=_LEAST_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)  # as wide as its longest word
        layout = QVBoxLayout(self)
        layout.setContentsMargins(5, 6, 6, 6)
        layout.setSpacing(2)
        group = QButtonGroup(self)
        self.buttons: dict[str, RailButton] = {}
        for key, words, icon_name in pages:
            button = self.buttons[key] = RailButton(words, icon_name)
            button.setCheckable(True)
            button.clicked.connect(lambda _on=False, key=key: self.chosen.emit(key))
            group.addButton(button)
            layout.addWidget(button)
        layout.addStretch(1)
        self.settings = RailButton("Pengaturan", "settings")
        self.settings.clicked.connect(self.settings_asked)
        layout.addWidget(self.settings)

    def show_page(self, key: str) -> None:
        self.buttons[key].setChecked(True)
