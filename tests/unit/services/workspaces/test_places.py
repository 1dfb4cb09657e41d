"""Where a new workspace may go."""

import os
from pathlib import Path

import pytest

from zidesk.services.workspaces.places import PlaceState, look_at_place


def test_a_free_place_tells_its_room(tmp_path: Path) -> None:
    place = look_at_place(tmp_path / "dokumen" / "ZIDesk" / "SMAN 1-2026")
    assert place.state is PlaceState.FREE
    assert place.free > 0
    assert list(tmp_path.iterdir()) == [], "looking writes nothing"


def test_an_existing_folder_comes_with_a_way_out(tmp_path: Path) -> None:
    (tmp_path / "SMAN 1-2026").mkdir()
    (tmp_path / "SMAN 1-2026" / "surat.txt").write_text("a")
    place = look_at_place(tmp_path / "SMAN 1-2026")
    assert (place.state, place.suggestion) == (PlaceState.TAKEN, tmp_path / "SMAN 1-2026 (2)")


def test_a_workspace_is_told_from_other_folders(tmp_path: Path) -> None:
    (tmp_path / "kerja").mkdir()
    (tmp_path / "kerja" / "zidesk.db").write_bytes(b"x")
    assert look_at_place(tmp_path / "kerja").state is PlaceState.WORKSPACE
    assert look_at_place(tmp_path / "kerja" / "bukti" / "baru").state is PlaceState.INSIDE


def test_below_a_file_is_no_place(tmp_path: Path) -> None:
    (tmp_path / "surat.txt").write_text("a")
    assert look_at_place(tmp_path / "surat.txt" / "kerja").state in (PlaceState.TAKEN, PlaceState.GONE)


@pytest.mark.parametrize("text", ["kerja", "", "ZIDesk/kerja"])
def test_half_a_path(text: str) -> None:
    assert look_at_place(Path(text)).state is PlaceState.RELATIVE


@pytest.mark.parametrize(
    ("name", "better"), [("a\0b", "ab"), ("SMA: 1?", "SMA 1"), ("con", "_con"), ("x" * 200, "x" * 120)]
)
def test_a_name_for_every_drive(tmp_path: Path, name: str, better: str) -> None:
    place = look_at_place(tmp_path / name)
    assert (place.state, place.suggestion) == (PlaceState.BAD_NAME, tmp_path / better)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_closed_folder(tmp_path: Path) -> None:
    closed = tmp_path / "tertutup"
    closed.mkdir(mode=0o500)
    try:
        assert look_at_place(closed / "kerja").state is PlaceState.CLOSED
    finally:
        closed.chmod(0o700)
