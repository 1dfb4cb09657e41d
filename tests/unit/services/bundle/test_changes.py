"""A bundle tells what has changed since an earlier one, in a PDF, in the portal and in its own record."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import bagit
import pytest
from pypdf import PdfReader

from zidesk.domain.errors import (
    BundleNotFound,
    BundlesUnrelated,
    BundleUnfinished,
    PreflightFailed,
    RecordDamaged,
    ZideskError,
)
from zidesk.services.answers.answering import answer_question
from zidesk.services.bundle.request import BundleResult, Zipped
from zidesk.services.bundle_changes.comparing import compare_bundles
from zidesk.services.bundle_changes.reading import read_bundle
from zidesk.services.ingest.adding import Caption, add_files
from zidesk.services.verify import verify_bundle
from zidesk.storage.workspace import Workspace

Build = Callable[..., BundleResult]
NASTY = "<img src=x onerror=alert(1)> Notula"


def contents(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def folder(tmp_path: Path, name: str) -> Path:
    made = tmp_path / name
    made.mkdir()
    return made


@pytest.fixture
def earlier(build: Build) -> Path:
    return build(read_back=False).path


@pytest.fixture
def changed(workspace: Workspace, earlier: Path, tmp_path: Path) -> Workspace:
    """One answer more, one file more."""
    answer_question(workspace, "A.I.1.i.a", "Ya", "sudah ada SK", "penguji")
    path = tmp_path / "tambahan.txt"
    path.write_text("baru")
    add_files(workspace, ["A.I.1.ii.a"], [path], Caption(NASTY, "421/9"))
    return workspace


def test_the_record_tells_what_lies_in_the_bundle(earlier: Path) -> None:
    told = json.loads((earlier / "ISI-PAKET.json").read_text())
    files = [*told["evidence"], *told["papers"]]
    for file in files:
        content = (earlier / file["path"]).read_bytes()
        assert (hashlib.sha256(content).hexdigest(), len(content)) == (file["sha256"], file["size"])
    assert {file["path"] for file in files} == {name for name in contents(earlier) if name.startswith("data/")}
    assert "  ISI-PAKET.json\n" in (earlier / "tagmanifest-sha256.txt").read_text()
    assert "PERUBAHAN.pdf" not in contents(earlier)


def test_what_has_changed_is_told(build: Build, changed: Workspace, earlier: Path, tmp_path: Path) -> None:
    root = build(destination=folder(tmp_path, "kedua"), since=earlier).path
    assert verify_bundle(root).valid
    bagit.Bag(str(root)).validate(processes=1)
    found = compare_bundles(earlier, root)
    assert [file.title for file in found.added] == [NASTY]
    assert [(pair.before.answer, pair.after.answer) for pair in found.answers] == [("", "Ya")]
    assert found.score_changes[-1].label == "Nilai total"
    assert not (found.removed or found.replaced or found.moved or found.recopied)
    text = " ".join("".join(page.extract_text() for page in PdfReader(root / "PERUBAHAN.pdf").pages).split())
    for words in ("Ditambahkan (1)", "Jawaban (1)", "Belum dijawab", "Ya · 1,00", NASTY, "421/9 · 4 bita"):
        assert words in text
    page = (root / "BUKA-DI-SINI.html").read_text(encoding="utf-8")
    assert 'id="perubahan"' in page and 'href="#perubahan"' in page
    assert NASTY not in page and "&lt;img src=x onerror=alert(1)&gt; Notula" in page


def test_without_an_earlier_bundle_nothing_is_said(earlier: Path) -> None:
    assert 'id="perubahan"' not in (earlier / "BUKA-DI-SINI.html").read_text(encoding="utf-8")


def test_the_same_two_give_the_same_bytes(build: Build, changed: Workspace, earlier: Path, tmp_path: Path) -> None:
    one, two = (
        build(destination=folder(tmp_path, name), since=earlier, read_back=False).path for name in ("satu", "dua")
    )
    assert contents(one) == contents(two)


def test_an_update_tells_of_the_bundle_it_replaces_and_is_what_a_fresh_one_would_be(
    build: Build, changed: Workspace, earlier: Path, tmp_path: Path
) -> None:
    fresh = contents(build(destination=folder(tmp_path, "segar"), since=earlier, read_back=False).path)
    updated = build(update=True, since=earlier, read_back=False).path
    assert updated == earlier
    assert contents(updated) == fresh
    assert b"PERUBAHAN.pdf" in fresh["tagmanifest-sha256.txt"]


def test_a_zip_is_as_good_as_a_folder(build: Build, changed: Workspace, earlier: Path, tmp_path: Path) -> None:
    place = folder(tmp_path, "zip")
    made = build(destination=place, zipped=Zipped(), since=earlier, read_back=False)
    found = compare_bundles(earlier, made.path)
    assert len(found.added) == 1
    assert compare_bundles(made.path, earlier).removed == found.added
    place = folder(tmp_path, "bagian")
    parts = build(destination=place, zipped=Zipped(4_200_000), since=made.path, read_back=False).parts
    assert read_bundle((parts or tuple(place.iterdir()))[-1]).evidence == read_bundle(made.path).evidence


def _altered(earlier: Path) -> Path:
    with (earlier / "ISI-PAKET.json").open("ab") as stream:
        stream.write(b" ")
    return earlier


def _another_school(earlier: Path) -> Path:
    for name in ("ISI-PAKET.json", "tagmanifest-sha256.txt"):
        (earlier / name).unlink()
    info = earlier / "bag-info.txt"
    info.write_text(info.read_text().replace("99900001", "99900002"))
    return earlier


@pytest.mark.parametrize(
    ("place", "fault"),
    [
        (lambda earlier: earlier.with_name("tidak-ada"), BundleNotFound),
        (lambda earlier: earlier.rename(f"{earlier}.belum-selesai"), BundleUnfinished),
        (_altered, RecordDamaged),
        (_another_school, BundlesUnrelated),
    ],
)
def test_a_bundle_that_cannot_be_compared_is_told_before_anything_is_written(
    build: Build, earlier: Path, tmp_path: Path, place: Callable[[Path], Path], fault: type[ZideskError]
) -> None:
    target = folder(tmp_path, "kedua")
    with pytest.raises(PreflightFailed) as failed:
        build(destination=target, since=place(earlier))
    assert [type(obstacle) for obstacle in failed.value.obstacles] == [fault]
    assert list(target.iterdir()) == []
