"""A system without tables of its own here, and which system asks which."""

import platform
from pathlib import Path

import pytest

from tests.faults import small_drive
from zidesk.storage.drives import Mount, VolumeKind, drive_of, elsewhere, system_drives
from zidesk.storage.drives.elsewhere import PosixDrives
from zidesk.storage.drives.linux import LinuxDrives
from zidesk.storage.drives.windows import WindowsDrives


@pytest.mark.parametrize(
    ("system", "kind"), [("Linux", LinuxDrives), ("Windows", WindowsDrives), ("Darwin", PosixDrives)]
)
def test_each_system_has_its_own(monkeypatch: pytest.MonkeyPatch, system: str, kind: type) -> None:
    monkeypatch.setattr(platform, "system", lambda: system)
    assert type(system_drives()) is kind


def test_a_mounted_drive_is_found_without_tables(tmp_path: Path) -> None:
    with small_drive(tmp_path / "stik", "1m") as mounted:
        drive = drive_of(mounted / "paket", PosixDrives())
        assert (drive.mount_point, drive.free, drive.file_system) == (mounted, 2**20, "")


def test_what_lies_in_the_folder_of_plugged_drives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(elsewhere, "_PLUGGED_FOLDER", tmp_path)
    (tmp_path / "folder biasa").mkdir()
    drives = PosixDrives()
    with small_drive(tmp_path / "KINGSTON", "1m") as mounted:
        assert drives.mounts() == (
            Mount(Path("/"), VolumeKind.FIXED),
            Mount(mounted, VolumeKind.REMOVABLE),
        )
        assert drives.mount_of(mounted / "x").kind is VolumeKind.REMOVABLE
    assert drives.mount_of(tmp_path / "folder biasa").kind is VolumeKind.FIXED


def test_without_such_a_folder_there_is_the_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(elsewhere, "_PLUGGED_FOLDER", tmp_path / "tidak-ada")
    assert PosixDrives().mounts() == (Mount(Path("/"), VolumeKind.FIXED),)
