"""Assessments to write workbooks from, and their cells read back."""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import openpyxl

from zidesk.domain.answer import Answer, AnswerValue, Chosen, Nil, Numbers, parse_answer
from zidesk.domain.archive_layout import Layout, plan_layout
from zidesk.domain.assessment import Assessment
from zidesk.domain.errors import AnswerRejected
from zidesk.domain.evidence import EvidenceUse, FileKind, Inspection, StoredFile
from zidesk.domain.instrument import AnswerType, Instrument, Question
from zidesk.domain.profile import Profile, School
from zidesk.services.documents.lke.columns import FIRST_LINE, SCHOOL, Side, cell
from zidesk.services.documents.lke.rows import RowKind, SheetRow, sheet_rows
from zidesk.services.documents.lke.workbook import write_lke

LAYOUT = Layout("uji", "Uji", {"": ("{question.code}",)}, "{code}-{position} {title}")


def make_assessment(
    instrument: Instrument,
    answers: Mapping[str, Answer],
    evidence: Mapping[str, tuple[EvidenceUse, ...]] | None = None,
    **profile: Any,
) -> Assessment:
    school = School(profile.pop("name", "SMA Negeri 1 Contoh"), "20605123")
    return Assessment(
        Profile(school, year=2026, **profile),
        instrument,
        answers,
        evidence or {},
        datetime(2026, 3, 2, 1, 30, tzinfo=UTC),
    )


def make_use(code: str, position: int, title: str, **facts: Any) -> EvidenceUse:
    number = facts.pop("number", "")
    file = StoredFile(f"{position:064x}", 1_234_567, Inspection(FileKind.PDF, suffix=".pdf", pages=3))
    return EvidenceUse(
        id=position,
        question_code=code,
        file=file,
        position=position,
        title=title,
        original_name=facts.pop("original_name", f"{position}.pdf"),
        added_at=datetime(2026, 3, 1, tzinfo=UTC),
        number=number,
        dated=facts.pop("dated", date(2026, 8, 5)),
        **facts,
    )


@dataclass(frozen=True)
class Written:
    """A workbook on disk with its sheets, as formulas and as the values that were stored with them."""

    path: Path
    formulas: Any
    values: Any

    def value(self, sheet: str, name: str) -> Any:
        return self.values[sheet][name].value

    def formula(self, sheet: str, name: str) -> Any:
        return self.formulas[sheet][name].value


def write(folder: Path, assessment: Assessment, *, areas: tuple[str, ...] = (), **options: Any) -> Written:
    path = folder / "LKE.xlsx"
    write_lke(path, assessment, plan_layout(assessment, LAYOUT, areas), **options)
    return read(path)


def read(path: Path) -> Written:
    return Written(path, openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True))


def rows_of(instrument: Instrument) -> tuple[SheetRow, ...]:
    return sheet_rows(instrument, FIRST_LINE).rows


def questions_of(instrument: Instrument) -> dict[str, SheetRow]:
    return {row.code: row for row in rows_of(instrument) if row.kind is RowKind.QUESTION}


def typed_cells(row: SheetRow, value: AnswerValue | None, side: Side = SCHOOL) -> dict[str, Any]:
    """What a person types into which cells to give this answer; None empties a cell."""
    question = row.question
    assert question is not None
    lines = row.parts or (row.line,)
    cells: dict[str, Any] = {cell(side.answer, line): None for line in lines}
    match value:
        case Chosen(key):
            cells[cell(side.answer, row.line)] = key
        case Nil():
            cells[cell(side.answer, lines[-1])] = str(value)
        case Numbers(values):
            for (_, number), line in zip(values, lines, strict=False):
                cells[cell(side.answer, line)] = float(number)
    return cells


def random_answer(question: Question, chance: random.Random) -> AnswerValue | None:
    """Any answer the question takes, or none."""
    if chance.random() < 0.15:
        return None
    if question.options:
        return Chosen(chance.choice(question.options).key)
    if question.answer_type is AnswerType.RATIO and chance.random() < 0.3:
        return Nil(chance.random() < 0.5)
    while True:
        given = ",".join(
            f"{item.key}={chance.randint(0, 9)}" if item.whole else f"{item.key}={chance.randint(0, 400) / 100}"
            for item in question.inputs
        )
        try:
            return parse_answer(question, given)
        except AnswerRejected:
            continue
