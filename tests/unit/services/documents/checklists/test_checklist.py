"""The checklist read back from PDF and DOCX."""

import time
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from tests.unit.services.documents.reading import all_text, fonts, outline, page_texts
from tests.unit.services.documents.report_facts import fulfilled, made, with_plan
from tests.unit.services.documents.samples import hostile, make_use
from zidesk.domain.archive_layout import Layout
from zidesk.domain.assessment import Assessment
from zidesk.domain.errors import UnknownArea
from zidesk.domain.staff import StaffMember
from zidesk.services.documents.checklists.checklist import FILLED, build_filled
from zidesk.services.documents.model.table import Row, Table
from zidesk.services.documents.paper import Stationery


def _rows(assessment: Assessment, layout: Layout, code: str) -> list[Row]:
    """The row of a question and those of its documents."""
    document = build_filled(with_plan(assessment, layout))
    rows = [row for block in document.blocks if isinstance(block, Table) for row in block.rows]
    start = next(at for at, row in enumerate(rows) if row.cells[0].text == code)
    after = next((at for at in range(start + 1, len(rows)) if rows[at].cells[0].text), len(rows))
    return rows[start:after]


def test_a_document_is_ticked_by_a_use_that_stands_for_it(assessment: Assessment, layout: Layout) -> None:
    known = fulfilled(assessment)
    question, first, second, *_ = _rows(known, layout, "A.I.1.i.a")
    assert question.cells[2].text == "Ya"
    assert first.cells[1].text == "☑"
    assert first.cells[3].text == "01 Dokumen 1 butir A.I.1.i.a (421/1/2026)"
    assert second.cells[1].text == "☐"
    assert not isinstance(second.cells[3].text, str)  # a dotted line
    assert all(row.cells[1].text != "☑" for row in _rows(assessment, layout, "A.I.1.i.a"))


def test_evidence_that_stands_for_nothing_is_listed_below(assessment: Assessment, layout: Layout) -> None:
    rows = _rows(fulfilled(assessment), layout, "A.I.1.i.a")
    assert rows[-1].cells[2].text == "Bukti lain"
    assert rows[-1].cells[3].text == "02 Dokumen 2 butir A.I.1.i.a (421/2/2026)"


def test_a_question_stays_with_its_documents(assessment: Assessment, layout: Layout) -> None:
    rows = _rows(assessment, layout, "A.I.1.i.a")
    assert [row.keep for row in rows] == [True] * (len(rows) - 1) + [False]


def test_who_and_when_come_from_the_plan(assessment: Assessment, layout: Layout) -> None:
    own, below, none = (_rows(assessment, layout, code)[0] for code in ("A.I.1.i.a", "A.I.1.ii.b", "A.I.3.i.a"))
    assert [cell.text for cell in own.cells[3:]] == ["Laras Pranata", "21 Feb 2026"]
    assert [cell.text for cell in below.cells[3:]] == ["Pokja 1", "7 Mar 2026"]
    assert none.cells[4].text == "31 Mei 2026"
    assert not isinstance(none.cells[3].text, str)


def test_six_areas_and_the_results_in_pdf(
    assessment: Assessment, layout: Layout, stationery: Stationery, tmp_path: Path
) -> None:
    facts = replace(
        with_plan(fulfilled(assessment), layout), staff=(StaffMember("Bagas", roles=("Ketua Pokja 2",)),)
    )
    out = made("checklist", facts, stationery, tmp_path)
    text = all_text(out)
    assert [title for _, title, _ in outline(out)][:2] == [
        "Ceklis Data Dukung Pokja 1: Manajemen Perubahan",
        "Ceklis Data Dukung Pokja 2: Penataan Tatalaksana",
    ]
    assert len(outline(out)) == 8
    assert "☑" in text
    assert "☐" in text
    assert all(fonts(out).values())
    assert "dokumen tersedia 1 dari 80, yang wajib 1 dari 35" in text
    assert "Ketua Pokja 2: Bagas" in text
    pages = [" ".join(page.split()) for page in page_texts(out)]
    assert all("Kode" in page and f"Halaman {at} dari" in page for at, page in enumerate(pages, 1))


def test_one_pokja_in_docx(assessment: Assessment, layout: Layout, stationery: Stationery, tmp_path: Path) -> None:
    facts = with_plan(fulfilled(assessment), layout, {"area": "Pokja 1"})
    read = docx.Document(str(made("checklist", facts, stationery, tmp_path, ".docx")))
    words = [cell.text for table in read.tables for row in table.rows for cell in row.cells]
    assert "☑" in words
    assert "A.I.1.i.a" in words
    assert "A.I.2.i.a" not in words
    assert read.sections[-1].page_width > read.sections[-1].page_height


def test_a_blank_one_shows_nothing_of_the_school(
    assessment: Assessment, layout: Layout, stationery: Stationery, tmp_path: Path
) -> None:
    facts = with_plan(fulfilled(assessment), layout)
    text = all_text(made("checklist-blank", facts, stationery, tmp_path))
    assert "☑" not in text
    assert "Dokumen 1 butir" not in text
    assert "☐ Ya · ☐ Tidak" in text
    assert "nilai " not in text.replace("Penilaian", "")[:400]


def test_an_area_there_is_none_of_is_named(assessment: Assessment, layout: Layout) -> None:
    with pytest.raises(UnknownArea) as caught:
        FILLED.document(with_plan(assessment, layout, {"area": "1, 9"}))
    assert caught.value.area == "9"
    assert caught.value.known == ("1", "2", "3", "4", "5", "6", "B.I", "B.II")


def test_same_data_same_bytes(
    assessment: Assessment, layout: Layout, stationery: Stationery, tmp_path: Path
) -> None:
    facts = with_plan(fulfilled(assessment), layout, {"area": "1"})
    for suffix in (".pdf", ".docx"):
        first = made("checklist", facts, stationery, tmp_path, suffix).read_bytes()
        assert made("checklist", facts, stationery, tmp_path, suffix).read_bytes() == first


def test_nothing_filled_and_nasty_texts(
    assessment: Assessment, empty_assessment: Assessment, layout: Layout, stationery: Stationery, tmp_path: Path
) -> None:
    empty = all_text(made("checklist", with_plan(empty_assessment, layout), stationery, tmp_path))
    assert "Belum dijawab" in empty
    assert "Butir dijawab 0 dari 16" in empty
    made("checklist", with_plan(hostile(assessment), layout), stationery, tmp_path)
    made("checklist", with_plan(hostile(assessment), layout), stationery, tmp_path, ".docx")


def test_many_documents_take_no_time(
    assessment: Assessment, layout: Layout, stationery: Stationery, tmp_path: Path
) -> None:
    """113 questions with 5 pieces of evidence each stand for 550 documents."""
    evidence = {
        question.code: tuple(
            replace(make_use(question.code, at, f"Bukti {at}"), fulfils=frozenset({document.name}))
            for at, document in enumerate(question.documents, 1)
        )
        for question in assessment.instrument.questions
    }
    facts = with_plan(replace(assessment, evidence=evidence), layout)
    began = time.process_time()
    made("checklist", facts, stationery, tmp_path)
    assert time.process_time() - began < 4  # about 0.5 s; room for a busy machine
