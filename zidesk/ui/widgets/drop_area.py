"""The dashed place that says files may be dropped here; it lights up while they hover."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QWidget

from zidesk.ui.theme import GAP, RADIUS, SECONDARY, colours
from zidesk.ui.widgets.labels import label
from zidesk.ui.widgets.sign import Sign


class DropArea(QWidget):
    """Two lines high beside a list; `spread` where there is room, the sign above the words."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lit = False
        self.text = label(text, look="muted", size=SECONDARY, wrap=True)
        self.sign = Sign("file-down", "muted", 22)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(GAP, 8, GAP, 8)
        self._box.addStretch()
        self._box.addWidget(self.sign)
        self._box.addWidget(self.text)
        self._box.addStretch()
        self.spread(False)

    @property
    def lit(self) -> bool:
        return self._lit

    def spread(self, spread: bool) -> None:
        """One above the other, in the middle of the room."""
        way, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._box.setDirection(way if spread else beside)
        self._box.setSpacing(6 if spread else 10)
        for place, item in enumerate((0, 0, 1, 0) if not spread else (1, 0, 0, 1)):
            self._box.setStretch(place, item)
        self._box.setAlignment(
            self.sign, Qt.AlignmentFlag.AlignHCenter if spread else Qt.AlignmentFlag.AlignVCenter
        )
        side = Qt.AlignmentFlag.AlignHCenter if spread else Qt.AlignmentFlag.AlignLeft
        self.text.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)

    def light(self, lit: bool) -> None:
        self._lit = lit
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(colours().accent if self._lit else colours().control_line), 1, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(colours().accent_soft if self._lit else colours().surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.end()
