"""Merged PDFs belong to the bag: listed among its papers, told of, the same each time."""

import zipfile
from pathlib import Path
from typing import Any

import bagit
import pytest
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from zidesk.domain.errors import Cancelled, FileTooLargeForPart, PreflightFailed
from zidesk.domain.progress import CancelToken, Progress
from zidesk.services.bundle.request import Merged, Zipped
from zidesk.services.ingest.adding import add_files
from zidesk.services.verify import verify_bundle
from zidesk.storage.workspace import Workspace

AREA_1 = "GABUNGAN/A.I.1 Manajemen Perubahan.pdf"
WHOLE = "GABUNGAN/Seluruh bukti.pdf"


@pytest.fixture(autouse=True)
def with_papers(workspace: Workspace, tmp_path: Path) -> None:
    """Papers of two areas, beside what the small workspace holds."""
    for code, words in (("1.i.a", "Keputusan tim"), ("2.i.a", "Peta proses bisnis")):
        path = tmp_path / f"{words}.pdf"
        canvas = Canvas(str(path), invariant=1)
        canvas.drawString(40, 700, words)
        canvas.save()
        add_files(workspace, [code], [path])


def contents(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def words_of(path: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


def test_one_for_each_area_with_evidence(build: Any, workspace: Workspace) -> None:
    root = build(merged=Merged.AREAS).path
    bagit.Bag(str(root)).validate(processes=1)
    assert verify_bundle(root).valid
    assessment = workspace.assessment()
    used = {place.area.code for place in assessment.instrument.places if assessment.uses_of(place.question.code)}
    made = sorted(name for name in contents(root) if name.startswith("GABUNGAN/"))
    assert {name.removeprefix("GABUNGAN/").split(" ")[0] for name in made} == used >= {"A.I.1", "A.I.2"}
    assert "Keputusan tim" in words_of(root / AREA_1)
    assert "Peta proses bisnis" not in words_of(root / AREA_1)
    listed = [line.split("  ", 1)[1] for line in (root / "tagmanifest-sha256.txt").read_text().splitlines()]
    assert set(made) <= set(listed)


def test_one_of_everything_and_no_more(build: Any) -> None:
    root = build(merged=Merged.WHOLE).path
    assert [name for name in contents(root) if name.startswith("GABUNGAN/")] == [WHOLE]
    said = words_of(root / WHOLE)
    assert "Keputusan tim" in said
    assert "Peta proses bisnis" in said


def test_the_bundle_tells_of_them(build: Any) -> None:
    root = build(merged=Merged.AREAS).path
    portal = (root / "BUKA-DI-SINI.html").read_text(encoding="utf-8")
    link = 'href="GABUNGAN/A.I.1%20Manajemen%20Perubahan.pdf"'
    assert portal.count(link) == 2  # at the front, and on the page of its area
    assert "Folder “GABUNGAN” memuat" in (root / "PERIKSA.txt").read_text(encoding="utf-8-sig")


def test_without_the_wish_there_are_none(build: Any) -> None:
    root = build().path
    assert not (root / "GABUNGAN").exists()
    assert "GABUNGAN" not in (root / "BUKA-DI-SINI.html").read_text(encoding="utf-8")
    assert "GABUNGAN" not in (root / "PERIKSA.txt").read_text(encoding="utf-8-sig")


def test_fresh_updated_or_zipped_they_are_the_same(build: Any, destination: Path, tmp_path: Path) -> None:
    first = contents(build(merged=Merged.AREAS).path)
    assert contents(build(merged=Merged.AREAS, update=True).path) == first
    other = tmp_path / "lain"
    other.mkdir()
    archive = build(merged=Merged.AREAS, zipped=Zipped(), destination=other).path
    assert verify_bundle(archive).valid
    with zipfile.ZipFile(archive) as inside:
        for name in first:
            if name.startswith("GABUNGAN/"):
                (entry,) = (item for item in inside.namelist() if item.endswith(name))
                assert inside.read(entry) == first[name]
    without = contents(build(update=True).path)
    assert not any(name.startswith("GABUNGAN/") for name in without)


def test_cancelled_between_two_files_nothing_has_the_final_name(build: Any, destination: Path) -> None:
    cancel = CancelToken()
    told: list[str] = []

    def report(progress: Progress) -> None:
        told.append(progress.item)
        if "periksa.sh" in told and progress.item == "Peta proses bisnis":
            cancel.cancel()

    with pytest.raises(Cancelled):
        build(merged=Merged.WHOLE, report=report, cancel=cancel)
    (left,) = (path for path in destination.iterdir() if path.is_dir())
    assert left.name.endswith(".belum-selesai")
    assert list((left / "GABUNGAN").iterdir()) == []


def test_what_no_part_can_hold_is_said_before_anything_is_written(build: Any, destination: Path) -> None:
    with pytest.raises(PreflightFailed) as refused:
        build(merged=Merged.WHOLE, zipped=Zipped(150_000))
    assert any(isinstance(one, FileTooLargeForPart) and "GABUNGAN" in one.name for one in refused.value.obstacles)
    assert list(destination.iterdir()) == []
