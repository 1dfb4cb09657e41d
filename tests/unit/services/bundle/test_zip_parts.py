"""A bundle in several ZIP files: each small enough, each whole in itself, together the whole bundle."""

import zipfile
from pathlib import Path

import bagit
import pytest

from tests.unit.services.bundle.conftest import Build
from tests.unit.services.bundle.test_recipe import contents
from tests.unit.services.bundle.test_zip import NAME, made, unpacked
from zidesk.domain.errors import BundleExists, DriveFault, FileTooLargeForPart, PreflightFailed, TooManyParts
from zidesk.services.bundle import zip_preflight
from zidesk.services.bundle.request import Zipped
from zidesk.services.changes.kinds import RemoveUses
from zidesk.services.changes.performing import perform
from zidesk.services.ingest.adding import add_files
from zidesk.services.verify import FaultKind, verify_bundle
from zidesk.storage.workspace import Workspace

_SIZE = 3_500_000  # bytes; the largest of the small workspace's files has 2.7 million


@pytest.fixture
def filled(workspace: Workspace, papers: list[Path]) -> Workspace:
    """Beside the large file of the small workspace three more of 1.3 MB: three parts."""
    for number in range(3):
        papers[0].write_bytes(f"{number} isi\n".encode() * 214_000)
        add_files(workspace, ["6.i.a"], papers[:1])
    return workspace


def test_each_part_is_small_and_opens_by_itself(filled: Workspace, build: Build, destination: Path) -> None:
    result = build(zipped=Zipped(_SIZE))

    assert len(result.parts) >= 3
    assert [path.name for path in result.parts] == [
        f"{NAME}.bagian-{number}-dari-{len(result.parts)}.zip" for number in range(1, len(result.parts) + 1)
    ]
    assert sorted(destination.iterdir()) == list(result.parts)
    for path in result.parts:
        assert path.stat().st_size < _SIZE
        with zipfile.ZipFile(path) as archive:
            assert archive.testzip() is None
            assert all(other.name in archive.read("BACA-DULU.txt").decode() for other in result.parts)


def test_unpacked_over_one_another_they_are_the_bundle(filled: Workspace, build: Build, tmp_path: Path) -> None:
    folder = build(destination=made(tmp_path / "lain")).path
    for path in reversed(build(zipped=Zipped(_SIZE)).parts):
        whole = unpacked(path, tmp_path / "isi")
    assert contents(whole) == contents(folder)
    bagit.Bag(str(whole)).validate(processes=1)


def test_the_last_has_manifests_and_papers(filled: Workspace, build: Build) -> None:
    *others, last = build(zipped=Zipped(_SIZE)).parts
    with zipfile.ZipFile(last) as archive:
        names = set(archive.namelist())
    assert {f"{NAME}/{name}" for name in ("bagit.txt", "manifest-sha256.txt", "BUKA-DI-SINI.html")} <= names
    for path in others:
        with zipfile.ZipFile(path) as archive:
            assert f"{NAME}/bagit.txt" not in archive.namelist()


def test_the_same_data_gives_the_same_bytes(filled: Workspace, build: Build, tmp_path: Path) -> None:
    first = build(zipped=Zipped(_SIZE)).parts
    second = build(zipped=Zipped(_SIZE), destination=made(tmp_path / "lain"), read_back=False).parts
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_what_fits_into_one_is_one_plain_zip(build: Build, destination: Path) -> None:
    result = build(zipped=Zipped(100_000_000))
    assert result.parts == ()
    assert [path.name for path in destination.iterdir()] == [f"{NAME}.zip"]
    with zipfile.ZipFile(result.path) as archive:
        assert "BACA-DULU.txt" not in archive.namelist() and not archive.comment


def test_any_part_stands_for_all_when_all_are_there(filled: Workspace, build: Build) -> None:
    for path in build(zipped=Zipped(_SIZE)).parts:
        found = verify_bundle(path)
        assert found.valid and found.files == 10
        assert [fault.kind for fault in found.warnings] == [FaultKind.PARTS_TOGETHER]


def test_a_part_alone_says_that_it_is_one_of_several(filled: Workspace, build: Build, tmp_path: Path) -> None:
    first, *others = build(zipped=Zipped(_SIZE)).parts
    alone = first.rename(made(tmp_path / "unduhan") / "unduhan (1).zip")
    found = verify_bundle(alone)
    assert not found.valid
    (fault,) = found.errors
    assert fault.kind is FaultKind.PARTS_MISSING
    assert f"dari {len(others) + 1} bagian" in fault.detail
    assert all(path.name in fault.detail for path in others)


def test_a_byte_changed_in_any_part_is_found_through_any_other(filled: Workspace, build: Build) -> None:
    parts = build(zipped=Zipped(_SIZE)).parts
    for damaged in parts:
        data = bytearray(damaged.read_bytes())
        data[len(data) // 3] ^= 1
        damaged.write_bytes(data)
        assert not verify_bundle(parts[0]).valid
        data[len(data) // 3] ^= 1
        damaged.write_bytes(data)
    assert verify_bundle(parts[0]).valid


def test_a_file_too_large_for_a_part_is_named_before_anything_is_written(build: Build, destination: Path) -> None:
    with pytest.raises(PreflightFailed) as caught:
        build(zipped=Zipped(2_000_000))
    (fault,) = caught.value.obstacles
    assert isinstance(fault, FileTooLargeForPart)
    assert fault.name == "Notula rapat 5.txt"
    assert not list(destination.iterdir())


def test_a_paper_too_large_for_a_part_is_named_and_nothing_stays(
    build: Build, workspace: Workspace, destination: Path
) -> None:
    """How large the portal becomes is known only when it is drawn."""
    (large,) = workspace.evidence.by_question()["B.I.a"]
    perform(workspace, RemoveUses((large.id,)))
    with pytest.raises(FileTooLargeForPart) as caught:
        build(zipped=Zipped(40_000))
    assert caught.value.name.startswith(f"{NAME}/")
    assert not list(destination.iterdir())


def test_too_many_parts_are_refused(build: Build, monkeypatch: pytest.MonkeyPatch, filled: Workspace) -> None:
    monkeypatch.setattr(zip_preflight, "MOST_PARTS", 1)
    with pytest.raises(PreflightFailed) as caught:
        build(zipped=Zipped(_SIZE))
    assert [type(fault) for fault in caught.value.obstacles] == [TooManyParts]


def test_a_part_of_an_earlier_bundle_is_not_touched(filled: Workspace, build: Build, destination: Path) -> None:
    earlier = destination / f"{NAME}.bagian-2-dari-7.zip"
    earlier.write_bytes(b"lama")
    for zipped in (Zipped(_SIZE), Zipped()):
        with pytest.raises(PreflightFailed) as caught:
            build(zipped=zipped)
        assert [type(fault) for fault in caught.value.obstacles] == [BundleExists]
    assert earlier.read_bytes() == b"lama"


def test_some_parts_are_no_bundle(
    filled: Workspace, build: Build, destination: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The drive refuses to name the second part: the first does not keep its final name either."""
    rename = Path.rename

    def refused(path: Path, target: Path) -> Path:
        if ".bagian-2-" in Path(target).name:
            raise OSError(5, "Input/output error")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refused)
    with pytest.raises(DriveFault):
        build(zipped=Zipped(_SIZE))
    assert not list(destination.iterdir())
