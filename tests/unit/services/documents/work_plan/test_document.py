"""Dokumen Rencana Kerja, read back with other libraries."""

import re
import time
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader

from tests.unit.services.documents.reading import all_text, inner_links, outline, page_texts
from tests.unit.services.documents.samples import HOSTILE
from tests.unit.services.documents.work_plan.conftest import Facts
from zidesk.domain.assessment import Assessment
from zidesk.domain.errors import FieldRejected, TemplateFaulty
from zidesk.domain.instrument import Instrument
from zidesk.domain.plan import PlanRow
from zidesk.domain.profile import Person, Profile, School
from zidesk.services.documents.letters.kind import PaperFacts
from zidesk.services.documents.making import make_paper
from zidesk.services.documents.paper import Stationery
from zidesk.services.documents.texts.catalogue import TextCatalogue
from zidesk.services.documents.work_plan.kind import KIND, NEED_OF_ROWS
from zidesk.services.plan.starting import rows_of_sheet

_FORMS = ("jadwal", "program", "langkah", "target")


def _text(out: Path, facts: PaperFacts, stationery: Stationery) -> str:
    make_paper(KIND, out, facts, stationery)
    return all_text(out)


def test_chapters_stand_in_order_in_the_outline(
    facts_of: Facts, demo_rows: tuple[PlanRow, ...], stationery: Stationery, tmp_path: Path
) -> None:
    out = tmp_path / "r.pdf"
    make_paper(KIND, out, facts_of(demo_rows, bentuk_kedua="target"), stationery)
    marks = [(level, title) for level, title, _ in outline(out) if level < 2]
    assert marks == [
        (0, "Lembar Pengesahan"),
        (0, "Kata Pengantar"),
        (0, "Daftar Isi"),
        (0, "BAB I Pendahuluan"),
        (1, "A. Latar Belakang"),
        (1, "B. Dasar Hukum"),
        (1, "C. Maksud dan Tujuan"),
        (1, "D. Pengertian Umum"),
        (0, "BAB II Rencana Aksi Pembangunan Zona Integritas"),
        (1, "A. Pencanangan dan Sosialisasi"),
        (1, "B. Komponen Pengungkit"),
        (1, "C. Komponen Hasil"),
        (1, "D. Jadwal Rencana Aksi"),
        (1, "E. Target Capaian Rencana Aksi"),
        (1, "F. Pemantauan, Evaluasi, dan Pelaporan"),
        (1, "G. Pembinaan dan Pengawasan"),
        (0, "BAB III Penutup"),
    ]


def test_the_table_of_contents_names_the_true_pages(
    facts_of: Facts, demo_rows: tuple[PlanRow, ...], stationery: Stationery, tmp_path: Path
) -> None:
    out = tmp_path / "r.pdf"
    make_paper(KIND, out, facts_of(demo_rows), stationery)
    contents = " ".join(page_texts(out)[3].split())
    listed = re.findall(r"(\S[^.]*?(?:\. [^.]+?)?) \.{5,} (\d+)", contents.removeprefix("DAFTAR ISI "))
    marks = [
        (title.upper(), page)
        for _, title, page in outline(out)
        if title != "Daftar Isi" and not title.startswith(("a. ", "b. "))
    ]
    assert [(title.upper(), int(page)) for title, page in listed] == marks
    assert len(marks) > 20
    assert inner_links(out) == len(marks)
    for title, page in marks:
        shown = " ".join(page_texts(out)[page - 1].split()).upper()
        assert title.split(maxsplit=2 if title.startswith("BAB") else 1)[-1].removeprefix("LEMBAR ") in shown
    labels = PdfReader(out).page_labels
    assert labels[0] == "1"
    last = " ".join(page_texts(out)[-1].split())
    assert f"Halaman {len(labels)} dari {len(labels)}" in last


def test_cover_and_approval(
    facts_of: Facts, demo_rows: tuple[PlanRow, ...], stationery: Stationery, tmp_path: Path
) -> None:
    entries = {"nomor_sk": "421/064/2026", "tanggal_sk": "2026-01-12"}
    text = _text(tmp_path / "a.pdf", facts_of(demo_rows, **entries), stationery)
    cover, approval = page_texts(tmp_path / "a.pdf")[:2]
    assert "Nomor 421/064/2026 tanggal 12 Januari 2026" in cover
    assert "TAHUN 2026" in cover
    assert "SMA NEGERI 1 LEMBAH CENDANA" in cover
    assert "Halaman" not in cover
    assert approval.index("Mengetahui,") < approval.index("NIP 19651112 199002 2 002")
    assert "Ketua Tim Pembangunan Zona Integritas," in approval
    assert "7. Keputusan Kepala SMA Negeri 1 Lembah Cendana Nomor 421/064/2026" in text
    without = _text(tmp_path / "b.pdf", facts_of(demo_rows), stationery)
    assert "tentang Penetapan Rencana Kerja" not in without


def test_approval_as_a_table(
    facts_of: Facts, demo_rows: tuple[PlanRow, ...], stationery: Stationery, tmp_path: Path
) -> None:
    facts = facts_of(
        demo_rows, pengesahan="tabel", diperiksa_nama="Bagas Wijaya", diperiksa_jabatan="Wakil Kepala Sekolah"
    )
    make_paper(KIND, tmp_path / "r.pdf", facts, stationery)
    approval = page_texts(tmp_path / "r.pdf")[1]
    for words in ("Disiapkan oleh", "Diperiksa oleh", "Disetujui oleh", "Bagas Wijaya", "Tanda Tangan", "Tanggal"):
        assert words in approval
    assert "Mengetahui," not in approval
    assert KIND.missing(facts) == ()


def test_every_question_of_the_sheet_is_an_indicator(
    facts_of: Facts,
    demo_rows: tuple[PlanRow, ...],
    instrument: Instrument,
    stationery: Stationery,
    tmp_path: Path,
) -> None:
    text = "".join(_text(tmp_path / "r.pdf", facts_of(demo_rows, data_dukung="lengkap"), stationery).split())
    assert "a.AspekPemenuhan" in text
    assert "b.AspekReform" in text
    for question in instrument.questions:
        head = "".join(question.text.partition(": 1. ")[0].split())
        assert head in text
        if not question.code.startswith("B"):
            assert all("".join(paper.name.split()) in text for paper in question.documents)
    plain = _text(tmp_path / "p.pdf", facts_of(demo_rows), stationery)
    assert "Data dukung:" not in plain


def test_activities_of_a_question_stand_below_it(facts_of: Facts, stationery: Stationery, tmp_path: Path) -> None:
    row = PlanRow("A.I.1.i.a", activities=("Rapat tiga puluh tiga",), target=None)
    text = _text(tmp_path / "r.pdf", facts_of((row,), bentuk="langkah", data_dukung="lengkap"), stationery)
    before, _, after = text.partition("Kegiatan: – Rapat tiga puluh tiga")
    assert before.endswith("Unit kerja telah membentuk tim untuk melakukan pembangunan Zona Integritas ")
    assert after.startswith(" Data dukung: – SK Tim Kerja")


def test_limits_and_scores_of_the_results(
    facts_of: Facts, demo_rows: tuple[PlanRow, ...], stationery: Stationery, tmp_path: Path
) -> None:
    text = _text(tmp_path / "r.pdf", facts_of(demo_rows), stationery)
    assert "Birokrasi yang Bersih dan Akuntabel 22,50 18,25 19,50" in text
    assert "Pelayanan Publik yang Prima 17,50 14,00 15,75" in text
    assert "Nilai total 75,00 85,00 79,56" in text
    assert "Area 5 Penguatan Pengawasan 60,00 % 75,00 %" in text
    assert "Telah mendapatkan predikat Menuju WBK – wajib belum" in text


def test_one_unanswered_measure_is_shown_as_such(facts_of: Facts, stationery: Stationery, tmp_path: Path) -> None:
    facts = facts_of()
    answers = {code: answer for code, answer in facts.assessment.answers.items() if code != "B.II.a"}
    text = _text(
        tmp_path / "r.pdf", replace(facts, assessment=replace(facts.assessment, answers=answers)), stationery
    )
    assert "Pelayanan Publik yang Prima 17,50 14,00 15,75 –" in text
    assert "Nilai Survei Persepsi Korupsi (Survei Eksternal) 17,50 15,75 15,75 16,28" in text


def test_what_leads_to_something_stands_on_its_page(
    facts_of: Facts, demo_rows: tuple[PlanRow, ...], resources_root: Path, tmp_path: Path
) -> None:
    """No page ends with a line that announces a list or a table."""
    for paper in ("A4", "F4"):
        for form in _FORMS:
            out = tmp_path / f"{paper}-{form}.pdf"
            facts = facts_of(demo_rows, bentuk=form, data_dukung="lengkap")
            make_paper(KIND, out, facts, Stationery(resources_root / "fonts", paper))
            for text in page_texts(out)[1:]:
                last = text.split("Halaman ")[0].strip()
                assert not last.endswith(":")
                assert len(last) > 200


def test_wide_tables_lie_on_their_side_with_repeated_heads(
    facts_of: Facts, demo_rows: tuple[PlanRow, ...], stationery: Stationery, tmp_path: Path
) -> None:
    out = tmp_path / "r.pdf"
    make_paper(KIND, out, facts_of(demo_rows, bentuk="jadwal"), stationery)
    wide = [page for page in PdfReader(out).pages if page.mediabox.width > page.mediabox.height]
    assert len(wide) > 3
    assert all("Waktu Pelaksanaan" in page.extract_text() for page in wide)
    assert "D. Jadwal Rencana Aksi" in " ".join(wide[0].extract_text().split())


@pytest.mark.parametrize("form", _FORMS)
def test_an_empty_plan_says_what_to_fill_in(
    form: str, facts_of: Facts, stationery: Stationery, tmp_path: Path
) -> None:
    facts = facts_of((), bentuk=form)
    text = _text(tmp_path / "r.pdf", facts, stationery)
    assert "Rencana aksi belum diisi." in text
    assert "PENATAAN TATALAKSANA" in text
    assert KIND.missing(facts) == (NEED_OF_ROWS,)


def test_missing_names_the_columns_of_the_chosen_table(facts_of: Facts, instrument: Instrument) -> None:
    rows = rows_of_sheet(instrument)
    assert KIND.missing(facts_of(rows, bentuk="langkah")) == ("rencana_aksi.rencana_aksi", "rencana_aksi.waktu")
    assert KIND.missing(facts_of(rows, bentuk="program", bentuk_kedua="target")) == (
        "rencana_aksi.rencana_kegiatan",
        "rencana_aksi.rencana_aksi",
        "rencana_aksi.target",
    )


def test_a_school_that_knows_nothing_gets_dotted_lines(
    empty_assessment: Assessment, facts_of: Facts, stationery: Stationery, tmp_path: Path
) -> None:
    facts = replace(facts_of(), assessment=empty_assessment, fields={})
    text = _text(tmp_path / "r.pdf", facts, stationery)
    assert "......" in text
    assert "Birokrasi yang Bersih dan Akuntabel 22,50 18,25 19,50 *) –" in text
    assert "Jumlah komponen hasil 40,00 –" in text
    assert "Nilai total 75,00 85,00 –" in text
    for need in ("kepala.nama", "ketua_tim.nip", "penilaian.tempat", "sekolah.alamat", "isian.tanggal"):
        assert need in KIND.missing(facts)


@pytest.mark.parametrize("form", _FORMS)
def test_the_older_sheet_works_too(
    form: str, facts_of: Facts, older_instrument: Instrument, stationery: Stationery, tmp_path: Path
) -> None:
    rows = rows_of_sheet(older_instrument)
    text = _text(tmp_path / "r.pdf", facts_of(rows, older_instrument, bentuk=form), stationery)
    assert "memuat 84 butir penilaian. Sebagian ketentuan" in text
    assert "Aspek Pemenuhan" not in text
    assert "belum terkonfirmasi" in text


@pytest.mark.parametrize("form", _FORMS)
def test_the_docx_holds_the_same(
    form: str, facts_of: Facts, demo_rows: tuple[PlanRow, ...], stationery: Stationery, tmp_path: Path
) -> None:
    out = tmp_path / "r.docx"
    make_paper(KIND, out, facts_of(demo_rows, bentuk=form), stationery)
    opened = docx.Document(str(out))
    words = " ".join(
        [paragraph.text for paragraph in opened.paragraphs]
        + [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    )
    assert "BAB III" in words
    shown = {"program": demo_rows[0].evidence[0], "langkah": demo_rows[0].evidence[0]}
    assert shown.get(form, demo_rows[0].objective) in words
    assert any(section.page_width > section.page_height for section in opened.sections)


def test_a_choice_that_is_none_is_refused(facts_of: Facts, stationery: Stationery, tmp_path: Path) -> None:
    with pytest.raises(FieldRejected) as caught:
        make_paper(KIND, tmp_path / "r.pdf", facts_of((), bentuk="gantt"), stationery)
    assert (caught.value.field, caught.value.given) == ("Bentuk tabel rencana aksi", "gantt")
    assert list(tmp_path.iterdir()) == []


def test_a_text_of_the_school_is_used_and_a_faulty_one_stops_all(
    facts_of: Facts, resources_root: Path, stationery: Stationery, tmp_path: Path
) -> None:
    folder = resources_root / "letters"
    own = TextCatalogue(folder, {"rencana_kerja/area_1_tujuan": "Menyatukan {{ sekolah.nama }}"})
    text = _text(tmp_path / "a.pdf", replace(facts_of(), texts=own), stationery)
    assert "bertujuan menyatukan SMA Negeri 1 Lembah Cendana." in text.replace("\u2060", "")
    faulty = TextCatalogue(folder, {"rencana_kerja/penutup": "{{ tidak_ada }}"})
    with pytest.raises(TemplateFaulty) as caught:
        make_paper(KIND, tmp_path / "b.pdf", replace(facts_of(), texts=faulty), stationery)
    assert caught.value.key == "rencana_kerja/penutup"
    assert not (tmp_path / "b.pdf").exists()


@pytest.mark.parametrize("suffix", [".pdf", ".docx"])
def test_nasty_texts_and_long_rows_are_printed(
    suffix: str, facts_of: Facts, stationery: Stationery, tmp_path: Path
) -> None:
    long = tuple(f"Kegiatan ke-{number} " + "yang panjang " * 20 for number in range(60))
    rows = tuple(
        PlanRow("A.I.1.i", text, text, (text,), text, (text,), in_charge=text, note=text) for text in HOSTILE
    )
    facts = facts_of((*rows, PlanRow("A", "Luas", activities=long)), bentuk="jadwal", bentuk_kedua="langkah")
    profile = Profile(School("N" * 120, address="J" * 120), Person("Nama " * 24), year=2026)
    out = tmp_path / f"r{suffix}"
    make_paper(KIND, out, replace(facts, assessment=replace(facts.assessment, profile=profile)), stationery)
    assert out.stat().st_size > 10_000
    if suffix == ".pdf":
        assert "PERSIAPAN DAN KEGIATAN LINTAS AREA" in all_text(out)
        assert "Kegiatan ke-59" in all_text(out)


def test_the_same_facts_give_the_same_bytes_in_little_time(
    facts_of: Facts, instrument: Instrument, stationery: Stationery, tmp_path: Path
) -> None:
    facts = facts_of(rows_of_sheet(instrument), bentuk_kedua="program", data_dukung="lengkap")
    started = time.perf_counter()
    make_paper(KIND, tmp_path / "a.pdf", facts, stationery)
    assert time.perf_counter() - started < 3
    make_paper(KIND, tmp_path / "b.pdf", facts, stationery)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
