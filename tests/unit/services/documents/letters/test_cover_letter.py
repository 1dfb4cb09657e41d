"""SURAT-PENGANTAR.pdf, read back with another library."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from tests.unit.services.documents.reading import all_text, fonts, page_texts, placed_texts
from tests.unit.services.documents.samples import hostile
from zidesk.domain.answer import Answer, Chosen
from zidesk.domain.archive_layout import BundledPaper, BundlePlan, Layout, PlannedDocument, plan_layout
from zidesk.domain.assessment import Assessment
from zidesk.domain.indonesian import format_size
from zidesk.domain.instrument import Instrument
from zidesk.services.documents.letters.cover_letter import KIND, LetterFacts, write_cover_letter
from zidesk.services.documents.letters.kind import PaperFacts
from zidesk.services.documents.paper import MM, PAPER_SIZES, Stationery
from zidesk.services.documents.render_pdf.document import write_pdf
from zidesk.services.documents.texts.catalogue import TextCatalogue
from zidesk.storage.paths import shipped_resources

_FACTS = LetterFacts(
    number="800/064/SMAN1-LC/2026",
    recipient="Ketua Tim Penilai Internal Inspektorat Provinsi Nusa Kencana",
    recipient_place="Kota Kencana",
    dated=date(2026, 4, 20),
)


def _write(
    out: Path,
    assessment: Assessment,
    plan: BundlePlan,
    stationery: Stationery,
    letter: LetterFacts = _FACTS,
) -> str:
    write_cover_letter(out, assessment, plan, stationery, letter=letter)
    return all_text(out)


def test_a_complete_letter_fits_one_page(
    assessment: Assessment, plan: BundlePlan, stationery: Stationery, tmp_path: Path
) -> None:
    text = _write(tmp_path / "s.pdf", assessment, plan, stationery)
    assert len(PdfReader(tmp_path / "s.pdf").pages) == 1
    for words in (
        "PEMERINTAH PROVINSI NUSA KENCANA",
        "SMA NEGERI 1 LEMBAH CENDANA",
        "Telepon (0999) 555126",
        "800/064/SMAN1-LC/2026",
        "Lembah Cendana, 20 April 2026",
        "Yth. Ketua Tim Penilai Internal Inspektorat Provinsi Nusa Kencana",
        "di Kota Kencana",
        "bukti dukung SMA Negeri 1 Lembah Cendana (NPSN 99900126)",
        "Wilayah Bebas dari Korupsi (WBK) tahun 2026",
        "4 (empat) berkas",
        f"folder berisi {len(plan.files)} berkas bukti",
        "Kepala SMA Negeri 1 Lembah Cendana,",
        "Dra. Sri Wahyuni, M.Pd.",
        "Pembina Tingkat I, IV/b",
        "NIP 19651112 199002 2 002",
    ):
        assert words in text
    assert "...." not in text


def test_everything_that_lies_in_the_bundle_is_enclosed_on_one_page(
    assessment: Assessment, plan: BundlePlan, stationery: Stationery, tmp_path: Path
) -> None:
    paper = PlannedDocument("data/00 Dokumen/SK Tim.pdf", BundledPaper("team", "", "SK Tim", ".pdf"))
    catalogue = TextCatalogue(shipped_resources().root / "letters")
    facts = PaperFacts(assessment, replace(plan, documents=(paper,)), catalogue, merged=13, compared=True)
    write_pdf(tmp_path / "s.pdf", KIND.document(facts), stationery)
    (page,) = PdfReader(tmp_path / "s.pdf").pages
    text = " ".join(page.extract_text().split())
    assert "6 (enam) berkas" in text
    assert f"folder berisi {len(plan.files)} berkas bukti, {format_size(plan.bytes)}, dan 1 dokumen;" in text
    assert "GABUNGAN, folder berisi 13 PDF gabungan" in text
    assert "PERUBAHAN.pdf, daftar perubahan" in text


def test_the_scores_are_those_of_the_assessment(
    assessment: Assessment, plan: BundlePlan, stationery: Stationery, tmp_path: Path
) -> None:
    text = _write(tmp_path / "s.pdf", assessment, plan, stationery)
    assert "1 Manajemen Perubahan 3,30 3,05 6,36 8,00 79,44" in text
    assert "A Pengungkit 22,83 22,81 45,64 60,00 76,07" in text
    assert "B.I.b Capaian Kinerja" in text
    assert "Nilai total 79,56 100,00 79,56" in text


def test_it_claims_the_target_only_when_every_criterion_is_met(
    assessment: Assessment,
    plan: BundlePlan,
    stationery: Stationery,
    sample_answers: Mapping[str, Answer],
    tmp_path: Path,
) -> None:
    met = _write(tmp_path / "a.pdf", assessment, plan, stationery)
    assert "seluruh 12 syarat WBK terpenuhi" in met
    wbbm = replace(assessment, profile=replace(assessment.profile, target="WBBM"))
    missed = _write(tmp_path / "b.pdf", wbbm, plan, stationery)
    assert "syarat WBBM belum seluruhnya terpenuhi, yaitu Nilai total (kurang 5,44)" in missed
    assert "syarat WBBM terpenuhi." not in missed
    without_survey = {code: answer for code, answer in sample_answers.items() if code != "B.II.a"}
    one_missing = _write(tmp_path / "c.pdf", replace(assessment, answers=without_survey), plan, stationery)
    assert "syarat WBK belum seluruhnya terpenuhi" in one_missing
    assert "seluruh 12 syarat" not in one_missing


def test_unconfirmed_limits_are_not_claimed(
    assessment: Assessment,
    older_instrument: Instrument,
    layout: Layout,
    stationery: Stationery,
    tmp_path: Path,
) -> None:
    best = {
        question.code: Answer(Chosen(question.options[0].key))
        for question in older_instrument.questions
        if question.options
    }
    older = replace(assessment, instrument=older_instrument, answers=best, evidence={})
    text = _write(tmp_path / "s.pdf", older, plan_layout(older, layout), stationery)
    assert "belum terkonfirmasi" in text
    assert "syarat WBK terpenuhi." not in text


def test_missing_facts_become_dotted_lines(
    empty_assessment: Assessment, layout: Layout, stationery: Stationery, tmp_path: Path
) -> None:
    out = tmp_path / "s.pdf"
    write_cover_letter(out, empty_assessment, plan_layout(empty_assessment, layout), stationery)
    text = all_text(out)
    assert "Nomor : ......" in text
    assert "Yth. Ketua Tim Penilai Internal ......" in text
    assert "NIP ......" in text
    assert "0 butir telah dijawab" in text
    assert "terpenuhi." not in text.replace("belum seluruhnya terpenuhi", "")


def test_files_left_out_are_admitted(
    assessment: Assessment, plan: BundlePlan, stationery: Stationery, tmp_path: Path
) -> None:
    fewer = replace(plan, files=plan.files[3:])
    text = _write(tmp_path / "s.pdf", assessment, fewer, stationery)
    assert "Sebanyak 3 berkas tidak disertakan" in text


def test_a_bundle_of_some_areas_says_so(
    assessment: Assessment, layout: Layout, stationery: Stationery, tmp_path: Path
) -> None:
    plan = plan_layout(assessment, layout, ("1", "B"))
    text = _write(tmp_path / "s.pdf", assessment, plan, stationery)
    assert "Paket ini memuat hanya area 1, bagian B" in text


def test_the_signature_never_stands_alone(
    assessment: Assessment, plan: BundlePlan, stationery: Stationery, tmp_path: Path
) -> None:
    out = tmp_path / "s.pdf"
    for lines in range(1, 30):  # the recipient pushes the rest down line by line
        letter = replace(_FACTS, recipient=" ".join(["Inspektorat"] * 4 * lines))
        write_cover_letter(out, assessment, plan, stationery, letter=letter)
        reader = PdfReader(out)
        last = reader.pages[-1].extract_text()
        assert "NIP 19651112" in last
        assert "Demikian kami sampaikan" in last
        assert "Kepala SMA Negeri 1" in last
    assert len(reader.pages) == 2


def test_there_is_room_to_sign(
    assessment: Assessment, plan: BundlePlan, stationery: Stationery, tmp_path: Path
) -> None:
    _write(tmp_path / "s.pdf", assessment, plan, stationery)
    heights = {text: y for _, y, text in placed_texts(tmp_path / "s.pdf", 1)}
    position = heights["Kepala SMA Negeri 1 Lembah Cendana,"]
    name = heights["Dra. Sri Wahyuni, M.Pd."]
    assert 25 * MM <= position - name <= 33 * MM


def test_a_logo_stands_at_the_left(
    assessment: Assessment, plan: BundlePlan, stationery: Stationery, tmp_path: Path
) -> None:
    logo = tmp_path / "logo.png"
    Image.new("RGBA", (900, 1200), (0, 60, 120, 90)).save(logo)
    _write(tmp_path / "s.pdf", assessment, plan, replace(stationery, logo=logo))
    (picture,) = PdfReader(tmp_path / "s.pdf").pages[0].images
    assert picture.image is not None
    assert max(picture.image.size) <= 520
    assert picture.image.getpixel((0, 0)) != (0, 60, 120)  # what shines through is white


@pytest.mark.parametrize("content", [b"", b"not a picture", b"\x89PNG\r\n\x1a\n broken"])
def test_a_logo_that_cannot_be_read_is_left_out(
    assessment: Assessment, plan: BundlePlan, stationery: Stationery, tmp_path: Path, content: bytes
) -> None:
    logo = tmp_path / "logo.png"
    logo.write_bytes(content)
    text = _write(tmp_path / "s.pdf", assessment, plan, replace(stationery, logo=logo))
    assert "SMA NEGERI 1 LEMBAH CENDANA" in text


def test_hostile_text_stays_within_the_margins(
    assessment: Assessment,
    layout: Layout,
    stationery: Stationery,
    tmp_path: Path,
    drawn: list[tuple[float, float, str]],
) -> None:
    bad = hostile(assessment)
    letter = LetterFacts("n" * 300, "r " * 200, "t" * 300, date(2026, 4, 20), "l" * 200)
    _write(tmp_path / "s.pdf", bad, plan_layout(bad, layout), stationery, letter)
    width, _ = PAPER_SIZES["A4"]
    outside = [line for left, right, line in drawn if left < 25 * MM - 0.1 or right > width - 20 * MM + 0.1]
    assert outside == []


def test_it_describes_itself_and_embeds_its_fonts(
    assessment: Assessment, plan: BundlePlan, stationery: Stationery, tmp_path: Path
) -> None:
    _write(tmp_path / "s.pdf", assessment, plan, stationery)
    reader = PdfReader(tmp_path / "s.pdf")
    assert reader.metadata is not None
    assert reader.metadata.title == "Surat Pengantar Zona Integritas 2026 – SMA Negeri 1 Lembah Cendana"
    assert reader.trailer["/Root"]["/Lang"] == "id-ID"
    assert all(fonts(tmp_path / "s.pdf").values())
    assert "Halaman 1 dari 1" in " ".join(page_texts(tmp_path / "s.pdf")[0].split())


def test_the_same_facts_give_the_same_bytes(
    assessment: Assessment, plan: BundlePlan, stationery: Stationery, tmp_path: Path
) -> None:
    logo = tmp_path / "logo.png"
    Image.new("RGB", (60, 80), "navy").save(logo)
    copies = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        moved = tmp_path / name / "lambang.png"
        moved.write_bytes(logo.read_bytes())
        _write(tmp_path / name / "s.pdf", assessment, plan, replace(stationery, logo=moved))
        copies.append((tmp_path / name / "s.pdf").read_bytes())
    assert copies[0] == copies[1]
