"""What editing has done in the background: plain functions over the services. No Qt.

Storage and services are imported inside the functions: they run beside the window, which is there first.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from zidesk.domain.assessment import Assessment
from zidesk.services.changes.kinds import Change, Done, SetAnswer

if TYPE_CHECKING:
    from zidesk.storage.workspace import Workspace

Renew = Callable[[Assessment], Assessment]


@dataclass(frozen=True)
class Performed:
    """A change that was performed, and how the value shown becomes the present one."""

    done: Done
    renewed: Renew


@dataclass(frozen=True)
class Stepped:
    """An undone or redone change: what takes it back, the questions it touched, the present value, and how many
    files could not be brought back because they were deleted for good."""

    inverse: object
    codes: tuple[str, ...]
    renewed: Renew
    gone: int = 0


def perform(workspace: "Workspace", change: Change, by: str) -> Performed:
    """Perform a change and read what it touched: for an answer the answers only, however much evidence there is.

    Raises what `zidesk.services.changes.performing.perform` raises.
    """
    from zidesk.services.changes import performing

    done = performing.perform(workspace, change, by)
    if isinstance(change, SetAnswer):
        answers, changed_at = workspace.answers.all(), workspace.facts.changed_at()
        return Performed(done, lambda shown: replace(shown, answers=answers, changed_at=changed_at))
    return Performed(done, _present(workspace))


def step(workspace: "Workspace", change: object, by: str) -> Stepped:
    """Undo or redo: a change of answers and evidence, of the plan, or of the papers.

    Raises what performing such a change raises.
    """
    from zidesk.services.papers import changes as papers
    from zidesk.services.plan.change import PlanChange, take_back

    if isinstance(change, PlanChange):
        return Stepped(take_back(workspace, change), (), lambda shown: shown)
    if isinstance(change, papers.PaperChange):
        return Stepped(papers.perform(workspace, change), (), lambda shown: shown)
    if isinstance(change, Change):
        performed = perform(workspace, change, by)
        return Stepped(performed.done.inverse, performed.done.codes, performed.renewed, performed.done.gone)
    raise TypeError(change)


def _present(workspace: "Workspace") -> Renew:
    present = workspace.assessment()
    return lambda _shown: present
