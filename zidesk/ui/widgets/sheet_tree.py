"""The tree of the sheet: a view that paints whole rows and its own chevrons."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QTreeView, QWidget

from zidesk.ui.icon_set import paint_icon
from zidesk.ui.models.instrument_model import Role
from zidesk.ui.theme import LIGHT
from zidesk.ui.widgets.tree_delegate import TreeDelegate

_INDENT, _CHEVRON = 14, 14
_Index = QModelIndex | QPersistentModelIndex


class SheetTree(QTreeView):
    """`chosen` carries the code of the question a user moved to; nodes open and close on a click."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setUniformRowHeights(True)  # before there is a model: afterwards Qt measures no row at all
        self.setItemDelegate(TreeDelegate(self))
        self.setHeaderHidden(True)
        self.setIndentation(_INDENT)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName("Lembar penilaian")
        self._quiet = False

    def show_current(self, index: QModelIndex) -> None:
        """Make `index` the current row and bring it into view, without telling anyone."""
        self._quiet = True
        try:
            above = index.parent()
            while above.isValid():
                self.expand(above)
                above = above.parent()
            self.setCurrentIndex(index)
            self.scrollTo(index)
        finally:
            self._quiet = False

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        if not self._quiet and (code := current.data(Role.CODE)):
            self.chosen.emit(code)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        on_row = index.isValid() and self.visualRect(index).contains(event.position().toPoint())
        if on_row and not index.data(Role.CODE) and event.button() == Qt.MouseButton.LeftButton:
            self.setExpanded(index, not self.isExpanded(index))

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = QRect(0, option.rect.top(), self.viewport().width(), option.rect.height())
        current = self.selectionModel() is not None and index == self.currentIndex()
        if current and index.data(Role.CODE):
            painter.fillRect(row, QColor(LIGHT.accent_soft))
        elif self.indexAt(self.viewport().mapFromGlobal(self.cursor().pos())) == index and self.underMouse():
            painter.fillRect(row, QColor(LIGHT.window))
        super().drawRow(painter, option, index)
        if current and index.data(Role.CODE):
            painter.fillRect(QRect(0, row.top(), 3, row.height()), QColor(LIGHT.accent))
        if current and self.hasFocus():
            painter.save()
            painter.setPen(QPen(QColor(LIGHT.focus), 2))
            painter.drawRect(row.adjusted(1, 1, -1, -1))
            painter.restore()

    def drawBranches(self, painter: QPainter, rect: QRect, index: _Index) -> None:
        if not self.model().hasChildren(index):
            return
        name = "chevron-down" if self.isExpanded(index) else "chevron-right"
        left = rect.right() - _INDENT + (_INDENT - _CHEVRON) / 2 + 1
        top = rect.top() + (rect.height() - _CHEVRON) / 2
        paint_icon(painter, name, LIGHT.text, QRectF(left, top, _CHEVRON, _CHEVRON))
