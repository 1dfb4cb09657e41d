"""What lies beside the portal belongs to the bag: listed among its tag files, checked, the same each time."""

import shutil
from pathlib import Path

import bagit
import pytest
from reportlab.pdfgen.canvas import Canvas

from zidesk.services.bundle.recipe import build_bundle
from zidesk.services.bundle.request import BundleRequest
from zidesk.services.ingest.adding import add_files
from zidesk.services.pictures.thumbnails import Thumbnails
from zidesk.services.verify import verify_bundle
from zidesk.storage.layout_loader import load_layout
from zidesk.storage.paths import Resources
from zidesk.storage.thumbnail_cache import ThumbnailCache
from zidesk.storage.workspace import Workspace

BESIDE = ["portal/gambar-1.js", "portal/teks-1.js"]


@pytest.fixture
def with_a_paper(workspace: Workspace, tmp_path: Path) -> Workspace:
    """A PDF with words in it whose first page was looked at."""
    path = tmp_path / "surat.pdf"
    canvas = Canvas(str(path))
    canvas.drawString(40, 700, "Undangan rapat komite")
    canvas.save()
    add_files(workspace, ["1.i.a"], [path])
    cache = ThumbnailCache(workspace.paths.cache)
    file = workspace.assessment().uses_of("A.I.1.i.a")[-1].file
    assert Thumbnails(workspace.store, cache).picture(file) is not None
    return workspace


def make(workspace: Workspace, folder: Path, resources: Resources, *, update: bool = False) -> dict[str, bytes]:
    folder.mkdir(exist_ok=True)
    request = BundleRequest(folder, load_layout("lke", resources.layouts), update=update)
    root = build_bundle(workspace, request, resources).path
    assert verify_bundle(root).valid
    bagit.Bag(str(root)).validate(processes=1)
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_it_is_part_of_the_bag(with_a_paper: Workspace, tmp_path: Path, resources: Resources) -> None:
    inside = make(with_a_paper, tmp_path / "stik", resources)
    assert sorted(name for name in inside if name.startswith("portal/")) == BESIDE
    listed = [line.split("  ", 1)[1] for line in inside["tagmanifest-sha256.txt"].decode().splitlines()]
    assert set(BESIDE) <= set(listed)
    assert b"Undangan rapat komite" in inside["portal/teks-1.js"]


def test_fresh_or_updated_it_is_the_same(with_a_paper: Workspace, tmp_path: Path, resources: Resources) -> None:
    first = make(with_a_paper, tmp_path / "stik", resources)
    assert make(with_a_paper, tmp_path / "lain", resources) == first
    assert make(with_a_paper, tmp_path / "stik", resources, update=True) == first


def test_what_is_no_longer_there_leaves_the_bundle(
    with_a_paper: Workspace, tmp_path: Path, resources: Resources
) -> None:
    make(with_a_paper, tmp_path / "stik", resources)
    shutil.rmtree(with_a_paper.paths.cache)
    inside = make(with_a_paper, tmp_path / "stik", resources, update=True)
    assert [name for name in inside if name.startswith("portal/")] == BESIDE[1:]
