"""What a double click hands over, and whether it is a bag to be checked."""

from pathlib import Path

import pytest

from zidesk.services.verify import bundle_at


@pytest.fixture
def bag(tmp_path: Path) -> Path:
    folder = tmp_path / "ZI-2026"
    folder.mkdir()
    (folder / "bagit.txt").touch()
    return folder


def test_the_folder_and_the_declaration_in_it_mean_the_folder(bag: Path) -> None:
    assert bundle_at(bag) == bundle_at(bag / "bagit.txt") == bag


@pytest.mark.parametrize("name", ["paket.zip", "PAKET.ZIP"])
def test_any_zip_file_may_be_one(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"PK")
    assert bundle_at(tmp_path / name) == tmp_path / name


@pytest.mark.parametrize("name", ["INDEKS.pdf", "tidak ada.zip", "tidak ada", "bagit.txt"])
def test_nothing_else_is(tmp_path: Path, name: str) -> None:
    (tmp_path / "INDEKS.pdf").touch()
    (tmp_path / "folder.zip").mkdir()
    assert bundle_at(tmp_path / name) is None
    assert bundle_at(tmp_path) is None and bundle_at(tmp_path / "folder.zip") is None


def test_a_name_no_system_takes_is_none(tmp_path: Path) -> None:
    assert bundle_at(tmp_path / ("x" * 5000)) is None
