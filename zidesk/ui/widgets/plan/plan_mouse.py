"""What the mouse does on the table of the plan: paint weeks, carry rows by their grip."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from zidesk.ui.models.plan_fields import CODE, week_at
from zidesk.ui.models.plan_model import PlanModel
from zidesk.ui.models.plan_moves import Move, dropped
from zidesk.ui.theme import colours
from zidesk.ui.widgets.plan.row_drag import carry, on_grip, rows_in
from zidesk.ui.widgets.plan.week_brush import WeekBrush


class PlanMouse(QTableView):
    """`stroked` carries the Stroke that was painted, `dropped` the Move that was wished by letting rows go."""

    stroked = Signal(object)
    dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.brush = WeekBrush()
        self._held: QPoint | None = None  # where a grip was pressed
        self._drop_at = -1
        self.setAcceptDrops(True)
        self.viewport().setMouseTracking(True)

    def plan_model(self) -> PlanModel | None:
        model = self.model()
        return model if isinstance(model, PlanModel) else None

    def take_in_hand(self, index: QModelIndex) -> None:
        """Make a cell the only chosen one. The view's own way asks which keys are held down at the moment, which
        may be those of a shortcut."""
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def chosen_ids(self) -> list[int]:
        """The rows with a chosen cell, else the one in hand, in the order shown."""
        model = self.plan_model()
        if model is None:
            return []
        rows = {index.row() for index in self.selectedIndexes()} or {self.currentIndex().row()}
        return [row.id for at in sorted(rows) if (row := model.plan_row(at)) is not None]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        index, model = self.indexAt(at), self.plan_model()
        row = model.plan_row(index.row()) if model is not None else None
        if model is None or row is None or not model.writable or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        week = week_at(index.column())
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if week is not None and plain:
            self.take_in_hand(index)
            self.brush.press(index.row(), index.column(), planned=week not in row.weeks)
            self.viewport().update()
        elif self._grip(index, at) and plain:
            if row.id not in self.chosen_ids():
                self.take_in_hand(index)
            self._held = at
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self.brush.down:
            index = self.indexAt(at)
            if self.brush.drag(index.row(), index.column()):
                self.viewport().update()
        elif self._held is not None:
            if (at - self._held).manhattanLength() >= QApplication.startDragDistance():
                self._held = None
                carry(self, self.chosen_ids())
        else:
            over = self._grip(self.indexAt(at), at)
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor if over else Qt.CursorShape.ArrowCursor)
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        stroke = self.brush.lift()
        if stroke is not None:
            self.viewport().update()
            self.stroked.emit(stroke)
        elif self._held is not None:
            self._held = None
            self.take_in_hand(self.indexAt(event.position().toPoint()))
        else:
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Twice on a week is two strokes."""
        if week_at(self.indexAt(event.position().toPoint()).column()) is not None:
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    def _grip(self, index: QModelIndex, at: QPoint) -> bool:
        model = self.plan_model()
        if model is None or not model.writable or model.plan_row(index.row()) is None:
            return False
        return index.column() == CODE and on_grip(self.visualRect(index), at)

    # rows let go

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.dragMoveEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        move, self._drop_at = self._move_at(event)
        if move is None:
            event.ignore()
            self._drop_at = -1
        else:
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
        self.viewport().update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop_at = -1
        self.viewport().update()
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        move, _ = self._move_at(event)
        self._drop_at = -1
        self.viewport().update()
        if move is None:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        self.dropped.emit(move)

    def _move_at(self, event: QDropEvent) -> tuple[Move | None, int]:
        """What letting go here would do, and the line it would be before."""
        model, ids = self.plan_model(), rows_in(event.mimeData())
        if model is None or not ids or not model.writable:
            return None, -1
        y = event.position().toPoint().y()
        row = self.rowAt(y)
        if row < 0:
            row = model.rowCount()
        elif y > self.rowViewportPosition(row) + self.rowHeight(row) // 2:
            row += 1
        return dropped(model.plan, model.lines, ids, row), row

    def paint_drop_line(self, painter: QPainter) -> None:
        """Where rows would come to stand."""
        if self._drop_at < 0:
            return
        above = self._drop_at - 1
        y = self.rowViewportPosition(above) + self.rowHeight(above)
        painter.setPen(QPen(QColor(colours().accent), 2))
        painter.drawLine(0, y - 1, self.viewport().width(), y - 1)

    def leaveEvent(self, event: QEvent) -> None:
        self.viewport().unsetCursor()
        super().leaveEvent(event)
