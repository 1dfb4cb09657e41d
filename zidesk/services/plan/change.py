"""What a change did to the plan, so that the window can take it back."""

from dataclasses import dataclass

from zidesk.domain.plan import ActionPlan, PlanRow
from zidesk.storage.workspace import Workspace


@dataclass(frozen=True, slots=True)
class PlanChange:
    """All rows before and after; `touched`: the numbers of rows that are new, changed or gone."""

    before: tuple[PlanRow, ...]
    after: tuple[PlanRow, ...]

    @property
    def touched(self) -> tuple[int, ...]:
        old, new = ({row.id: row for row in rows} for rows in (self.before, self.after))
        return tuple(row_id for row_id in {**old, **new} if old.get(row_id) != new.get(row_id))


def current_plan(workspace: Workspace) -> ActionPlan:
    """The plan as it is kept now. Raises StorageFault."""
    return ActionPlan(workspace.facts.profile().year, workspace.plan.all())


def take_back(workspace: Workspace, change: PlanChange) -> PlanChange:
    """Put the rows back as they were before a change, their numbers too; itself a change that can be taken back.

    Raises WorkspaceReadOnly, StorageFault.
    """
    workspace.require_writable()
    return put(workspace, change.before)


def put(workspace: Workspace, rows: tuple[PlanRow, ...]) -> PlanChange:
    """Make these rows the plan, in one transaction; they have been checked. Raises StorageFault."""
    before = workspace.plan.all()
    return PlanChange(before, workspace.plan.replace_all(rows, workspace.clock()))
