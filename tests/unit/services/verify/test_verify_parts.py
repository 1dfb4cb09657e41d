"""Bags in several ZIP files, also hostile ones."""

import zipfile
from pathlib import Path

import pytest

from zidesk.domain.bundle_parts import Part, part_comment
from zidesk.domain.errors.bags import DamagedZip, NotABundle
from zidesk.services.verify import verify_bundle


def kinds(faults):
    return [(str(fault.kind), fault.path) for fault in faults]


@pytest.fixture
def parts(bag, tmp_path) -> list[Path]:
    """The payload in the first, the rest in the second."""
    names = Part("ZI", 1, 2).siblings()
    made = [tmp_path / name for name in names]
    for number, path in enumerate(made, start=1):
        with zipfile.ZipFile(path, "w") as archive:
            for item in sorted(bag.root.rglob("*")):
                inside = item.relative_to(bag.root).as_posix()
                if item.is_file() and inside.startswith("data/") == (number == 1):
                    archive.write(item, f"ZI/{inside}")
            archive.writestr("BACA-DULU.txt", "baca")
            archive.comment = part_comment(Part("ZI", number, 2)).encode()
    return made


def test_together_they_are_the_bag(parts):
    for path in parts:
        found = verify_bundle(path, drop_cache=True)
        assert (found.valid, found.files, found.bytes) == (True, 3, 11)
        assert kinds(found.warnings) == [("parts_together", "")]


def test_a_file_in_two_parts(parts):
    with zipfile.ZipFile(parts[1], "a") as archive:
        archive.writestr("ZI/data/a.txt", "lain")
    errors = kinds(verify_bundle(parts[0]).errors)
    assert errors == [("duplicate_member", "data/a.txt"), ("payload_oxum_mismatch", "")]


def test_a_part_that_is_missing_is_all_that_is_told(parts):
    parts[1].unlink()
    assert kinds(verify_bundle(parts[0]).errors) == [("parts_missing", "")]


def test_a_sibling_that_is_another_file(parts):
    with zipfile.ZipFile(parts[1], "a") as archive:
        archive.comment = part_comment(Part("ZI-lain", 2, 2)).encode()
    with pytest.raises(DamagedZip) as caught:
        verify_bundle(parts[0])
    assert caught.value.path == parts[1]


def test_a_sibling_that_is_no_zip(parts):
    parts[1].write_bytes(b"bukan")
    with pytest.raises(NotABundle):
        verify_bundle(parts[0])


def test_a_note_in_a_plain_zip_is_still_told_of(bag, tmp_path):
    target = bag.zip(tmp_path / "p.zip", "paket/")
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr("BACA-DULU.txt", "baca")
    assert kinds(verify_bundle(target).warnings) == [("outside_bag", "BACA-DULU.txt")]
