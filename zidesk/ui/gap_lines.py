"""The lines of the overview about what is still missing. Pure functions over an assessment, no Qt widgets."""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

from zidesk.domain.assessment import Assessment
from zidesk.domain.evidence import EvidenceUse, FileState
from zidesk.domain.gaps import missing_documents
from zidesk.domain.indonesian import format_number
from zidesk.domain.instrument import Instrument, Place
from zidesk.ui.models.question_filter import Show
from zidesk.ui.overview_lines import spoken_code
from zidesk.ui.widgets.line import Cell, Line
from zidesk.ui.wording import STATE_WORDS

INBOX_TARGET = "inbox"  # where the line about the inbox leads; the others lead to the name of a Show


def lacking_lines(
    assessment: Assessment, bare: Sequence[Place], without_papers: Sequence[Place], flawed: Sequence[EvidenceUse]
) -> tuple[Line, ...]:
    """What is missing, one line for each kind that there is; none where nothing is."""
    unanswered = [
        place for place in assessment.instrument.places if assessment.scores.questions[place.question.code] is None
    ]
    papers = sum(len(missing_documents(assessment, place.question.code)) for place in without_papers)
    states = Counter({use.file.sha256: use.file.inspection.state for use in flawed}.values())
    flaws = ", ".join(f"{states[state]} {STATE_WORDS[state]}" for state in FileState if states[state])
    waiting = assessment.counts.unplaced
    found = (
        (len(unanswered), "butir belum dijawab", _most_in(unanswered), "circle-dashed", Show.UNANSWERED.name),
        (len(bare), "butir belum berbukti", _most_in(bare), "file", Show.NO_EVIDENCE.name),
        (
            papers,
            "dokumen wajib belum ada",
            f"pada {len(without_papers)} butir",
            "file-text",
            Show.NO_DOCUMENTS.name,
        ),
        (states.total(), "berkas rusak atau terkunci", flaws, "triangle-alert", Show.TROUBLE.name),
        (waiting, "berkas di Kotak masuk", "belum ditempatkan", "inbox", INBOX_TARGET),
    )
    return tuple(
        Line(
            (
                Cell(f"{format_number(count, 0)} {words}", icon=icon, rest=True),
                Cell(detail, "muted", right=True, small=True),
            ),
            f"{format_number(count, 0)} {words}: {detail}",
            target,
        )
        for count, words, detail, icon, target in found
        if count
    )


def _most_in(places: Sequence[Place]) -> str:
    """Which area has the most of these questions."""
    areas = Counter(f"Area {place.area.number}" if place.area.number else place.group.code for place in places)
    return f"terbanyak di {areas.most_common(1)[0][0]}" if areas else ""


def bare_line(instrument: Instrument, place: Place, score: Fraction | None) -> Line:
    """A question without evidence."""
    code = spoken_code(instrument, place.question.code)
    state = "belum dijawab" if score is None else "sudah dijawab"
    return Line(
        (
            Cell(code, chip=True),
            Cell(place.question.short_title, rest=True),
            Cell(state, "muted", right=True, small=True),
        ),
        f"{code} {place.question.short_title}: belum ada bukti, {state}",
        place.question.code,
    )


def papers_line(assessment: Assessment, place: Place) -> Line:
    """A question that lacks required documents: the first of them by name, the others counted."""
    code = spoken_code(assessment.instrument, place.question.code)
    names = [document.name for document in missing_documents(assessment, place.question.code)]
    return Line(
        (
            Cell(code, chip=True),
            Cell(names[0], rest=True),
            Cell(f"dan {len(names) - 1} lagi" if len(names) > 1 else "", "muted", right=True, small=True),
        ),
        f"{code} {place.question.short_title}: belum ada {'; '.join(names)}",
        place.question.code,
    )


def trouble_line(instrument: Instrument, use: EvidenceUse) -> Line:
    """A damaged or locked file."""
    code, state = spoken_code(instrument, use.question_code), STATE_WORDS[use.file.inspection.state]
    detail = use.file.inspection.state_detail
    return Line(
        (
            Cell(code, chip=True),
            Cell(use.title, rest=True),
            Cell(state, "bad", right=True, small=True, icon="triangle-alert"),
        ),
        f"{code} {use.original_name}: {state}" + (f" ({detail})" if detail else ""),
        use.question_code,
    )
