"""What is plugged in, as a short list for people."""

import threading
from pathlib import Path

import pytest

from tests.unit.storage.drives.fake_table import FakeDrives, a_volume
from zidesk.storage.drives import Mount, RemovableDrive, Volume, VolumeKind, drive, removable_drives

_STICK = VolumeKind.REMOVABLE


def test_a_stick_where_the_desktop_mounts_it() -> None:
    table = FakeDrives(
        [
            a_volume("/run/media/siti/KINGSTON", "vfat", _STICK, label="KINGSTON"),
            a_volume("/", "ext4"),
            a_volume("/home", "ext4"),
            a_volume("/mnt/kantor", "cifs", VolumeKind.NETWORK),
            a_volume("/media/cdrom0", "iso9660", VolumeKind.OPTICAL),
        ]
    )
    assert removable_drives(table) == (
        RemovableDrive("KINGSTON", Path("/run/media/siti/KINGSTON"), "FAT32", 1000),
    )


def test_a_system_that_was_started_from_a_stick_is_no_stick() -> None:
    table = FakeDrives([a_volume("/", "ext4", _STICK), a_volume("/boot/efi", "vfat", _STICK)])
    assert removable_drives(table) == ()


def test_a_reader_without_a_card_and_a_stick_just_pulled_out() -> None:
    table = FakeDrives([a_volume("/media/a", "vfat", _STICK), a_volume("/media/b", "exfat", _STICK)])
    table.silent.add(Path("/media/a"))
    assert [found.name for found in removable_drives(table)] == ["b"]


def test_a_drive_that_never_answers_holds_nobody_up(monkeypatch: pytest.MonkeyPatch) -> None:
    release = threading.Event()

    class Hanging(FakeDrives):
        def volume(self, mount: Mount) -> Volume:
            if mount.point.name == "mati":
                release.wait(30)
            return super().volume(mount)

    monkeypatch.setattr(drive, "_SHORT_PATIENCE", 0.05)
    table = Hanging([a_volume("/media/mati", "vfat", _STICK), a_volume("/media/hidup", "vfat", _STICK)])
    try:
        assert [found.name for found in removable_drives(table)] == ["hidup"]
    finally:
        release.set()


def test_by_name() -> None:
    table = FakeDrives([a_volume(f"/media/siti/{name}", "exfat", _STICK) for name in ("ZETA", "alfa", "Beta")])
    assert [found.name for found in removable_drives(table)] == ["alfa", "Beta", "ZETA"]


@pytest.mark.parametrize(
    ("told", "shown"),
    [("vfat", "FAT32"), ("exfat", "exFAT"), ("fuseblk", "NTFS/exFAT"), ("ntfs3", "NTFS"), ("FAT32", "FAT32")],
)
def test_file_systems_are_called_as_on_the_box(told: str, shown: str) -> None:
    (found,) = removable_drives(FakeDrives([a_volume("/media/stik", told, _STICK)]))
    assert found.file_system == shown


def test_a_system_that_tells_nothing() -> None:
    class Mute(FakeDrives):
        def mounts(self) -> tuple[Mount, ...]:
            raise PermissionError

    assert removable_drives(Mute()) == ()


def test_the_drives_of_this_machine_answer_without_a_fault() -> None:
    for found in removable_drives():
        assert found.mount_point.is_dir() and found.free >= 0
