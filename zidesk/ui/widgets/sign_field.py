"""A field of one line with a sign at its left."""

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from zidesk.ui.icon_set import paint_icon
from zidesk.ui.theme import ROW_HEIGHT, colours, scaled, set_size

_SIDE, _LEFT, _GAP = 16, 9, 4


class SignField(QLineEdit):
    def __init__(self, sign: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = sign
        set_size(self, least_height=ROW_HEIGHT)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._make_room()

    def _make_room(self) -> None:
        self.setTextMargins(scaled(_SIDE) + _GAP, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = scaled(_SIDE)
        paint_icon(painter, self._sign, colours().muted, QRectF(_LEFT, (self.height() - side) / 2, side, side))
        painter.end()
