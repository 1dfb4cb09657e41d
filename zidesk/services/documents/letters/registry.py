"""Every letter there is, by key."""

from zidesk.services.documents.letters import (
    approval,
    cover_letter,
    integrity_pact,
    meeting,
    pledges,
    statement,
    team_decree,
)
from zidesk.services.documents.letters.kind import Kind

LETTERS: tuple[Kind, ...] = (
    cover_letter.KIND,
    statement.KIND,
    approval.SIGNED,
    approval.TABLE,
    integrity_pact.KIND,
    team_decree.TEAM,
    team_decree.AGENTS,
    meeting.INVITATION,
    meeting.ATTENDANCE,
    meeting.MINUTES,
    meeting.RECORD,
    pledges.PLEDGE,
    pledges.CONFLICT,
)
