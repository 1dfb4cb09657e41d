"""One answer option: a large radio row with its whole text, wrapped, and its score at the right."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from zidesk.ui.theme import BODY, RADIUS, colour, colours, font, scaled

_PAD, _CIRCLE, _GAP = 12, 18, 12
_WRAP = int(Qt.TextFlag.TextWordWrap)
_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


class OptionRow(QRadioButton):
    """A radio button as wide as its list. `key` is what it answers; `mark` stands before the text."""

    def __init__(self, key: str, mark: str, text: str, score: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key, self._mark, self._text, self._score = key, mark, text, score
        self.setAccessibleName(f"{mark}. {text}" if mark != text else text)
        self.setAccessibleDescription(f"nilai {score}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def _bold(self) -> QFont:
        return font(BODY, bold=True)

    @property
    def _plain(self) -> QFont:
        return font(BODY)

    def _text_left(self) -> int:
        left = _PAD + scaled(_CIRCLE) + _GAP
        if not self._mark:
            return left
        return left + max(26, QFontMetrics(self._bold).horizontalAdvance(self._mark) + _GAP)

    def _score_width(self) -> int:
        return QFontMetrics(self._plain).horizontalAdvance("0,00") if self._score else 0

    def _text_width(self, width: int) -> int:
        return max(40, width - self._text_left() - self._score_width() - 2 * _PAD)

    def heightForWidth(self, width: int) -> int:
        metrics = QFontMetrics(self._plain)
        box = metrics.boundingRect(QRect(0, 0, self._text_width(width), 10_000), _WRAP, self._text)
        return max(box.height(), metrics.height(), scaled(_CIRCLE)) + 2 * _PAD

    def hasHeightForWidth(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        return QSize(360, self.heightForWidth(360))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, scaled(_CIRCLE) + 2 * _PAD)

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ARROWS:
            event.ignore()  # the list lets them wander; Qt's own would choose, and choosing is saved at once
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_box(painter)
        self._paint_circle(painter)
        self._paint_text(painter)
        painter.end()

    def _paint_box(self, painter: QPainter) -> None:
        checked, focus, usable = self.isChecked(), self.hasFocus(), self.isEnabled()
        edge = "accent" if checked or (self.underMouse() and usable) else "control_line"
        width = 2.0 if checked or focus else 1.0
        painter.setPen(QPen(QColor(colour("focus" if focus and not checked else edge)), width))
        fill = "accent_soft" if checked else "surface" if usable else "window"
        painter.setBrush(QColor(colour(fill)))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)
        if checked and focus:
            painter.setPen(QPen(QColor(colour("focus")), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(5, 5, -5, -5), 3, 3)

    def _paint_circle(self, painter: QPainter) -> None:
        metrics = QFontMetrics(self._plain)
        side = scaled(_CIRCLE)
        top = _PAD + (max(metrics.height(), side) - side) / 2
        circle = QRectF(_PAD, top, side, side)
        on = self.isChecked()
        painter.setPen(QPen(QColor(colours().accent if on else colours().control_line), 1.5))
        painter.setBrush(QColor(colours().surface))
        painter.drawEllipse(circle.adjusted(0.75, 0.75, -0.75, -0.75))
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours().accent))
            painter.drawEllipse(circle.adjusted(side / 4, side / 4, -side / 4, -side / 4))

    def _paint_text(self, painter: QPainter) -> None:
        ink = QColor(colours().text if self.isEnabled() or self.isChecked() else colours().muted)
        painter.setPen(ink)
        height = self.height() - 2 * _PAD
        top = int(Qt.AlignmentFlag.AlignTop)
        painter.setFont(self._bold)
        painter.drawText(QRect(_PAD + scaled(_CIRCLE) + _GAP, _PAD, 400, height), top, self._mark)
        painter.setFont(self._plain)
        left = self._text_left()
        painter.drawText(QRect(left, _PAD, self._text_width(self.width()), height), top | _WRAP, self._text)
        painter.setPen(QColor(colours().text if self.isChecked() else colours().muted))
        score = QRect(self.width() - _PAD - self._score_width(), _PAD, self._score_width(), height)
        painter.drawText(score, top | int(Qt.AlignmentFlag.AlignRight), self._score)
