"""How the table of the plan is laid out: its columns, and beside a few of them the twelve months in weeks."""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QWidget

from zidesk.ui.models.plan_fields import ACTION, FIRST_WEEK, TABLE_FIELDS
from zidesk.ui.models.plan_model import PlanModel
from zidesk.ui.widgets.plan.editors import LineEditor, StateEditor, TextEditor
from zidesk.ui.widgets.plan.plan_delegate import PlanDelegate
from zidesk.ui.widgets.plan.plan_header import PlanHeader
from zidesk.ui.widgets.plan.plan_layout import PlanLayout
from zidesk.ui.widgets.plan.plan_mouse import PlanMouse
from zidesk.ui.widgets.plan.week_painting import marked_days, paint_day, place_of

_FIT_AFTER = 80  # milliseconds after the last change of a width


class PlanView(PlanMouse):
    """Shows the columns of `fields`, or those of the schedule with the weeks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = TABLE_FIELDS
        self.fit = PlanLayout(self)
        self.delegate = PlanDelegate(self.brush, self)
        self.setItemDelegate(self.delegate)
        self._header = PlanHeader(self)
        self.setHorizontalHeader(self._header)
        self.setAccessibleName("Rencana aksi")
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)  # Tab goes on to the next control; in an editor to the next cell
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(10)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.timeout.connect(self.fit_all)
        self._header.sectionResized.connect(self._resized)
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)  # headings stay in sight

    def show_model(self, model: PlanModel) -> None:
        """Show another plan from now on."""
        old = self.model()
        self.setModel(model)
        if isinstance(old, PlanModel):
            old.deleteLater()
        model.rearranged.connect(lambda: self.fit.fit_rows(model, self.shown_columns()))
        model.dataChanged.connect(lambda first, last: self._fit_rows(first.row(), last.row()))
        self.fit_all()

    @property
    def schedule(self) -> bool:
        """Whether the month grid is shown."""
        return self.fit.schedule

    def show_schedule(self, on: bool) -> None:
        self.commit()
        self.fit.schedule = on
        self._header.show_schedule(on)
        self.updateGeometries()
        self.fit_all()
        current = self.currentIndex()
        if current.isValid() and self.isColumnHidden(current.column()):
            self.take_in_hand(current.siblingAtColumn(ACTION))

    def show_fields(self, names: frozenset[str]) -> None:
        self.commit()
        self.fields = names
        self.fit.chosen.clear()
        self.fit_all()

    def shown_columns(self) -> list[int]:
        return self.fit.shown(self.fields)

    def fit_all(self) -> None:
        self._fitting.stop()
        model = self.plan_model()
        if model is not None:
            self.fit.fit_columns(self.shown_columns())
            self.updateGeometries()
            self.fit.fit_rows(model, self.shown_columns())

    def _fit_rows(self, first: int, last: int) -> None:
        model = self.plan_model()
        if model is not None:
            self.fit.fit_rows(model, self.shown_columns(), range(first, last + 1))

    def _resized(self, column: int, _old: int, new: int) -> None:
        if not self.fit.fitting and column < FIRST_WEEK:
            self.fit.chosen[column] = new
            self._fitting.start(_FIT_AFTER)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit_all()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange) and hasattr(self, "_fitting"):
            self._fitting.start(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        model = self.plan_model()
        if model is None or not model.rowCount():
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.schedule:
            self._paint_days(painter, model)
        self.paint_drop_line(painter)
        painter.end()

    def _paint_days(self, painter: QPainter, model: PlanModel) -> None:
        last = self.rowAt(self.viewport().height() - 1)
        rows = range(max(0, self.rowAt(0)), (last if last >= 0 else model.rowCount() - 1) + 1)
        for day, role in marked_days(model.plan.year, model.today):
            column, share = place_of(day)
            x = self.columnViewportPosition(column) + self.columnWidth(column) * share
            for row in rows:
                if model.plan_row(row) is not None:
                    top = self.rowViewportPosition(row)
                    paint_day(painter, x - 1, top, top + self.rowHeight(row) - 1, role)

    def commit(self) -> None:
        """Keep what stands in an open editor, and close it."""
        for child in self.viewport().children():
            if isinstance(child, LineEditor | TextEditor | StateEditor) and not child.isHidden():
                self.commitData(child)
                self.closeEditor(child, QAbstractItemDelegate.EndEditHint.NoHint)
