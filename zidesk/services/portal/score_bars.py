"""The criteria of WBK and WBBM as bars: a value, its scale, and where each limit stands on it."""

from dataclasses import dataclass
from fractions import Fraction

from zidesk.domain.assessment import Assessment
from zidesk.domain.criteria import Criterion, all_met
from zidesk.domain.indonesian import format_number
from zidesk.domain.profile import TARGETS
from zidesk.services.documents.content.certainty import MARK, subject_of, uncertain_limits
from zidesk.services.documents.content.score_rows import PREDICATES, summary, verdict
from zidesk.services.portal.safe_text import plain


@dataclass(frozen=True, slots=True)
class LimitMark:
    """`at`: percent of the bar's length as written in SVG, "" where nothing is to be drawn.
    `minimum` is empty and `tone` "open" where the limit is not confirmed; `footnote` marks an uncertain one."""

    predicate: str
    at: str
    minimum: str
    verdict: str
    footnote: str
    tone: str


@dataclass(frozen=True, slots=True)
class ScoreBar:
    """`filled`: percent of the bar's length as written in SVG, "" for a criterion without a scale."""

    label: str
    value: str
    filled: str
    limits: tuple[LimitMark, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """How an assessment stands with one predicate."""

    predicate: str
    name: str
    words: str
    tone: str


def verdicts(assessment: Assessment) -> tuple[Verdict, ...]:
    return tuple(
        Verdict(predicate, PREDICATES[predicate], summary(criteria), _tone_of_all(criteria))
        for predicate, criteria in ((predicate, assessment.criteria[predicate]) for predicate in TARGETS)
    )


def score_bars(assessment: Assessment) -> tuple[ScoreBar, ...]:
    """One bar for each criterion of either predicate, in the order of the sheet."""
    by_id: dict[str, dict[str, Criterion]] = {}
    for predicate in TARGETS:
        for criterion in assessment.criteria[predicate]:
            by_id.setdefault(criterion.id, {})[predicate] = criterion
    return tuple(_bar(assessment, of_id) for of_id in by_id.values())


def percent_text(share: Fraction) -> str:
    """A share 0..1 as SVG takes it, "79.56"; beyond the ends it stops there."""
    return f"{float(min(Fraction(1), max(Fraction(0), share)) * 100):.2f}"


def _bar(assessment: Assessment, by_predicate: dict[str, Criterion]) -> ScoreBar:
    one = next(iter(by_predicate.values()))
    scale = _scale(assessment, one)
    marked = uncertain_limits(assessment.instrument)
    limits = tuple(
        LimitMark(
            predicate,
            percent_text(criterion.minimum / scale) if scale and criterion.minimum is not None else "",
            _minimum(criterion),
            verdict(criterion),
            MARK.strip() if (predicate, subject_of(criterion.id)) in marked else "",
            {True: "ok", False: "part", None: "open"}[criterion.met],
        )
        for predicate, criterion in by_predicate.items()
    )
    return ScoreBar(plain(one.label), _value(one), percent_text(one.value / scale) if scale else "", limits)


def _scale(assessment: Assessment, criterion: Criterion) -> Fraction:
    """What the whole length of the bar stands for; 0 for a yes or no."""
    if criterion.id == "prasyarat":
        return Fraction(0)
    if criterion.percent:
        return Fraction(100)
    if criterion.id == "pengungkit":
        return assessment.instrument.components[0].weight
    return assessment.scores.nodes[criterion.id].weight


def _value(criterion: Criterion) -> str:
    if criterion.id == "prasyarat":
        return "sudah" if criterion.met else "belum"
    return f"{format_number(criterion.value)}{' %' if criterion.percent else ''}"


def _minimum(criterion: Criterion) -> str:
    if criterion.minimum is None:
        return ""
    if criterion.id == "prasyarat":
        return "sudah"
    return f"{format_number(criterion.minimum)}{' %' if criterion.percent else ''}"


def _tone_of_all(criteria: tuple[Criterion, ...]) -> str:
    if criteria and all_met(criteria):
        return "ok"
    # one limit that is surely missed decides; otherwise it stays open
    return "part" if any(criterion.met is False for criterion in criteria) else "open"
