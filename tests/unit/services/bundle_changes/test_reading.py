"""The record of a bundle found in a folder or a ZIP, and believed only where the bundle itself agrees."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from tests.unit.services.bundle_changes.small_bags import (
    ROOT,
    WHO,
    a_record,
    make_bag,
    recorded,
    reseal,
    zipped,
)
from zidesk.domain.bundle_record import BundleRecord
from zidesk.domain.errors import (
    BundleNotFound,
    BundlesUnrelated,
    BundleUnfinished,
    Cancelled,
    ContentsUnknown,
    NotABundle,
    RecordDamaged,
    RecordTooNew,
)
from zidesk.domain.progress import CancelToken
from zidesk.services.bundle_changes import reading
from zidesk.services.bundle_changes.comparing import compare_bundles
from zidesk.services.bundle_changes.reading import read_bundle
from zidesk.services.bundle_changes.record_text import RECORD

_RECORD = a_record(recorded("1 SK.txt", "isi"), recorded("2 Foto.txt", "lain"))


@pytest.fixture
def bag(tmp_path: Path) -> Path:
    return make_bag(tmp_path, {"1 SK.txt": "isi", "2 Foto.txt": "lain"}, _RECORD)


def _altered(bag: Path, old: str, new: str) -> None:
    path = bag / RECORD
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def test_a_folder_and_a_zip_tell_the_same(bag: Path) -> None:
    assert read_bundle(bag) == read_bundle(zipped(bag)) == _RECORD


def test_no_payload_file_is_opened(bag: Path) -> None:
    for path in (bag / "data").iterdir():
        path.unlink()
        path.symlink_to("/dev/zero")
    assert read_bundle(bag) == _RECORD


def test_a_record_that_was_changed_is_not_believed(bag: Path) -> None:
    _altered(bag, "lihat SK", "lihat xx")
    with pytest.raises(RecordDamaged) as fault:
        read_bundle(bag)
    assert (fault.value.reason, fault.value.detail) == ("altered", RECORD)


def test_nor_one_that_tells_otherwise_than_the_manifest_though_it_was_sealed_again(bag: Path) -> None:
    _altered(bag, "data/1 SK.txt", "data/1 XX.txt")
    with pytest.raises(RecordDamaged) as fault:
        read_bundle(reseal(bag))
    assert (fault.value.reason, fault.value.detail) == ("altered", "data/1 XX.txt")


def test_nor_one_that_tells_of_another_content(bag: Path) -> None:
    _altered(bag, _RECORD.evidence[0].sha256, "0" * 64)
    with pytest.raises(RecordDamaged) as fault:
        read_bundle(reseal(bag))
    assert (fault.value.reason, fault.value.detail) == ("altered", _RECORD.evidence[0].path)


@pytest.mark.parametrize("paper", ["manifest-sha256.txt", "tagmanifest-sha256.txt"])
def test_nor_one_that_nothing_seals(bag: Path, paper: str) -> None:
    (bag / paper).unlink()
    with pytest.raises(RecordDamaged):
        read_bundle(bag)


def test_a_record_of_another_form(bag: Path) -> None:
    (bag / RECORD).write_text('{"format": "zidesk-bundle-record", "version": 1}')
    with pytest.raises(RecordDamaged) as fault:
        read_bundle(reseal(bag))
    assert fault.value.reason == "form"


def test_a_record_by_a_newer_program(bag: Path) -> None:
    _altered(bag, '"version": 1', '"version": 7')
    with pytest.raises(RecordTooNew) as fault:
        read_bundle(reseal(bag))
    assert fault.value.version == 7


def test_a_record_that_is_too_large_is_not_read(bag: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_BYTES", (bag / RECORD).stat().st_size - 1)
    with pytest.raises(RecordDamaged) as fault:
        read_bundle(bag)
    assert fault.value.reason == "large"


def test_a_link_in_place_of_the_record_is_not_followed(bag: Path, tmp_path: Path) -> None:
    (bag / RECORD).rename(tmp_path / "luar.json")
    (bag / RECORD).symlink_to(tmp_path / "luar.json")
    with pytest.raises(RecordDamaged) as fault:
        read_bundle(bag)
    assert fault.value.reason == "unreadable"


def test_an_unfinished_bundle_is_refused(bag: Path) -> None:
    with pytest.raises(BundleUnfinished):
        read_bundle(bag.rename(bag.with_name(f"{bag.name}.belum-selesai")))


def test_a_bundle_of_an_older_version_is_known_by_its_manifest(tmp_path: Path) -> None:
    found = read_bundle(make_bag(tmp_path, {"1 SK.txt": "isi"}))
    assert not found.whole
    assert [(file.path, file.size, file.title) for file in found.files] == [("data/1 SK.txt", 3, "1 SK")]
    assert (found.identity.npsn, found.identity.year) == ("99900001", 2026)
    assert found.identity.changed_at == datetime(2026, 4, 17)  # noqa: DTZ001


def test_places_that_are_no_bundle(tmp_path: Path) -> None:
    (tmp_path / "foto.jpg").write_bytes(b"x")
    (tmp_path / "kosong").mkdir()
    with pytest.raises(BundleNotFound):
        read_bundle(tmp_path / "tidak-ada")
    with pytest.raises(NotABundle):
        read_bundle(tmp_path / "foto.jpg")
    with pytest.raises(ContentsUnknown):
        read_bundle(tmp_path / "kosong")


def test_it_can_be_stopped(bag: Path) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        read_bundle(bag, cancel)


def _second(tmp_path: Path, record: BundleRecord) -> Path:
    return make_bag(tmp_path / "kedua", {"1 SK.txt": "isi", "2 Foto.txt": "lain"}, record)


@pytest.mark.parametrize(
    ("change", "aspect"),
    [
        ({"npsn": "99900002"}, "school"),
        ({"npsn": "", "school": "SMAN 2"}, "school"),
        ({"year": 2027}, "year"),
        ({"instrument": "lain"}, "instrument"),
    ],
)
def test_bundles_that_have_nothing_to_do_with_one_another(
    bag: Path, tmp_path: Path, change: dict[str, object], aspect: str
) -> None:
    other = _second(tmp_path, replace(_RECORD, identity=replace(WHO, **change)))  # type: ignore[arg-type]
    with pytest.raises(BundlesUnrelated) as fault:
        compare_bundles(bag, other)
    assert (fault.value.aspect, fault.value.path) == (aspect, bag)


def test_a_school_that_spells_its_name_otherwise_is_the_same(bag: Path, tmp_path: Path) -> None:
    other = _second(tmp_path, replace(_RECORD, identity=replace(WHO, school="SMA Negeri 1")))
    assert compare_bundles(bag, other).none


def test_an_older_bundle_and_a_new_one(bag: Path, tmp_path: Path) -> None:
    old = make_bag(tmp_path / "lama", {"1 SK.txt": "isi lama"})
    found = compare_bundles(old, bag)
    assert not found.whole
    assert [pair.after.path for pair in found.replaced] == ["data/1 SK.txt"]
    assert [file.path for file in found.added] == ["data/2 Foto.txt"]
    assert old.name == ROOT
