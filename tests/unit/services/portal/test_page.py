"""What stands in the portal: every file, every question, the same bytes each time, nothing from outside."""

import base64
import hashlib
import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote, unquote

import pytest

from tests.unit.services.portal.reading import Page, Write
from tests.unit.services.portal.samples import CHANGED_AT
from zidesk.domain.archive_layout import BundlePlan, Layout, Omission, plan_layout
from zidesk.domain.assessment import Assessment
from zidesk.domain.instrument import Instrument
from zidesk.domain.profile import Profile, School
from zidesk.services.portal.page import PORTAL, write_portal

MENU = [
    "Beranda", "Nilai", "Manajemen Perubahan", "Tatalaksana", "Manajemen SDM", "Akuntabilitas", "Pengawasan",
    "Layanan Publik", "Hasil",
]  # fmt: skip


def menu(page: Page) -> list[str]:
    return [found["data-menu"] for tag, found in page.tags if tag == "section"]


def test_every_planned_file_is_linked_once_as_its_path_percent_encoded(page: Page, plan: BundlePlan) -> None:
    assert sorted(page.files) == sorted(quote(item.path) for item in plan.files)
    assert {unquote(link) for link in page.files} == {item.path for item in plan.files}


def test_files_open_beside_the_portal_and_learn_nothing_of_it(page: Page) -> None:
    for tag, found in page.tags:
        if tag == "a" and not found.get("href", "").startswith("#"):
            assert (found["target"], found["rel"]) == ("_blank", "noopener")


def test_the_menu_has_the_areas_as_assessors_name_them(page: Page) -> None:
    assert menu(page) == MENU
    assert [word for word in page.words if word in MENU][:9] == MENU


def test_every_inner_link_and_icon_has_its_target_and_ids_are_unique(page: Page) -> None:
    assert len(page.ids) == len(set(page.ids))
    inner = [found["href"] for _, found in page.tags if found.get("href", "").startswith("#")]
    assert {unquote(link[1:]) for link in inner} <= set(page.ids)
    for _, found in page.tags:
        for name in ("aria-labelledby", "aria-controls"):
            assert found.get(name, "isi") in page.ids


def test_every_question_stands_with_answer_score_and_note(page: Page, assessment: Assessment) -> None:
    for question in assessment.instrument.questions:
        assert f"butir-{question.code}" in page.ids
        assert " ".join(question.text.split()) in page.text
        assert " ".join(assessment.answer_of(question.code).note.split()) in page.text
    assert "nilai 0,33 dari bobot 0,33" in page.text
    assert "Jawaban: A – Jika monitoring dan evaluasi melibatkan pimpinan" in page.text


def test_evidence_is_shown_with_its_facts(page: Page) -> None:
    assert "Laporan Semester II 421.3/198 · 18 Des 2025 PDF · 14 hlm · 1,2 MB" in page.text
    assert "rusak: halaman terakhir terpotong" in page.text
    assert "terkunci" in page.text
    assert "di aula" in page.text


def test_only_photos_that_browsers_know_are_looked_at_in_the_page(page: Page) -> None:
    photos = [unquote(found["href"]).rpartition(" ")[2] for _, found in page.tags if "data-foto" in found]
    assert photos == ["Rapat.jpg", "Baliho.png"]
    shown = [found["src"] for tag, found in page.tags if tag == "img" and "src" in found]
    assert [unquote(source).rpartition(" ")[2] for source in shown] == ["Rapat.jpg"]  # the other is 40 MB
    assert shown[0] in page.files


def test_scores_and_criteria_are_those_of_the_assessment(page: Page) -> None:
    assert "nilai mandiri 79,56" in page.text
    assert "WBBM minimal 85,00: kurang 5,44" in page.text
    assert "seluruh 12 syarat terpenuhi" in page.text
    filled = [found["width"] for tag, found in page.tags if tag == "rect" and found.get("class") == "filled"]
    assert "79.56" in filled
    marks = [found["x1"] for tag, found in page.tags if tag == "line" and found.get("class") == "mark wbbm"]
    assert "85.00" in marks


def test_nothing_comes_from_outside(page: Page) -> None:
    assert not {tag for tag, _ in page.tags} & {"iframe", "object", "embed", "base", "form", "link", "video"}
    for tag, found in page.tags:
        assert not any(name.startswith("on") or name == "style" for name in found), (tag, found)
        for name in ("src", "href"):
            assert not re.match(r"\s*([a-z][a-z0-9+.-]*:|//)", found.get(name, ""), re.IGNORECASE)
    assert not re.search(r"https?:|@import|url\(|fetch\(|XMLHttpRequest|import\(|innerHTML", page.html)


def test_the_policy_lets_in_this_script_and_this_style_only(page: Page) -> None:
    (script,) = [text for found, text in page.scripts if found.get("type") != "application/json"]
    (style,) = page.styles
    allowed = [
        base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode() for text in (style, script)
    ]
    assert page.policy == (
        f"default-src 'none'; img-src 'self' file: data:; style-src 'sha256-{allowed[0]}'; "
        f"script-src 'sha256-{allowed[1]}' 'strict-dynamic'; base-uri 'none'; form-action 'none'"
    )


def test_the_same_data_give_the_same_bytes(
    assessment: Assessment, plan: BundlePlan, resources_root: Path, tmp_path: Path
) -> None:
    for name in ("satu", "dua"):
        write_portal(tmp_path / name, replace(assessment), replace(plan), (), resources_root)
    assert (tmp_path / "satu").read_bytes() == (tmp_path / "dua").read_bytes()


def test_a_limited_bundle_shows_its_areas_and_says_so(
    assessment: Assessment, layout: Layout, write: Write
) -> None:
    plan = plan_layout(assessment, layout, ("2", "B"))
    page = write(assessment, plan)
    assert menu(page) == ["Beranda", "Nilai", "Tatalaksana", "Hasil"]
    assert "Paket ini hanya memuat Tatalaksana, Hasil." in page.text
    assert sorted(page.files) == sorted(quote(item.path) for item in plan.files)
    assert len(page.index["butir"]) == len(plan.places)


def test_omissions_are_said_on_every_page_and_at_their_question(
    assessment: Assessment, plan: BundlePlan, write: Write
) -> None:
    gone = plan.files[0]
    without = replace(plan, files=plan.files[1:])
    lost = Omission(gone.use.question_code, "SK <Tim>", "sk.pdf", "berkas asli tidak ditemukan")
    page = write(assessment, without, (lost,))
    assert page.text.count("TIDAK LENGKAP: 1 berkas tidak disertakan") == 2
    assert "Tidak disertakan: SK <Tim> ( sk.pdf ): berkas asli tidak ditemukan" in page.text
    assert quote(gone.path) not in page.files
    main = page.html.index("<main")
    assert page.html.index("TIDAK LENGKAP") < main  # outside of the pages, so it stands on each


def test_an_empty_school_has_a_portal(instrument: Instrument, layout: Layout, write: Write) -> None:
    empty = Assessment(Profile(School("SD Negeri 3"), year=2026), instrument, {}, {}, CHANGED_AT)
    page = write(empty, plan_layout(empty, layout))
    assert menu(page) == MENU
    assert page.files == []
    assert page.text.count("Belum ada bukti untuk butir ini.") == len(instrument.questions)
    assert "0 dari 113" in page.text
    assert "TIDAK LENGKAP" not in page.text


def test_limits_that_are_not_confirmed_are_not_decided(
    older_instrument: Instrument, layout: Layout, write: Write
) -> None:
    older = Assessment(Profile(School("SD Negeri 3"), year=2026), older_instrument, {}, {}, CHANGED_AT)
    page = write(older, plan_layout(older, layout))
    assert "Lembar penilaian ini belum terkonfirmasi" in page.text
    assert "WBK belum terkonfirmasi *)" in page.text
    assert menu(page) == MENU
    assert "1.1.a" in page.words  # no group to name: the area's number comes first


@pytest.mark.parametrize("name", ["area", "lke"])
def test_any_layout_is_linked(name: str, assessment: Assessment, resources_root: Path, write: Write) -> None:
    from zidesk.storage.layout_loader import load_layout

    plan = plan_layout(assessment, load_layout(name, resources_root / "layouts"))
    assert sorted(write(assessment, plan).files) == sorted(quote(item.path) for item in plan.files)


def test_its_name_says_open_here() -> None:
    assert PORTAL == "BUKA-DI-SINI.html"
