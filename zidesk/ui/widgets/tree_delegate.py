"""Draws a row of the sheet: label, name, a small bar of the share, the figure at the right."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from zidesk.ui.icon_set import paint_icon
from zidesk.ui.marks import Mark
from zidesk.ui.models.instrument_model import Role
from zidesk.ui.theme import BODY, LIGHT, ROW_HEIGHT, SECONDARY, font

_BAR, _BAR_HEIGHT, _SIGN, _GAP, _RIGHT = 36, 6, 16, 8, 10
_Index = QModelIndex | QPersistentModelIndex


class TreeDelegate(QStyledItemDelegate):
    """The background of the row is the view's; here only what stands on it."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(120, max(ROW_HEIGHT, QFontMetrics(font(BODY)).height() + 12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRect(option.rect)
        share = index.data(Role.SHARE)
        right = self._paint_figure(painter, area, str(index.data(Role.FIGURE)), share)
        left = self._paint_mark(painter, area, index.data(Role.MARK))
        selected = bool(option.state & QStyle.StateFlag.State_Selected) and share is None
        self._paint_words(painter, QRect(left, area.top(), right - left, area.height()), index, selected)
        painter.restore()

    def _paint_figure(self, painter: QPainter, area: QRect, figure: str, share: float | None) -> int:
        """Draws the right side; returns where the name must end."""
        small = font(SECONDARY)
        width = QFontMetrics(small).horizontalAdvance("100,0 %")
        box = QRect(area.right() - _RIGHT - width, area.top(), width, area.height())
        painter.setFont(small)
        painter.setPen(QColor(LIGHT.muted if share is not None or figure == "0" else LIGHT.text))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, figure)
        if share is None:
            return box.right() - QFontMetrics(small).horizontalAdvance(figure) - _GAP
        left = box.left() - _GAP - _BAR
        track = QRectF(left, area.center().y() - _BAR_HEIGHT / 2 + 1, _BAR, _BAR_HEIGHT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(LIGHT.track))
        painter.drawRoundedRect(track, _BAR_HEIGHT / 2, _BAR_HEIGHT / 2)
        if share > 0:
            painter.setBrush(QColor(LIGHT.accent))
            filled = QRectF(track.left(), track.top(), max(_BAR_HEIGHT, _BAR * share), _BAR_HEIGHT)
            painter.drawRoundedRect(filled, _BAR_HEIGHT / 2, _BAR_HEIGHT / 2)
        return left - _GAP

    def _paint_mark(self, painter: QPainter, area: QRect, mark: Mark | None) -> int:
        """Draws the state of a question; returns where the label begins."""
        if mark is None:
            return area.left() + 2
        top = area.top() + (area.height() - _SIGN) / 2
        colour = getattr(LIGHT, mark.colour)
        paint_icon(painter, mark.icon, colour, QRectF(area.left() + 2, top, _SIGN, _SIGN))
        return area.left() + 2 + _SIGN + _GAP

    def _paint_words(self, painter: QPainter, area: QRect, index: _Index, selected: bool) -> None:
        face = font(BODY, bold=selected)
        metrics = QFontMetrics(face)
        label, name = str(index.data(Role.LABEL)), str(index.data(Qt.ItemDataRole.DisplayRole))
        painter.setFont(face)
        painter.setPen(QColor(LIGHT.accent if selected else LIGHT.muted))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, label)
        area = area.adjusted(max(14, metrics.horizontalAdvance(label)) + _GAP, 0, 0, 0)
        painter.setPen(QColor(LIGHT.text))
        text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
