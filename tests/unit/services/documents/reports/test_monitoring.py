"""The monitoring report, with and without something to compare with."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import docx
import pytest

from tests.unit.services.documents.reading import all_text, page_texts
from tests.unit.services.documents.report_facts import made, snapshot, with_plan
from tests.unit.services.documents.samples import hostile
from zidesk.domain.archive_layout import Layout
from zidesk.domain.assessment import Assessment
from zidesk.domain.errors import TemplateFaulty, WeeksUnreadable
from zidesk.domain.indonesian import format_number
from zidesk.services.documents.letters.kind import PaperFacts
from zidesk.services.documents.making import KINDS
from zidesk.services.documents.paper import Stationery
from zidesk.services.documents.reports.progress_table import change_words
from zidesk.services.documents.texts.catalogue import TextCatalogue

_FIELDS = {"periode": "Triwulan I", "tanggal": "2026-04-02"}


def _facts(assessment: Assessment, layout: Layout) -> PaperFacts:
    return replace(
        with_plan(assessment, layout, _FIELDS), snapshots=(snapshot(assessment, date(2026, 1, 5)),)
    )  # fmt: skip


def test_score_then_and_now(
    assessment: Assessment, layout: Layout, stationery: Stationery, tmp_path: Path
) -> None:
    text = all_text(made("monitoring", _facts(assessment, layout), stationery, tmp_path))
    total, area = assessment.scores.total.score, sum(assessment.scores.nodes[c].score for c in ("A.I.1", "A.II.1"))
    assert "TRIWULAN I TAHUN 2026" in text
    assert "Nilai 5 Jan 2026" in text
    for score in (total, area):
        then, now = format_number(score - 5), format_number(score)
        assert f"{then} {now} +5,00" in text
    assert f"Pada 5 Januari 2026 nilai itu {format_number(total - 5)}, sehingga berubah +5,00" in text


def test_without_a_snapshot_it_compares_with_nothing(
    assessment: Assessment, layout: Layout, stationery: Stationery, tmp_path: Path
) -> None:
    facts = replace(_facts(assessment, layout), snapshots=())
    text = all_text(made("monitoring", facts, stationery, tmp_path))
    assert "laporan ini tidak membandingkan nilai" in text
    assert "Perubahan Bobot" not in text
    assert "+" not in text
    assert "nilai itu" not in text


def test_what_was_done_and_what_is_late(
    assessment: Assessment, layout: Layout, stationery: Stationery, tmp_path: Path
) -> None:
    text = all_text(made("monitoring", _facts(assessment, layout), stationery, tmp_path))
    assert "dijadwalkan 2 rencana aksi: 1 selesai, 0 sedang berjalan, 1 belum dimulai, dan 0 ditunda" in text
    assert "1 A.I.1.i.a Menyusun SK Tim Kerja Laras Pranata Jan 2; Feb 3 100,00 % Selesai" in text
    assert "1 A.I.1.ii Menyusun rencana kerja Pokja 1 7 Mar 2026 26 hari" in text
    assert "Semua SOP diperbarui" not in text  # of June
    assert "Terlambat sejak 7 Mar 2026: A.I.1.ii Menyusun rencana kerja" in text
    assert "dokumen wajib Area 2 Penataan Tatalaksana belum ada:" in text
    assert "Pokja 2 31 Mei 2026" in text


def test_another_year_has_nothing_of_this_plan(
    assessment: Assessment, layout: Layout, stationery: Stationery, tmp_path: Path
) -> None:
    facts = replace(_facts(assessment, layout), fields={**_FIELDS, "periode": "Triwulan I 2025"})
    text = all_text(made("monitoring", facts, stationery, tmp_path))
    assert "Tidak ada rencana aksi yang dijadwalkan pada Triwulan I Tahun 2025." in text
    assert "laporan ini tidak membandingkan nilai" in text  # the snapshot is of 2026


def test_a_met_criterion_is_told(
    assessment: Assessment, layout: Layout, stationery: Stationery, tmp_path: Path
) -> None:
    facts = _facts(assessment, layout)
    then = facts.snapshots[0]
    target = {
        "WBK": tuple((name, False if name == "total" else met) for name, met in then.criteria["WBK"]),
        "WBBM": (("total", True),),
    }
    facts = replace(facts, snapshots=(replace(then, criteria=target),))
    text = all_text(made("monitoring", facts, stationery, tmp_path))
    assert "Syarat yang kini terpenuhi: WBK, Nilai total" in text
    assert "Syarat yang tidak lagi terpenuhi: WBBM, Nilai total" in text


def test_an_empty_school_gets_dotted_lines(
    empty_assessment: Assessment, layout: Layout, stationery: Stationery, tmp_path: Path
) -> None:
    facts = replace(with_plan(empty_assessment, layout, {}), plan_rows=())
    assert KINDS["monitoring"].missing(facts)[-2:] == ("isian.periode", "isian.tanggal")
    text = all_text(made("monitoring", facts, stationery, tmp_path))
    assert "TRIWULAN II TAHUN 2026" in text  # in which the data last changed
    assert "Rencana aksi belum disusun" in text
    assert "....." in text


def test_nasty_texts(assessment: Assessment, layout: Layout, stationery: Stationery, tmp_path: Path) -> None:
    facts = _facts(hostile(assessment), layout)
    rows = tuple(replace(row, action="x" * 2000, in_charge="{{ 1 }} **y**" * 100) for row in facts.plan_rows)
    facts = replace(facts, plan_rows=rows)
    assert page_texts(made("monitoring", facts, stationery, tmp_path))
    read = docx.Document(str(made("monitoring", facts, stationery, tmp_path, ".docx")))
    assert len(read.tables) >= 5


def test_faults_are_told_before_anything_is_written(
    assessment: Assessment, layout: Layout, stationery: Stationery, tmp_path: Path
) -> None:
    facts = _facts(assessment, layout)
    with pytest.raises(WeeksUnreadable):
        made("monitoring", replace(facts, fields={"periode": "entah"}), stationery, tmp_path)
    texts = TextCatalogue(facts.texts._folder, {"monitoring/nilai": "Nilai\n{{ tak_ada }}"})
    with pytest.raises(TemplateFaulty) as caught:
        made("monitoring", replace(facts, texts=texts), stationery, tmp_path)
    assert caught.value.line == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("change", "words"), [(Fraction(5, 4), "+1,25"), (Fraction(-1, 2), "\u22120,50"), (Fraction(1, 1000), "0,00")]
)
def test_changes_have_signs(change: Fraction, words: str) -> None:
    assert change_words(change) == words
