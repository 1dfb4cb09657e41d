"""Painting weeks with the mouse: from where it was pressed to where it is, over rows and weeks."""

from dataclasses import dataclass

from zidesk.domain.plan import PlanRow, Week
from zidesk.ui.models.plan_fields import week_at


@dataclass(frozen=True, slots=True)
class Stroke:
    """The weeks painted in each row of the table from `top` to `bottom`, or wiped."""

    top: int
    bottom: int
    weeks: frozenset[Week]
    planned: bool


class WeekBrush:
    """The stroke under way, which rows are shown with before it is kept."""

    def __init__(self) -> None:
        self._begin: tuple[int, int] | None = None
        self._end = (0, 0)
        self._planned = True

    @property
    def down(self) -> bool:
        return self._begin is not None

    def press(self, row: int, column: int, *, planned: bool) -> None:
        """`planned` says whether the stroke paints or wipes."""
        self._begin = self._end = (row, column)
        self._planned = planned

    def drag(self, row: int, column: int) -> bool:
        """Whether the stroke is another now. Outside the weeks it stays as it was."""
        if self._begin is None or week_at(column) is None or (row, column) == self._end:
            return False
        self._end = (row, column)
        return True

    def stroke(self) -> Stroke | None:
        if self._begin is None:
            return None
        rows, columns = (sorted(pair) for pair in zip(self._begin, self._end, strict=True))
        weeks = (week_at(column) for column in range(columns[0], columns[1] + 1))
        return Stroke(rows[0], rows[1], frozenset(week for week in weeks if week is not None), self._planned)

    def lift(self) -> Stroke | None:
        """End the stroke; what it was."""
        stroke = self.stroke()
        self._begin = None
        return stroke

    def weeks_of(self, line: int, row: PlanRow) -> frozenset[Week]:
        """The weeks of a row as they are shown now."""
        stroke = self.stroke()
        if stroke is None or not stroke.top <= line <= stroke.bottom:
            return row.weeks
        return row.weeks | stroke.weeks if stroke.planned else row.weeks - stroke.weeks
