"""Bags in ZIP files: at the top or in one folder, damaged, locked, hostile."""

import stat
import struct
import zipfile

import pytest

from zidesk.domain.errors.bags import BundleNotFound, DamagedZip, NotABundle
from zidesk.services.verify import Verification, archive, verify_bundle

VALID = Verification(True, 3, 11, (), ())


def kinds(faults):
    return [(str(fault.kind), fault.path) for fault in faults]


def add(target, name, content=b"", mode=0o100644, compression=zipfile.ZIP_STORED):
    info = zipfile.ZipInfo(name)
    info.orig_filename = info.filename = name
    info.external_attr = mode << 16
    info.compress_type = compression
    with zipfile.ZipFile(target, "a") as file:
        file.writestr(info, content)


def patch(target, old, new, count=-1):
    data = target.read_bytes()
    assert old in data
    target.write_bytes(data.replace(old, new, count))


@pytest.mark.parametrize("top", ["", "paket/", "Café/", "./", "./paket/"])
@pytest.mark.parametrize("compression", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_at_the_top_or_in_one_folder(bag, tmp_path, top, compression):
    assert verify_bundle(bag.zip(tmp_path / "p.zip", top, compression), drop_cache=True) == VALID


def test_faults_are_found_as_in_a_folder(bag, tmp_path):
    bag.write("data/a.txt", b"Satu")
    bag.write("data/baru", b"")
    (bag.root / "data/kosong").unlink()
    result = verify_bundle(bag.zip(tmp_path / "p.zip", "paket/"))
    assert kinds(result.errors) == [
        ("missing", "data/kosong"), ("not_in_manifest", "data/baru"), ("checksum_mismatch", "data/a.txt"),
    ]  # fmt: skip


def test_zip64(bag, tmp_path):
    target = tmp_path / "p.zip"
    with zipfile.ZipFile(target, "w") as file:
        for item in sorted(bag.root.rglob("*")):
            if item.is_file():
                with file.open(item.relative_to(bag.root).as_posix(), "w", force_zip64=True) as member:
                    member.write(item.read_bytes())
    assert verify_bundle(target) == VALID


def test_more_members_than_a_plain_zip_can_count(tmp_path):
    target = tmp_path / "p.zip"
    with zipfile.ZipFile(target, "w") as file:
        for number in range(65_600):
            file.writestr(zipfile.ZipInfo(f"p/data/{number}"), b"")
    assert verify_bundle(target).files == 65_600


def test_an_unfinished_bag_in_a_zip(bag, tmp_path):
    target = bag.zip(tmp_path / "p.zip", "ZI-2026.belum-selesai/")
    assert kinds(verify_bundle(target).errors) == [("incomplete", "")]


def test_a_zip_without_a_bag(tmp_path):
    add(tmp_path / "p.zip", "a.txt", b"x")
    assert ("no_bagit_txt", "bagit.txt") in kinds(verify_bundle(tmp_path / "p.zip").errors)


def test_files_beside_the_bag_are_warned_of(bag, tmp_path):
    target = bag.zip(tmp_path / "p.zip", "paket/")
    add(target, "BACA.txt")
    add(target, "__MACOSX/paket/._a")
    result = verify_bundle(target)
    assert result.valid
    assert kinds(result.warnings) == [("outside_bag", "BACA.txt")]


def test_names_in_utf8_without_the_flag(make_bag, tmp_path):
    bag = make_bag({"data/Café.txt": b"x"})
    target = bag.zip(tmp_path / "p.zip")
    edit_record(target, "data/Café.txt", 8, "<H", 0)
    data = bytearray(target.read_bytes())
    struct.pack_into("<H", data, member_offset(target, "data/Caf├⌐.txt") + 6, 0)
    target.write_bytes(data)
    assert verify_bundle(target) == Verification(True, 1, 1, (), ())


@pytest.mark.parametrize(
    "name", ["../x", "/etc/x", "data/../../x", "C:/x", "data\\..\\..\\x", "\\\\server\\x", "~/x"]
)
def test_names_that_lead_out(bag, tmp_path, name):
    target = bag.zip(tmp_path / "p.zip")
    add(target, name)
    result = verify_bundle(target)
    assert kinds(result.errors) == [("unsafe_path", name)]


@pytest.mark.parametrize(("mode", "kind"), [(stat.S_IFLNK, "symlink"), (stat.S_IFIFO, "special_file")])
def test_links_and_special_files_are_not_read(bag, tmp_path, mode, kind):
    bag.append("manifest-sha256.txt", bag.line("bagit.txt", listed_as="data/x"))
    target = bag.zip(tmp_path / "p.zip")
    add(target, "data/x", b"../bagit.txt", mode | 0o644)
    assert kinds(verify_bundle(target).errors) == [(kind, "data/x")]


def test_a_name_twice(bag, tmp_path):
    target = bag.zip(tmp_path / "p.zip")
    with pytest.warns(UserWarning, match="Duplicate name"):
        add(target, "data/a.txt", b"lain")
    assert ("duplicate_member", "data/a.txt") in kinds(verify_bundle(target).errors)


def test_a_file_that_is_a_folder_too(bag, tmp_path):
    target = bag.zip(tmp_path / "p.zip")
    add(target, "data/a.txt/dalam", b"")
    assert ("duplicate_member", "data/a.txt") in kinds(verify_bundle(target).errors)


def member_offset(target, name):
    with zipfile.ZipFile(target) as file:
        return file.getinfo(name).header_offset


def central_record(data, name):
    """Where the central directory's record of `name` begins."""
    return data.index(name.encode(), data.index(b"PK\x01\x02")) - 46


def edit_record(target, name, at, fmt, value):
    data = bytearray(target.read_bytes())
    struct.pack_into(fmt, data, central_record(data, name) + at, value)
    target.write_bytes(data)


def test_a_locked_member(bag, tmp_path):
    target = bag.zip(tmp_path / "p.zip")
    edit_record(target, "data/a.txt", 8, "<H", 1)
    assert kinds(verify_bundle(target).errors) == [
        ("encrypted", "data/a.txt"), ("payload_oxum_mismatch", ""),
    ]  # fmt: skip


@pytest.mark.parametrize("compression", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_member_with_rotten_bytes(make_bag, tmp_path, compression):
    bag = make_bag({"data/a.txt": bytes(range(256)) * 40, "data/b.txt": b"baik"})
    target = bag.zip(tmp_path / "p.zip", compression=compression)
    data = bytearray(target.read_bytes())
    start = member_offset(target, "data/a.txt") + 30 + len("data/a.txt")
    data[start + 5 : start + 25] = b"\xff" * 20
    target.write_bytes(data)
    assert kinds(verify_bundle(target).errors) == [("damaged_member", "data/a.txt")]


def test_a_member_whose_header_is_gone(bag, tmp_path):
    target = bag.zip(tmp_path / "p.zip")
    data = bytearray(target.read_bytes())
    data[(at := member_offset(target, "data/a.txt")) : at + 4] = b"XXXX"
    target.write_bytes(data)
    assert kinds(verify_bundle(target).errors) == [("damaged_member", "data/a.txt")]


def test_a_member_shorter_than_it_says(make_bag, tmp_path):
    bag = make_bag({"data/a.txt": b"a" * 5000}, info=False)
    target = bag.zip(tmp_path / "p.zip")
    edit_record(target, "data/a.txt", 24, "<L", 6000)
    assert kinds(verify_bundle(target).errors) == [("damaged_member", "data/a.txt")]


def test_a_member_longer_than_it_says_is_read_no_further(make_bag, tmp_path):
    bag = make_bag({"data/a.txt": b"a" * 5000}, info=False)
    target = bag.zip(tmp_path / "p.zip")
    edit_record(target, "data/a.txt", 24, "<L", 10)
    result = verify_bundle(target)
    assert result.bytes == 10
    assert kinds(result.errors) == [("damaged_member", "data/a.txt")]


def test_a_size_beyond_what_deflate_can_yield(make_bag, tmp_path):
    bag = make_bag({"data/a.txt": b"a" * 5000}, info=False)
    target = bag.zip(tmp_path / "p.zip")
    edit_record(target, "data/a.txt", 24, "<L", 0xFFFF0000)
    (fault,) = verify_bundle(target).errors
    assert (fault.kind, fault.path) == ("suspicious_member", "data/a.txt")


@pytest.mark.parametrize("compression", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_compressions_that_swell_are_not_opened(bag, tmp_path, compression):
    target = bag.zip(tmp_path / "p.zip", compression=compression)
    assert ("suspicious_member", "data/a.txt") in kinds(verify_bundle(target).errors)


def test_overlapping_members_are_not_opened(make_bag, tmp_path):
    bag = make_bag({"data/a.txt": b"a" * 5000, "data/b.txt": b"a" * 5000}, info=False)
    target = bag.zip(tmp_path / "p.zip")
    edit_record(target, "data/b.txt", 42, "<L", member_offset(target, "data/a.txt"))
    faults = kinds(verify_bundle(target).errors)
    assert len(faults) == 2
    assert {kind for kind, _ in faults} == {"suspicious_member", "damaged_member"}


def test_a_huge_directory_is_refused(bag, tmp_path, monkeypatch):
    target = bag.zip(tmp_path / "p.zip")
    monkeypatch.setattr(archive, "MAX_DIRECTORY", 7 * 80)
    assert verify_bundle(target) == VALID
    monkeypatch.setattr(archive, "MAX_DIRECTORY", 7 * 46)
    with pytest.raises(DamagedZip):
        verify_bundle(target)


def test_what_is_no_bundle(bag, tmp_path):
    whole = bag.zip(tmp_path / "p.zip").read_bytes()
    cut, other, empty = tmp_path / "cut.zip", tmp_path / "foto.jpg", tmp_path / "empty.zip"
    cut.write_bytes(whole[: len(whole) // 2])
    other.write_bytes(b"\xff\xd8\xff" * 100)
    empty.touch()
    for path, error in [
        (cut, DamagedZip), (other, NotABundle), (empty, NotABundle),
        (tmp_path / "tiada", BundleNotFound), (other / "tiada", BundleNotFound),
    ]:  # fmt: skip
        with pytest.raises(error) as caught:
            verify_bundle(path)
        assert caught.value.path == path


def test_a_garbled_directory_is_a_damaged_zip(bag, tmp_path):
    target = bag.zip(tmp_path / "p.zip")
    patch(target, b"PK\x01\x02", b"XXXX")
    with pytest.raises(DamagedZip):
        verify_bundle(target)


def test_a_zip_with_a_comment(bag, tmp_path):
    target = bag.zip(tmp_path / "p.zip")
    with zipfile.ZipFile(target, "a") as file:
        file.comment = b"dari sekolah"
    assert verify_bundle(target) == VALID


def test_names_in_the_old_code_page(bag, tmp_path):
    bag.write("data/Caf#.txt", b"x")
    bag.append("manifest-sha256.txt", bag.line("data/Caf#.txt", listed_as="data/Café.txt"))
    bag.write("bag-info.txt", "")
    target = bag.zip(tmp_path / "p.zip")
    patch(target, b"Caf#", "Café".encode("cp437"))
    assert verify_bundle(target) == Verification(True, 4, 12, (), ())


def test_a_member_for_the_top_itself(make_bag, tmp_path):
    target = make_bag(tag_algorithms=("sha256",)).zip(tmp_path / "p.zip")
    add(target, ".")
    assert verify_bundle(target) == VALID
