"""What kind of drive a folder is on: real mounts here, the answers Windows gives there."""

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath, PureWindowsPath
from types import SimpleNamespace
from typing import Any

import psutil
import pytest

from tests.faults import fill, small_drive
from zidesk.storage.drives import FAT_FILE_MAX, Drive, drive_of, is_network_path


def a_drive(file_system: str, *, removable: bool = False, network: bool = False) -> Drive:
    return Drive(Path("/"), file_system, removable, network, free=0)


def test_the_drive_of_an_existing_folder(tmp_path: Path) -> None:
    drive = drive_of(tmp_path)
    assert os.path.ismount(drive.mount_point)
    assert tmp_path.resolve().is_relative_to(drive.mount_point)
    if not any(part.mountpoint == str(drive.mount_point) for part in psutil.disk_partitions(all=True)):
        pytest.skip("the system does not list the drive of the tests, as in a changed root")
    assert drive.file_system == drive.file_system.casefold() != ""
    statistics = psutil.disk_usage(str(tmp_path))
    assert abs(drive.free - statistics.free) < 2**30


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
def test_the_nearest_mount_counts_in_whatever_order_they_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nearest_first: bool
) -> None:
    mounts = [Path("/"), tmp_path.resolve()]
    parts = [SimpleNamespace(device="x", mountpoint=str(mount), fstype="ext4", opts="rw") for mount in mounts]
    told = parts[::-1] if nearest_first else parts
    monkeypatch.setattr(psutil, "disk_partitions", lambda **_options: told)
    assert drive_of(tmp_path / "kerja").mount_point == tmp_path.resolve()


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


@pytest.fixture
def partitions(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Lets the system tell of one partition as it would elsewhere."""

    def tell(mount_point: Path, file_system: str, options: str, device: str = "E:\\") -> None:
        part = SimpleNamespace(device=device, mountpoint=str(mount_point), fstype=file_system, opts=options)
        monkeypatch.setattr(psutil, "disk_partitions", lambda **_options: [part])

    yield tell


@pytest.mark.parametrize(
    ("file_system", "options", "removable", "network", "limit"),
    [
        ("FAT32", "rw,removable", True, False, FAT_FILE_MAX),
        ("exFAT", "rw,removable", True, False, None),
        ("NTFS", "rw,removable", True, False, None),
        ("NTFS", "rw,fixed", False, False, None),
        ("NTFS", "rw,remote", False, True, None),
        ("CDFS", "ro,cdrom", False, False, None),
    ],
)
def test_as_windows_tells(
    tmp_path: Path,
    partitions: Callable[..., None],
    file_system: str,
    options: str,
    removable: bool,
    network: bool,
    limit: int | None,
) -> None:
    partitions(tmp_path, file_system, options)
    drive = drive_of(tmp_path / "kerja")
    assert (drive.mount_point, drive.file_system) == (tmp_path.resolve(), file_system.casefold())
    assert (drive.removable, drive.network, drive.file_size_limit) == (removable, network, limit)
    assert drive.is_local_fixed == (options == "rw,fixed" or file_system == "CDFS")


@pytest.mark.parametrize("file_system", ["nfs4", "cifs", "smb3", "9p", "fuse.sshfs"])
def test_shares_as_linux_tells(tmp_path: Path, partitions: Callable[..., None], file_system: str) -> None:
    partitions(tmp_path, file_system, "rw,relatime", "server:/data")
    drive = drive_of(tmp_path)
    assert drive.network
    assert not drive.is_local_fixed


@pytest.mark.skipif(not Path("/sys/class/block").is_dir(), reason="asks Linux's /sys")
def test_a_disk_and_its_partitions_are_asked_in_sys(tmp_path: Path, partitions: Callable[..., None]) -> None:
    asked = 0
    for block in Path("/sys/class/block").iterdir():
        disk = block if (block / "removable").exists() else block.resolve().parent
        if not (disk / "removable").exists() or not (Path("/dev") / block.name).exists():
            continue
        partitions(tmp_path, "ext4", "rw", f"/dev/{block.name}")
        assert drive_of(tmp_path).removable == ((disk / "removable").read_text().strip() == "1")
        asked += 1
    if not asked:
        pytest.skip("no disk here")


def test_a_device_nobody_knows_is_not_removable(tmp_path: Path, partitions: Callable[..., None]) -> None:
    partitions(tmp_path, "ext4", "rw", "/dev/tidak-ada")
    assert not drive_of(tmp_path).removable


def test_without_any_partition_the_root_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(psutil, "disk_partitions", lambda **_options: [])
    drive = drive_of(tmp_path)
    assert (drive.mount_point, drive.file_system) == (Path("/"), "")


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
