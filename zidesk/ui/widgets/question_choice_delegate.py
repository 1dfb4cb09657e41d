"""Draws a question to choose: a box to tick, its code, its title, and where it stands in the sheet."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from zidesk.domain.instrument import Place
from zidesk.ui.icon_set import paint_icon
from zidesk.ui.models.question_choice import PLACE_ROLE, TAKEN_ROLE, place_words
from zidesk.ui.theme import BODY, GAP, ROW_HEIGHT, SECONDARY, WIDE_GAP, colours, font

_BOX, _PAD = 18, 7
_TAKEN = "sudah ada di sini"
_Index = QModelIndex | QPersistentModelIndex


class QuestionChoiceDelegate(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        words = QFontMetrics(font(BODY, bold=True)).height() + QFontMetrics(font(SECONDARY)).height()
        return QSize(320, max(ROW_HEIGHT, words + 2 + 2 * _PAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        place: Place = index.data(PLACE_ROLE)
        taken = bool(index.data(TAKEN_ROLE))
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Checked
        area = QRect(option.rect)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(area, QColor(colours().accent_soft if current else colours().surface))
        if current:
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            painter.setPen(QPen(QColor(colours().focus), 2) if focused else QPen(QColor(colours().accent), 1))
            painter.drawRect(area.adjusted(1, 1, -1, -1))
        _paint_box(painter, area, ticked=ticked, taken=taken)
        left = area.left() + WIDE_GAP + _BOX + GAP
        _paint_words(painter, QRect(left, area.top() + _PAD, area.right() - left - WIDE_GAP, 0), place, taken)
        painter.restore()


def _paint_box(painter: QPainter, area: QRect, *, ticked: bool, taken: bool) -> None:
    box = QRectF(area.left() + WIDE_GAP, area.center().y() - _BOX / 2 + 0.5, _BOX, _BOX)
    painter.setPen(QPen(QColor(colours().accent if ticked else colours().control_line), 1.5))
    painter.setBrush(QColor(colours().accent if ticked else colours().surface))
    if not taken:
        painter.drawRoundedRect(box, 3, 3)
    if ticked or taken:
        ink = colours().muted if taken else colours().on_accent
        paint_icon(painter, "check", ink, box.adjusted(2, 2, -2, -2))


def _paint_words(painter: QPainter, area: QRect, place: Place, taken: bool) -> None:
    """The code in front of the title, the place below; elided where the room ends."""
    painter.setFont(font(BODY, bold=True))
    metrics = painter.fontMetrics()
    code = place.question.code
    painter.setPen(QColor(colours().muted if taken else colours().accent))
    painter.drawText(area.left(), area.top() + metrics.ascent(), code)
    begin = area.left() + metrics.horizontalAdvance(code) + 10
    painter.setPen(QColor(colours().muted if taken else colours().text))
    title = metrics.elidedText(place.question.short_title, Qt.TextElideMode.ElideRight, area.right() - begin)
    painter.drawText(begin, area.top() + metrics.ascent(), title)
    top = area.top() + metrics.height() + 2
    painter.setFont(font(SECONDARY))
    metrics = painter.fontMetrics()
    painter.setPen(QColor(colours().muted))
    words = f"{_TAKEN} · {place_words(place)}" if taken else place_words(place)
    painter.drawText(
        area.left(), top + metrics.ascent(), metrics.elidedText(words, Qt.TextElideMode.ElideRight, area.width())
    )
