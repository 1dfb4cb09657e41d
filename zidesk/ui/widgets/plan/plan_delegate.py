"""Paints the cells of the plan and opens their editors."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QTextCursor
from PySide6.QtWidgets import QAbstractItemDelegate, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from zidesk.domain.plan import PlanRow
from zidesk.messages import explain
from zidesk.ui.models.plan_fields import CODE, FIELDS, STATE, Kind, week_at
from zidesk.ui.models.plan_lines import Heading
from zidesk.ui.models.plan_model import PlanModel
from zidesk.ui.theme import colours
from zidesk.ui.widgets.plan import cell_painting as cells
from zidesk.ui.widgets.plan.editors import Editor, LineEditor, StateEditor, TextEditor
from zidesk.ui.widgets.plan.week_brush import WeekBrush
from zidesk.ui.widgets.plan.week_painting import bar_role, paint_week

_Index = QModelIndex | QPersistentModelIndex
_Hint = QAbstractItemDelegate.EndEditHint
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PlanDelegate(QStyledItemDelegate):
    """`entered`: editing was ended with Enter, which goes on with the cell below. `codes` and `people` complete
    what is typed; `replacing`: the next editor was opened by typing, which goes over the old text."""

    entered = Signal()

    def __init__(self, brush: WeekBrush, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.codes: Sequence[str] = ()
        self.people: Sequence[str] = ()
        self.replacing = False
        self._brush = brush

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        assert isinstance(model, PlanModel)
        line = model.line(index.row())
        painter.save()
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            area = QRect(option.rect)
            if isinstance(line, Heading):
                room = option.widget.viewport().width()  # type: ignore[attr-defined]
                cells.paint_heading(painter, QRect(0, area.top(), room, area.height()), line)
            elif line is not None:
                self._paint_cell(painter, area, option, index, line, model)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setPen(QColor(colours().faint_line))
            painter.drawLine(area.bottomLeft(), area.bottomRight())
            if option.state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(QPen(QColor(colours().focus), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(area.adjusted(1, 1, -1, -2))
        finally:
            painter.restore()

    def _paint_cell(
        self,
        painter: QPainter,
        area: QRect,
        option: QStyleOptionViewItem,
        index: _Index,
        row: PlanRow,
        model: PlanModel,
    ) -> None:
        late, column = model.is_late(row), index.column()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(colours().accent_soft))
        painter.setClipRect(area)
        if week_at(column) is not None:
            paint_week(painter, area, column, self._brush.weeks_of(index.row(), row), bar_role(row, late=late))
        elif column == CODE:
            name = model.places.name_of(row.scope)
            cells.paint_code(painter, area, row, name, late=late, grip=model.writable)
        elif column == STATE:
            cells.paint_state(painter, area, row, late=late)
        else:
            kind = FIELDS[column].kind
            text = str(index.data())
            cells.paint_words(painter, area, text, right=kind is Kind.PERCENT, items=kind is Kind.ITEMS)
        painter.setClipping(False)

    # editing

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: _Index) -> QWidget:
        kept, field = QPersistentModelIndex(index), FIELDS[index.column()]
        editor: Editor
        match field.kind:
            case Kind.STATE:
                editor = StateEditor(kept, parent)
                editor.activated.connect(lambda _place: self._finish(editor, _Hint.NoHint))
            case Kind.TEXT | Kind.ITEMS:
                editor = TextEditor(kept, parent)
            case _:
                words = {Kind.SCOPE: self.codes, Kind.PERSON: self.people}.get(field.kind, ())
                editor = LineEditor(kept, words, parent)
        editor.setAccessibleName(field.title)
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: _Index) -> None:
        """Over its cell, larger where the cell is small, within what is seen."""
        assert isinstance(editor, LineEditor | TextEditor | StateEditor)
        viewport = editor.parentWidget()
        room = option.rect if viewport is None else viewport.rect()
        size = editor.wanted_size().expandedTo(option.rect.size()).boundedTo(room.size())
        area = QRect(option.rect.topLeft(), size)
        area.moveLeft(max(0, min(area.left(), room.right() - area.width())))
        area.moveTop(max(0, min(area.top(), room.bottom() - area.height())))
        editor.setGeometry(area)

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        text = str(index.data(Qt.ItemDataRole.EditRole))
        if isinstance(editor, StateEditor):
            editor.setCurrentIndex(editor.findData(text))
        elif isinstance(editor, TextEditor):
            editor.setPlainText(text)
            if self.replacing:
                editor.selectAll()
            else:
                editor.moveCursor(QTextCursor.MoveOperation.End)
        elif isinstance(editor, LineEditor):
            editor.setText(text)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        assert isinstance(editor, LineEditor | TextEditor | StateEditor)
        model.setData(index, _text_in(editor))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        key = event if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else None
        if key is not None and isinstance(editor, TextEditor | LineEditor) and self._key(editor, key):
            return True
        return super().eventFilter(editor, event)

    def _key(self, editor: TextEditor | LineEditor, event: QKeyEvent) -> bool:
        """Enter and Tab keep what was typed, if it can be kept; whether the key was for us."""
        match event.key():
            case Qt.Key.Key_Tab:
                return self._finish(editor, _Hint.EditNextItem)
            case Qt.Key.Key_Backtab:
                return self._finish(editor, _Hint.EditPreviousItem)
            case key if key in _ENTER:
                newline = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier
                if isinstance(editor, TextEditor) and event.modifiers() & newline:
                    editor.insertPlainText("\n")
                else:
                    self._finish(editor, _Hint.NoHint, entered=True)
                return True
        return False

    def _finish(self, editor: Editor, hint: QAbstractItemDelegate.EndEditHint, *, entered: bool = False) -> bool:
        """Keep what the editor holds and close it; it stays open, and says why, where that cannot be."""
        index = editor.index
        model = index.model()
        if index.isValid() and isinstance(model, PlanModel) and not isinstance(editor, StateEditor):
            fault = model.check(index, _text_in(editor))
            if fault is not None:
                editor.show_fault(str(explain(fault)))
                return True
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, hint)
        if entered:
            self.entered.emit()
        return True


def _text_in(editor: Editor) -> str:
    if isinstance(editor, StateEditor):
        return str(editor.currentData())
    return editor.toPlainText() if isinstance(editor, TextEditor) else editor.text()
