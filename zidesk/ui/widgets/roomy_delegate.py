"""Rows of a table with room around the words, and the chosen ones on the soft accent."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from zidesk.ui.theme import ROW_HEIGHT, colours, scaled

_BESIDE = 8
_Index = QModelIndex | QPersistentModelIndex


class RoomyDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(hint.width() + 2 * _BESIDE, max(scaled(ROW_HEIGHT), hint.height() + 12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(colours().accent_soft))
        inside = QStyleOptionViewItem(option)
        inside.rect = option.rect.adjusted(_BESIDE, 0, -_BESIDE, 0)
        inside.state &= ~QStyle.StateFlag.State_Selected
        super().paint(painter, inside, index)
