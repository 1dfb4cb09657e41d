import json
from pathlib import Path

import pytest

from zidesk.services.demo.evidence import DemoEvidence, plan_evidence
from zidesk.services.demo.questions import load_questions
from zidesk.services.demo.wording import load_wording

GAPS = {
    "A.I.3.i.c", "A.I.3.iii.f", "A.I.5.iv.b", "A.I.5.v.e", "A.I.6.ii.d", "A.I.6.iii.b",
    "A.II.2.iii.c", "A.II.3.ii.a", "A.II.4.ii.a",
}  # fmt: skip


@pytest.fixture(scope="module")
def sheet(resources_root: Path) -> Path:
    return resources_root / "instruments" / "permenpan-90-2021.json"


@pytest.fixture(scope="module")
def usual(resources_root: Path, sheet: Path) -> tuple[DemoEvidence, ...]:
    return plan_evidence(resources_root, sheet)


def test_the_usual_demo_has_160_files_and_nine_questions_without_any(
    usual: tuple[DemoEvidence, ...], sheet: Path
) -> None:
    codes = {question.code for question in load_questions(sheet)}
    served = {code for item in usual for code in item.codes}
    assert len(usual) == 160
    assert len(codes) == 113
    assert codes - served == GAPS
    assert served <= codes


def test_every_served_question_gets_a_kind_of_paper_it_asks_for(
    usual: tuple[DemoEvidence, ...], sheet: Path
) -> None:
    for question in load_questions(sheet):
        given = {item.form for item in usual if question.code in item.codes}
        asked = {paper.kind for paper in question.papers}
        assert not given or given & asked, question.code


def test_more_files_keep_the_gaps_and_the_first_ones(
    usual: tuple[DemoEvidence, ...], resources_root: Path, sheet: Path
) -> None:
    many = plan_evidence(resources_root, sheet, 2_000)
    assert len(many) == 2_000
    assert many[:160] == usual
    assert GAPS.isdisjoint(code for item in many for code in item.codes)


def test_names_are_portable_and_differ_whatever_the_case(resources_root: Path, sheet: Path) -> None:
    names = [item.file_name for item in plan_evidence(resources_root, sheet, 10_000)]
    assert len({name.lower() for name in names}) == 10_000
    for name in names:
        assert not set('\\/:*?"<>|') & set(name)
        assert len(name) <= 80 and name == name.strip() and "." in name


@pytest.mark.parametrize("files", [2, 12, 40])
def test_a_small_demo_shows_a_damaged_and_a_locked_file(files: int, resources_root: Path, sheet: Path) -> None:
    looks = [item.look for item in plan_evidence(resources_root, sheet, files)]
    assert looks.count("rusak") == looks.count("terkunci") == 1


def test_some_papers_serve_several_questions(usual: tuple[DemoEvidence, ...]) -> None:
    assert sum(len(item.codes) > 1 for item in usual) >= 40


def test_recurring_activities_fall_on_weekdays_up_to_the_assessment(resources_root: Path, sheet: Path) -> None:
    for item in plan_evidence(resources_root, sheet, 3_000)[165:]:
        assert item.dated is not None
        assert item.dated.weekday() < 5
        assert "2025-01-01" < item.dated.isoformat() < "2026-05-01"


@pytest.mark.parametrize("files", [0, -1, 10_001])
def test_an_impossible_number_of_files_is_refused(files: int, resources_root: Path, sheet: Path) -> None:
    with pytest.raises(ValueError, match=str(files)):
        plan_evidence(resources_root, sheet, files)


def test_papers_for_questions_the_sheet_does_not_have_are_left_out(resources_root: Path, tmp_path: Path) -> None:
    question = {
        "kode": "B.I.a",
        "judul_pendek": "Indeks",
        "tipe_jawaban": "survei",
        "dokumen": [{"nama": "Laporan", "jenis": "survei", "wajib": True}],
    }
    sheet = tmp_path / "kecil.json"
    sheet.write_text(json.dumps({"komponen": [{"anak": [question]}]}), encoding="utf-8")
    plan = plan_evidence(resources_root, sheet, 8)
    assert len(plan) == 8
    assert {item.codes for item in plan} == {("B.I.a",)}
    assert plan[0].subject == "Indeks"


def test_every_question_of_the_sheet_has_an_answer_with_a_note(resources_root: Path, sheet: Path) -> None:
    notes = load_wording(resources_root).notes
    assert {question.code for question in load_questions(sheet)} == notes.keys()
    assert all(notes.values())
