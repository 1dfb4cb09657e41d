"""Windows' drives, asked of a kernel32 that answers as Windows does."""

import ctypes
import errno
from pathlib import Path

import pytest

from tests.unit.storage.drives.fake_kernel32 import BAD_NETPATH, NOT_READY, FakeDrive, FakeKernel32
from zidesk.storage.drives import Mount, VolumeKind, drive_of
from zidesk.storage.drives.win32 import Kernel
from zidesk.storage.drives.win32_faults import named_fault
from zidesk.storage.drives.windows import WindowsDrives

_GB = 10**9


@pytest.fixture
def kernel32() -> FakeKernel32:
    return FakeKernel32(
        {
            "C:\\": FakeDrive(3, "Sistem", "NTFS", 50 * _GB, 200 * _GB, bus=17),
            "D:\\": FakeDrive(5, fault=NOT_READY),
            "E:\\": FakeDrive(2, "STIK ZI", "FAT32", 3 * _GB, 8 * _GB, bus=7),
            "F:\\": FakeDrive(3, "Cadangan", "exFAT", 900 * _GB, 4_000 * _GB, bus=7),
            "G:\\": FakeDrive(2, fault=NOT_READY),
            "R:\\": FakeDrive(6, "RAM", "NTFS", 1, 2, bus=None),
            "Z:\\": FakeDrive(4, "tata usaha", "NTFS", 5 * _GB, 9 * _GB),
            "\\\\server\\zi\\": FakeDrive(4, "", "NTFS", 5 * _GB, 9 * _GB),
        }
    )


@pytest.fixture
def drives(kernel32: FakeKernel32) -> WindowsDrives:
    return WindowsDrives(Kernel(kernel32, kernel32.last_error))


def test_every_letter_and_its_kind(drives: WindowsDrives) -> None:
    assert {str(mount.point): mount.kind for mount in drives.mounts()} == {
        "C:\\": VolumeKind.FIXED,
        "D:\\": VolumeKind.OPTICAL,
        "E:\\": VolumeKind.REMOVABLE,
        "F:\\": VolumeKind.REMOVABLE,  # a USB disk that calls itself fixed
        "G:\\": VolumeKind.REMOVABLE,
        "R:\\": VolumeKind.FIXED,
        "Z:\\": VolumeKind.NETWORK,
    }


@pytest.mark.parametrize(
    ("bus", "plugged"), [(4, True), (7, True), (12, True), (3, False), (11, False), (17, False)]
)
def test_how_a_fixed_disk_is_attached_tells(
    drives: WindowsDrives, kernel32: FakeKernel32, bus: int, plugged: bool
) -> None:
    kernel32.drives = {"F:\\": FakeDrive(3, bus=bus)}
    (mount,) = drives.mounts()
    assert mount.kind is (VolumeKind.REMOVABLE if plugged else VolumeKind.FIXED)
    assert kernel32.opened == []


def test_a_disk_whose_driver_does_not_say_is_fixed_and_its_handle_is_closed(
    drives: WindowsDrives, kernel32: FakeKernel32
) -> None:
    kernel32.drives = {"R:\\": FakeDrive(3, bus=None)}
    assert [mount.kind for mount in drives.mounts()] == [VolumeKind.FIXED]
    assert kernel32.opened == []


def test_more_letters_than_the_first_buffer_holds(drives: WindowsDrives, kernel32: FakeKernel32) -> None:
    roots = [f"X{number}:\\" for number in range(40)]
    kernel32.drives = {root: FakeDrive(2) for root in roots}
    assert len(drives.mounts()) == len(roots)


def test_what_a_stick_tells_of_itself(drives: WindowsDrives, kernel32: FakeKernel32) -> None:
    volume = drives.volume(Mount(Path("E:\\"), VolumeKind.REMOVABLE))
    assert (volume.label, volume.file_system) == ("STIK ZI", "FAT32")
    assert (volume.free, volume.total, volume.read_only) == (3 * _GB, 8 * _GB, False)
    kernel32.drives["E:\\"].flags = 0x00080000 | 0x1
    assert drives.volume(Mount(Path("E:\\"), VolumeKind.REMOVABLE)).read_only


def test_an_empty_reader_is_a_fault_and_never_a_dialog(drives: WindowsDrives, kernel32: FakeKernel32) -> None:
    with pytest.raises(OSError) as fault:
        drives.volume(Mount(Path("G:\\"), VolumeKind.REMOVABLE))
    assert (fault.value.errno, fault.value.filename) == (errno.ENXIO, "G:\\")
    assert kernel32.noisy == []
    assert kernel32.quiet == 0  # as it was before


def test_a_folder_is_asked_for_quietly_too(
    drives: WindowsDrives, kernel32: FakeKernel32, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    modes: list[int] = []
    monkeypatch.setattr(Path, "exists", lambda _path: bool(modes.append(kernel32.quiet)) or True)
    kernel32.drives[str(tmp_path.resolve())] = FakeDrive(2, "STIK", "FAT32", 7, 9)
    assert drive_of(tmp_path, drives).file_system == "fat32"
    assert modes and all(mode & 0x1 for mode in modes)
    assert kernel32.quiet == 0


def test_a_folder_is_on_the_drive_of_its_letter(drives: WindowsDrives) -> None:
    assert drives.mount_of(Path("E:\\ZI\\paket")) == Mount(Path("E:\\"), VolumeKind.REMOVABLE)


def test_a_share_without_a_letter(drives: WindowsDrives, kernel32: FakeKernel32) -> None:
    mount = drives.mount_of(Path("\\\\server\\zi\\2026"))
    assert mount.kind is VolumeKind.NETWORK
    assert drives.volume(mount).free == 5 * _GB
    with pytest.raises(OSError) as fault:
        drives.mount_of(Path("\\\\mati\\zi"))
    assert fault.value.errno == errno.ENODEV


def test_a_folder_in_which_a_drive_is_mounted(drives: WindowsDrives, kernel32: FakeKernel32) -> None:
    kernel32.drives["C:\\Stik\\"] = FakeDrive(2, "STIK", "exFAT", 7, 9)
    mount = drives.mount_of(Path("C:\\Stik\\paket"))
    assert mount.kind is VolumeKind.REMOVABLE
    assert drives.volume(mount).file_system == "exFAT"


@pytest.mark.parametrize(
    ("code", "number"),
    [
        (5, errno.EACCES),
        (NOT_READY, errno.ENXIO),
        (BAD_NETPATH, errno.ENODEV),
        (19, errno.EROFS),
        (9999, errno.EIO),
    ],
)
def test_codes_of_windows_are_faults_everybody_knows(code: int, number: int) -> None:
    assert (named_fault(code, "E:\\").errno, named_fault(code, "E:\\").filename) == (number, "E:\\")


@pytest.mark.skipif(hasattr(ctypes, "WinDLL"), reason="Windows has it")
def test_the_library_is_bound_when_it_is_first_used_and_not_before() -> None:
    kernel = Kernel()
    with pytest.raises(AttributeError):
        kernel.drive_type("C:\\")
