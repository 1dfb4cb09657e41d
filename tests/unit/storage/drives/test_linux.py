"""Linux's tables, laid out below a folder as the kernel lays them out below the root."""

from pathlib import Path

import pytest

from tests.faults import small_drive, write_protected
from zidesk.storage.drives import Mount, VolumeKind
from zidesk.storage.drives.linux import LinuxDrives

_DISK = "devices/pci0000:00/ata1/block/sda"
_STICK = "devices/pci0000:00/usb2/2-1/host6/block/sdb"
_LINES = [
    "22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw",
    "30 22 0:25 / /proc rw - proc proc rw",
]


class Machine:
    """The tables of an invented machine, one disk and what is plugged in."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.lines = list(_LINES)
        (root / "proc/self").mkdir(parents=True)
        (root / "dev/disk/by-label").mkdir(parents=True)
        (root / "sys/dev/block").mkdir(parents=True)
        (root / "sys/class/block").mkdir(parents=True)
        self.disk("8:0", _DISK, "0")
        self.partition("8:1", f"{_DISK}/sda1")

    def disk(self, number: str, place: str, removable: str) -> Path:
        folder = self._block(number, place)
        (folder / "removable").write_text(f"{removable}\n")
        return folder

    def partition(self, number: str, place: str) -> Path:
        folder = self._block(number, place)
        (folder / "partition").write_text("1\n")
        return folder

    def _block(self, number: str, place: str) -> Path:
        folder = self.root / "sys" / place
        folder.mkdir(parents=True)
        (self.root / "sys/dev/block" / number).symlink_to(folder)
        (self.root / "sys/class/block" / folder.name).symlink_to(folder)
        (self.root / "dev" / folder.name).touch()
        return folder

    def mount(self, line: str) -> None:
        self.lines.append(line)

    @property
    def drives(self) -> LinuxDrives:
        (self.root / "proc/self/mountinfo").write_text("\n".join(self.lines) + "\n", encoding="utf-8")
        return LinuxDrives(self.root)

    def kinds(self) -> dict[str, VolumeKind]:
        return {str(mount.point): mount.kind for mount in self.drives.mounts()}


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_the_disk_of_the_system_is_fixed(machine: Machine) -> None:
    assert machine.kinds() == {"/": VolumeKind.FIXED, "/proc": VolumeKind.FIXED}


def test_a_stick_whose_medium_can_be_taken_out(machine: Machine) -> None:
    machine.disk("8:16", "devices/ata2/block/sdb", "1")
    machine.partition("8:17", "devices/ata2/block/sdb/sdb1")
    machine.mount("40 22 8:17 / /mnt/stik rw,nosuid - vfat /dev/sdb1 rw")
    assert machine.kinds()["/mnt/stik"] is VolumeKind.REMOVABLE


def test_a_usb_disk_that_calls_itself_fixed(machine: Machine) -> None:
    machine.disk("8:16", _STICK, "0")
    machine.partition("8:17", f"{_STICK}/sdb1")
    machine.mount("40 22 8:17 / /mnt/cadangan rw - ext4 /dev/sdb1 rw")
    assert machine.kinds()["/mnt/cadangan"] is VolumeKind.REMOVABLE


@pytest.mark.parametrize(("type_", "kind"), [("SD", VolumeKind.REMOVABLE), ("MMC", VolumeKind.FIXED)])
def test_a_memory_card_is_plugged_in_and_soldered_memory_is_not(
    machine: Machine, type_: str, kind: VolumeKind
) -> None:
    card = machine.disk("179:0", "devices/mmc0/block/mmcblk0", "0")
    (card / "device").mkdir()
    (card / "device" / "type").write_text(f"{type_}\n")
    machine.partition("179:1", "devices/mmc0/block/mmcblk0/mmcblk0p1")
    machine.mount("40 22 179:1 / /srv rw - exfat /dev/mmcblk0p1 rw")
    assert machine.kinds()["/srv"] is kind


def test_an_encrypted_stick(machine: Machine) -> None:
    machine.disk("8:16", _STICK, "0")
    part = machine.partition("8:17", f"{_STICK}/sdb1")
    layer = machine.disk("253:0", "devices/virtual/block/dm-0", "0")
    (layer / "slaves").mkdir()
    (layer / "slaves" / "sdb1").symlink_to(part)
    machine.mount("40 22 253:0 / /mnt/rahasia rw - ext4 /dev/mapper/luks rw")
    assert machine.kinds()["/mnt/rahasia"] is VolumeKind.REMOVABLE


def test_layers_that_lie_on_themselves_end(machine: Machine) -> None:
    layer = machine.disk("253:0", "devices/virtual/block/dm-0", "0")
    (layer / "slaves").mkdir()
    (layer / "slaves" / "dm-0").symlink_to(layer)
    machine.mount("40 22 253:0 / /mnt/aneh rw - ext4 /dev/dm-0 rw")
    assert machine.kinds()["/mnt/aneh"] is VolumeKind.FIXED


def test_file_systems_in_user_space_are_found_by_the_name_of_the_device(machine: Machine) -> None:
    machine.disk("8:16", _STICK, "0")
    machine.partition("8:17", f"{_STICK}/sdb1")
    machine.mount("40 22 0:55 / /mnt/ntfs rw - fuseblk /dev/sdb1 rw")
    assert machine.kinds()["/mnt/ntfs"] is VolumeKind.REMOVABLE


@pytest.mark.parametrize(
    "line",
    [
        "40 22 0:50 / /mnt/x rw - nfs4 server:/data rw",
        "40 22 0:50 / /mnt/x rw - cifs //server/zi rw",
        "40 22 0:50 / /mnt/x rw - fuse.sshfs siti@server:/zi rw",
        "40 22 0:50 / /mnt/x rw - fuse.gvfsd-fuse gvfsd-fuse rw",
        "40 22 0:50 / /mnt/x rw - fuse //server/aneh rw",
    ],
)
def test_shares(machine: Machine, line: str) -> None:
    machine.mount(line)
    assert machine.kinds()["/mnt/x"] is VolumeKind.NETWORK


def test_a_disc(machine: Machine) -> None:
    machine.disk("11:0", "devices/ata3/block/sr0", "1")
    machine.mount("40 22 11:0 / /media/cdrom0 ro - iso9660 /dev/sr0 ro")
    assert machine.kinds()["/media/cdrom0"] is VolumeKind.OPTICAL


def test_what_the_desktop_has_mounted_is_plugged_in_whatever_the_disk_says(machine: Machine) -> None:
    machine.mount("40 22 8:33 / /media/siti/BESAR rw - ext4 /dev/sdc1 rw")
    machine.mount("41 22 0:60 / /media/siti/berbagi rw - tmpfs tmpfs rw")
    assert machine.kinds()["/media/siti/BESAR"] is VolumeKind.REMOVABLE
    assert machine.kinds()["/media/siti/berbagi"] is VolumeKind.FIXED


def test_names_with_spaces_and_signs_are_written_as_octal_numbers(machine: Machine) -> None:
    machine.mount(r"40 22 8:17 / /media/siti/STIK\040USB\011\134(E)\043 rw shared:2 master:1 - vfat /dev/sdb1 rw")
    assert "/media/siti/STIK USB\t\\(E)#" in machine.kinds()


def test_what_was_mounted_last_hides_what_lies_beneath(machine: Machine) -> None:
    machine.mount("40 22 0:50 / /mnt/x rw - autofs systemd-1 rw")
    machine.mount("41 40 0:51 / /mnt/x rw - nfs4 server:/data rw")
    assert machine.kinds()["/mnt/x"] is VolumeKind.NETWORK


@pytest.mark.parametrize("line", ["", "40 22 8:17 /", "40 22 8:17 / /mnt/x rw vfat /dev/sdb1 rw", " - "])
def test_lines_of_another_form_are_passed_over(machine: Machine, line: str) -> None:
    machine.mount(line)
    assert set(machine.kinds()) == {"/", "/proc"}


def test_the_nearest_mount_holds_a_folder(machine: Machine) -> None:
    machine.mount("40 22 0:51 / /mnt/x rw - nfs4 server:/data rw")
    machine.mount("41 40 8:1 / /mnt/x/y rw - ext4 /dev/sda1 rw")
    drives = machine.drives
    assert drives.mount_of(Path("/mnt/x/z")) == Mount(Path("/mnt/x"), VolumeKind.NETWORK)
    assert drives.mount_of(Path("/mnt/x/y/z")).point == Path("/mnt/x/y")
    assert drives.mount_of(Path("/mnt/xy")).point == Path("/")


def test_a_root_that_is_not_listed_stands_for_itself(machine: Machine) -> None:
    machine.lines = machine.lines[1:]
    assert machine.drives.mount_of(Path("/home/siti")) == Mount(Path("/"), VolumeKind.FIXED)


def test_the_label_of_a_volume(machine: Machine, tmp_path: Path) -> None:
    machine.disk("8:16", _STICK, "0")
    machine.partition("8:17", f"{_STICK}/sdb1")
    (machine.root / "dev/disk/by-label" / r"ZI\x202026").symlink_to("../../sdb1")
    stick = tmp_path / "stik"
    stick.mkdir()
    machine.mount(f"40 22 8:17 / {stick} rw - vfat /dev/sdb1 rw")
    volume = machine.drives.volume(Mount(stick, VolumeKind.REMOVABLE))
    assert (volume.label, volume.file_system) == ("ZI 2026", "vfat")
    assert 0 < volume.free <= volume.total


def test_a_drive_that_is_gone_is_a_fault(machine: Machine) -> None:
    with pytest.raises(OSError):
        machine.drives.volume(Mount(machine.root / "tidak-ada", VolumeKind.REMOVABLE))


def test_a_real_drive_and_its_write_protection(tmp_path: Path) -> None:
    drives = LinuxDrives()
    with small_drive(tmp_path / "stik", "1m") as drive:
        mount = drives.mount_of(drive)
        assert mount == Mount(drive, VolumeKind.FIXED)
        volume = drives.volume(mount)
        assert (volume.file_system, volume.total, volume.read_only) == ("tmpfs", 2**20, False)
        with write_protected(drive):
            assert drives.volume(mount).read_only
