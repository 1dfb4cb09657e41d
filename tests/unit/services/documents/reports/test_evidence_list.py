"""The list of evidence: numbered through, by area, with sums."""

from pathlib import Path

import docx

from tests.unit.services.documents.reading import all_text, outline
from tests.unit.services.documents.report_facts import made, with_plan
from tests.unit.services.documents.samples import hostile
from zidesk.domain.archive_layout import Layout
from zidesk.domain.assessment import Assessment
from zidesk.services.documents.model.table import Table
from zidesk.services.documents.paper import Stationery
from zidesk.services.documents.reports.evidence_list import build_evidence_list


def test_every_use_has_a_number(assessment: Assessment, layout: Layout) -> None:
    document = build_evidence_list(with_plan(assessment, layout))
    rows = [row for block in document.blocks if isinstance(block, Table) for row in block.rows]
    assert [row.cells[0].text for row in rows] == [str(at) for at in range(1, assessment.counts.evidence + 1)]
    shown = {(row.cells[1].text, str(row.cells[2].text).partition(" (")[0]) for row in rows}
    assert shown == {(code, use.title) for code, uses in assessment.evidence.items() for use in uses}


def test_number_date_pages_size_and_state(
    assessment: Assessment, layout: Layout, stationery: Stationery, tmp_path: Path
) -> None:
    out = made("evidence-list", with_plan(assessment, layout), stationery, tmp_path)
    text = all_text(out)
    assert "Laporan Monitoring Semester II 421.3/198/SMAN1-LC/2025 18 Des 2025 3 1,2 MB" in text
    assert "Foto rapat – – 1,2 MB" in text
    assert "Notula (rusak) –" in text
    assert "Daftar hadir (terkunci) –" in text
    counts = assessment.counts
    assert f"Jumlah seluruhnya {counts.evidence} bukti dari {counts.files} berkas" in text
    assert outline(out)[1][1] == "Area 1 Manajemen Perubahan"


def test_one_area_and_none_at_all(
    assessment: Assessment, empty_assessment: Assessment, layout: Layout, stationery: Stationery, tmp_path: Path
) -> None:
    text = all_text(made("evidence-list", with_plan(assessment, layout, {"area": "2"}), stationery, tmp_path))
    assert "A.I.2.i.a" in text
    assert "A.I.1.i.a" not in text
    folder = tmp_path / "kosong"
    folder.mkdir()
    text = all_text(made("evidence-list", with_plan(empty_assessment, layout), stationery, folder))
    assert text.count("Belum ada bukti.") == 8
    assert "Jumlah seluruhnya 0 bukti dari 0 berkas (0 bita)" in text


def test_in_docx_and_with_nasty_texts(
    assessment: Assessment, layout: Layout, stationery: Stationery, tmp_path: Path
) -> None:
    facts = with_plan(hostile(assessment), layout)
    made("evidence-list", facts, stationery, tmp_path)
    read = docx.Document(str(made("evidence-list", facts, stationery, tmp_path, ".docx")))
    assert sum(len(table.rows) - 1 for table in read.tables) == facts.assessment.counts.evidence
