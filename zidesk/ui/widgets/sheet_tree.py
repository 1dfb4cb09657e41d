"""The tree of the sheet: a view that paints whole rows and its own chevrons."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QTreeView, QWidget

from zidesk.ui.icon_set import paint_icon
from zidesk.ui.models.instrument_model import Role
from zidesk.ui.theme import colours, scaled
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
        self.setIndentation(scaled(_INDENT))
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName("Lembar penilaian")
        self._quiet = False
        self._hovered = QPersistentModelIndex()

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

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(QModelIndex())

    def _hover(self, index: QModelIndex) -> None:
        if QPersistentModelIndex(index) != self._hovered:
            self._hovered = QPersistentModelIndex(index)
            self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.setIndentation(scaled(_INDENT))

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = QRect(0, option.rect.top(), self.viewport().width(), option.rect.height())
        current = index == self.currentIndex()
        chosen = current and bool(index.data(Role.CODE))
        if chosen:
            painter.fillRect(row, QColor(colours().accent_soft))
        elif index == self._hovered:
            painter.fillRect(row, QColor(colours().window))
        super().drawRow(painter, option, index)
        if chosen:
            painter.fillRect(QRect(0, row.top(), 3, row.height()), QColor(colours().accent))
        if current and self.hasFocus():
            painter.save()
            painter.setPen(QPen(QColor(colours().focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(row.adjusted(1, 1, -1, -1))
            painter.restore()

    def drawBranches(self, painter: QPainter, rect: QRect, index: _Index) -> None:
        if not self.model().hasChildren(index):
            return
        name = "chevron-down" if self.isExpanded(index) else "chevron-right"
        side = scaled(_CHEVRON)
        left = rect.right() - self.indentation() + (self.indentation() - side) / 2 + 1
        top = rect.top() + (rect.height() - side) / 2
        paint_icon(painter, name, colours().text, QRectF(left, top, side, side))
