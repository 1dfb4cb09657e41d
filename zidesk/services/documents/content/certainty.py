"""What is not certain about a sheet's figures: which ones carry a mark, and what is said about them."""

from zidesk.domain.assessment import Assessment
from zidesk.domain.instrument import Instrument, Question, Threshold

MARK = " *)"
_WORDS = {"medium": "sedang", "low": "rendah"}


def mark_of(item: Question | Threshold) -> str:
    """The footnote mark of an uncertain figure, or ""."""
    return "" if item.confidence == "high" else MARK


def uncertain_limits(instrument: Instrument) -> frozenset[tuple[str, str]]:
    """Predicate and subject ("WBBM", "B.I") of the limits that carry a mark."""
    return frozenset(
        (predicate, threshold.subject)
        for predicate, thresholds in instrument.thresholds.items()
        for threshold in thresholds
        if threshold.confidence != "high"
    )


def subject_of(criterion_id: str) -> str:
    """The threshold a criterion comes from: each area stands under one threshold."""
    return "persen_per_area_pengungkit" if criterion_id.startswith("area.") else criterion_id


def certainty_notes(assessment: Assessment) -> list[tuple[str, str]]:
    """Subject and remark for each uncertain limit and question, in the order of the sheet."""
    instrument = assessment.instrument
    labels = {
        subject_of(criterion.id): criterion.label
        for criteria in assessment.criteria.values()
        for criterion in criteria
    }
    labels["persen_per_area_pengungkit"] = "Persentase tiap area"
    notes = [
        (f"Batas {predicate}, {labels.get(threshold.subject, threshold.subject)}", _remark(threshold))
        for predicate, thresholds in instrument.thresholds.items()
        for threshold in thresholds
        if threshold.confidence != "high"
    ]
    unsure = [question for question in instrument.questions if question.confidence != "high"]
    notes.extend((f"Butir {question.code}", _remark(question)) for question in unsure if question.note)
    for confidence in dict.fromkeys(question.confidence for question in unsure if not question.note):
        codes = [item.code for item in unsure if item.confidence == confidence and not item.note]
        notes.append((f"Butir {', '.join(codes)}", f"Kepastian {_WORDS.get(confidence, confidence)}."))
    return notes


def _remark(item: Question | Threshold) -> str:
    level = f"Kepastian {_WORDS.get(item.confidence, item.confidence)}."
    return f"{level} {item.note}" if item.note else level
