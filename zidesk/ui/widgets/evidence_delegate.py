"""Draws one evidence: its picture, title, number and date, pages and size, and chips for what is tied to it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from zidesk.domain.evidence import EvidenceUse
from zidesk.ui.icon_set import paint_icon
from zidesk.ui.models.evidence_model import SHARED_ROLE, USE_ROLE
from zidesk.ui.theme import BODY, GAP, RADIUS, SECONDARY, colours, font, scaled
from zidesk.ui.widgets.evidence_chips import Chip, chip_height, chips_of, paint_chips
from zidesk.ui.widgets.fitted_picture import fitted
from zidesk.ui.widgets.kind_icons import KIND_ICONS
from zidesk.ui.widgets.preview.tools import Thumbnails
from zidesk.ui.wording import evidence_lines

_WIDE, _HIGH, _ICON, _GRIP = 72, 56, 24, 16  # of the picture, the kind's sign, the grip
_PAD, _BETWEEN, _BESIDE = 9, 3, 6
_Index = QModelIndex | QPersistentModelIndex


class EvidenceDelegate(QStyledItemDelegate):
    """All rows are of one height, so that a long list costs no more than what is in view. `movable`: rows show a
    grip to drag them by."""

    def __init__(self, thumbnails: Thumbnails, parent: QWidget) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self.movable = False

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        words = _heading() + 2 * (_small() + 1) + _BETWEEN + chip_height()
        return QSize(200, max(scaled(_HIGH), words) + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        use: EvidenceUse = index.data(USE_ROLE)
        area = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(area, QColor(colours().accent_soft if selected else colours().surface))
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, QColor(colours().faint_line))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colours().focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(1, 1, -1, -2))
        box = QRect(area.left() + GAP, 0, scaled(_WIDE), scaled(_HIGH))
        box.moveTop(area.top() + (area.height() - box.height()) // 2)
        self._paint_picture(painter, box, use, selected)
        right = area.right() - _BESIDE
        if self.movable:
            right -= scaled(_GRIP)
            middle = QRectF(right, area.center().y() - scaled(_GRIP) / 2, scaled(_GRIP), scaled(_GRIP))
            paint_icon(painter, "grip-vertical", colours().muted, middle)
        left = box.right() + 1 + 10
        words = QRect(left, area.top(), right - 4 - left, area.height())
        _paint_words(painter, words, use, chips_of(use, index.data(SHARED_ROLE)))
        painter.restore()

    def _paint_picture(self, painter: QPainter, box: QRect, use: EvidenceUse, selected: bool) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours().surface if selected else colours().window))
        painter.drawRoundedRect(QRectF(box), RADIUS, RADIUS)
        picture = self._thumbnails.request(use.file)
        if picture is None or picture.isNull():
            sign = QRectF(0, 0, scaled(_ICON), scaled(_ICON))
            sign.moveCenter(QRectF(box).center())
            paint_icon(painter, KIND_ICONS[use.file.inspection.kind], colours().muted, sign)
            return
        shown = fitted(picture, box.adjusted(3, 3, -3, -3).size(), painter.device().devicePixelRatioF())
        size = shown.deviceIndependentSize()
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(QRectF(box).center())
        painter.drawPixmap(place.topLeft(), shown)
        painter.setPen(QColor(colours().line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))


def _heading() -> int:
    return QFontMetrics(font(BODY, bold=True)).height()


def _small() -> int:
    return QFontMetrics(font(SECONDARY)).height()


def _paint_words(painter: QPainter, area: QRect, use: EvidenceUse, chips: list[Chip]) -> None:
    """In the middle of the row, only the lines that have something to say."""
    lines = [line for line in evidence_lines(use) if line]
    height = _heading() + len(lines) * (_small() + 1) + (_BETWEEN + chip_height() if chips else 0)
    top = area.top() + (area.height() - height) // 2
    top = _line(painter, area, top, use.title, font(BODY, bold=True), colours().text)
    for line in lines:
        top = _line(painter, area, top, line, font(SECONDARY), colours().muted) + 1
    paint_chips(painter, QPointF(area.left(), top + _BETWEEN), area.width(), chips)


def _line(painter: QPainter, area: QRect, top: int, text: str, face: QFont, colour: str) -> int:
    """Draws one elided line; returns where the next one begins."""
    painter.setFont(face)
    metrics = painter.fontMetrics()
    painter.setPen(QColor(colour))
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area.left(), top + metrics.ascent(), shown)
    return top + metrics.height()
