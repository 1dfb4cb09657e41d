"""The scores of an assessment as rows: areas with their groups side by side, results, total. No drawing."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from zidesk.domain.assessment import Assessment
from zidesk.domain.criteria import Criterion, all_met, combined_areas
from zidesk.domain.indonesian import format_number
from zidesk.domain.scoring import NodeScore

PREDICATES = {"WBK": "Wilayah Bebas dari Korupsi", "WBBM": "Wilayah Birokrasi Bersih dan Melayani"}


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """`groups`: the score in each group of the enabler component, empty for rows that have none."""

    label: str
    score: NodeScore
    groups: tuple[Fraction, ...] = ()
    strong: bool = False


def group_names(assessment: Assessment) -> tuple[str, ...]:
    """Names of the groups of the enabler component; empty where an older sheet has only one."""
    groups = assessment.instrument.components[0].children
    return tuple(group.name for group in groups) if len(groups) > 1 else ()


def score_rows(assessment: Assessment, *, components: bool = True) -> Iterator[ScoreRow]:
    """Every area, the enabler component, every result with its parts, the total: in the order of the sheet.

    `components`: with a row for each result component as a whole.
    """
    instrument, nodes = assessment.instrument, assessment.scores.nodes
    enabler, *results = instrument.components
    grouped = len(enabler.children) > 1
    for area, together in combined_areas(instrument, assessment.scores):
        by_group = tuple(
            sum((nodes[own.code].score for own in group.children if own.number == area.number), Fraction(0))
            for group in enabler.children
        )
        yield ScoreRow(f"{area.number} {area.name}".strip(), together, by_group if grouped else ())
    sums = tuple(nodes[group.code].score for group in enabler.children) if grouped else ()
    yield ScoreRow(f"{enabler.code} {enabler.name}", nodes[enabler.code], sums, strong=True)
    for component in results:
        for group in component.children:
            parts = [sub_area for area in group.children for sub_area in area.children]
            if len(parts) > 1:
                for part in parts:
                    yield ScoreRow(f"{part.code} {part.name}", nodes[part.code])
            yield ScoreRow(f"{group.code} {group.name}", nodes[group.code], strong=len(parts) > 1)
        if components:
            yield ScoreRow(f"{component.code} {component.name}", nodes[component.code], strong=True)
    yield ScoreRow("Nilai total", assessment.scores.total, strong=True)


def figures(row: ScoreRow, groups: int) -> tuple[str, ...]:
    """Scores of the groups, score, weight and percent as they are printed."""
    by_group = tuple(format_number(score) for score in row.groups) or ("",) * groups
    return (
        *by_group,
        format_number(row.score.score),
        format_number(row.score.weight),
        format_number(row.score.percent),
    )


def verdict(criterion: Criterion) -> str:
    """Met, missing by how much, or not decided because the limit is not confirmed."""
    if criterion.met is None:
        return "belum terkonfirmasi"
    if criterion.met:
        return "terpenuhi"
    if criterion.id == "prasyarat":
        return "belum"
    return f"kurang {format_number(criterion.printed_missing)}{' %' if criterion.percent else ''}"


def summary(criteria: tuple[Criterion, ...]) -> str:
    """How many criteria are met, in words that claim nothing an unconfirmed limit does not allow."""
    if not criteria:
        return "belum terkonfirmasi"
    if all_met(criteria):
        return f"seluruh {len(criteria)} syarat terpenuhi"
    met = sum(criterion.met is True for criterion in criteria)
    unknown = sum(criterion.met is None for criterion in criteria)
    unclear = f", {unknown} belum terkonfirmasi" if unknown else ""
    return f"{met} dari {len(criteria)} syarat terpenuhi{unclear}"
