"""The criteria for WBK and WBBM, each reported by itself (Permenpan RB 90/2021, chapter III)."""

from dataclasses import dataclass
from fractions import Fraction

from zidesk.domain.indonesian import rounded
from zidesk.domain.instrument import Instrument, Node, Threshold
from zidesk.domain.profile import TARGETS, Profile
from zidesk.domain.scoring import NodeScore, ScoreSheet

SPECIAL_SUBJECTS = ("total", "pengungkit", "persen_per_area_pengungkit", "prasyarat")


@dataclass(frozen=True, slots=True)
class Criterion:
    """One requirement. Figures are points, or percent where `percent`.

    `minimum` None: the sheet's limit is not confirmed, so nothing is decided (`met` None).
    """

    id: str
    label: str
    minimum: Fraction | None
    value: Fraction
    percent: bool = False
    note: str = ""

    @property
    def met(self) -> bool | None:
        return None if self.minimum is None else self.value >= self.minimum

    @property
    def missing(self) -> Fraction:
        return Fraction(0) if self.minimum is None else max(Fraction(0), self.minimum - self.value)

    @property
    def printed_missing(self) -> Fraction:
        """The shortfall to print: it adds up with minimum and value as printed with two decimals, and a
        criterion that is not met never lacks 0,00."""
        if self.minimum is None or self.met:
            return Fraction(0)
        return max(Fraction(1, 100), rounded(self.minimum) - rounded(self.value))


def check_criteria(
    instrument: Instrument, scores: ScoreSheet, profile: Profile
) -> dict[str, tuple[Criterion, ...]]:
    """The criteria of each predicate, in the order of the sheet."""
    return {
        predicate: tuple(
            criterion
            for threshold in instrument.thresholds.get(predicate, ())
            for criterion in _criteria_of(threshold, instrument, scores, profile)
        )
        for predicate in TARGETS
    }


def all_met(criteria: tuple[Criterion, ...]) -> bool:
    """Whether every criterion is met; an unconfirmed limit is never counted as met."""
    return all(criterion.met is True for criterion in criteria)


def combined_areas(instrument: Instrument, scores: ScoreSheet) -> tuple[tuple[Node, NodeScore], ...]:
    """The areas of the enabler component, the groups (Pemenuhan and Reform) taken together by number."""
    enabler = instrument.components[0]
    combined: dict[str, tuple[Node, NodeScore]] = {}
    for group in enabler.children:
        for area in group.children:
            own = scores.nodes[area.code]
            key = area.number or area.code
            first, before = combined.get(key, (area, NodeScore(Fraction(0), Fraction(0))))
            together = NodeScore(before.weight + own.weight, before.score + own.score)
            combined[key] = (first, together)
    return tuple(combined.values())


def _criteria_of(
    threshold: Threshold, instrument: Instrument, scores: ScoreSheet, profile: Profile
) -> tuple[Criterion, ...]:
    minimum, note = threshold.minimum, threshold.note
    match threshold.subject:
        case "total":
            return (Criterion("total", "Nilai total", minimum, scores.total.score, note=note),)
        case "pengungkit":
            enabler = instrument.components[0]
            label = f"Komponen {enabler.name}"
            return (Criterion("pengungkit", label, minimum, scores.nodes[enabler.code].score, note=note),)
        case "persen_per_area_pengungkit":
            return tuple(
                Criterion(
                    f"area.{area.number or area.code}",
                    f"Area {area.number or area.code} {area.name}",
                    minimum,
                    of.percent,
                    True,
                    note,
                )
                for area, of in combined_areas(instrument, scores)
            )
        case "prasyarat":
            held = Fraction(int(profile.wbk_held))
            return (Criterion("prasyarat", threshold.text, Fraction(1), held, note=note),)
        case code:
            node = [node for node in instrument.nodes() if node.code == code][-1]
            return (Criterion(code, f"{code} {node.name}", minimum, scores.nodes[code].score, note=note),)
