"""The demo school's work plan, from resources/demo/rencana-aksi.csv: the table a school would import."""

from zidesk.domain.plan import PlanRow
from zidesk.services.plan.tables import import_plan
from zidesk.storage.paths import Resources
from zidesk.storage.workspace import Workspace


def add_demo_plan(workspace: Workspace, resources: Resources) -> tuple[PlanRow, ...]:
    """Put the example's plan into a workspace of the demo school. The same on every run.

    Raises WorkspaceReadOnly, StorageFault.
    """
    return import_plan(workspace, resources.demo / "rencana-aksi.csv").after
