"""Draws a row of the sheet: label, name, and at the right the figure with a small bar of the share below it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from zidesk.ui.icon_set import paint_icon
from zidesk.ui.marks import Mark
from zidesk.ui.models.instrument_model import Role
from zidesk.ui.theme import BODY, ROW_HEIGHT, SECONDARY, colour, colours, font, scaled

_BAR_HEIGHT, _SIGN, _GAP, _RIGHT = 4, 16, 8, 10
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)
_LEFT_SIDE = _MIDDLE | int(Qt.AlignmentFlag.AlignLeft)
_RIGHT_SIDE = _MIDDLE | int(Qt.AlignmentFlag.AlignRight)
_Index = QModelIndex | QPersistentModelIndex


class TreeDelegate(QStyledItemDelegate):
    """The background of the row is the view's; here only what stands on it."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(120, max(ROW_HEIGHT, QFontMetrics(font(BODY)).height() + 12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            area = QRect(option.rect)
            share = index.data(Role.SHARE)
            right = self._paint_figure(painter, area, str(index.data(Role.FIGURE)), share)
            left = self._paint_mark(painter, area, str(index.data(Role.MARK)), _indent(option.widget))
            selected = bool(option.state & QStyle.StateFlag.State_Selected) and share is None
            self._paint_words(painter, QRect(left, area.top(), right - left, area.height()), index, selected)
        finally:
            painter.restore()

    def _paint_figure(self, painter: QPainter, area: QRect, figure: str, share: float | None) -> int:
        """Draws the right side; returns where the name must end."""
        small = font(SECONDARY)
        metrics = QFontMetrics(small)
        width = metrics.horizontalAdvance("88,8 %" if share is not None else figure)
        box = QRect(area.right() - _RIGHT - width, area.top(), width, area.height())
        painter.setFont(small)
        painter.setPen(QColor(colours().muted if share is not None or figure == "0" else colours().text))
        if share is not None:
            painter.drawText(box.adjusted(0, 0, 0, -_BAR_HEIGHT - 2), _RIGHT_SIDE, figure)
            below = area.center().y() + (metrics.height() - _BAR_HEIGHT) // 2
            _paint_bar(painter, QRectF(box.left(), below, width, _BAR_HEIGHT), share)
        else:
            painter.drawText(box, _RIGHT_SIDE, figure)
        return box.left() - _GAP

    def _paint_mark(self, painter: QPainter, area: QRect, name: str, indent: int) -> int:
        """Draws the state of a question where nodes have their chevron; returns where the label begins."""
        if not name:
            return area.left() + 2
        mark = Mark[name]
        side = scaled(_SIGN)
        top = area.top() + (area.height() - side) / 2
        left = area.left() + 2 - indent
        paint_icon(painter, mark.icon, colour(mark.colour), QRectF(left, top, side, side))
        return left + side + _GAP

    def _paint_words(self, painter: QPainter, area: QRect, index: _Index, selected: bool) -> None:
        label, name = str(index.data(Role.LABEL)), str(index.data(Qt.ItemDataRole.DisplayRole))
        plain, face = font(BODY), font(BODY, bold=selected)
        before = max(scaled(14), QFontMetrics(face).horizontalAdvance(label)) + _GAP
        if selected and QFontMetrics(face).horizontalAdvance(name) > area.width() - before:
            face = plain  # more of the name can be read
        metrics = QFontMetrics(face)
        painter.setFont(face)
        painter.setPen(QColor(colours().accent if selected else colours().muted))
        painter.drawText(area, _LEFT_SIDE, label)
        area = area.adjusted(before, 0, 0, 0)
        painter.setPen(QColor(colours().text))
        text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, _LEFT_SIDE, text)


def _indent(view: QWidget | None) -> int:
    return view.indentation() if isinstance(view, QTreeView) else 0


def _paint_bar(painter: QPainter, track: QRectF, share: float) -> None:
    round_end = track.height() / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours().track))
    painter.drawRoundedRect(track, round_end, round_end)
    if share > 0:
        painter.setBrush(QColor(colours().accent))
        filled = QRectF(track.left(), track.top(), max(track.height(), track.width() * share), track.height())
        painter.drawRoundedRect(filled, round_end, round_end)
