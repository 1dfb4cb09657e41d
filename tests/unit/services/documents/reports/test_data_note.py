"""The note about personal data: which files, how they are handed over, by which law, and who answers for it."""

from dataclasses import replace
from pathlib import Path

import docx
import pytest

from tests.unit.services.documents.reading import all_text
from tests.unit.services.documents.report_facts import made
from zidesk.domain.archive_layout import Layout
from zidesk.domain.assessment import Assessment
from zidesk.domain.evidence import HandedOver, StoredFile, Treatment
from zidesk.domain.privacy import PersonalKind
from zidesk.services.documents.letters.kind import PaperFacts
from zidesk.services.documents.making import paper_facts
from zidesk.services.documents.paper import Stationery
from zidesk.services.documents.reports.data_note import KIND, way_of
from zidesk.services.papers.fingerprint import content_of

CODE = "A.I.1.i.a"


@pytest.fixture
def facts(assessment: Assessment, layout: Layout) -> PaperFacts:
    """The first evidence of a question is marked; a NIK was found in it."""
    first, *others = assessment.evidence[CODE]
    uses = (replace(first, personal=True), *others)
    known = replace(assessment, evidence={**assessment.evidence, CODE: uses})
    return replace(paper_facts(known, layout), personal_kinds={first.file.sha256: (PersonalKind.NIK,)})


def bundled(facts: PaperFacts, *treatments: Treatment) -> PaperFacts:
    """Within a bundle, with what was done to the copy."""
    first, *others = facts.assessment.evidence[CODE]
    if treatments:
        copy = StoredFile("cd" * 32, 9, first.file.inspection)
        first = replace(first, file=copy, handed=HandedOver(first.file, frozenset(treatments)))
    evidence = {**facts.assessment.evidence, CODE: (first, *others)}
    return replace(facts, assessment=replace(facts.assessment, evidence=evidence), bundled=True)


def way(facts: PaperFacts) -> str:
    return way_of(facts.assessment.evidence[CODE][0], facts)


def test_how_each_file_is_handed_over(facts: PaperFacts) -> None:
    assert way(facts) == "ditetapkan saat paket dibuat"
    assert way(bundled(facts)) == way(bundled(facts, Treatment.SHRUNK)) == "disertakan apa adanya"
    assert way(bundled(facts, Treatment.LOCKED, Treatment.SHRUNK)) == "dikunci"
    assert way(bundled(facts, Treatment.REDACTED)) == "sebagian ditutup"
    first = facts.assessment.evidence[CODE][0]
    gone = replace(facts.plan, files=tuple(item for item in facts.plan.files if item.use.id != first.id))
    assert way(replace(bundled(facts), plan=gone)) == "tidak disertakan"


def test_what_it_says(facts: PaperFacts, stationery: Stationery, tmp_path: Path) -> None:
    text = all_text(made("data-note", bundled(facts, Treatment.LOCKED), stationery, tmp_path))
    assert "1 berkas yang ditandai memuat data pribadi, pada 1 butir penilaian" in text
    assert f"{CODE}" in text and "NIK" in text and "dikunci" in text
    assert "terbuka dengan kata sandi saja" in text
    assert "Undang-Undang Nomor 27 Tahun 2022" in text and "Pasal 43 dan Pasal 44" in text
    assert f"Kepala {facts.profile.school.name}" in text and "...." in text
    for heading in ("Tujuan", "Yang boleh membuka", "Penyimpanan dan penghapusan", "Dasar hukum"):
        assert f" {heading} " in text
    assert "#" not in text


def test_without_locked_files_no_word_of_passphrases(
    facts: PaperFacts, stationery: Stationery, tmp_path: Path
) -> None:
    assert "kata sandi" not in all_text(made("data-note", bundled(facts), stationery, tmp_path))


def test_entries_and_who_is_in_charge(facts: PaperFacts, stationery: Stationery, tmp_path: Path) -> None:
    fields = {
        "tujuan": "Penilaian pendahuluan", "penerima": "Inspektorat", "hapus": "31 Desember 2026",
        "jenis": "alamat rumah", "pengelola_nama": "Ratri Nugraha", "pengelola_jabatan": "Kepala Tata Usaha",
        "tanggal": "2026-03-05",
    }  # fmt: skip
    text = all_text(made("data-note", replace(facts, fields=fields), stationery, tmp_path))
    for said in (*list(fields.values())[:-1], "Mengetahui,", "5 Maret 2026", "NIK, alamat rumah"):
        assert said in text, said


def test_nothing_is_marked(assessment: Assessment, layout: Layout, stationery: Stationery, tmp_path: Path) -> None:
    text = all_text(made("data-note", paper_facts(assessment, layout), stationery, tmp_path))
    assert "Tidak ada berkas yang ditandai memuat data pribadi." in text


def test_another_way_is_another_paper(facts: PaperFacts) -> None:
    prints = {
        content_of(KIND, item).fingerprint
        for item in (facts, bundled(facts), bundled(facts, Treatment.LOCKED), bundled(facts, Treatment.REDACTED))
    }
    assert len(prints) == 4
    assert content_of(KIND, facts).signable


def test_in_docx(facts: PaperFacts, stationery: Stationery, tmp_path: Path) -> None:
    read = docx.Document(str(made("data-note", facts, stationery, tmp_path, ".docx")))
    assert any(CODE in cell.text for table in read.tables for row in table.rows for cell in row.cells)


def test_only_what_the_bundle_covers(facts: PaperFacts) -> None:
    elsewhere = tuple(place for place in facts.plan.places if place.question.code != CODE)
    document = KIND.document(replace(facts, plan=replace(facts.plan, places=elsewhere)))
    assert CODE not in repr(document.blocks)
