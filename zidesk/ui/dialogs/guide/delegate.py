"""Draws a row of the guide's list: the name of a part, a chapter, or what was found with the words in bold."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from zidesk.ui.models.guide_model import GuideEntry, GuidePart, GuideRole
from zidesk.ui.theme import BODY, GAP, ROW_HEIGHT, SECONDARY, WIDE_GAP, colour, colours, font
from zidesk.ui.widgets.search_row import paint_passage

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_PAD, _MARK = 7, 3
_Index = QModelIndex | QPersistentModelIndex


def _height(size: float) -> int:
    return QFontMetrics(font(size, bold=True)).height()


class GuideDelegate(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        row = index.data(GuideRole.ROW)
        if isinstance(row, GuidePart):
            return QSize(120, _height(SECONDARY) + 2 * _PAD + 4)
        if isinstance(row, GuideEntry) and row.hit is not None:
            return QSize(120, _height(BODY) + _height(SECONDARY) + 2 + 2 * _PAD)
        return QSize(120, max(ROW_HEIGHT, _height(BODY) + 2 * _PAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row, area, c = index.data(GuideRole.ROW), QRect(option.rect), colours()
        painter.save()
        if isinstance(row, GuidePart):
            painter.setFont(font(SECONDARY, bold=True))
            painter.setPen(QColor(c.muted))
            bottom = int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)
            painter.drawText(area.adjusted(WIDE_GAP, 0, -GAP, -4), bottom, row.title)
        elif isinstance(row, GuideEntry):
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
            painter.fillRect(area, QColor(c.accent_soft if selected else c.faint_line if hovered else c.surface))
            if selected:  # a colour alone does not say it
                painter.fillRect(QRect(area.left(), area.top(), _MARK, area.height()), QColor(c.accent))
            self._paint_entry(painter, area, row, bold=selected)
            if option.state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(QPen(QColor(c.focus), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(QRectF(area).adjusted(1, 1, -1, -1))
        painter.restore()

    def _paint_entry(self, painter: QPainter, area: QRect, row: GuideEntry, *, bold: bool) -> None:
        inside = area.adjusted(WIDE_GAP, 0, -GAP, 0)
        if row.hit is None:
            _paint_words(painter, inside, row.title, BODY, bold=bold)
            return
        top = QRect(inside.left(), area.top() + _PAD, inside.width(), _height(BODY))
        below = QRect(inside.left(), top.bottom() + 2, inside.width(), _height(SECONDARY))
        title, chapter = row.hit.section.title, row.hit.chapter.title
        used = _paint_words(painter, top, title, BODY, bold=True) + GAP
        if title != chapter and used < top.width():
            _paint_words(painter, top.adjusted(used, 0, 0, 0), chapter, SECONDARY, role="muted")
        paint_passage(painter, below, row.hit.passage, SECONDARY, colours().muted)


def _paint_words(
    painter: QPainter, area: QRect, words: str, size: float, *, bold: bool = False, role: str = "text"
) -> int:
    """One line, cut at the edge; returns how wide it came to be."""
    face = font(size, bold=bold)
    metrics = QFontMetrics(face)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, area.width())
    painter.setFont(face)
    painter.setPen(QColor(colour(role)))
    painter.drawText(area, _MIDDLE, shown)
    return metrics.horizontalAdvance(shown)
