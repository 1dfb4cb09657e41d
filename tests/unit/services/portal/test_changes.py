"""Berubah sejak paket sebelumnya, in the portal: links to what is new, and nothing of it is more than words."""

from pathlib import Path

import pytest

from tests.unit.services.documents.bundle_changes.change_samples import all_changes
from tests.unit.services.portal.reading import Page
from tests.unit.services.portal.samples import HOSTILE
from zidesk.domain.archive_layout import BundlePlan
from zidesk.domain.assessment import Assessment
from zidesk.services.portal.change_lists import change_lists
from zidesk.services.portal.enclosures import Enclosures
from zidesk.services.portal.page import write_portal


def written(tmp_path: Path, assessment: Assessment, plan: BundlePlan, resources: Path, nasty: str = "") -> Page:
    out = tmp_path / "BUKA-DI-SINI.html"
    write_portal(out, assessment, plan, (), resources, Enclosures(), all_changes(nasty))
    return Page(out.read_text(encoding="utf-8"))


def test_it_is_a_page_of_its_own_that_the_first_one_leads_to(
    tmp_path: Path, assessment: Assessment, plan: BundlePlan, resources_root: Path
) -> None:
    page = written(tmp_path, assessment, plan, resources_root)
    assert "perubahan" in page.ids and "#perubahan" in page.links and "PERUBAHAN.pdf" in page.links
    for words in ("Ditambahkan (1)", "Diganti (2)", "Tidak ada lagi (1)", "60,00 62,50 +2,50", "Belum dijawab"):
        assert words in page.text


def test_new_files_are_linked_and_those_that_are_gone_are_not(
    tmp_path: Path, assessment: Assessment, plan: BundlePlan, resources_root: Path
) -> None:
    page = written(tmp_path, assessment, plan, resources_root)
    for path in ("data/5%20Baru.pdf", "data/1%20SK.pdf", "data/2%20Foto%20rapat.jpg", "data/4%20Pindai.pdf"):
        assert path in page.files
    assert "data/3%20Notula.pdf" not in page.files and "Notula" in page.text
    assert all(link[1:] in page.ids for link in page.links if link.startswith("#"))


@pytest.mark.parametrize("nasty", HOSTILE)
def test_hostile_texts_are_words(
    tmp_path: Path, assessment: Assessment, plan: BundlePlan, resources_root: Path, nasty: str
) -> None:
    plain, page = (written(tmp_path, assessment, plan, resources_root, text) for text in ("", nasty))
    assert [tag for tag, _ in page.tags] == [tag for tag, _ in plain.tags]
    assert not any(name.startswith("on") for _, found in page.tags for name in found)


def test_without_an_earlier_bundle_there_is_no_such_page(page: Page) -> None:
    assert "perubahan" not in page.ids and "#perubahan" not in page.links


def test_scores_are_listed_only_where_one_has_changed() -> None:
    changes = all_changes()
    assert [row[-1] for row in change_lists(changes).scores] == [False, True]
    same = type(changes)(changes.before, changes.after, scores=changes.scores[:1])
    assert change_lists(same).scores == ()
