"""What the assessment and the plan were worth at one moment, kept so that progress can be told."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from zidesk.domain.assessment import Assessment
from zidesk.domain.plan import PlanSummary
from zidesk.domain.scoring import TOTAL


@dataclass(frozen=True)
class ScoreSnapshot:
    """Scores in points by node code, without the total. `criteria`: by target, each requirement's id and
    whether it was met (None: not decided). `answered` of `questions`. `id` 0: not stored yet."""

    taken_at: datetime
    label: str
    total: Fraction
    nodes: Mapping[str, Fraction]
    criteria: Mapping[str, tuple[tuple[str, bool | None], ...]]
    plan: PlanSummary
    questions: int
    answered: int
    evidence: int
    id: int = 0


@dataclass(frozen=True, slots=True)
class NodeChange:
    """A node's points then and now."""

    code: str
    then: Fraction
    now: Fraction

    @property
    def gain(self) -> Fraction:
        return self.now - self.then


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two snapshots side by side; `nodes` in the order of the sheet. `won` and `lost`: pairs of target and
    requirement that are met now and were not, and the other way round."""

    then: ScoreSnapshot
    now: ScoreSnapshot
    nodes: tuple[NodeChange, ...]
    won: tuple[tuple[str, str], ...]
    lost: tuple[tuple[str, str], ...]

    @property
    def gain(self) -> Fraction:
        return self.now.total - self.then.total


def snapshot_of(assessment: Assessment, plan: PlanSummary, label: str, taken_at: datetime) -> ScoreSnapshot:
    """The figures of this moment."""
    scores, counts = assessment.scores, assessment.counts
    return ScoreSnapshot(
        taken_at=taken_at,
        label=label,
        total=scores.total.score,
        nodes={code: node.score for code, node in scores.nodes.items() if code != TOTAL},
        criteria={
            target: tuple((criterion.id, criterion.met) for criterion in criteria)
            for target, criteria in assessment.criteria.items()
        },
        plan=plan,
        questions=counts.questions,
        answered=counts.answered,
        evidence=counts.evidence,
    )


def compare_snapshots(then: ScoreSnapshot, now: ScoreSnapshot, order: tuple[str, ...]) -> Comparison:
    """`order`: the codes of the nodes to compare; one that a snapshot lacks counts 0 there."""
    zero = Fraction(0)
    changes = tuple(NodeChange(code, then.nodes.get(code, zero), now.nodes.get(code, zero)) for code in order)
    before, after = _met(then), _met(now)
    return Comparison(
        then,
        now,
        changes,
        won=tuple(key for key in after if after[key] and not before.get(key)),
        lost=tuple(key for key in before if before[key] and not after.get(key)),
    )


def _met(snapshot: ScoreSnapshot) -> dict[tuple[str, str], bool]:
    return {(target, name): met is True for target, items in snapshot.criteria.items() for name, met in items}
