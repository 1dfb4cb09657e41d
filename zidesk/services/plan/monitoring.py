"""Score and plan then and now: snapshots are taken, kept and compared."""

from zidesk.domain.assessment import Assessment
from zidesk.domain.clean_text import single_line
from zidesk.domain.plan import ActionPlan
from zidesk.domain.snapshot import Comparison, ScoreSnapshot, compare_snapshots, snapshot_of
from zidesk.services.plan.change import current_plan
from zidesk.storage.workspace import Workspace

LABEL_CHARACTERS = 100


def take_snapshot(workspace: Workspace, label: str) -> ScoreSnapshot:
    """Keep the figures of this moment under a name such as "Triwulan I"; a longer one than LABEL_CHARACTERS is
    cut. Raises WorkspaceReadOnly, StorageFault."""
    workspace.require_writable()
    now = workspace.clock()
    summary = current_plan(workspace).summary(now.date())
    kept = single_line(label)[:LABEL_CHARACTERS]
    return workspace.snapshots.add(snapshot_of(workspace.assessment(), summary, kept, now))


def compare(snapshot: ScoreSnapshot, assessment: Assessment, plan: ActionPlan) -> Comparison:
    """A snapshot beside the figures as they are, in the order of the sheet.

    What is late now is counted on the day the data last changed, so that the same data give the same report.
    """
    day = assessment.changed_at.date()
    now = snapshot_of(assessment, plan.summary(day), "", assessment.changed_at)
    order = tuple(dict.fromkeys(node.code for node in assessment.instrument.nodes()))
    return compare_snapshots(snapshot, now, order)
