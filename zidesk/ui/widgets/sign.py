"""An icon that stands by itself and is painted in the palette of the moment."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from zidesk.ui.icon_set import paint_icon
from zidesk.ui.theme import colour, scaled


class Sign(QWidget):
    """`role` names the colour, `size` is in pixels at 100 % of the text. Words beside it say the same."""

    def __init__(self, name: str = "", role: str = "text", size: int = 18, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.role, self._size = name, role, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str, role: str) -> None:
        """Another icon, or another colour, from now on; "" shows none."""
        self.name, self.role = name, role
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(scaled(self._size), scaled(self._size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self.name:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_icon(painter, self.name, colour(self.role), QRectF(self.rect()))
        painter.end()
