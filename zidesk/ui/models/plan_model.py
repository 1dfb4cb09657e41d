"""The plan as a table that keeps its place: what is gone goes, what is new comes, the rest stays where it is."""

from collections.abc import Hashable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from zidesk.domain.errors import ZideskError
from zidesk.domain.instrument import Instrument
from zidesk.domain.plan import ActionPlan, PlanRow
from zidesk.ui.models.keyed_lines import Difference, difference, spans
from zidesk.ui.models.plan_fields import COLUMNS, FIELDS, STATE, text_of, week_at, with_text
from zidesk.ui.models.plan_lines import Asked, Heading, Line, Places, heading_of, lines_of
from zidesk.ui.plan_words import STATE_WORDS, row_tip, spoken_cell, spoken_heading, spoken_week, tip_of, week_words

_Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_MOST_STEPS = 60  # more of them cost more than beginning anew


class PlanModel(QAbstractTableModel):
    """`edited` carries the PlanRow as it was just typed, shown already; `rejected` the fault of a text that is no
    value of its field; `rearranged`: lines came, went or moved."""

    edited = Signal(object)
    rejected = Signal(object)
    rearranged = Signal()

    def __init__(self, instrument: Instrument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.writable = False
        self.places = Places(instrument)
        self.plan = ActionPlan(0)
        self.today = date.min
        self.asked = Asked()
        self._lines: tuple[Line, ...] = ()
        self._rows: dict[int, int] = {}

    def show_plan(self, plan: ActionPlan, today: date, asked: Asked) -> None:
        """Show another state of the plan, of the same sheet."""
        day_changed = (plan.year, today) != (self.plan.year, self.today)
        self.plan, self.today, self.asked = plan, today, asked
        wanted = lines_of(plan, self.places, asked, today)
        found = difference([_key(line) for line in self._lines], [_key(line) for line in wanted])
        if found.steps > _MOST_STEPS:
            self.beginResetModel()
            self._lines = wanted
            self.endResetModel()
        else:
            self._step(found, wanted, everything=day_changed)
        self._rows = {line.id: row for row, line in enumerate(wanted) if isinstance(line, PlanRow)}
        if found.rearranges:
            self.rearranged.emit()

    def _step(self, found: Difference, wanted: tuple[Line, ...], *, everything: bool) -> None:
        for first, last in reversed(found.gone):
            self.beginRemoveRows(_NONE, first, last)
            self._lines = self._lines[:first] + self._lines[last + 1 :]
            self.endRemoveRows()
        if found.moved:
            self._reorder(wanted)
        for first, last in found.new:
            self.beginInsertRows(_NONE, first, last)
            self._lines = self._lines[:first] + wanted[first : last + 1] + self._lines[first:]
            self.endInsertRows()
        changed = [row for row, line in enumerate(wanted) if everything or self._lines[row] != line]
        self._lines = wanted
        for first, last in spans(changed):
            self._tell(first, last)

    def _reorder(self, wanted: Sequence[Line]) -> None:
        self.layoutAboutToBeChanged.emit()
        here = {_key(line): line for line in self._lines}
        order = [_key(line) for line in wanted if _key(line) in here]
        rows = {key: row for row, key in enumerate(order)}
        old = self.persistentIndexList()
        new = [self.index(rows[_key(self._lines[index.row()])], index.column()) for index in old]
        self._lines = tuple(here[key] for key in order)
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _tell(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, COLUMNS - 1))

    # what stands where

    @property
    def lines(self) -> tuple[Line, ...]:
        return self._lines

    def line(self, row: int) -> Line | None:
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def plan_row(self, row: int) -> PlanRow | None:
        """The row of the plan on a line, None for a heading or no line."""
        line = self.line(row)
        return line if isinstance(line, PlanRow) else None

    def row_of(self, row_id: int) -> int:
        """The line of a row of the plan, -1 where it is not shown."""
        return self._rows.get(row_id, -1)

    def is_late(self, row: PlanRow) -> bool:
        return row.is_late(self.today, self.plan.year)

    # editing

    def check(self, index: _Index, text: str) -> ZideskError | None:
        """Why a text cannot stand in a cell; None for one that can."""
        row = self.plan_row(index.row())
        try:
            if row is not None:
                with_text(row, index.column(), text, self.places.instrument)
        except ZideskError as fault:
            return fault
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.plan_row(index.row()) if index.isValid() else None
        if row is None or role != Qt.ItemDataRole.EditRole or not self.writable:
            return False
        try:
            changed = with_text(row, index.column(), str(value), self.places.instrument)
        except ZideskError as fault:
            self.rejected.emit(fault)
            return False
        if changed != row:
            self.put(changed)
            self.edited.emit(changed)
        return True

    def put(self, changed: PlanRow) -> None:
        """Show a row as it is going to be kept; it stays on its line until the plan is shown anew."""
        at = self.row_of(changed.id)
        if at < 0:
            return
        rows = tuple(changed if row.id == changed.id else row for row in self.plan.rows)
        self.plan = replace(self.plan, rows=rows)
        lines = list(self._lines)
        lines[at] = changed
        heading = next(place for place in range(at, -1, -1) if isinstance(lines[place], Heading))
        code = lines[heading].code  # type: ignore[union-attr]
        mine = [row for row in rows if self.places.area_of(row.scope) == code]
        lines[heading] = heading_of(code, mine, self.plan.year, self.places, self.today)
        self._lines = tuple(lines)
        for place in (heading, at):
            self._tell(place, place)

    # what a view asks

    def rowCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else COLUMNS

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.plan_row(index.row()) is None:
            return Qt.ItemFlag.ItemIsEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        editable = self.writable and week_at(index.column()) is None
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if orientation is Qt.Orientation.Vertical:
            return section + 1
        week = week_at(section)
        return FIELDS[section].title if week is None else week_words(week)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index.row()) if index.isValid() else None
        if isinstance(line, Heading):
            spoken = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return spoken_heading(line) if spoken and index.column() == 0 else None
        if line is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return STATE_WORDS[line.state] if index.column() == STATE else text_of(line, index.column())
            case Qt.ItemDataRole.EditRole:
                return text_of(line, index.column())
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(line, index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return tip_of(self._tip(line, index.column()))
        return None

    def _spoken(self, row: PlanRow, column: int) -> str:
        week = week_at(column)
        if week is not None:
            return spoken_week(week, row)
        text = STATE_WORDS[row.state] if column == STATE else text_of(row, column)
        return spoken_cell(FIELDS[column].title, text, row, late=column == STATE and self.is_late(row))

    def _tip(self, row: PlanRow, column: int) -> str:
        if column == 0:
            return f"{row.scope} {self.places.name_of(row.scope)}"
        if column == STATE or week_at(column) is not None:
            return row_tip(row, self.plan.year, self.today)
        return text_of(row, column)


def _key(line: Line) -> Hashable:
    return line.code if isinstance(line, Heading) else line.id
