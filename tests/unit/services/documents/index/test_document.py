"""INDEKS.pdf, read back with another library."""

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from pypdf import PdfReader

from tests.unit.services.documents.reading import (
    actions,
    all_text,
    fonts,
    inner_links,
    outline,
    page_texts,
    placed_texts,
    squeezed,
)
from tests.unit.services.documents.samples import HOSTILE, hostile, make_use
from zidesk.domain.answer import Answer, Nil
from zidesk.domain.archive_layout import BundlePlan, Layout, Omission, plan_layout
from zidesk.domain.assessment import Assessment
from zidesk.domain.instrument import Instrument
from zidesk.services.documents.index.document import write_index
from zidesk.services.documents.paper import MM, PAPER_SIZES, Stationery


@pytest.fixture(scope="module")
def index(
    assessment: Assessment,
    plan: BundlePlan,
    stationery: Stationery,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    out = tmp_path_factory.mktemp("index") / "INDEKS.pdf"
    write_index(out, assessment, plan, stationery)
    return out


def test_the_title_page_names_school_year_target_sheet_and_moment(index: Path) -> None:
    first = " ".join(page_texts(index)[0].split())
    for words in (
        "SMA Negeri 1 Lembah Cendana",
        "99900126",
        "2026, WBK (Wilayah Bebas dari Korupsi)",
        "Peraturan Menteri PANRB Nomor 90 Tahun 2021",
        "17 April 2026 pukul 10.32",
        "113 dari 113",
    ):
        assert words in first
    assert "TIDAK LENGKAP" not in first
    assert "belum terkonfirmasi" not in first


def test_scores_and_criteria_are_those_of_the_assessment(index: Path) -> None:
    text = all_text(index)
    assert "Nilai total 79,56 100,00 79,56 terpenuhi belum" in text
    assert "WBK (Wilayah Bebas dari Korupsi): seluruh 12 syarat terpenuhi." in text
    assert "kurang 5,44" in text  # WBBM asks 85
    assert "19,50 *)" in text  # an uncertain limit carries its mark


def test_every_question_is_there_once_in_order_with_its_score(index: Path, instrument: Instrument) -> None:
    text = all_text(index)
    codes = re.findall(r"(\S+) Nilai \d+,\d\d dari \d+,\d\d", text)
    assert codes == [question.code for question in instrument.questions]
    assert "A.I.1.iii.b Nilai 0,33 dari 0,33" in text
    squeezed_text = squeezed(text)
    for question in instrument.questions:
        assert squeezed(question.text) in squeezed_text


def test_answers_are_printed_with_their_words(index: Path, assessment: Assessment) -> None:
    text = all_text(index)
    question = assessment.instrument.question("A.I.1.iii.b")
    option = question.option("A")
    assert option is not None and f"A – {option.text}" in text
    assert re.search(r"agen = \d+, perubahan = \d+ \(skor \d+,\d\d %\)", text)
    assert "agen: Jumlah Agen Perubahan" in text
    assert squeezed(assessment.answer_of("A.I.1.iii.b").note) in squeezed(text)


def test_each_file_has_its_row(index: Path, plan: BundlePlan) -> None:
    text = squeezed(all_text(index))
    for item in plan.files:
        assert squeezed(item.path) in text
        assert item.use.file.sha256[:8] in text
    assert squeezed("Laporan Monitoring Semester II 421.3/198/SMAN1-LC/2025") in text
    assert "18Des2025" in text
    assert "1,2MB" in text


def test_damaged_and_locked_files_are_named(index: Path) -> None:
    text = all_text(index)
    assert "rusak: halaman terakhir terpotong" in text
    assert "terkunci" in text


def test_shared_content_names_the_other_question(index: Path) -> None:
    text = all_text(index)
    assert text.count("juga dipakai di A.I.1.i.b") == 1
    assert text.count("juga dipakai di A.I.1.iii.b") == 1


def test_a_question_without_evidence_says_so(index: Path, assessment: Assessment) -> None:
    without = [q for q in assessment.instrument.questions if not assessment.uses_of(q.code)]
    assert all_text(index).count("Belum ada bukti") == len(without) > 0


def test_one_link_for_each_file_leads_to_it(index: Path, plan: BundlePlan) -> None:
    targets = [
        str(action["/F"]) if action["/S"] == "/GoToR" else unquote(str(action["/URI"]))
        for _, action in actions(index)
    ]
    assert sorted(targets) == sorted(item.path for item in plan.files)
    kinds = {target: action["/S"] for target, (_, action) in zip(targets, actions(index), strict=True)}
    assert all((kind == "/GoToR") == target.endswith(".pdf") for target, kind in kinds.items())


def test_the_bookmarks_lead_from_component_to_question(index: Path, instrument: Instrument) -> None:
    marks = outline(index)
    titles = [(level, title) for level, title, _ in marks]
    path = [
        (0, "A Pengungkit"),
        (1, "A.I Pemenuhan"),
        (2, "1 Manajemen Perubahan"),
        (3, "iii Pemantauan dan Evaluasi Pembangunan WBK/WBBM"),
    ]
    at = -1
    for step in path:
        at = titles.index(step, at + 1)
    question = next(mark for mark in marks if mark[1].startswith("A.I.1.iii.b "))
    assert question[0] == 4
    assert "A.I.1.iii.b" in page_texts(index)[question[2] - 1]
    leaves = [title.split()[0] for _, title, _ in marks if title.split()[0] in _codes(instrument)]
    assert set(leaves) == _codes(instrument)


def _codes(instrument: Instrument) -> set[str]:
    return {question.code for question in instrument.questions}


def test_the_list_at_the_front_gives_the_right_pages(index: Path, instrument: Instrument) -> None:
    """The number printed behind each letter is the page on which the question's bookmark lies."""
    expected = [page for _, title, page in outline(index) if title.split()[0] in _codes(instrument)]
    printed = [
        number
        for page in (2, 3)
        for letter, number in _letters_with_numbers(placed_texts(index, page))
        if letter in "abcdefgh"
    ]
    assert printed == expected


def _letters_with_numbers(placed: list[tuple[float, float, str]]) -> list[tuple[str, int]]:
    """Single letters down the page and the number that stands right behind each."""
    numbers = {(round(x), round(y)): int(text) for x, y, text in placed if text.isdigit()}
    found = []
    for x, y, text in sorted(placed, key=lambda item: (-round(item[1]), item[0])):
        if len(text) == 1 and text.isalpha():
            behind = [n for (nx, ny), n in numbers.items() if ny == round(y) and 0 < nx - x < 14]
            found += [(text, number) for number in behind]
    return found


def test_links_within_lead_somewhere(index: Path, instrument: Instrument) -> None:
    areas = {place.area.code for place in instrument.places}
    assert inner_links(index) == len(instrument.questions) + len(areas)


def test_every_page_says_where_it_is(index: Path) -> None:
    texts = page_texts(index)
    for number, text in enumerate(texts, 1):
        assert f"Halaman {number} dari {len(texts)}" in " ".join(text.split())
        assert "Indeks Bukti · SMA Negeri 1 Lembah Cendana" in text
    page = next(page for _, title, page in outline(index) if title.startswith("A.I.1.iii.b "))
    assert "A.I Pemenuhan" in texts[page - 1]
    assert "1 Manajemen Perubahan" in texts[page - 1]


def test_the_file_describes_itself(index: Path) -> None:
    reader = PdfReader(index)
    assert reader.metadata is not None
    assert reader.metadata.title == "Indeks Bukti Zona Integritas 2026 – SMA Negeri 1 Lembah Cendana"
    assert reader.metadata.author == "SMA Negeri 1 Lembah Cendana"
    assert str(reader.metadata["/CreationDate"]).startswith("D:20260417103200")
    root: Any = reader.trailer["/Root"]
    assert root["/Lang"] == "id-ID"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert root["/PageMode"] == "/UseOutlines"


def test_only_embedded_fonts_are_used(index: Path) -> None:
    found = fonts(index)
    assert any("LiberationSans" in name for name in found)
    assert all(found.values())


def test_notes_on_certainty_close_the_index(index: Path, instrument: Instrument) -> None:
    text = squeezed(all_text(index))
    assert "Catatankepastian" in text
    for question in instrument.open_questions:
        assert squeezed(question) in text
    assert "ButirA.II.3.iii.a.Kepastiansedang." in text


def test_omissions_are_prominent_and_all_named(
    assessment: Assessment, layout: Layout, stationery: Stationery, tmp_path: Path
) -> None:
    plan = plan_layout(assessment, layout, ("A.I",))
    lost = plan.files[:20]
    omissions = tuple(
        Omission(item.use.question_code, f"Hilang {n}", f"asli {n}.pdf", "berkas asli tidak ditemukan")
        for n, item in enumerate(lost)
    )
    out = tmp_path / "i.pdf"
    write_index(out, assessment, replace(plan, files=plan.files[20:]), stationery, omissions)
    assert "TIDAK LENGKAP: 20 berkas tidak disertakan" in page_texts(out)[0]
    text = all_text(out)
    assert all(f"Hilang {n} asli {n}.pdf berkas asli tidak ditemukan" in text for n in range(20))
    assert "2 berkas tidak disertakan dalam paket ini" in text
    assert inner_links(out) > 0
    few = tmp_path / "few.pdf"
    write_index(few, assessment, plan, stationery, omissions[:2])
    assert "Hilang 1" in page_texts(few)[0]
    assert "Selengkapnya" not in all_text(few)


def test_an_unanswered_empty_assessment(
    empty_assessment: Assessment, layout: Layout, stationery: Stationery, tmp_path: Path
) -> None:
    out = tmp_path / "i.pdf"
    write_index(out, empty_assessment, plan_layout(empty_assessment, layout), stationery)
    text = all_text(out)
    assert text.count("Belum dijawab") == text.count("Belum ada bukti") == 113
    assert "0 berkas bukti, 0 bita" in text


@pytest.mark.parametrize("areas", [("1",), ("B",), ("A.II", "6"), ("B.II",)])
def test_a_bundle_of_some_areas(
    assessment: Assessment, layout: Layout, stationery: Stationery, tmp_path: Path, areas: tuple[str, ...]
) -> None:
    plan = plan_layout(assessment, layout, areas)
    out = tmp_path / "i.pdf"
    write_index(out, assessment, plan, stationery)
    text = all_text(out)
    assert len(re.findall(r"\S+ Nilai \d+,\d\d dari", text)) == len(plan.places)
    assert f"({len(plan.places)} butir); nilai di bawah dihitung dari seluruh lembar" in text
    assert len(list(actions(out))) == len(plan.files)


def test_a_bundle_of_nothing(
    assessment: Assessment, plan: BundlePlan, stationery: Stationery, tmp_path: Path
) -> None:
    out = tmp_path / "i.pdf"
    write_index(out, assessment, replace(plan, files=(), places=()), stationery)
    assert "Tidak ada butir dalam cakupan ini." in all_text(out)


def test_an_unconfirmed_sheet_decides_nothing(
    older_instrument: Instrument, assessment: Assessment, layout: Layout, stationery: Stationery, tmp_path: Path
) -> None:
    older = replace(assessment, instrument=older_instrument, answers={}, evidence={})
    out = tmp_path / "i.pdf"
    write_index(out, older, plan_layout(older, layout), stationery)
    text = all_text(out)
    assert "belum terkonfirmasi: cocokkan dengan peraturan" in text
    assert "0 dari 12 syarat terpenuhi, 11 belum terkonfirmasi" in text
    assert "0,50 *)" in text


def test_nil_says_what_it_counts_as(
    assessment: Assessment, layout: Layout, stationery: Stationery, tmp_path: Path
) -> None:
    plan = plan_layout(assessment, layout, ("A.II",))
    answers = {**assessment.answers, "A.II.5.ii.a": Answer(Nil(True)), "A.II.4.i.a": Answer(Nil(False))}
    out = tmp_path / "i.pdf"
    write_index(out, replace(assessment, answers=answers), plan, stationery)
    text = all_text(out)
    assert "nihil (tidak ada kejadian, dinilai penuh)" in text
    assert "nihil (tidak ada kejadian, tidak dinilai)" in text


def test_hostile_text_stays_within_the_margins(
    assessment: Assessment,
    layout: Layout,
    stationery: Stationery,
    tmp_path: Path,
    drawn: list[tuple[float, float, str]],
) -> None:
    bad = hostile(assessment)
    plan = plan_layout(bad, layout, ("1", "B"))
    omissions = tuple(Omission("A.I.1.i.a", text, text, text) for text in HOSTILE)
    out = tmp_path / "i.pdf"
    write_index(out, bad, plan, stationery, omissions)
    width, _ = PAPER_SIZES["A4"]
    outside = [line for left, right, line in drawn if left < 25 * MM - 0.1 or right > width - 20 * MM + 0.1]
    assert outside == []
    text = all_text(out)
    assert "<b>tebal</b> & =SUM(A1)" in text
    assert "□□ emoji" in text
    assert len(list(actions(out))) == len(plan.files)
    assert all(fonts(out).values())


def test_f4_is_longer(assessment: Assessment, plan: BundlePlan, stationery: Stationery, tmp_path: Path) -> None:
    out = tmp_path / "i.pdf"
    write_index(out, assessment, plan, replace(stationery, paper="F4"))
    box = PdfReader(out).pages[0].mediabox
    assert (round(float(box.width) / MM), round(float(box.height) / MM)) == (215, 330)


@pytest.fixture(scope="module")
def large(assessment: Assessment) -> Assessment:
    """3,000 pieces of evidence, most of them under one question."""
    codes = ["A.I.1.i.a"] * 2400 + [question.code for question in assessment.instrument.questions] * 6
    evidence: dict[str, list[Any]] = {}
    for number, code in enumerate(codes[:3000]):
        uses = evidence.setdefault(code, [])
        uses.append(make_use(code, len(uses) + 1, f"Bukti {number}"))
    return replace(assessment, evidence={code: tuple(uses) for code, uses in evidence.items()})


def test_a_long_table_repeats_its_head_and_numbers_its_rows(
    large: Assessment, layout: Layout, stationery: Stationery, tmp_path: Path
) -> None:
    out = tmp_path / "i.pdf"
    some = replace(large, evidence={"A.I.1.i.a": large.evidence["A.I.1.i.a"][:300]})
    write_index(out, some, plan_layout(some, layout, ("A.I.1",)), stationery)
    texts = page_texts(out)
    continued = [text for text in texts if "A.I.1.i.a (lanjutan)" in text]
    assert len(continued) > 10
    assert all("Judul, berkas dalam paket" in text for text in continued)
    assert "300 Bukti 299" in all_text(out)


def test_the_same_data_give_the_same_bytes_also_in_two_threads(
    large: Assessment, layout: Layout, stationery: Stationery, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = plan_layout(large, layout)

    def draw(name: str) -> bytes:
        write_index(tmp_path / name, large, plan, stationery)
        return (tmp_path / name).read_bytes()

    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(draw, ("a.pdf", "b.pdf"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    third = draw("c.pdf")
    assert first == second == third


def test_other_data_have_another_identity(
    assessment: Assessment, plan: BundlePlan, stationery: Stationery, tmp_path: Path
) -> None:
    notes = {**assessment.answers, "B.I.a": replace(assessment.answer_of("B.I.a"), note="lain")}
    write_index(tmp_path / "a.pdf", assessment, plan, stationery)
    write_index(tmp_path / "b.pdf", replace(assessment, answers=notes), plan, stationery)
    ids = [PdfReader(tmp_path / name).trailer["/ID"] for name in ("a.pdf", "b.pdf")]
    assert ids[0] != ids[1]
