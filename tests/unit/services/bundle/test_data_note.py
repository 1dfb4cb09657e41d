"""The note about personal data goes into every bundle whose school has marked files, and tells the truth."""

from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from zidesk.services.bundle.recipe import build_bundle
from zidesk.services.bundle.request import BundleRequest, Handling
from zidesk.services.changes.kinds import DecidePersonal
from zidesk.services.changes.performing import perform
from zidesk.storage.layout_loader import DEFAULT_LAYOUT, load_layout
from zidesk.storage.paths import Resources
from zidesk.storage.workspace import Workspace

NOTE = "data/00 Dokumen/Catatan Penanganan Data Pribadi.pdf"


@pytest.fixture
def request_to(resources: Resources, tmp_path: Path) -> BundleRequest:
    (tmp_path / "stik").mkdir(exist_ok=True)
    return BundleRequest(tmp_path / "stik", load_layout(DEFAULT_LAYOUT, resources.layouts))


def note_of(root: Path) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in pypdf.PdfReader(root / NOTE).pages)


@pytest.mark.parametrize(
    ("handling", "way"),
    [
        (Handling.INCLUDE, "disertakan apa adanya"),
        (Handling.LOCK, "dikunci"),
        (Handling.LEAVE_OUT, "tidak disertakan"),
    ],
)
def test_it_says_how_marked_files_are_handed_over(
    workspace: Workspace, request_to: BundleRequest, resources: Resources, handling: Handling, way: str
) -> None:
    marked = workspace.evidence.lists()["A.I.2.i.a"][0]
    perform(workspace, DecidePersonal((marked.file.sha256,), True))
    root = build_bundle(workspace, replace(request_to, personal=handling), resources).path
    text = note_of(root)
    assert "A.I.2.i.a" in text and way in text
    assert "A.I.1.i.a" not in text
    assert ("kata sandi" in text) is (handling is Handling.LOCK)
    assert NOTE in (root / "manifest-sha256.txt").read_text(encoding="utf-8")


def test_without_marked_files_there_is_none(
    workspace: Workspace, request_to: BundleRequest, resources: Resources
) -> None:
    assert not (build_bundle(workspace, request_to, resources).path / NOTE).exists()
