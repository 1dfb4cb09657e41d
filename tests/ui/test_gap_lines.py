"""The lines about what is missing, from an assessment without a window."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from zidesk.domain.assessment import Assessment
from zidesk.domain.evidence import EvidenceUse, FileState, Inspection, StoredFile
from zidesk.domain.gaps import troubled, without_documents, without_evidence
from zidesk.storage.workspace import open_workspace
from zidesk.ui.gap_lines import INBOX_TARGET, lacking_lines, papers_line
from zidesk.ui.models.question_filter import Show
from zidesk.ui.widgets.line import Cell, Line

_MOMENT = datetime(2026, 3, 5, tzinfo=UTC)


@pytest.fixture(scope="module")
def filled(filled_template: Path) -> Assessment:
    """Every question answered but A.I.1.ii.a, and no evidence."""
    workspace = open_workspace(filled_template, read_only=True)
    try:
        return workspace.assessment()
    finally:
        workspace.close()


def use(
    number: int, code: str = "", state: FileState = FileState.OK, fulfils: tuple[str, ...] = ()
) -> EvidenceUse:
    file = StoredFile(f"{number:064x}", 10, Inspection(state=state))
    return EvidenceUse(number, code, file, 1, f"Bukti {number}", "a.pdf", _MOMENT, fulfils=frozenset(fulfils))


def lines_of(assessment: Assessment) -> dict[str, tuple[str, str]]:
    """The words and the detail of each line by its target."""
    lines = lacking_lines(
        assessment, without_evidence(assessment), without_documents(assessment), troubled(assessment)
    )
    return {line.target: texts(line) for line in lines}


def texts(line: Line) -> tuple[str, str]:
    first, second = line.cells[:2]
    assert isinstance(first, Cell) and isinstance(second, Cell)
    return first.text, second.text


def test_each_kind_of_gap_with_its_figure(filled: Assessment) -> None:
    found = lines_of(filled)
    assert found[Show.UNANSWERED.name] == ("1 butir belum dijawab", "terbanyak di Area 1")
    assert found[Show.NO_EVIDENCE.name][0] == "113 butir belum berbukti"
    required = sum(
        document.required for question in filled.instrument.questions for document in question.documents
    )
    assert found[Show.NO_DOCUMENTS.name] == (
        f"{required} dokumen wajib belum ada",
        f"pada {len(without_documents(filled))} butir",
    )
    assert set(found) == {Show.UNANSWERED.name, Show.NO_EVIDENCE.name, Show.NO_DOCUMENTS.name}


def test_files_that_wait_and_files_that_cannot_be_opened(filled: Assessment) -> None:
    damaged, locked = use(1, "A.I.1.i.a", FileState.DAMAGED), use(2, "A.I.1.i.b", FileState.LOCKED)
    again = replace(damaged, id=3, question_code="A.I.1.i.b")
    evidence = {"A.I.1.i.a": (damaged,), "A.I.1.i.b": (locked, again)}
    found = lines_of(replace(filled, evidence=evidence, inbox=(use(4), use(5))))
    assert found[Show.TROUBLE.name] == ("2 berkas rusak atau terkunci", "1 rusak, 1 terkunci"), "each content once"
    assert found[INBOX_TARGET] == ("2 berkas di Kotak masuk", "belum ditempatkan")
    assert found[Show.NO_EVIDENCE.name][0] == "111 butir belum berbukti"


def test_where_nothing_is_missing_there_is_no_line(filled: Assessment) -> None:
    uses: Callable[[int, str], EvidenceUse] = lambda number, code: use(  # noqa: E731
        number, code, fulfils=tuple(document.name for document in filled.instrument.question(code).documents)
    )
    evidence = {
        question.code: (uses(number, question.code),)
        for number, question in enumerate(filled.instrument.questions, 1)
    }
    answers = dict(filled.answers) | {"A.I.1.ii.a": filled.answers["A.I.1.i.a"]}
    assert lines_of(replace(filled, evidence=evidence, answers=answers)) == {}


def test_the_first_missing_document_by_name_and_the_others_counted(filled: Assessment) -> None:
    place = next(place for place in filled.instrument.places if place.question.code == "A.I.1.i.b")
    names = [document.name for document in place.question.documents if document.required]
    assert len(names) > 1
    line = papers_line(filled, place)
    cells = [cell.text for cell in line.cells if isinstance(cell, Cell)]
    assert cells == ["1.i.b", names[0], f"dan {len(names) - 1} lagi"]
    assert all(name in line.name for name in names) and line.target == "A.I.1.i.b"
    there = replace(filled, evidence={"A.I.1.i.b": (use(1, "A.I.1.i.b", fulfils=tuple(names[1:])),)})
    assert papers_line(there, place).cells[2] == Cell("", "muted", right=True, small=True)
