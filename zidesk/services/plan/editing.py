"""Changing the plan. Each change is saved at once, all of it or nothing, and says what was there before.

Every function raises WorkspaceReadOnly before anything else, and StorageFault when the drive refuses.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from zidesk.domain.errors import TooManyPlanRows, UnknownPlanRow
from zidesk.domain.plan import PLAN_ROWS, PlanRow, Week, checked_row
from zidesk.services.plan.change import PlanChange, put
from zidesk.storage.workspace import Workspace


def edit_row(workspace: Workspace, row: PlanRow) -> PlanChange:
    """Save a row under its number. Raises UnknownPlanRow, and what `checked_row` raises."""
    workspace.require_writable()
    checked = checked_row(row, workspace.instrument)
    before = workspace.plan.all()
    workspace.plan.edit(checked, workspace.clock())
    return PlanChange(before, tuple(checked if old.id == row.id else old for old in before))


def add_row(workspace: Workspace, row: PlanRow, before: int | None = None) -> PlanChange:
    """Add a row before the one numbered `before`, or at the end.

    Raises UnknownPlanRow, TooManyPlanRows, and what `checked_row` raises.
    """
    workspace.require_writable()
    checked = checked_row(row, workspace.instrument)
    old = workspace.plan.all()
    _check_room(len(old) + 1)
    workspace.plan.add([checked], workspace.clock(), before)
    return PlanChange(old, workspace.plan.all())


def remove_rows(workspace: Workspace, row_ids: Iterable[int]) -> PlanChange:
    """Raises UnknownPlanRow; nothing is removed then."""
    workspace.require_writable()
    before = workspace.plan.all()
    workspace.plan.remove(row_ids, workspace.clock())
    return PlanChange(before, workspace.plan.all())


def move_rows(workspace: Workspace, row_ids: Sequence[int], before: int | None = None) -> PlanChange:
    """Put rows, in the order given, before the row numbered `before` (none of them), or at the end.

    Raises PlanOrderIncomplete for an unknown row or one named twice.
    """
    workspace.require_writable()
    old = workspace.plan.all()
    rest = [row.id for row in old if row.id not in row_ids]
    place = rest.index(before) if before in rest else len(rest)
    workspace.plan.reorder([*rest[:place], *row_ids, *rest[place:]], workspace.clock())
    return PlanChange(old, workspace.plan.all())


def set_weeks(workspace: Workspace, row_ids: Iterable[int], weeks: Iterable[Week], *, planned: bool) -> PlanChange:
    """Paint weeks of these rows, or wipe them. Raises UnknownPlanRow, WeeksUnreadable."""
    workspace.require_writable()
    before = workspace.plan.all()
    wanted, painted = set(row_ids), frozenset(weeks)
    missing = wanted - {row.id for row in before}
    if missing:
        raise UnknownPlanRow(min(missing))
    after = tuple(_painted(workspace, row, painted, planned) if row.id in wanted else row for row in before)
    return put(workspace, after)


def _painted(workspace: Workspace, row: PlanRow, weeks: frozenset[Week], planned: bool) -> PlanRow:
    changed = row.weeks | weeks if planned else row.weeks - weeks
    return checked_row(replace(row, weeks=changed), workspace.instrument)


def _check_room(rows: int) -> None:
    if rows > PLAN_ROWS:
        raise TooManyPlanRows(PLAN_ROWS)
