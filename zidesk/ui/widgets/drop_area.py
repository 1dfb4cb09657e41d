"""The dashed place that says files may be dropped here; it lights up while they hover."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from zidesk.ui.icon_set import pixmap
from zidesk.ui.theme import GAP, LIGHT, RADIUS, SECONDARY
from zidesk.ui.widgets.labels import label


class DropArea(QWidget):
    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lit = False
        self.text = label(text, look="muted", size=SECONDARY, wrap=True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        sign = QLabel()
        sign.setPixmap(pixmap("file-down", LIGHT.muted, 22, 2.0))
        sign.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(4)
        layout.addWidget(sign)
        layout.addWidget(self.text)

    @property
    def lit(self) -> bool:
        return self._lit

    def light(self, lit: bool) -> None:
        self._lit = lit
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(LIGHT.accent if self._lit else LIGHT.control_line), 1, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(LIGHT.accent_soft if self._lit else LIGHT.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.end()
