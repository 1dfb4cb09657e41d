"""The scripts beside the portal: what is in which, the same each time, and nothing in them that runs."""

import base64
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.unit.services.portal.reading import Page
from tests.unit.services.portal.samples import HOSTILE
from zidesk.domain.archive_layout import BundlePlan
from zidesk.domain.assessment import Assessment
from zidesk.domain.errors import Cancelled
from zidesk.domain.evidence import StoredFile
from zidesk.domain.progress import CancelToken, Progress
from zidesk.services.portal import enclosures
from zidesk.services.portal.enclosures import write_enclosures
from zidesk.services.portal.page import PORTAL, write_portal


@dataclass
class Shelf:
    """Small pictures and texts by content."""

    pictures: Mapping[str, bytes] = field(default_factory=dict)
    pages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def picture(self, file: StoredFile) -> bytes | None:
        return self.pictures.get(file.sha256)

    def texts(self, file: StoredFile, cancel: CancelToken) -> tuple[str, ...]:
        cancel.check()
        return self.pages.get(file.sha256, ())


def read(root: Path, name: str) -> list[Any]:
    """What a script hands over."""
    called = re.fullmatch(r"zi(?:Gambar|Teks)\((.*)\);\n", (root / name).read_text(encoding="utf-8"), re.DOTALL)
    assert called is not None
    items: list[Any] = json.loads(called[1])
    return items


def contents(plan: BundlePlan) -> list[str]:
    return [item.use.file.sha256 for item in plan.files]


def test_pictures_lie_in_packs_by_their_place_in_the_plan(plan: BundlePlan, tmp_path: Path) -> None:
    shas = contents(plan)
    shelf = Shelf({sha: bytes([n]) * 90_000 for n, sha in enumerate(shas) if n % 3 == 0})
    written = write_enclosures(tmp_path, plan, shelf)
    assert sorted(written.packs) == list(range(0, len(shas), 3))
    assert len(written.names) > 3
    for number, name in enumerate(written.names, start=1):
        assert name == f"portal/gambar-{number}.js"
        pictures = read(tmp_path, name)
        assert {place for place, _ in pictures} == {
            place for place, pack in written.packs.items() if pack == number
        }
        for place, picture in pictures:
            assert base64.b64decode(picture) == shelf.pictures[shas[place]]
        assert (tmp_path / name).stat().st_size < 900_000


def test_each_content_is_read_once_however_often_it_is_used(plan: BundlePlan, tmp_path: Path) -> None:
    twice = replace(plan, files=(*plan.files[:3], replace(plan.files[5], use=plan.files[1].use)))
    shelf = Shelf(pages={sha: ("satu", "", f"tiga {n}") for n, sha in enumerate(contents(plan))})
    written = write_enclosures(tmp_path, twice, shelf)
    assert written.text_parts == 1
    assert read(tmp_path, "portal/teks-1.js") == [[n, ["satu", "", f"tiga {n}"]] for n in range(3)]


def test_texts_are_parted_and_bounded(plan: BundlePlan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(enclosures, "MOST_TEXT", 3_000_000)
    shelf = Shelf(pages=dict.fromkeys(contents(plan), ("kata " * 60000,)))
    written = write_enclosures(tmp_path, plan, shelf)
    kept = [place for name in written.names for place, _ in read(tmp_path, name)]
    assert kept == list(range(10))  # ten of 300 KB; the others are counted
    assert written.without_text == len(plan.files) - 10
    assert written.text_parts == len(written.names) == 4


def test_where_there_is_nothing_nothing_is_written(plan: BundlePlan, tmp_path: Path) -> None:
    assert write_enclosures(tmp_path, plan, Shelf()).names == ()
    assert list(tmp_path.iterdir()) == []


def test_the_same_files_give_the_same_bytes(plan: BundlePlan, tmp_path: Path) -> None:
    shas = contents(plan)
    shelf = Shelf({shas[2]: b"\xff\xd8\xff1"}, {shas[1]: ("teks",)})
    roots = [tmp_path / "a", tmp_path / "b"]
    for root in roots:
        root.mkdir()
        write_enclosures(root, plan, shelf)
    for name in ("portal/gambar-1.js", "portal/teks-1.js"):
        assert (roots[0] / name).read_bytes() == (roots[1] / name).read_bytes()


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(st.characters(), max_size=80) | st.sampled_from(HOSTILE), min_size=1, max_size=4))
def test_no_text_of_a_file_can_leave_its_string(plan: BundlePlan, tmp_path: Path, pages: list[str]) -> None:
    written = write_enclosures(
        tmp_path, replace(plan, files=plan.files[:1]), Shelf(pages={contents(plan)[0]: tuple(pages)})
    )
    for name in written.names:
        raw = (tmp_path / name).read_text(encoding="utf-8")
        assert not set(raw) & set("<>&\u2028\u2029\u202e\x00\x07")
        ((place, shown),) = read(tmp_path, name)
        assert place == 0
        assert shown == [enclosures.searchable(page) for page in pages]
        assert all(page == " ".join(page.split()) for page in shown)
    assert bool(written.names) == any(map(enclosures.searchable, pages))


def test_words_are_kept_as_people_type_them() -> None:
    assert enclosures.searchable("e\ufb01siensi  ＺＩ\n2026\u2028baris\u00ad") == "efisiensi ZI 2026 baris"


def test_it_tells_of_itself_and_stops_when_asked(plan: BundlePlan, tmp_path: Path) -> None:
    told: list[Progress] = []
    write_enclosures(tmp_path, plan, Shelf(), told.append)
    assert [one.done for one in told] == list(range(len(plan.files) + 1))
    cancel = CancelToken()

    def stop(progress: Progress) -> None:
        if progress.done == 4:
            cancel.cancel()

    shelf = Shelf(pages=dict.fromkeys(contents(plan), ("kata",)))
    with pytest.raises(Cancelled):
        write_enclosures(tmp_path, plan, shelf, stop, cancel)
    assert list(tmp_path.iterdir()) == []


def test_the_page_knows_what_lies_beside_it(
    assessment: Assessment, plan: BundlePlan, resources_root: Path, tmp_path: Path
) -> None:
    shas = contents(plan)
    place = next(n for n, item in enumerate(plan.files) if item.use.title == "Rapat")
    shelf = Shelf({shas[place]: b"\xff\xd8\xff"}, {shas[0]: ("a" * 100,), shas[1]: ("kata",)})
    beside = replace(write_enclosures(tmp_path, plan, shelf), without_text=1234)
    write_portal(tmp_path / PORTAL, assessment, plan, (), resources_root, beside)
    page = Page((tmp_path / PORTAL).read_text(encoding="utf-8"))
    assert page.index["teks"] == 1
    assert [found["data-gambar"] for _, found in page.tags if "data-gambar" in found] == ["1"]
    # a photo with a small picture is not read whole
    assert [found for tag, found in page.tags if tag == "img" and found.get("src")] == []
    assert "isi 1.234 PDF lain tidak ikut dicari" in page.text
