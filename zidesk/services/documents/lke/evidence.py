"""The evidence of an assessment in the order of the sheet, with the place of each in the bundle and in "Bukti"."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from zidesk.domain.archive_layout import BundlePlan
from zidesk.domain.assessment import Assessment
from zidesk.domain.evidence import EvidenceUse

SHEET = "Bukti"
HEADING_LINE = 4


@dataclass(frozen=True, slots=True)
class ListedEvidence:
    """One line of the list. `path` is relative to the bundle; "" for a file that is not in this bundle."""

    line: int
    use: EvidenceUse
    path: str

    @property
    def title(self) -> str:
        return self.use.title or PurePosixPath(self.use.original_name).stem


@dataclass(frozen=True)
class EvidenceList:
    items: tuple[ListedEvidence, ...]

    @cached_property
    def by_question(self) -> dict[str, tuple[ListedEvidence, ...]]:
        grouped: dict[str, list[ListedEvidence]] = {}
        for item in self.items:
            grouped.setdefault(item.use.question_code, []).append(item)
        return {code: tuple(items) for code, items in grouped.items()}


def list_evidence(assessment: Assessment, plan: BundlePlan) -> EvidenceList:
    """All evidence, also of questions that a bundle limited to some areas leaves out."""
    items: list[ListedEvidence] = []
    for question in assessment.instrument.questions:
        planned = plan.by_question.get(question.code, ())
        pairs = [(item.use, item.path) for item in planned] or [
            (use, "") for use in assessment.uses_of(question.code)
        ]
        for use, path in pairs:
            items.append(ListedEvidence(HEADING_LINE + 1 + len(items), use, path))
    return EvidenceList(tuple(items))
