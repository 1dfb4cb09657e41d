"""The first rows of a plan: from the sheet, or from last year's plan. Nothing is invented."""

from dataclasses import replace
from pathlib import Path

from zidesk.domain.errors import PlanMissing, PlanNotEmpty, PlanOfOtherSheet, UnknownScope
from zidesk.domain.instrument import Instrument, Question
from zidesk.domain.plan import PlanRow, PlanState, checked_row, resolve_scope
from zidesk.services.plan.change import PlanChange, put
from zidesk.storage.workspace import Workspace, open_workspace


def start_from_sheet(workspace: Workspace) -> PlanChange:
    """One row for each question: what it asks for as the aim, its documents as the expected evidence.

    What is to be done, by whom and when is left to the school. Raises WorkspaceReadOnly, PlanNotEmpty,
    StorageFault.
    """
    _check_empty(workspace)
    return put(workspace, rows_of_sheet(workspace.instrument))


def start_from_last_year(workspace: Workspace, other: Path) -> PlanChange:
    """The rows of another workspace's plan, which is only read: what was achieved, the remarks and the state
    begin anew.

    Raises WorkspaceReadOnly, PlanNotEmpty, PlanMissing, PlanOfOtherSheet, StorageFault, and what opening the
    other workspace raises (NotAWorkspace, WorkspaceOutdated, WorkspaceTooNew, WorkspaceDamaged).
    """
    _check_empty(workspace)
    last_year = open_workspace(other, read_only=True, clock=workspace.clock)
    try:
        rows = last_year.plan.all()
    finally:
        last_year.close()
    if not rows:
        raise PlanMissing(other)
    unknown = tuple(dict.fromkeys(row.scope for row in rows if not _knows(workspace.instrument, row.scope)))
    if unknown:
        raise PlanOfOtherSheet(other, unknown)
    return put(workspace, tuple(_anew(row) for row in rows))


def rows_of_sheet(instrument: Instrument) -> tuple[PlanRow, ...]:
    """A row for each question, in the order of the sheet."""
    return tuple(checked_row(_row_of(question), instrument) for question in instrument.questions)


def _row_of(question: Question) -> PlanRow:
    return PlanRow(
        scope=question.code,
        objective=question.text,
        indicator=question.short_title,
        evidence=tuple(document.name for document in question.documents),
    )


def _anew(row: PlanRow) -> PlanRow:
    return replace(row, id=0, achieved=None, note="", state=PlanState.WAITING)


def _knows(instrument: Instrument, scope: str) -> bool:
    try:
        return resolve_scope(instrument, scope) == scope
    except UnknownScope:
        return False


def _check_empty(workspace: Workspace) -> None:
    workspace.require_writable()
    rows = len(workspace.plan.all())
    if rows:
        raise PlanNotEmpty(rows)
