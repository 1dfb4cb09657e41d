"""Dividers and spine labels: a code, a title and a QR of the code on each, and never a page too many."""

from dataclasses import replace
from pathlib import Path

import docx
import pytest

from tests.unit.services.documents.reading import outline, page_texts, squeezed
from tests.unit.services.documents.report_facts import made, with_plan
from tests.unit.services.documents.samples import hostile
from zidesk.domain.archive_layout import Layout
from zidesk.domain.assessment import Assessment
from zidesk.services.documents.labels.dividers import build_dividers
from zidesk.services.documents.labels.spines import build_spines
from zidesk.services.documents.model.blocks import QrLabel
from zidesk.services.documents.model.document import Document
from zidesk.services.documents.paper import Stationery


def _codes(document: Document) -> list[str]:
    return [block.content for block in document.blocks if isinstance(block, QrLabel)]


def _expected(assessment: Assessment) -> list[str]:
    """Areas with their sub-areas, then the results."""
    codes: list[str] = []
    for number in "123456":
        codes.append(number)
        codes += dict.fromkeys(
            place.sub_area.code for place in assessment.instrument.places if place.area.number == number
        )
    return [*codes, "B.I", "B.II"]


def test_every_area_and_sub_area_has_a_divider(assessment: Assessment, layout: Layout) -> None:
    assert _codes(build_dividers(with_plan(assessment, layout))) == _expected(assessment)


@pytest.mark.parametrize("paper", ["A4", "F4"])
def test_each_divider_is_one_page(
    assessment: Assessment, layout: Layout, stationery: Stationery, tmp_path: Path, paper: str
) -> None:
    nasty = hostile(assessment)
    out = made("dividers", with_plan(nasty, layout), replace(stationery, paper=paper), tmp_path)
    expected = _expected(assessment)
    marks = outline(out)
    assert len(page_texts(out)) == len(expected)
    assert [page for _, _, page in marks] == list(range(1, len(expected) + 1))
    for code, page in zip(expected, page_texts(out), strict=True):
        shown = f"AREA {code}" if code.isdigit() else code
        assert shown in page.splitlines()


def test_a_divider_lists_its_questions(
    assessment: Assessment, layout: Layout, stationery: Stationery, tmp_path: Path
) -> None:
    out = made("dividers", with_plan(assessment, layout, {"area": "1"}), stationery, tmp_path)
    area, first, *_ = page_texts(out)
    place = assessment.instrument.place("A.I.1.i.b")
    assert place.question.short_title in area
    assert "A.II.1.iii.a" in area
    assert squeezed(place.question.text) in squeezed(first)
    assert "A.I.1.ii.a" not in first


def test_labels_of_areas_come_before_those_of_sub_areas(assessment: Assessment, layout: Layout) -> None:
    expected = _expected(assessment)
    areas = [code for code in expected if code.isdigit() or code.startswith("B")]
    codes = _codes(build_spines(with_plan(assessment, layout)))
    assert codes == [*areas, *(code for code in expected if code not in areas)]
    assert _codes(build_spines(with_plan(assessment, layout, {"area": "B.II"}))) == ["B.II"]


@pytest.mark.parametrize("paper", ["A4", "F4"])
def test_four_labels_to_a_sheet(
    assessment: Assessment, layout: Layout, stationery: Stationery, tmp_path: Path, paper: str
) -> None:
    out = made("spines", with_plan(hostile(assessment), layout), replace(stationery, paper=paper), tmp_path)
    pages = page_texts(out)
    assert len(pages) == 2 + 11  # 8 areas, 42 sub-areas
    assert pages[0].count("✂") == 5
    assert pages[0].count("Ordner ke") == 4
    assert pages[-1].count("Ordner ke") == 2


def test_labels_in_docx(assessment: Assessment, layout: Layout, stationery: Stationery, tmp_path: Path) -> None:
    facts = with_plan(assessment, layout, {"area": "1"})
    read = docx.Document(str(made("spines", facts, stationery, tmp_path, ".docx")))
    assert len(read.tables) == 8
    assert len(read.inline_shapes) == 8
    assert read.tables[0].rows[0].cells[1].text.startswith("Area 1 Manajemen Perubahan\nSMA Negeri 1")
