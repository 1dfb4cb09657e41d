"""The self-test finds every part in order here, and names the part that is not."""

import shutil
from pathlib import Path

import pytest

from zidesk.services.pictures import images
from zidesk.services.self_test import sample
from zidesk.services.self_test.parts import NotAsExpected, Part, PartResult
from zidesk.services.self_test.running import self_test, try_parts
from zidesk.services.self_test.words import WORDS, line_of
from zidesk.services.workspaces.archive import restore
from zidesk.storage import schema
from zidesk.storage.paths import Resources, WorkspacePaths

_ON_SCREEN = {Part.FONTS, Part.WINDOW}


def _broken(resources: Resources) -> set[Part]:
    return {result.part for result in self_test(resources) if not result.works}


@pytest.fixture
def spoilt(tmp_path: Path, resources: Resources) -> Resources:
    """A copy of the resources that a test may break."""
    copy = tmp_path / "resources"
    shutil.copytree(resources.root, copy)
    return Resources(copy)


def test_every_part_works_and_nothing_stays(
    resources: Resources, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    results = list(self_test(resources))
    assert [line_of(result) for result in results if not result.works] == []
    assert [result.part for result in results] == [part for part in Part if part not in _ON_SCREEN]
    assert list(tmp_path.iterdir()) == []


def test_the_shipped_workspace_is_of_the_first_schema(resources: Resources, tmp_path: Path) -> None:
    restore(sample.sample_backup(resources), tmp_path / "lama")
    assert schema.current_revision(WorkspacePaths(tmp_path / "lama")) == "0001" != schema.HEAD


def test_a_missing_sheet_is_named(spoilt: Resources) -> None:
    next(spoilt.instruments.glob("permenpan-52*.json")).unlink()
    assert _broken(spoilt) == {Part.SHEETS}


def test_missing_fonts_stop_the_papers_only(spoilt: Resources) -> None:
    shutil.rmtree(spoilt.fonts)
    broken = _broken(spoilt)
    assert {Part.INDEX, Part.BUNDLE, Part.VERIFY} <= broken
    assert not broken & {Part.SHEETS, Part.DATABASE, Part.MIGRATION, Part.JPEG, Part.HEIC, Part.PDF}


def test_without_the_old_workspace_all_that_uses_it_fails(spoilt: Resources) -> None:
    sample.sample_backup(spoilt).unlink()
    assert {part for part in Part if part not in _ON_SCREEN} - _broken(spoilt) == {
        Part.SHEETS,
        Part.DATABASE,
        Part.GUIDE,
    }


def test_without_layouts_it_still_answers(spoilt: Resources) -> None:
    shutil.rmtree(spoilt.layouts)
    (result,) = self_test(spoilt)
    assert not result.works
    assert "LayoutUnknown" in result.fault


def test_a_decoder_that_does_not_load_is_named(resources: Resources, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ImportError("libheif")

    monkeypatch.setattr(images, "open_heif", fail)
    (broken,) = (result for result in self_test(resources) if not result.works)
    assert broken.part is Part.HEIC
    assert "libheif" in broken.fault


def test_what_fails_stops_nothing_after_it() -> None:
    def fail() -> None:
        raise NotAsExpected("x")

    first, second = try_parts({Part.INDEX: fail, Part.PDF: lambda: None})
    assert (first.works, second.works) == (False, True)
    assert "\n" not in first.fault


def test_every_part_has_its_line() -> None:
    assert set(WORDS) == set(Part)
    assert line_of(PartResult(Part.HEIC, 1.25)) == "ya    gambar kecil dari HEIC (1,25 detik)"
    assert line_of(PartResult(Part.HEIC, 0.5, "rusak")) == "GAGAL gambar kecil dari HEIC (0,50 detik): rusak"
