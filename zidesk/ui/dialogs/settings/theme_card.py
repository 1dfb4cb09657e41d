"""A theme to choose, as a small picture of a window in its colours."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from zidesk.ui.theme import BODY, DARK, HIGH_CONTRAST, LIGHT, RADIUS, Colours, colours, font, scaled

_PAD, _CIRCLE, _GAP = 10, 18, 8
_PICTURE_WIDE, _PICTURE_HIGH = 116, 68  # pixels at 100 %
_PALETTES = {"light": (LIGHT,), "dark": (DARK,), "contrast": (HIGH_CONTRAST,), "system": (LIGHT, DARK)}


class ThemeCard(QRadioButton):
    """`theme` as `Settings.theme` has it."""

    def __init__(self, theme: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self._words = theme, words
        self.setAccessibleName(f"Tema {words}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        words = QFontMetrics(font(BODY)).horizontalAdvance(self._words)
        wide = max(scaled(_PICTURE_WIDE), words + _CIRCLE + _GAP) + 2 * _PAD
        return QSize(wide, scaled(_PICTURE_HIGH) + self._line() + 3 * _PAD)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:
        c = colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong = self.isChecked() or self.hasFocus()
        width = 2.0 if strong else 1.0
        painter.setPen(QPen(QColor(c.accent if strong or self.underMouse() else c.control_line), width))
        painter.setBrush(QColor(c.accent_soft if self.isChecked() else c.surface))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)
        if self.isChecked() and self.hasFocus():
            painter.setPen(QPen(QColor(c.focus), 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4.5, 4.5, -4.5, -4.5), 3, 3)
        picture = QRectF(_PAD, _PAD, self.width() - 2 * _PAD, scaled(_PICTURE_HIGH))
        palettes = _PALETTES[self.theme]
        for place, palette in enumerate(palettes):
            painter.save()
            left = picture.left() + picture.width() * place / len(palettes)
            painter.setClipRect(QRectF(left, picture.top(), picture.width() / len(palettes), picture.height()))
            _paint_window(painter, palette, picture)
            painter.restore()
        self._paint_words(painter, c)
        painter.end()

    def _paint_words(self, painter: QPainter, c: Colours) -> None:
        line, top = self._line(), 2 * _PAD + scaled(_PICTURE_HIGH)
        circle = QRectF(_PAD, top + (line - _CIRCLE) / 2, _CIRCLE, _CIRCLE)
        painter.setPen(QPen(QColor(c.accent if self.isChecked() else c.control_line), 1.5))
        painter.setBrush(QColor(c.surface))
        painter.drawEllipse(circle.adjusted(0.75, 0.75, -0.75, -0.75))
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(c.accent))
            painter.drawEllipse(circle.adjusted(4.5, 4.5, -4.5, -4.5))
        left = _PAD + _CIRCLE + _GAP
        painter.setFont(font(BODY))
        painter.setPen(QColor(c.text))
        room = self.width() - left - _PAD
        words = painter.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(left, top, room, line), Qt.AlignmentFlag.AlignVCenter, words)

    def _line(self) -> int:
        return max(self.fontMetrics().height(), _CIRCLE)


def _paint_window(painter: QPainter, c: Colours, area: QRectF) -> None:
    """A window with a rail, three lines of text and one button."""
    whole = QPainterPath()
    whole.addRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setPen(QPen(QColor(c.control_line), 1))
    painter.fillPath(whole, QColor(c.window))
    sheet = QRectF(area.left() + area.width() * 0.22, area.top() + 8, area.width() * 0.7, area.height() - 16)
    painter.fillRect(sheet, QColor(c.surface))
    painter.fillRect(QRectF(area.left() + 6, area.top() + 8, area.width() * 0.1, 8), QColor(c.accent))
    painter.fillRect(QRectF(area.left() + 6, area.top() + 22, area.width() * 0.1, 8), QColor(c.line))
    step = sheet.height() / 5
    for row, share in enumerate((0.8, 0.55, 0.66)):
        ink = c.text if row == 0 else c.muted
        painter.fillRect(
            QRectF(sheet.left() + 6, sheet.top() + 6 + row * step, sheet.width() * share - 6, 3), QColor(ink)
        )
    button = QRectF(
        sheet.right() - sheet.width() * 0.34, sheet.bottom() - step - 3, sheet.width() * 0.34 - 5, step
    )
    painter.fillRect(button, QColor(c.accent))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(whole)
