"""Widths, heights and spans of the table of the plan: which columns are seen, how tall each line is."""

from collections.abc import Iterable

from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QTableView

from zidesk.domain.plan import PlanRow
from zidesk.ui.models.plan_fields import COLUMNS, FIELD_NAMES, FIELDS, FIRST_WEEK, SCHEDULE_FIELDS, Kind, text_of
from zidesk.ui.models.plan_model import PlanModel
from zidesk.ui.theme import BODY, ROW_HEIGHT, font, scaled
from zidesk.ui.widgets.plan.cell_painting import ABOVE, BESIDE, line_height
from zidesk.ui.widgets.plan.widths import widths
from zidesk.ui.widgets.plan.wrapping import guessed_lines

_LEAST_LINES, _MOST_LINES = 2, 5
_ROOM = 2 * ABOVE
_SCALE_OF = 1000


class PlanLayout:
    """Fits `view`. `chosen` are widths the user has drawn."""

    def __init__(self, view: QTableView) -> None:
        self._view = view
        self.chosen: dict[int, int] = {}
        self.schedule = False
        self.fitting = False

    def shown(self, fields: frozenset[str]) -> list[int]:
        """The columns to be seen: those fields, or the schedule's and the weeks."""
        names = SCHEDULE_FIELDS if self.schedule else fields
        words = [place for place, name in enumerate(FIELD_NAMES) if name in names]
        return [*words, *range(FIRST_WEEK, COLUMNS)] if self.schedule else words

    def fit_columns(self, shown: Iterable[int]) -> None:
        wanted = set(shown)
        room = self._view.viewport().width()
        self.fitting = True
        try:
            for column in range(COLUMNS):
                self._view.setColumnHidden(column, column not in wanted)
            chosen = {} if self.schedule else self.chosen
            for column, width in widths(wanted, room, scaled(_SCALE_OF) / _SCALE_OF, chosen).items():
                self._view.setColumnWidth(column, width)
        finally:
            self.fitting = False

    def fit_rows(self, model: PlanModel, shown: Iterable[int], rows: Iterable[int] | None = None) -> None:
        """The heights of lines, of all of them where none are named, and headings over their whole line."""
        header = self._view.verticalHeader()
        high, letter = line_height(), QFontMetricsF(font(BODY)).averageCharWidth()
        heading = max(scaled(ROW_HEIGHT), high + 14)
        texts = [column for column in shown if column < FIRST_WEEK and FIELDS[column].kind in _WRAPPED]
        room = {column: self._view.columnWidth(column) - 2 * BESIDE for column in texts}
        if rows is None:
            self._span(model)
        for place in range(model.rowCount()) if rows is None else rows:
            line = model.plan_row(place)
            wanted = heading if line is None else self._lines(line, room, letter) * high + _ROOM
            if header.sectionSize(place) != wanted:
                header.resizeSection(place, wanted)

    def _lines(self, row: PlanRow, room: dict[int, int], letter: float) -> int:
        if self.schedule:
            return _LEAST_LINES
        lines = [guessed_lines(text_of(row, column), width, letter) for column, width in room.items()]
        return min(max([_LEAST_LINES, *lines]), _MOST_LINES)

    def _span(self, model: PlanModel) -> None:
        self._view.clearSpans()
        for place in range(model.rowCount()):
            if model.plan_row(place) is None:
                self._view.setSpan(place, 0, 1, COLUMNS)


_WRAPPED = (Kind.TEXT, Kind.ITEMS, Kind.PERSON, Kind.LINE)
