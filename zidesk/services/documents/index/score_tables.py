"""The scores of the index as tables: one row for each area, one for each criterion of WBK and WBBM."""

from collections.abc import Iterator

from zidesk.domain.assessment import Assessment
from zidesk.domain.criteria import Criterion
from zidesk.domain.indonesian import format_number
from zidesk.domain.profile import TARGETS
from zidesk.services.documents.content.certainty import MARK, subject_of, uncertain_limits
from zidesk.services.documents.content.score_rows import (
    PREDICATES,
    figures,
    group_names,
    score_rows,
    summary,
    verdict,
)
from zidesk.services.documents.drawing.flow import Flow
from zidesk.services.documents.drawing.table import Column, Row, Table
from zidesk.services.documents.drawing.text import clean
from zidesk.services.documents.paper import CELL, FINE_GREY, HEADING


def draw_scores(flow: Flow, assessment: Assessment) -> None:
    """The score table, one row for each area, with the limits it is measured by."""
    groups = group_names(assessment)
    columns = (
        Column("Area"),
        *(Column(clean(name), 56, "right") for name in groups),
        Column("Nilai", 40, "right"),
        Column("Bobot", 44, "right"),
        Column("%", 42, "right"),
        Column("WBK", 50),
        Column("WBBM", 46),
    )
    _heading(flow, "nilai-per-area", "Nilai per area")
    by_label = _verdicts(assessment)
    Table(flow, columns).draw(
        Row((clean(row.label), *figures(row, len(groups)), *by_label.get(row.label, ("", ""))), row.strong)
        for row in score_rows(assessment)
    )
    flow.gap(4)
    if any("?" in pair for pair in by_label.values()):
        flow.line("Tanda ? berarti batasnya belum terkonfirmasi.", CELL)
    for predicate in TARGETS:
        words = summary(assessment.criteria[predicate])
        flow.paragraph(f"{predicate} ({PREDICATES[predicate]}): {words}.", CELL)


def _verdicts(assessment: Assessment) -> dict[str, tuple[str, str]]:
    """Short verdicts for the rows of the score table that have a limit, by the row's label."""
    enabler = assessment.instrument.components[0]
    found: dict[str, list[str]] = {}
    for predicate in TARGETS:
        for criterion in assessment.criteria[predicate]:
            label = criterion.label.removeprefix("Area ")
            label = {"total": "Nilai total", "pengungkit": f"{enabler.code} {enabler.name}"}.get(
                criterion.id, label
            )
            short = {True: "terpenuhi", False: "belum", None: "?"}[criterion.met]
            found.setdefault(label, ["", ""])[TARGETS.index(predicate)] = short
    return {label: (wbk, wbbm) for label, (wbk, wbbm) in found.items()}


def draw_criteria(flow: Flow, assessment: Assessment) -> None:
    """Every criterion of both predicates: its limit, met or missing by how much."""
    _heading(flow, "syarat", "Syarat WBK dan WBBM")
    columns = (
        Column("Syarat"),
        Column("Nilai", 52, "right"),
        Column("WBK minimal", 54, "right"),
        Column("Hasil", 72),
        Column("WBBM minimal", 60, "right"),
        Column("Hasil", 70),
    )
    Table(flow, columns).draw(_criterion_rows(assessment))
    if uncertain_limits(assessment.instrument):
        flow.gap(3)
        flow.line(f"{MARK.strip()} lihat Catatan kepastian pada akhir indeks.", FINE_GREY)


def _criterion_rows(assessment: Assessment) -> Iterator[Row]:
    by_predicate = {
        predicate: {criterion.id: criterion for criterion in assessment.criteria[predicate]}
        for predicate in TARGETS
    }
    marked = uncertain_limits(assessment.instrument)
    every = {id_: item for items in by_predicate.values() for id_, item in items.items()}
    for id_, criterion in every.items():
        cells = [clean(criterion.label), _value(criterion)]
        for predicate in TARGETS:
            own = by_predicate[predicate].get(id_)
            mark = MARK if (predicate, subject_of(id_)) in marked else ""
            cells += ["–", ""] if own is None else [_limit(own) + mark, verdict(own)]
        yield Row(cells)


def _value(criterion: Criterion) -> str:
    if criterion.id == "prasyarat":
        return "sudah" if criterion.met else "belum"
    return f"{format_number(criterion.value)}{' %' if criterion.percent else ''}"


def _limit(criterion: Criterion) -> str:
    if criterion.minimum is None:
        return "?"
    if criterion.id == "prasyarat":
        return "ya"
    return f"{format_number(criterion.minimum)}{' %' if criterion.percent else ''}"


def _heading(flow: Flow, key: str, title: str) -> None:
    flow.gap(14)
    flow.need(100)
    flow.heading(key, title, HEADING)
    flow.gap(3)
