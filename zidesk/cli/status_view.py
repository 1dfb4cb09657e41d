"""The state of an assessment: as a record for scripts, and as lines for a person."""

from collections.abc import Iterator
from typing import Any

from zidesk.cli.output import say
from zidesk.domain.assessment import Assessment
from zidesk.domain.criteria import Criterion, all_met, combined_areas
from zidesk.domain.indonesian import format_number, format_size
from zidesk.domain.scoring import NodeScore


def status_record(assessment: Assessment) -> dict[str, Any]:
    """The object of `status --json`; scores are unrounded numbers, questions score 0..1."""
    scores = assessment.scores
    counts = assessment.counts
    return {
        "instrument": assessment.instrument.id,
        "year": assessment.profile.year,
        "school": assessment.profile.school.name,
        "target": assessment.profile.target,
        "confirmed": assessment.instrument.confirmed,
        "nodes": {code: _node_record(score) for code, score in scores.nodes.items()},
        "questions": {
            question.code: _question_record(assessment, question.code)
            for question in assessment.instrument.questions
        },
        "criteria": {
            predicate: [_criterion_record(criterion) for criterion in criteria]
            for predicate, criteria in assessment.criteria.items()
        },
        "counts": {
            "questions": counts.questions,
            "answered": counts.answered,
            "evidence": counts.evidence,
            "files": counts.files,
            "bytes": counts.bytes,
            "unplaced": counts.unplaced,
        },
    }


def _node_record(score: NodeScore) -> dict[str, float]:
    return {"weight": float(score.weight), "score": float(score.score), "percent": float(score.percent)}


def _question_record(assessment: Assessment, code: str) -> dict[str, Any]:
    answer = assessment.answer_of(code)
    return {
        "answer": None if answer.value is None else str(answer.value),
        "score": float(assessment.scores.questions[code] or 0),
        "note": answer.note,
        "evidence": len(assessment.uses_of(code)),
    }


def _criterion_record(criterion: Criterion) -> dict[str, Any]:
    return {
        "id": criterion.id,
        "label": criterion.label,
        "min": None if criterion.minimum is None else float(criterion.minimum),
        "value": float(criterion.value),
        "met": criterion.met,
        "missing": float(criterion.missing),
    }


def print_status(assessment: Assessment) -> None:
    """A page for the terminal."""
    counts = assessment.counts
    say(f"{assessment.profile.school.name} · {assessment.profile.year} · menuju {assessment.profile.target}")
    if not assessment.instrument.confirmed:
        say(f"Lembar {assessment.instrument.id} {assessment.instrument.status}.")
    say(f"Dijawab {counts.answered} dari {counts.questions} butir.")
    say(f"{counts.evidence} bukti dari {counts.files} berkas ({format_size(counts.bytes)}).")
    if counts.unplaced:
        say(f"{counts.unplaced} berkas di Kotak masuk belum ditempatkan pada butir.")
    say()
    _print_table(
        ("Bagian", "Bobot", "Nilai", "%"),
        [(name, *_figures(score)) for name, score in _rows(assessment)],
    )
    say()
    for line in criteria_lines(assessment):
        say(line)


def _rows(assessment: Assessment) -> Iterator[tuple[str, NodeScore]]:
    enabler, *results = assessment.instrument.components
    nodes = assessment.scores.nodes
    for area, score in combined_areas(assessment.instrument, assessment.scores):
        yield f"{area.number} {area.name}", score
    yield f"{enabler.code} {enabler.name}", nodes[enabler.code]
    for component in results:
        for group in component.children:
            yield f"{group.code} {group.name}", nodes[group.code]
    yield "Jumlah", assessment.scores.total


def criteria_lines(assessment: Assessment) -> Iterator[str]:
    """For each predicate whether its criteria are met, and each one that is not, by how much."""
    for predicate, criteria in assessment.criteria.items():
        if not criteria:
            continue
        missed = [criterion for criterion in criteria if criterion.met is not True]
        if all_met(criteria):
            yield f"{predicate}: semua {len(criteria)} kriteria terpenuhi"
            continue
        yield f"{predicate}: {len(criteria) - len(missed)} dari {len(criteria)} kriteria terpenuhi"
        for criterion in missed:
            yield f"  - {criterion.label}: {_shortfall(criterion)}"


def _shortfall(criterion: Criterion) -> str:
    if criterion.minimum is None:
        return "batasnya belum terkonfirmasi"
    if criterion.id == "prasyarat":
        return "belum"
    unit = " %" if criterion.percent else ""
    minimum, value, missing = (
        format_number(figure) for figure in (criterion.minimum, criterion.value, criterion.printed_missing)
    )
    return f"{value}{unit} dari minimal {minimum}{unit}, kurang {missing}{unit}"


def _figures(score: NodeScore) -> tuple[str, str, str]:
    return format_number(score.weight), format_number(score.score), format_number(score.percent)


def _print_table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    widths = [max(len(row[column]) for row in [head, *rows]) for column in range(len(head))]
    for row in [head, *rows]:
        first, *figures = (
            cell.ljust(width) if not column else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        say("  ".join([first, *figures]))
