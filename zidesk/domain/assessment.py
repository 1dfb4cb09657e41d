"""A whole assessment at one moment: what papers, bundles and screens are made from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from zidesk.domain.answer import Answer
from zidesk.domain.criteria import Criterion, check_criteria
from zidesk.domain.evidence import EvidenceUse, StoredFile
from zidesk.domain.instrument import Instrument
from zidesk.domain.profile import Profile
from zidesk.domain.scoring import ScoreSheet, score_sheet


@dataclass(frozen=True)
class Counts:
    """Figures of a whole assessment; `files` and `bytes` count each content once. `unplaced`: files in the
    inbox, which count in none of the others."""

    questions: int
    answered: int
    evidence: int
    files: int
    bytes: int
    unplaced: int = 0


@dataclass(frozen=True)
class Assessment:
    """A snapshot. `changed_at` is the last change of the data, not the clock: papers made from the same
    data are the same, byte for byte."""

    profile: Profile
    instrument: Instrument
    answers: Mapping[str, Answer]
    evidence: Mapping[str, tuple[EvidenceUse, ...]]  # by question code, in order
    changed_at: datetime
    inbox: tuple[EvidenceUse, ...] = ()  # attached to no question yet; in no paper and no bundle

    @cached_property
    def scores(self) -> ScoreSheet:
        return score_sheet(self.instrument, self.answers)

    @cached_property
    def criteria(self) -> dict[str, tuple[Criterion, ...]]:
        return check_criteria(self.instrument, self.scores, self.profile)

    def files(self) -> Iterator[StoredFile]:
        """The content of each piece of evidence, the inbox included; one that is used twice comes twice."""
        for uses in (*self.evidence.values(), self.inbox):
            for use in uses:
                yield use.file

    def uses_of(self, code: str) -> tuple[EvidenceUse, ...]:
        return self.evidence.get(code, ())

    def answer_of(self, code: str) -> Answer:
        return self.answers.get(code, Answer(None))

    @cached_property
    def answered(self) -> int:
        """How many questions have an answer."""
        return sum(1 for score in self.scores.questions.values() if score is not None)

    @cached_property
    def uses(self) -> int:
        """How many pieces of evidence lie under questions; without looking at each, unlike `counts`."""
        return sum(len(of_question) for of_question in self.evidence.values())

    @cached_property
    def counts(self) -> Counts:
        uses = [use for of_question in self.evidence.values() for use in of_question]
        sizes = {use.file.sha256: use.file.size for use in uses}
        return Counts(
            questions=len(self.instrument.questions),
            answered=self.answered,
            evidence=len(uses),
            files=len(sizes),
            bytes=sum(sizes.values()),
            unplaced=len(self.inbox),
        )
