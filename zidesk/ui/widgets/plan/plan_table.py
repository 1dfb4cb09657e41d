"""The table of the plan: choosing, copying and pasting, and what its keys do."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

from zidesk.domain.plan import PlanRow
from zidesk.ui.models.plan_clip import clip_rows, paste_columns, read_table, table_text
from zidesk.ui.models.plan_fields import ACTION, FIELDS, FIRST_WEEK, Kind, week_at
from zidesk.ui.widgets.plan.plan_keys import Intent, intent_of
from zidesk.ui.widgets.plan.plan_view import PlanView
from zidesk.ui.widgets.plan.week_brush import Stroke


class PlanTable(PlanView):
    """Emits what is wished: `painted` ids, weeks, and whether they are planned; `cleared` ids and columns whose
    cells are to be emptied; `pasted` cells, names of columns, and the ids they go over; `asked` an Intent that
    concerns whole rows. Rows let go elsewhere come by `dropped`."""

    painted = Signal(object, object, bool)
    cleared = Signal(object, object)
    pasted = Signal(object, object, object)
    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.delegate.entered.connect(self._go_below)
        self.stroked.connect(self._keep_stroke)

    # what is chosen

    def select_row(self, row_id: int, column: int = ACTION) -> None:
        """Make a row the one in hand; nothing where it is not shown."""
        model = self.plan_model()
        at = -1 if model is None else model.row_of(row_id)
        if model is not None and at >= 0:
            self.take_in_hand(model.index(at, column))
            self.scrollTo(model.index(at, 0 if self.schedule else column))

    def select_rows(self, ids: Sequence[int]) -> None:
        """Choose whole rows, as after they have moved."""
        model = self.plan_model()
        if model is None or not ids:
            return
        self.select_row(ids[0], self.currentIndex().column() if self.currentIndex().isValid() else ACTION)
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for row_id in ids if len(ids) > 1 else ():
            if (at := model.row_of(row_id)) >= 0:
                self.selectionModel().select(model.index(at, 0), flags)

    # clipboard

    def copy(self) -> None:
        """Put the chosen cells into the clipboard as a spreadsheet reads them."""
        model = self.plan_model()
        chosen: dict[int, list[int]] = {}
        for index in self.selectedIndexes():
            if not self.isColumnHidden(index.column()):
                chosen.setdefault(index.row(), []).append(index.column())
        if model is None or not chosen:
            return
        rows = [(row, chosen[at]) for at in sorted(chosen) if (row := model.plan_row(at)) is not None]
        QGuiApplication.clipboard().setText(table_text(clip_rows(rows)))

    def paste(self) -> None:
        """Wish for the table in the clipboard to go over the cells from the one in hand on."""
        model, current = self.plan_model(), self.currentIndex()
        cells = read_table(QGuiApplication.clipboard().text())
        if model is None or not model.writable or not any(any(row) for row in cells):
            return
        below = [line.id for line in model.lines[max(0, current.row()) :] if isinstance(line, PlanRow)]
        at_row = model.plan_row(current.row()) is not None
        columns = paste_columns(self.shown_columns(), current.column() if at_row else 0)
        self.pasted.emit(cells, columns, below if at_row else [])

    # keys

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and intent_of(event):
            event.accept()  # ours before the window's
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        intent = intent_of(event)
        week = week_at(self.currentIndex().column()) is not None
        match intent:
            case None:
                self.delegate.replacing = True  # typing goes over the old text
                super().keyPressEvent(event)
                self.delegate.replacing = False
            case Intent.COPY:
                self.copy()
            case Intent.PASTE:
                self.paste()
            case Intent.EDIT:
                self._begin(week)
            case Intent.PAINT if not week:
                super().keyPressEvent(event)
            case Intent.PAINT:
                self._paint_chosen()
            case Intent.CLEAR:
                self._clear()
            case _:
                self.asked.emit(intent)

    def _begin(self, week: bool) -> None:
        current, model = self.currentIndex(), self.plan_model()
        if week:
            self._paint_chosen()
        elif model is not None and model.flags(current) & Qt.ItemFlag.ItemIsEditable:
            self.edit(current)

    def _go_below(self) -> None:
        model, current = self.plan_model(), self.currentIndex()
        if model is None:
            return
        for at in range(current.row() + 1, model.rowCount()):
            if model.plan_row(at) is not None:
                self.take_in_hand(model.index(at, current.column()))
                return

    def _paint_chosen(self) -> None:
        """Space plans the chosen weeks, or wipes them where all are planned."""
        model = self.plan_model()
        cells = [index for index in self.selectedIndexes() if week_at(index.column()) is not None]
        if model is None or not model.writable or not cells:
            return
        rows = [row for at in sorted({i.row() for i in cells}) if (row := model.plan_row(at)) is not None]
        weeks = {week for index in cells if (week := week_at(index.column())) is not None}
        planned = not all(weeks <= row.weeks for row in rows)
        self.painted.emit([row.id for row in rows], sorted(weeks), planned)

    def _clear(self) -> None:
        model = self.plan_model()
        if model is None or not model.writable:
            return
        cells = self.selectedIndexes()
        weeks = {week for index in cells if (week := week_at(index.column())) is not None}
        columns = {i.column() for i in cells if i.column() < FIRST_WEEK}
        emptied = sorted(column for column in columns if FIELDS[column].kind not in (Kind.SCOPE, Kind.STATE))
        if weeks:
            self.painted.emit(self.chosen_ids(), sorted(weeks), False)
        if emptied:
            self.cleared.emit(self.chosen_ids(), emptied)

    def _keep_stroke(self, stroke: Stroke) -> None:
        model = self.plan_model()
        if model is not None:
            lines = (model.plan_row(at) for at in range(stroke.top, stroke.bottom + 1))
            self.painted.emit([row.id for row in lines if row is not None], sorted(stroke.weeks), stroke.planned)
