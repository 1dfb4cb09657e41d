"""Ringkasan kekurangan: one page for the principal, whatever there is to say."""

from collections.abc import Iterator

from zidesk.domain.assessment import Assessment
from zidesk.domain.criteria import Criterion
from zidesk.domain.evidence import FileState
from zidesk.domain.gaps import AreaProgress, area_progress, missing_documents, troubled
from zidesk.domain.indonesian import format_date, format_number
from zidesk.domain.plan import PlanRow
from zidesk.domain.scoring import question_weight
from zidesk.services.documents.checklists.areas import area_title
from zidesk.services.documents.checklists.criterion_words import limit_words, value_words
from zidesk.services.documents.checklists.duties import action_words, as_of, due_words
from zidesk.services.documents.checklists.fitting import and_more, fitted, named
from zidesk.services.documents.content.score_rows import summary, verdict
from zidesk.services.documents.letters.kind import Field, Kind, PaperFacts
from zidesk.services.documents.letters.parts import document
from zidesk.services.documents.model.blocks import Paragraph, Title
from zidesk.services.documents.model.document import Block, Document
from zidesk.services.documents.model.inline import filled
from zidesk.services.documents.model.table import Cell, Column, Row, Table, row

_SIZE = 8.5
_CRITERIA, _AREAS, _NAMES, _LATE = 7, 8, 2, 5  # rows and lines; the rest are counted
_CODES, _FILES = 12, 3


def build_shortfall(facts: PaperFacts) -> Document:
    assessment, profile = facts.assessment, facts.profile
    school = fitted(profile.school.name, 160, 11)
    below = f"Menuju {profile.target} tahun {profile.year}, keadaan per {format_date(as_of(facts))}"
    late = facts.action_plan.late(as_of(facts)) if profile.year else ()
    blocks: tuple[Block, ...] = (
        Title((KIND.title.upper(),), (school, below)),
        _figures(assessment),
        _heading(f"Syarat {profile.target} yang belum terpenuhi"),
        *_criteria(assessment),
        _heading("Dokumen wajib yang belum ada"),
        *_documents(assessment),
        _heading("Butir yang belum dijawab"),
        _line(_unanswered(assessment)),
        _heading("Berkas yang rusak atau terkunci"),
        _line(_files(assessment)),
        _heading("Rencana aksi yang terlambat"),
        *_plan(facts, late),
    )
    return document(facts, KIND.title, blocks)


def _heading(text: str) -> Paragraph:
    return Paragraph(text, "left", bold=True, keep=True, space=2, size=9.5)


def _line(text: str) -> Paragraph:
    return Paragraph(text, "left", size=_SIZE + 0.5)


def _figures(assessment: Assessment) -> Table:
    """Score and target side by side, and how much is answered and attached."""
    criteria, counts = assessment.criteria[assessment.profile.target], assessment.counts
    total = next((item for item in criteria if item.id == "total"), None)
    limit = "?" if total is None or total.minimum is None else format_number(total.minimum)
    short = "?" if total is None or total.met is None else format_number(total.printed_missing)
    return _table(
        (
            Column("Nilai sekarang", align="center"),
            Column(f"Minimal {assessment.profile.target}", align="center"),
            Column("Kekurangan", align="center"),
            Column("Butir dijawab", align="center"),
            Column("Berkas bukti", align="center"),
            Column("Syarat", align="center", share=1.8),
        ),
        (
            row(
                format_number(assessment.scores.total.score),
                limit,
                short,
                f"{counts.answered} dari {counts.questions}",
                str(counts.evidence),
                summary(criteria),
            ),
        ),
    )


def _criteria(assessment: Assessment) -> Iterator[Block]:
    """Those that are not met, the limits that are not confirmed among them."""
    unmet = [item for item in assessment.criteria[assessment.profile.target] if item.met is not True]
    if not unmet:
        yield _line("Tidak ada; semua syarat terpenuhi.")
        return
    columns = (
        Column("Syarat"),
        Column("Nilai", 20, "right"),
        Column("Minimal", 20, "right"),
        Column("Kekurangan", 34),
    )
    yield _table(columns, (*map(_criterion, unmet[:_CRITERIA]), *_rest(len(unmet) - _CRITERIA)))


def _criterion(item: Criterion) -> Row:
    return row(fitted(item.label, 88, _SIZE), value_words(item), limit_words(item), verdict(item))


def _documents(assessment: Assessment) -> Iterator[Block]:
    """Per area how many, and those of the weightiest questions by name."""
    found = [(area, names) for area in area_progress(assessment) if (names := _missing(assessment, area))]
    if not found:
        yield _line("Tidak ada; semua dokumen wajib tersedia.")
        return
    columns = (Column("Area", 46), Column("Jumlah", 14, "center"), Column("Terpenting"), Column("Lainnya", 24))
    rows = (
        row(
            fitted(area_title(area), 43, _SIZE, 2),
            str(len(names)),
            "\n".join(fitted(name, 78, _SIZE) for name in names[:_NAMES]),
            and_more(len(names) - _NAMES) if len(names) > _NAMES else "",
        )
        for area, names in found[:_AREAS]
    )
    yield _table(columns, (*rows, *_rest(len(found) - _AREAS)))


def _missing(assessment: Assessment, area: AreaProgress) -> list[str]:
    places = sorted(area.places, key=lambda place: -question_weight(place.sub_area))
    return [
        f"{place.question.code} {item.name}"
        for place in places
        for item in missing_documents(assessment, place.question.code)
    ]


def _unanswered(assessment: Assessment) -> str:
    codes = [code for code, score in assessment.scores.questions.items() if score is None]
    return f"{len(codes)} butir: {named(codes, _CODES)}." if codes else "Tidak ada; semua butir telah dijawab."


def _files(assessment: Assessment) -> str:
    """One line for each of the first few."""
    words = {FileState.DAMAGED: "rusak", FileState.LOCKED: "terkunci"}
    uses = troubled(assessment)
    lines = [
        fitted(
            f"{use.question_code} {use.title or use.original_name} ({words[use.file.inspection.state]})", 150, 9
        )
        for use in uses[:_FILES]
    ]
    if len(uses) > _FILES:
        lines.append(and_more(len(uses) - _FILES))
    return "\n".join(lines) or "Tidak ada."


def _plan(facts: PaperFacts, late: tuple[PlanRow, ...]) -> Iterator[Block]:
    if not facts.plan_rows:
        yield _line("Rencana aksi belum disusun.")
    elif not late:
        yield _line("Tidak ada.")
    else:
        columns = (Column("Kode", 20), Column("Rencana aksi"), Column("Penanggung jawab", 38), Column("Batas", 22))
        rows = (
            row(
                item.scope,
                fitted(action_words(item), 82, _SIZE),
                filled(fitted(item.in_charge, 35, _SIZE), 30),
                due_words(item, facts),
            )
            for item in late[:_LATE]
        )
        yield _table(columns, (*rows, *_rest(len(late) - _LATE)))


def _table(columns: tuple[Column, ...], rows: tuple[Row, ...]) -> Table:
    return Table(columns, rows, size=_SIZE, padding=1.5, space=5)


def _rest(count: int) -> tuple[Row, ...]:
    return (Row((Cell(and_more(count), colspan=20),)),) if count > 0 else ()


KIND = Kind(
    "shortfall",
    "Ringkasan Kekurangan",
    fields=(Field("tanggal", "Keadaan per tanggal", "date", optional=True),),
    build=build_shortfall,
)
