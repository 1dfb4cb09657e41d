"""Performing a change: one transaction, whole or not at all."""

from zidesk.domain.errors import ProfileInvalid
from zidesk.domain.profile import profile_faults
from zidesk.services.changes.answers import set_answer
from zidesk.services.changes.kinds import (
    Change,
    DecidePersonal,
    Done,
    PutBackDecisions,
    ReplaceProfile,
    SetAnswer,
    SetRedactions,
)
from zidesk.services.changes.personal import decide_personal, put_back_decisions
from zidesk.services.changes.redactions import set_redactions
from zidesk.services.changes.uses import revise_uses
from zidesk.storage.workspace import Workspace


def perform(workspace: Workspace, change: Change, by: str = "") -> Done:
    """Do what `change` says. `by` is who answers or decides, for the history.

    Raises WorkspaceReadOnly before anything else; UnknownQuestion, AnswerRejected, AnswerChanged,
    ProfileInvalid; UnknownEvidence (purged meanwhile), EvidenceInBin, EvidenceChanged, AlreadyAttached,
    UnknownDocument, OrderIncomplete; StorageFault. Nothing is changed then.
    """
    workspace.require_writable()
    match change:
        case SetAnswer():
            return set_answer(workspace, change, by)
        case ReplaceProfile():
            return _replace_profile(workspace, change)
        case DecidePersonal():
            return decide_personal(workspace, change, by)
        case PutBackDecisions():
            return put_back_decisions(workspace, change)
        case SetRedactions():
            return set_redactions(workspace, change)
        case _:
            with workspace.evidence.changing(workspace.clock()) as desk:
                return revise_uses(desk, workspace.instrument, change)


def _replace_profile(workspace: Workspace, change: ReplaceProfile) -> Done:
    faults = profile_faults(change.profile)
    if faults:
        raise ProfileInvalid(workspace.paths.root, faults)
    before = workspace.facts.save_profile(change.profile, workspace.clock())
    return Done(ReplaceProfile(before), changed=before != change.profile)
