"""PERUBAHAN.pdf: what has changed since an earlier bundle, as a paper of the model."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from zidesk.domain.bundle_changes import AnswerPair, Changes
from zidesk.domain.clean_text import single_line
from zidesk.domain.errors import WrongSuffix
from zidesk.domain.indonesian import format_number
from zidesk.services.documents.bundle_changes.lines import ChangeGroup, ChangeLine, change_groups
from zidesk.services.documents.bundle_changes.words import (
    answer_text,
    moment_words,
    note_words,
    remarks,
    summary_words,
)
from zidesk.services.documents.checklists.fitting import shortened
from zidesk.services.documents.making import replaced
from zidesk.services.documents.model.blocks import Heading, KeyValues, Paragraph, Spacer, Title
from zidesk.services.documents.model.document import Block, Document
from zidesk.services.documents.model.facts import DocumentFacts
from zidesk.services.documents.model.inline import Run
from zidesk.services.documents.model.table import Cell, Column, Row, Table, row
from zidesk.services.documents.paper import Stationery
from zidesk.services.documents.reports.progress_table import change_words

CHANGES = "PERUBAHAN.pdf"
_TITLE = "Perubahan sejak Paket Sebelumnya"
_NO_DAY = datetime(2000, 1, 1)  # noqa: DTZ001 – bundles that tell no day; never the clock
_FILE_COLUMNS = (Column("No.", 11, "right"), Column("Butir", 24), Column("Bukti"), Column("Keterangan", 52))
_ANSWER_COLUMNS = (
    Column("Butir", 24),
    Column("Pertanyaan"),
    Column("Semula", 34),
    Column("Kini", 34),
    Column("Catatan", 22),
)
_SCORE_COLUMNS = (
    Column("Area"),
    Column("Semula", 24, "right"),
    Column("Kini", 24, "right"),
    Column("Perubahan", 24, "right"),
)
_LONGEST = 300  # characters of a question or a title


def write_changes(out: Path, changes: Changes, stationery: Stationery) -> None:
    """Writes the paper at a place the user chose, whole or not at all. Raises WrongSuffix, StorageFault."""
    from zidesk.services.documents.render_pdf.document import write_pdf

    if out.suffix.lower() != ".pdf":
        raise WrongSuffix(out, ".pdf")
    with replaced(out) as temporary:
        write_pdf(temporary, changes_document(changes), stationery)


def changes_document(changes: Changes) -> Document:
    """The same differences give the same paper."""
    of, year = changes.after, f" {changes.after.year}" if changes.after.year else ""
    school = shortened(single_line(of.school), 200)
    facts = DocumentFacts(
        title=f"{_TITLE} Zona Integritas{year} – {school}",
        author=school,
        subject=f"{_TITLE}: bukti, jawaban, dan nilai Zona Integritas{year}",
        changed_at=of.changed_at or changes.before.changed_at or _NO_DAY,
    )
    blocks: list[Block] = [
        Title((_TITLE.upper(),), tuple(filter(None, (school, f"Zona Integritas{year}")))),
        KeyValues(
            (
                ("Paket sebelumnya", moment_words(changes.before)),
                ("Paket ini", moment_words(changes.after)),
                ("Ringkasan", summary_words(changes)),
                ("Tidak berubah", f"{format_number(changes.same, 0)} berkas"),
            )
        ),
        Spacer(3),
        *(Paragraph(text, "left", size=10) for text in remarks(changes)),
        *_scores(changes),
        *_answers(changes),
    ]
    for group in change_groups(changes):
        blocks += _group(group)
    return Document(facts, _TITLE, school, tuple(blocks))


def _scores(changes: Changes) -> Iterator[Block]:
    if not changes.score_changes:
        return
    yield Heading(2, "Nilai", numbered=False)
    last = len(changes.scores) - 1
    rows = [
        row(
            single_line(pair.label),
            format_number(pair.before),
            format_number(pair.after),
            change_words(pair.gain),
            bold=at == last,
        )
        for at, pair in enumerate(changes.scores)
    ]
    yield Table(_SCORE_COLUMNS, tuple(rows), padding=2)


def _answers(changes: Changes) -> Iterator[Block]:
    if not changes.answers:
        return
    yield Heading(2, f"Jawaban ({format_number(len(changes.answers), 0)})", numbered=False)
    yield Table(_ANSWER_COLUMNS, tuple(map(_answer_row, changes.answers)), size=8.5, padding=2)


def _answer_row(pair: AnswerPair) -> Row:
    return row(
        single_line(pair.after.code),
        shortened(single_line(pair.after.text), _LONGEST),
        answer_text(pair.before),
        answer_text(pair.after),
        note_words(pair),
    )


def _group(group: ChangeGroup) -> Iterator[Block]:
    yield Heading(2, f"{group.title} ({format_number(len(group.lines), 0)})", numbered=False)
    yield Paragraph(group.about, "left", keep=True, size=9.5, space=4)
    rows = tuple(_file_row(number, line) for number, line in enumerate(group.lines, 1))
    yield Table(_FILE_COLUMNS, rows, size=8.5, padding=2)


def _file_row(number: int, line: ChangeLine) -> Row:
    """The path in italics below the title: it is the way to the file on the stick."""
    title = shortened(line.title, _LONGEST)
    return Row(
        (
            Cell(str(number)),
            Cell(line.place),
            Cell((Run(f"{title}\n", bold=True), Run(line.path, italic=True))),
            Cell(shortened(line.detail, _LONGEST)),
        )
    )
