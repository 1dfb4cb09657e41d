"""The printed sheet: every row of the official one, with the figures of the program."""

from dataclasses import replace
from pathlib import Path

import docx
from pypdf import PdfReader

from tests.unit.services.documents.reading import all_text, outline, page_texts, squeezed
from tests.unit.services.documents.report_facts import made, with_plan
from tests.unit.services.documents.samples import hostile, make_use
from zidesk.domain.archive_layout import Layout
from zidesk.domain.assessment import Assessment
from zidesk.domain.indonesian import format_number
from zidesk.services.documents.content.certainty import certainty_notes
from zidesk.services.documents.model.table import Row, Table
from zidesk.services.documents.paper import Stationery
from zidesk.services.documents.reports.sheet import build_sheet


def _rows(assessment: Assessment, layout: Layout) -> dict[str, Row]:
    table = next(block for block in build_sheet(with_plan(assessment, layout)).blocks if isinstance(block, Table))
    return {str(row.cells[0].text): row for row in table.rows}


def test_every_question_and_node_has_a_row(assessment: Assessment, layout: Layout) -> None:
    rows = _rows(assessment, layout)
    instrument = assessment.instrument
    codes = {node.code for node in instrument.nodes()} | {question.code for question in instrument.questions}
    assert set(rows) == codes | {""}
    total = [cell.text for cell in rows[""].cells]
    assert total[1:3] == ["NILAI TOTAL", "100,00"]
    assert total[4] == format_number(assessment.scores.total.score)


def test_answer_score_note_and_evidence(assessment: Assessment, layout: Layout) -> None:
    cells = [cell.text for cell in _rows(assessment, layout)["A.I.1.i.a"].cells]
    assert cells[3:6] == ["Ya", "1,00", "100,00"]
    assert cells[6] == assessment.answers["A.I.1.i.a"].note
    assert cells[7] == "01 Dokumen 1 butir A.I.1.i.a (421/1/2026)\n02 Dokumen 2 butir A.I.1.i.a (421/2/2026)"


def test_what_is_not_answered_has_no_score(empty_assessment: Assessment, layout: Layout) -> None:
    cells = [cell.text for cell in _rows(empty_assessment, layout)["A.I.1.i.a"].cells]
    assert cells[3:] == ["Belum dijawab", "", "", "", "Belum ada bukti"]


def test_much_evidence_is_counted(assessment: Assessment, layout: Layout) -> None:
    uses = tuple(make_use("A.I.1.i.a", at, f"Bukti {at}") for at in range(1, 24))
    known = replace(assessment, evidence={"A.I.1.i.a": uses})
    lines = str(_rows(known, layout)["A.I.1.i.a"].cells[7].text).splitlines()
    assert lines[-2:] == ["10 Bukti 10", "… dan 13 lagi"]


def test_it_lies_on_its_side_and_ends_with_scores_criteria_and_notes(
    assessment: Assessment, layout: Layout, stationery: Stationery, tmp_path: Path
) -> None:
    out = made("lke-print", with_plan(assessment, layout), stationery, tmp_path)
    reader = PdfReader(out)
    assert all(page.mediabox.width > page.mediabox.height for page in reader.pages)
    titles = [title for _, title, _ in outline(out)]
    assert titles == ["Lembar Kerja Evaluasi", "Nilai per Area", "Syarat WBK dan WBBM", "Catatan Kepastian"]
    first = outline(out)[1][2]
    assert all("Penilaian" in page and "Catatan" in page for page in page_texts(out)[: first - 1])
    text = squeezed(all_text(out))
    for subject, remark in certainty_notes(assessment):
        assert squeezed(subject) in text
        assert squeezed(remark) in text
    for question in assessment.instrument.open_questions:
        assert squeezed(question) in text


def test_in_docx_and_with_nasty_texts(
    assessment: Assessment, layout: Layout, stationery: Stationery, tmp_path: Path
) -> None:
    facts = with_plan(hostile(assessment), layout)
    made("lke-print", facts, stationery, tmp_path)
    read = docx.Document(str(made("lke-print", facts, stationery, tmp_path, ".docx")))
    assert len(read.tables) == 4
    assert read.sections[0].page_width > read.sections[0].page_height
