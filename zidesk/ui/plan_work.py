"""What the page of the plan has done in the background: plain functions over the services. No Qt.

Storage and services are imported inside the functions: they run beside the window, which is there first.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from zidesk.domain.plan import ActionPlan, PlanRow, Week
from zidesk.domain.staff import StaffMember
from zidesk.ui.models.plan_fields import FIELD_NAMES
from zidesk.ui.models.plan_moves import Move

if TYPE_CHECKING:
    from zidesk.services.plan.change import PlanChange
    from zidesk.storage.workspace import Workspace

POKJAS = 6  # working groups of the sheet's areas


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the page begins with."""

    plan: ActionPlan
    staff: tuple[StaffMember, ...]


def load(workspace: "Workspace") -> Loaded:
    """Raises StorageFault."""
    from zidesk.services.plan.change import current_plan

    return Loaded(current_plan(workspace), workspace.staff.all())


def save(workspace: "Workspace", row: PlanRow) -> "PlanChange":
    """Raises like `edit_row`."""
    from zidesk.services.plan.editing import edit_row

    return edit_row(workspace, row)


def paint(workspace: "Workspace", ids: Sequence[int], weeks: Iterable[Week], *, planned: bool) -> "PlanChange":
    """Raises like `set_weeks`."""
    from zidesk.services.plan.editing import set_weeks

    return set_weeks(workspace, ids, weeks, planned=planned)


def paste(
    workspace: "Workspace", cells: Sequence[Sequence[str]], columns: Sequence[str], ids: Sequence[int]
) -> "PlanChange":
    """Raises like `paste_rows`."""
    from zidesk.services.plan.pasting import paste_rows

    return paste_rows(workspace, cells, columns, ids)


def clear(workspace: "Workspace", ids: Sequence[int], columns: Sequence[int]) -> "PlanChange":
    """`columns`: places in `FIELDS`. Raises like `clear_cells`."""
    from zidesk.services.plan.pasting import clear_cells

    return clear_cells(workspace, ids, [FIELD_NAMES[column] for column in columns])


def painted(row: PlanRow, weeks: Iterable[Week], *, planned: bool) -> PlanRow:
    """The row as `paint` will leave it."""
    changed = frozenset(weeks)
    return replace(row, weeks=row.weeks | changed if planned else row.weeks - changed)


def add(workspace: "Workspace", scope: str, before: int | None) -> "PlanChange":
    """Raises like `add_row`."""
    from zidesk.services.plan.editing import add_row

    return add_row(workspace, PlanRow(scope), before)


def remove(workspace: "Workspace", ids: Sequence[int]) -> "PlanChange":
    """Raises like `remove_rows`."""
    from zidesk.services.plan.editing import remove_rows

    return remove_rows(workspace, ids)


def move(workspace: "Workspace", wanted: Move) -> "PlanChange":
    """Raises like `move_rows`."""
    from zidesk.services.plan.editing import move_rows

    return move_rows(workspace, wanted.ids, wanted.before)


def start_from_sheet(workspace: "Workspace") -> "PlanChange":
    """Raises like the service of this name."""
    from zidesk.services.plan import starting

    return starting.start_from_sheet(workspace)


def start_from_last_year(workspace: "Workspace", other: Path) -> "PlanChange":
    """Raises like the service of this name."""
    from zidesk.services.plan import starting

    return starting.start_from_last_year(workspace, other)


def import_table(workspace: "Workspace", table: Path) -> "PlanChange":
    """Raises like `import_plan`."""
    from zidesk.services.plan.tables import import_plan

    return import_plan(workspace, table)


def export_table(workspace: "Workspace", out: Path) -> int:
    """Raises like `export_plan`."""
    from zidesk.services.plan.tables import export_plan

    return export_plan(workspace, out)


def people_words(staff: Iterable[StaffMember], plan: ActionPlan) -> tuple[str, ...]:
    """Who can be in charge: those named in the plan, the working groups, the people of the school."""
    named = (row.in_charge for row in plan.rows if row.in_charge and "\n" not in row.in_charge)
    groups = (f"Pokja {number}" for number in range(1, POKJAS + 1))
    known = tuple(staff)
    roles = (role for member in known for role in member.roles)
    names = (member.name for member in known)
    return tuple(dict.fromkeys(("Ketua Tim", *groups, *names, *roles, *named)))
