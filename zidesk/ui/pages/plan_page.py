"""Rencana aksi: what is to be done, by whom and when; as a table, or beside the months of the year."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from zidesk.domain.instrument import Instrument
from zidesk.domain.plan import ActionPlan, PlanRow
from zidesk.ui.models.plan_lines import Asked, Heading, areas_of
from zidesk.ui.models.plan_model import PlanModel
from zidesk.ui.models.plan_moves import below, stepped
from zidesk.ui.plan_words import summary_words
from zidesk.ui.widgets.plan.plan_empty import PlanEmpty, PlanNoMatch
from zidesk.ui.widgets.plan.plan_foot import PlanFoot
from zidesk.ui.widgets.plan.plan_head import PlanHead
from zidesk.ui.widgets.plan.plan_keys import Intent
from zidesk.ui.widgets.plan.plan_menus import PlanMenus
from zidesk.ui.widgets.plan.plan_table import PlanTable


class PlanPage(QWidget):
    """Shows a plan and emits what is wished for it.

    `edited` and `cleared` carry rows as they are to be kept; `painted` ids, weeks, and whether they are planned;
    `pasted` cells, names of columns, and the ids they go over; `moved` a Move; `removed` ids; `added` the code a
    new row belongs to and the number of the row it goes before, 0 for the end; `rejected` the fault of a text.
    """

    edited = Signal(object)
    rejected = Signal(object)
    painted = Signal(object, object, bool)
    cleared = Signal(object, object)
    pasted = Signal(object, object, object)
    moved = Signal(object)
    removed = Signal(object)
    added = Signal(str, int)
    columns_chosen = Signal(object)  # frozenset[str]

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model: PlanModel | None = None
        self._writable = False
        self.head, self.foot, self.table = PlanHead(), PlanFoot(), PlanTable()
        self.empty, self.no_match, self.stack = PlanEmpty(), PlanNoMatch(), QStackedWidget()
        self._waiting = QWidget()  # before anything was read
        self.menus = PlanMenus(self)
        self.head.columns.setMenu(self.menus.column_menu)
        for widget in (self._waiting, self.table, self.empty, self.no_match):
            self.stack.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.foot)
        self._connect()
        self.show_nothing()

    def _connect(self) -> None:
        table, menus = self.table, self.menus
        table.painted.connect(self.painted)
        table.cleared.connect(self.cleared)
        table.pasted.connect(self.pasted)
        table.dropped.connect(self.moved)
        table.asked.connect(self._do)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._show_menu)
        menus.asked.connect(self._do)
        menus.columns_chosen.connect(table.show_fields)
        menus.columns_chosen.connect(self.columns_chosen)
        self.head.asked.connect(self._filter)
        self.head.schedule_asked.connect(self._show_schedule)
        self.head.add.clicked.connect(lambda: self._do(Intent.ADD))
        self.head.more.clicked.connect(self._show_more)
        self.no_match.show_all.clicked.connect(self.head.show_all)

    # what is shown

    def show_nothing(self) -> None:
        """No workspace, or one that has not been read yet."""
        self.stack.setCurrentWidget(self._waiting)
        self.head.show_summary("")
        self.head.allow(rows=False, writable=False)
        self.foot.hide()

    def show_workspace(self, instrument: Instrument, codes: Sequence[str], *, read_only: bool) -> None:
        """Begin with another sheet; `codes` complete what is typed as a code."""
        self.head.show_all()
        self._writable = not read_only
        self.model = PlanModel(instrument, self)
        self.model.writable = self._writable
        self.model.edited.connect(self.edited)
        self.model.rejected.connect(self.rejected)
        self.table.delegate.codes = codes
        self.table.show_model(self.model)
        self.empty.show_state(writable=self._writable)
        self.show_nothing()

    def show_people(self, people: Sequence[str]) -> None:
        """Who can be completed as the one in charge."""
        self.table.delegate.people = people

    def show_plan(self, plan: ActionPlan, today: date) -> None:
        """Another state of the plan. The row in hand stays in hand while it is shown."""
        if self.model is None:
            return
        table, fresh = self.table, not self.model.rowCount()
        in_hand, column = self.model.plan_row(table.currentIndex().row()), table.currentIndex().column()
        self.model.show_plan(plan, today, self.head.choice())
        self.head.show_areas(areas_of(plan, self.model.places))
        self.head.show_summary(summary_words(plan, today) if plan.rows else "")
        self._refresh()
        if fresh:
            first = next((line.id for line in self.model.lines if isinstance(line, PlanRow)), 0)
            table.select_row(first)
        elif in_hand is not None and table.currentIndex().row() < 0:
            table.select_row(in_hand.id, column)

    def take_focus(self) -> None:
        """The table, or what is shown in its place; that keeps the focus when it changes."""
        ways = {self.empty: self.empty.from_sheet, self.no_match: self.no_match.show_all, self.table: self.table}
        shown = self.stack.currentWidget() or self._waiting
        ways.get(shown, self._waiting).setFocus()

    def show_row(self, row_id: int) -> None:
        """Make a row the one in hand, showing every row if it is not among those asked for."""
        if self.model is not None and self.model.row_of(row_id) < 0:
            self.head.show_all()
        self.table.select_row(row_id)

    def rows(self, ids: Sequence[int]) -> list[PlanRow]:
        """These rows as they are shown; those that are not are left out."""
        model = self.model
        found = () if model is None else (model.plan_row(model.row_of(row_id)) for row_id in ids)
        return [row for row in found if row is not None]

    def put(self, rows: Sequence[PlanRow]) -> None:
        """Show rows as they are going to be kept, ahead of saving."""
        if self.model is not None:
            for row in rows:
                self.model.put(row)

    def commit(self) -> None:
        """Keep what is being typed."""
        self.table.commit()

    def _refresh(self) -> None:
        assert self.model is not None
        plan = self.model.plan
        shown = self.table if self.model.rowCount() else self.no_match if plan.rows else self.empty
        before, focused = self.stack.currentWidget() or self._waiting, QApplication.focusWidget()
        had_focus = focused is not None and (focused is before or before.isAncestorOf(focused))
        self.stack.setCurrentWidget(shown)
        self.head.allow(rows=bool(plan.rows), writable=self._writable)
        self.foot.show_state(
            schedule=self.table.schedule, writable=self._writable, year=plan.year, today=self.model.today
        )
        self.foot.setVisible(shown is self.table)
        self.menus.export_table.setEnabled(bool(plan.rows))
        if had_focus and shown is not before:
            self.take_focus()

    def _filter(self, asked: Asked) -> None:
        if self.model is not None:
            self.table.commit()
            self.model.show_plan(self.model.plan, self.model.today, asked)
            self._refresh()

    def _show_schedule(self, on: bool) -> None:
        self.table.show_schedule(on)
        if self.model is not None:
            self._refresh()

    # what is wished

    def _do(self, intent: Intent) -> None:
        self.table.commit()
        match intent:
            case Intent.COPY:
                self.table.copy()
            case Intent.PASTE:
                self.table.paste()
            case _ if self._writable and self.model is not None:
                self._change(intent, self.model)

    def _change(self, intent: Intent, model: PlanModel) -> None:
        ids = self.table.chosen_ids()
        match intent:
            case Intent.ADD:
                self.added.emit(*self._place_of_new(model))
            case Intent.REMOVE if ids:
                self.removed.emit(ids)
            case Intent.UP | Intent.DOWN:
                move = stepped(model.plan, model.lines, ids, -1 if intent is Intent.UP else 1)
                if move is not None:
                    self.moved.emit(move)

    def _place_of_new(self, model: PlanModel) -> tuple[str, int]:
        """Below the row in hand, else at the end of the area in hand or asked for."""
        line = model.line(self.table.currentIndex().row())
        if isinstance(line, PlanRow):
            return line.scope, below(model.plan, line.id) or 0
        area = line.code if isinstance(line, Heading) else model.asked.area
        mine = [row for row in model.plan.rows if model.places.area_of(row.scope) == area]
        if mine:
            return mine[-1].scope, below(model.plan, mine[-1].id) or 0
        last = model.plan.rows[-1].scope if model.plan.rows else model.places.instrument.questions[0].code
        return last, 0

    def _show_menu(self, at: QPoint) -> None:
        self._allow_menus()
        self.menus.row_menu.popup(self.table.viewport().mapToGlobal(at))

    def _show_more(self) -> None:
        self._allow_menus()
        button = self.head.more
        menu = self.menus.more_menu
        corner = button.mapToGlobal(QPoint(button.width() - menu.sizeHint().width(), button.height() + 2))
        menu.popup(corner)

    def _allow_menus(self) -> None:
        self.menus.allow(rows=bool(self.table.chosen_ids()), writable=self._writable)
