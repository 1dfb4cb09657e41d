"""The sheet (LKE) to print: every part and question with its answer, score, note and evidence."""

from collections.abc import Iterator

from zidesk.domain.assessment import Assessment
from zidesk.domain.indonesian import format_date, format_number
from zidesk.services.documents.checklists.answers import short_answer
from zidesk.services.documents.checklists.checklist import use_words
from zidesk.services.documents.checklists.fitting import and_more, shortened
from zidesk.services.documents.content.certainty import MARK
from zidesk.services.documents.letters.kind import Kind, PaperFacts
from zidesk.services.documents.letters.parts import document
from zidesk.services.documents.lke.rows import RowKind, SheetRow, sheet_rows
from zidesk.services.documents.lke.words import label, mark
from zidesk.services.documents.model.blocks import Heading, Paragraph
from zidesk.services.documents.model.document import Block, Document
from zidesk.services.documents.model.table import Cell, Column, Row, Table
from zidesk.services.documents.reports.score_tables import certainty_table, criteria_table, score_table

_TITLE = "Lembar Kerja Evaluasi"
_COLUMNS = (
    Column("Kode", 22),
    Column("Penilaian", share=1.5),
    Column("Bobot", 14, "right"),
    Column("Jawaban", 30, "center"),
    Column("Nilai", 14, "right"),
    Column("%", 16, "right"),
    Column("Catatan", share=1.2),
    Column("Bukti", share=1.2),
)
_FILES = 10  # of one question, by name
_NODES = (RowKind.COMPONENT, RowKind.GROUP, RowKind.AREA, RowKind.SUB_AREA)


def build_sheet(facts: PaperFacts) -> Document:
    assessment = facts.assessment
    blocks: list[Block] = [
        Heading(1, _TITLE, numbered=False),
        *_front(assessment),
        Table(_COLUMNS, tuple(_rows(assessment)), size=8, landscape=True, padding=2),
        Heading(1, "Nilai per Area", numbered=False),
        score_table(assessment),
        Heading(1, "Syarat WBK dan WBBM", numbered=False),
        criteria_table(assessment),
    ]
    notes = certainty_table(assessment)
    if notes is not None:
        text = (
            f"Angka dan butir bertanda{MARK} belum pasti menurut sumber lembar ini dan perlu dicocokkan dengan "
            "naskah resmi sebelum dijadikan dasar keputusan."
        )
        blocks += [Heading(1, "Catatan Kepastian", numbered=False), Paragraph(text, "left", keep=True), notes]
    return document(facts, _TITLE, tuple(blocks))


def _front(assessment: Assessment) -> Iterator[Paragraph]:
    profile, instrument = assessment.profile, assessment.instrument
    status = f" ({instrument.status})" if instrument.status and not instrument.confirmed else ""
    yield Paragraph(f"{instrument.title}{status}", "center", keep=True, space=2)
    school = shortened(profile.school.name, 200)
    npsn = f" · NPSN {profile.school.npsn}" if profile.school.npsn else ""
    day = format_date(assessment.changed_at.date())
    words = f"{school}{npsn} · menuju {profile.target} tahun {profile.year} · data per {day}"
    yield Paragraph(words, "center", keep=True)


def _rows(assessment: Assessment) -> Iterator[Row]:
    """As the workbook has them, without the rows for single inputs: the answer names them."""
    for item in sheet_rows(assessment.instrument, 1).rows:
        if item.kind is RowKind.QUESTION:
            yield _question_row(assessment, item)
        elif item.kind in _NODES or item.kind is RowKind.TOTAL:
            yield _node_row(assessment, item)


def _node_row(assessment: Assessment, item: SheetRow) -> Row:
    score = assessment.scores.nodes[item.code]
    code = "" if item.kind is RowKind.TOTAL else item.code
    cells = (
        Cell(code),
        Cell(label(item) + mark(item)),
        Cell(format_number(score.weight)),
        Cell(),
        Cell(format_number(score.score)),
        Cell(format_number(score.percent)),
    )
    return Row(cells, bold=True, keep=item.kind is not RowKind.TOTAL)


def _question_row(assessment: Assessment, item: SheetRow) -> Row:
    question = assessment.instrument.question(item.code)
    answer, score = assessment.answer_of(item.code), assessment.scores.questions[item.code]
    uses = assessment.uses_of(item.code)
    lines = [use_words(use) for use in uses[:_FILES]]
    if len(uses) > _FILES:
        lines.append(and_more(len(uses) - _FILES))
    return Row(
        (
            Cell(item.code),
            Cell(label(item) + mark(item)),
            Cell(),
            Cell(short_answer(question, answer, score)),
            Cell("" if score is None else format_number(score)),
            Cell("" if score is None else format_number(score * 100)),
            Cell(answer.note),
            Cell("\n".join(lines) or "Belum ada bukti"),
        )
    )


KIND = Kind("lke-print", "Lembar Kerja Evaluasi untuk Dicetak", build=build_sheet)
