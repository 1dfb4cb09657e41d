"""Scores, criteria and what is not certain about them, as tables of the model."""

from collections.abc import Iterator

from zidesk.domain.assessment import Assessment
from zidesk.domain.profile import TARGETS
from zidesk.services.documents.checklists.criterion_words import limit_words, value_words
from zidesk.services.documents.content.certainty import MARK, certainty_notes, subject_of, uncertain_limits
from zidesk.services.documents.content.score_rows import figures, group_names, score_rows, verdict
from zidesk.services.documents.model.table import Cell, Column, Row, Table, row


def score_table(assessment: Assessment) -> Table:
    """One row for each area, result and the total."""
    groups = group_names(assessment)
    columns = (
        Column("Area"),
        *(Column(name, 30, "right") for name in groups),
        Column("Nilai", 24, "right"),
        Column("Bobot", 24, "right"),
        Column("%", 24, "right"),
    )
    rows = tuple(
        row(item.label, *figures(item, len(groups)), bold=item.strong)
        for item in score_rows(assessment)
    )  # fmt: skip
    return Table(columns, rows, landscape=True)


def criteria_table(assessment: Assessment) -> Table:
    """Every criterion of both predicates: its limit, met or missing by how much."""
    columns = (
        Column("Syarat"),
        Column("Nilai", 26, "right"),
        Column("WBK minimal", 28, "right"),
        Column("Hasil", 38),
        Column("WBBM minimal", 30, "right"),
        Column("Hasil", 38),
    )
    return Table(columns, tuple(_criterion_rows(assessment)), landscape=True)


def _criterion_rows(assessment: Assessment) -> Iterator[Row]:
    by_predicate = {predicate: {item.id: item for item in assessment.criteria[predicate]} for predicate in TARGETS}
    marked = uncertain_limits(assessment.instrument)
    every = {id_: item for items in by_predicate.values() for id_, item in items.items()}
    for id_, criterion in every.items():
        cells = [criterion.label, value_words(criterion)]
        for predicate in TARGETS:
            own = by_predicate[predicate].get(id_)
            mark = MARK if (predicate, subject_of(id_)) in marked else ""
            cells += ["–", ""] if own is None else [limit_words(own) + mark, verdict(own)]
        yield row(*cells)


def certainty_table(assessment: Assessment) -> Table | None:
    """What is said about the marked figures, then the sheet's open questions; None where all is certain."""
    notes = certainty_notes(assessment)
    open_questions = assessment.instrument.open_questions
    if not notes and not open_questions:
        return None
    rows = [Row((Cell(subject), Cell(remark))) for subject, remark in notes]
    rows += [row(f"Pertanyaan terbuka {at}", text) for at, text in enumerate(open_questions, 1)]
    return Table((Column("Hal", 66), Column("Catatan")), tuple(rows), landscape=True)
