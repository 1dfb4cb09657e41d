"""The plan as a whole: its rows in the school's order, its figures, and the rows of each area."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from zidesk.domain.instrument import Instrument, Node
from zidesk.domain.plan.row import PlanRow, PlanState
from zidesk.domain.plan.scope import scope_path

PLAN_ROWS = 2_000  # more is a mistake, not a plan


def submission_date(year: int) -> date:
    """The usual last day for handing in to the national assessors, 31 May; a letter may move it."""
    return date(year, 5, 31)


@dataclass(frozen=True, slots=True)
class PlanSummary:
    """Counts of rows; `late` ones are among the waiting and running. `share_done` 0..1 of all rows."""

    total: int
    waiting: int
    running: int
    done: int
    postponed: int
    late: int

    @property
    def share_done(self) -> Fraction:
        return Fraction(self.done, self.total) if self.total else Fraction(0)


@dataclass(frozen=True, slots=True)
class PlanArea:
    """The rows of one area of the enabler component (its groups together), of a group of results, or of a
    wider part of the sheet. In the order of the plan."""

    node: Node
    rows: tuple[PlanRow, ...]


@dataclass(frozen=True, slots=True)
class ActionPlan:
    """The rows in the school's order. `year`: the one the weeks lie in, from the profile."""

    year: int
    rows: tuple[PlanRow, ...] = ()

    def row(self, row_id: int) -> PlanRow | None:
        return next((row for row in self.rows if row.id == row_id), None)

    def late(self, on: date) -> tuple[PlanRow, ...]:
        return tuple(row for row in self.rows if row.is_late(on, self.year))

    @property
    def share_done(self) -> Fraction:
        """0..1 of all rows; 0 without rows."""
        return Fraction(sum(row.is_done for row in self.rows), len(self.rows)) if self.rows else Fraction(0)

    @property
    def months(self) -> tuple[int, ...]:
        """From the first month that has any work to the last, without gaps."""
        used = {month for row in self.rows for month in row.months}
        return tuple(range(min(used), max(used) + 1)) if used else ()

    def summary(self, on: date) -> PlanSummary:
        states = Counter(row.state for row in self.rows)
        return PlanSummary(
            total=len(self.rows),
            waiting=states[PlanState.WAITING],
            running=states[PlanState.RUNNING],
            done=states[PlanState.DONE],
            postponed=states[PlanState.POSTPONED],
            late=len(self.late(on)),
        )

    def by_area(self, instrument: Instrument) -> tuple[PlanArea, ...]:
        """The rows grouped in the order of the sheet, areas without rows left out; every row is in one group.

        Raises UnknownScope for a row of another sheet.
        """
        owners = _owners(instrument)
        grouped: dict[str, list[PlanRow]] = {}
        for row in self.rows:
            grouped.setdefault(owner_of(instrument, row.scope, owners), []).append(row)
        nodes = {node.code: node for node in instrument.nodes()}
        order = [node.code for node in instrument.nodes()]
        return tuple(PlanArea(nodes[code], tuple(grouped[code])) for code in sorted(grouped, key=order.index))


def _owners(instrument: Instrument) -> Mapping[str, str]:
    """For every area of the enabler component, the code of the area that stands for it in all groups; for
    every group of another component, its own."""
    enabler, *others = instrument.components
    first: dict[str, str] = {}
    owners: dict[str, str] = {}
    for group in enabler.children:
        for area in group.children:
            owners[area.code] = first.setdefault(area.number or area.code, area.code)
    owners.update({group.code: group.code for component in others for group in component.children})
    return owners


def owner_of(instrument: Instrument, scope: str, owners: Mapping[str, str] | None = None) -> str:
    """The code of the group of `by_area` a scope falls into: the wider part itself if it is wider than an
    area. Raises UnknownScope."""
    known = _owners(instrument) if owners is None else owners
    path = scope_path(instrument, scope)
    return next((known[node.code] for node in path if node.code in known), path[-1].code)
