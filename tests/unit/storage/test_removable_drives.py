"""What is plugged in: the answers each system gives through psutil, turned into a short list."""

from collections import namedtuple
from pathlib import Path

import psutil
import pytest

from zidesk.storage.drives import RemovableDrive, removable_drives

Part = namedtuple("Part", "device mountpoint fstype opts")


@pytest.fixture
def plugged(monkeypatch: pytest.MonkeyPatch) -> list[Part]:
    """The partitions the system tells of; those named "gone" no longer answer."""
    parts: list[Part] = []

    def usage(path: str) -> object:
        if "gone" in path:
            raise OSError("no medium")
        return namedtuple("Usage", "free")(1000)

    monkeypatch.setattr(psutil, "disk_partitions", lambda all: parts if not all else [])
    monkeypatch.setattr(psutil, "disk_usage", usage)
    return parts


def test_a_stick_where_the_desktop_mounts_it(plugged: list[Part]) -> None:
    plugged.append(Part("/dev/zz9", "/run/media/siti/KINGSTON", "vfat", "rw,nosuid"))
    plugged.append(Part("/dev/zz1", "/", "ext4", "rw"))
    plugged.append(Part("/dev/zz2", "/home", "ext4", "rw"))
    assert removable_drives() == (RemovableDrive("KINGSTON", Path("/run/media/siti/KINGSTON"), "FAT32", 1000),)


def test_what_windows_calls_removable_by_whatever_path(plugged: list[Part]) -> None:
    plugged.append(Part("E:\\", "/mnt/e", "exFAT", "rw,removable"))
    plugged.append(Part("C:\\", "/mnt/c", "NTFS", "rw,fixed"))
    plugged.append(Part("D:\\", "/mnt/d", "CDFS", "ro,cdrom,removable"))
    plugged.append(Part("Z:\\", "/mnt/z", "NTFS", "rw,remote"))
    assert [(drive.name, drive.file_system) for drive in removable_drives()] == [("e", "exFAT")]


def test_a_reader_without_a_card_and_a_stick_just_pulled_out(plugged: list[Part]) -> None:
    plugged.append(Part("F:\\", "/mnt/f", "", "removable"))
    plugged.append(Part("/dev/zz3", "/media/gone", "vfat", "rw"))
    assert removable_drives() == ()


def test_by_name_and_each_place_once(plugged: list[Part]) -> None:
    for name in ("ZETA", "alfa", "alfa"):
        plugged.append(Part("/dev/zz4", f"/media/siti/{name}", "exfat", "rw"))
    assert [drive.name for drive in removable_drives()] == ["alfa", "ZETA"]


def test_the_drives_of_this_machine_answer_without_a_fault() -> None:
    for drive in removable_drives():
        assert drive.mount_point.is_dir() and drive.free >= 0
