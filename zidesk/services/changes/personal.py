"""Whether contents hold personal data, as a person decides."""

from zidesk.domain.privacy import PersonalDecision
from zidesk.services.changes.kinds import DecidePersonal, Done, PutBackDecisions
from zidesk.storage.workspace import Workspace


def decide_personal(workspace: Workspace, change: DecidePersonal, by: str) -> Done:
    """A decision that says the same as the one before is left as it was made."""
    known, now = workspace.personal.decisions(), workspace.clock()
    decision = PersonalDecision(change.personal, now, by)
    undecided = [
        sha256
        for sha256 in dict.fromkeys(change.contents)
        if sha256 not in known or known[sha256].personal is not change.personal
    ]
    return put_back_decisions(workspace, PutBackDecisions(tuple((sha256, decision) for sha256 in undecided)))


def put_back_decisions(workspace: Workspace, change: PutBackDecisions) -> Done:
    """Each content's decision becomes what `change` says; None: nobody has decided."""
    former = workspace.personal.decide(change.decisions, workspace.clock())
    uses = workspace.personal.uses_of(sha256 for sha256, _ in former)
    return Done(
        PutBackDecisions(former),
        codes=tuple(sorted({code for _, code in uses})),
        use_ids=tuple(use_id for use_id, _ in uses),
        changed=bool(former),
    )
