"""What kind of drive a folder is on: real mounts here, the answers Windows gives there."""

import errno
import os
import shutil
import signal
import threading
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

import pytest

from tests.faults import fill, small_drive
from tests.unit.storage.drives.fake_table import FakeDrives, a_volume
from zidesk.storage.drives import (
    FAT_FILE_MAX,
    Drive,
    Mount,
    VolumeKind,
    drive_of,
    is_network_path,
)
from zidesk.storage.drives import drive as drives


def a_drive(file_system: str, *, removable: bool = False, network: bool = False) -> Drive:
    return Drive(Path("/"), file_system, removable, network, free=0)


def test_the_drive_of_an_existing_folder(tmp_path: Path) -> None:
    drive = drive_of(tmp_path)
    assert os.path.ismount(drive.mount_point)
    assert tmp_path.resolve().is_relative_to(drive.mount_point)
    assert drive.file_system == drive.file_system.casefold()
    assert abs(drive.free - shutil.disk_usage(tmp_path).free) < 2**30


def test_a_folder_that_is_not_made_yet_is_where_it_will_be(tmp_path: Path) -> None:
    assert drive_of(tmp_path / "a" / "b" / "c").mount_point == drive_of(tmp_path).mount_point


def test_a_mounted_drive_with_any_name(tmp_path: Path) -> None:
    for name in ("stik", "STIK USB (E) 100%", "ꦱ’ü"):
        with small_drive(tmp_path / name, "1m") as mounted:
            for folder in (mounted, mounted / "a" / "b"):
                drive = drive_of(folder)
                assert drive.mount_point == mounted
                assert drive.file_system == "tmpfs"
                assert drive.is_local_fixed
                assert drive.file_size_limit is None
                assert drive.free == 2**20
            fill(mounted, leaving=8192)
            assert drive_of(mounted).free == 8192
        assert drive_of(tmp_path / name).mount_point != mounted


def test_the_nearest_mount_counts(tmp_path: Path) -> None:
    with small_drive(tmp_path / "luar", "2m") as outer, small_drive(outer / "dalam", "1m") as inner:
        assert drive_of(inner / "x").mount_point == inner
        assert drive_of(outer / "dalam2").mount_point == outer
        assert drive_of(outer).mount_point == outer


def test_a_link_is_on_the_drive_it_leads_to(tmp_path: Path) -> None:
    with small_drive(tmp_path / "stik", "1m") as mounted:
        link = tmp_path / "pintasan"
        link.symlink_to(mounted)
        assert drive_of(link / "x").mount_point == mounted


@pytest.mark.parametrize("nearest_first", [False, True])
def test_what_the_table_tells_of_the_nearest_mount(tmp_path: Path, nearest_first: bool) -> None:
    stick = a_volume(tmp_path.resolve(), "exFAT", VolumeKind.REMOVABLE, free=77)
    volumes = [a_volume("/"), stick]
    told = drive_of(tmp_path / "belum" / "ada", FakeDrives(volumes[::-1] if nearest_first else volumes))
    assert told == Drive(tmp_path.resolve(), "exfat", removable=True, network=False, free=77)


def test_a_share_is_a_network_drive(tmp_path: Path) -> None:
    told = drive_of(tmp_path, FakeDrives([a_volume("/", "NTFS", VolumeKind.NETWORK)]))
    assert told.network and not told.removable and not told.is_local_fixed


def test_a_share_that_never_answers_is_a_fault_in_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    release = threading.Event()

    class Hanging(FakeDrives):
        def mount_of(self, folder: Path) -> Mount:
            release.wait(30)
            return super().mount_of(folder)

    monkeypatch.setattr(drives, "PATIENCE", 0.05)
    try:
        with pytest.raises(TimeoutError) as fault:
            drive_of(tmp_path, Hanging([a_volume("/")]))
    finally:
        release.set()
    assert (fault.value.errno, fault.value.filename) == (errno.ETIMEDOUT, str(tmp_path))


@pytest.mark.parametrize("file_system", ["vfat", "msdos", "fat32", "fat", "fat16"])
def test_fat_holds_no_file_of_four_gib(file_system: str) -> None:
    assert a_drive(file_system).file_size_limit == FAT_FILE_MAX == 4 * 1024**3 - 1
    assert not a_drive(file_system).is_local_fixed


@pytest.mark.parametrize("file_system", ["exfat", "ntfs", "ext4", "btrfs", "apfs", ""])
def test_others_hold_larger_files(file_system: str) -> None:
    assert a_drive(file_system).file_size_limit is None


def test_what_counts_as_local_and_fixed() -> None:
    assert a_drive("ntfs").is_local_fixed
    assert a_drive("ext4").is_local_fixed
    assert not a_drive("ntfs", removable=True).is_local_fixed
    assert not a_drive("ntfs", network=True).is_local_fixed
    assert not a_drive("exfat").is_local_fixed
    assert not a_drive("fuseblk").is_local_fixed


@pytest.mark.parametrize(
    ("path", "network"),
    [
        (PureWindowsPath(r"\\server\tata usaha\ZI"), True),
        (PureWindowsPath(r"C:\Users\Operator"), False),
        (PureWindowsPath("E:\\"), False),
        (PurePosixPath("/home/operator"), False),
    ],
)
def test_shares_without_a_letter(path: Any, network: bool) -> None:
    assert is_network_path(path) == network


@pytest.mark.skipif(not hasattr(signal, "SIGALRM"), reason="takes SIGALRM")
def test_a_letter_without_a_drive_is_an_error_and_no_endless_search(monkeypatch: pytest.MonkeyPatch) -> None:
    r"""On Windows not even "E:\" exists once the stick is out."""

    def too_long(_signal: int, _frame: object) -> None:
        raise AssertionError("still searching")

    monkeypatch.setattr(Path, "exists", lambda _path: False)
    handler = signal.signal(signal.SIGALRM, too_long)
    signal.setitimer(signal.ITIMER_REAL, 2)
    try:
        with pytest.raises(FileNotFoundError) as fault:
            drive_of(Path("/media/stik/paket"))
        assert fault.value.filename == str(Path("/media/stik/paket"))
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, handler)
