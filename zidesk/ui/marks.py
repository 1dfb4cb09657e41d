"""The state of a question at a glance: a sign, a colour role and a word; never colour alone."""

from enum import Enum

from zidesk.domain.assessment import Assessment
from zidesk.domain.evidence import FileState
from zidesk.domain.gaps import missing_documents


class Mark(Enum):
    """The state of a question; the value is the word a user reads."""

    UNANSWERED = "belum dijawab"
    NO_EVIDENCE = "dijawab tanpa bukti"
    NO_DOCUMENT = "bukti belum lengkap"  # a required document is missing
    COMPLETE = "lengkap"
    TROUBLE = "ada bukti yang rusak atau terkunci"

    @property
    def sign(self) -> str:
        return _SIGNS[self]

    @property
    def icon(self) -> str:
        return _ICONS[self]

    @property
    def colour(self) -> str:
        """The name of the palette's role."""
        return _COLOURS[self]


_SIGNS = {
    Mark.UNANSWERED: "○",
    Mark.NO_EVIDENCE: "◐",
    Mark.NO_DOCUMENT: "◐",
    Mark.COMPLETE: "●",
    Mark.TROUBLE: "▲",
}
_ICONS = {
    Mark.UNANSWERED: "circle",
    Mark.NO_EVIDENCE: "circle-dashed",
    Mark.NO_DOCUMENT: "circle-dashed",
    Mark.COMPLETE: "circle-check",
    Mark.TROUBLE: "triangle-alert",
}
_COLOURS = {
    Mark.UNANSWERED: "muted",
    Mark.NO_EVIDENCE: "warn",
    Mark.NO_DOCUMENT: "warn",
    Mark.COMPLETE: "ok",
    Mark.TROUBLE: "bad",
}


def mark_of(assessment: Assessment, code: str) -> Mark:
    """Trouble with a file comes first: it is what an assessor would stumble over."""
    uses = assessment.uses_of(code)
    if any(use.file.inspection.state is not FileState.OK for use in uses):
        return Mark.TROUBLE
    if assessment.scores.questions[code] is None:
        return Mark.UNANSWERED
    if not uses:
        return Mark.NO_EVIDENCE
    return Mark.NO_DOCUMENT if missing_documents(assessment, code) else Mark.COMPLETE
