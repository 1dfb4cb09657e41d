"""The summary for the principal: what it says, and that it is one page whatever there is to say."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from tests.unit.services.documents.reading import all_text, page_texts
from tests.unit.services.documents.report_facts import LATE, made, with_plan
from tests.unit.services.documents.samples import HOSTILE, hostile
from zidesk.domain.archive_layout import Layout
from zidesk.domain.assessment import Assessment
from zidesk.domain.evidence import FileState, Inspection
from zidesk.domain.gaps import missing_documents
from zidesk.domain.plan import PlanRow, Week
from zidesk.services.documents.paper import Stationery


def test_it_says_what_is_missing(
    assessment: Assessment, layout: Layout, stationery: Stationery, tmp_path: Path
) -> None:
    answers = {code: answer for code, answer in assessment.answers.items() if not code.startswith("A.I.1.")}
    known = replace(assessment, answers=answers, profile=replace(assessment.profile, target="WBBM"))
    text = all_text(made("shortfall", with_plan(known, layout, {"tanggal": "2026-04-01"}), stationery, tmp_path))
    total = next(item for item in known.criteria["WBBM"] if item.id == "total")
    missing = sum(
        len(missing_documents(known, question.code))
        for question in known.instrument.questions
        if known.instrument.place(question.code).area.number == "1"
    )
    assert "keadaan per 1 April 2026" in text
    assert f"85,00 {float(total.printed_missing):.2f}".replace(".", ",") in text
    assert f"Area 1 Manajemen Perubahan {missing} A.II.1." in text
    assert "12 butir: A.I.1.i.a; " in text
    assert "Notula (rusak)" in text
    assert "Daftar hadir (terkunci)" in text
    assert "A.I.1.ii Menyusun rencana kerja Pokja 1 7 Mar 2026" in text


def test_nothing_missing_is_said_too(
    assessment: Assessment, layout: Layout, stationery: Stationery, tmp_path: Path
) -> None:
    """Without plan rows the plan is said not to exist, not that it is on time."""
    evidence = {
        question.code: tuple(
            replace(use, fulfils=frozenset(item.name for item in question.documents))
            for use in assessment.evidence["A.I.1.i.a"][:1]
        )
        for question in assessment.instrument.questions
    }
    facts = replace(with_plan(replace(assessment, evidence=evidence), layout), plan_rows=())
    text = all_text(made("shortfall", facts, stationery, tmp_path))
    assert "semua dokumen wajib tersedia" in text
    assert "semua butir telah dijawab" in text
    assert "Rencana aksi belum disusun." in text


@pytest.mark.parametrize("paper", ["A4", "F4"])
@pytest.mark.parametrize("text", [*HOSTILE, "W" * 300, "MW " * 100, "Panjangsekalikatanya" * 3 + " kata pendek"])
def test_one_page_always(
    assessment: Assessment, layout: Layout, stationery: Stationery, tmp_path: Path, paper: str, text: str
) -> None:
    """Everything is missing, and every text from outside is nasty."""
    nasty = hostile(assessment)
    evidence = {
        code: tuple(
            replace(use, title=text, file=replace(use.file, inspection=_locked(use.file.inspection)))
            for use in uses
        )
        for code, uses in nasty.evidence.items()
    }
    profile = replace(nasty.profile, target="WBBM", school=replace(nasty.profile.school, name=text))
    known = replace(nasty, answers={}, evidence=evidence, profile=profile)
    rows = [replace(LATE, action=text, in_charge=text)] * 40
    facts = with_plan(known, layout, {"tanggal": "2026-12-01"}, *rows)
    out = made("shortfall", facts, replace(stationery, paper=paper), tmp_path)
    pages = page_texts(out)
    assert len(pages) == 1
    assert "… dan 35 lagi" in " ".join(pages[0].split())
    assert pages[0].count("… dan") >= 5


def _locked(found: Inspection) -> Inspection:
    return replace(found, state=FileState.LOCKED)


def test_rows_that_are_not_late_are_not_named(
    assessment: Assessment, layout: Layout, stationery: Stationery, tmp_path: Path
) -> None:
    row = PlanRow("A.I.1", action="Belum waktunya", weeks=frozenset({Week(4, 4)}), target=Fraction(1))
    for day, late in ((date(2026, 4, 30), False), (date(2026, 5, 1), True)):
        facts = with_plan(assessment, layout, {"tanggal": day.isoformat()}, row)
        folder = tmp_path / day.isoformat()
        folder.mkdir()
        assert ("Belum waktunya" in all_text(made("shortfall", facts, stationery, folder))) is late
