"""A workspace that was open lately, as one large button."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from zidesk.storage.settings import RecentWorkspace
from zidesk.ui.icon_set import paint_icon
from zidesk.ui.theme import BODY, LIGHT, RADIUS, SECONDARY, font
from zidesk.ui.wording import time_words

_PAD, _ICON, _GAP = 14, 24, 14


class RecentRow(QPushButton):
    chosen = Signal(object)  # Path

    def __init__(self, entry: RecentWorkspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = f"{entry.school} · {entry.year}"
        self._path = str(entry.path)
        self._when = time_words(entry.opened_at)
        self._bold, self._small = font(BODY, bold=True), font(SECONDARY)
        self.setAccessibleName(f"Buka {self._title}")
        self.setAccessibleDescription(f"{self._path}, terakhir dibuka {self._when}")
        self.setToolTip(self._path)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: self.chosen.emit(entry.path))

    def sizeHint(self) -> QSize:
        height = QFontMetrics(self._bold).height() + QFontMetrics(self._small).height() + 4
        return QSize(360, height + 2 * _PAD)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2.0 if self.hasFocus() else 1.0
        lit = self.hasFocus() or self.underMouse()
        painter.setPen(QPen(QColor(LIGHT.accent if lit else LIGHT.line), width))
        painter.setBrush(QColor(LIGHT.accent_soft if self.isDown() else LIGHT.surface))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)
        middle = self.height() / 2
        paint_icon(painter, "folder", LIGHT.accent, QRectF(_PAD, middle - _ICON / 2, _ICON, _ICON))
        left, right = _PAD + _ICON + _GAP, self.width() - _PAD
        when = QFontMetrics(self._small).horizontalAdvance(self._when)
        first = _PAD + QFontMetrics(self._bold).ascent()
        second = _PAD + QFontMetrics(self._bold).height() + 4 + QFontMetrics(self._small).ascent()
        _text(painter, self._bold, LIGHT.text, left, first, right - left - when - _GAP, self._title)
        _text(painter, self._small, LIGHT.muted, right - when, first, when + 2, self._when)
        _text(painter, self._small, LIGHT.muted, left, second, right - left, self._path, middle=True)
        painter.end()


def _text(
    painter: QPainter, face: QFont, ink: str, x: int, y: int, width: int, text: str, *, middle: bool = False
) -> None:
    painter.setFont(face)
    painter.setPen(QColor(ink))
    mode = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight
    painter.drawText(x, y, painter.fontMetrics().elidedText(text, mode, width))
