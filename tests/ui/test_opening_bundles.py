"""A bundle double-clicked or dropped instead of a workspace: it is checked, and what is open stays open."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ui.conftest import Desk
from zidesk.services.bundle.recipe import build_bundle
from zidesk.services.bundle.request import BundleRequest
from zidesk.storage.layout_loader import DEFAULT_LAYOUT, load_layout
from zidesk.storage.paths import Resources
from zidesk.storage.workspace import open_workspace

WHOLE = "Paket utuh: semua berkas cocok dengan daftarnya."
MakeDesk = Callable[[], Desk]


@pytest.fixture
def bundle(workspace_root: Path, tmp_path: Path, resources_root: Path) -> Path:
    resources = Resources(resources_root)
    layout = load_layout(DEFAULT_LAYOUT, resources.layouts)
    workspace = open_workspace(workspace_root, read_only=True)
    try:
        (tmp_path / "stik").mkdir()
        return build_bundle(workspace, BundleRequest(tmp_path / "stik", layout), resources).path
    finally:
        workspace.close()


def given(bundle: Path, form: str) -> Path:
    if form == "zip":
        return Path(shutil.make_archive(str(bundle), "zip", bundle.parent, bundle.name))
    return bundle / form


@pytest.mark.parametrize("form", ["", "bagit.txt", "zip"])
def test_a_start_with_a_bundle_checks_it(make_desk: MakeDesk, bundle: Path, form: str) -> None:
    desk = make_desk()
    desk.window.open_first(given(bundle, form))
    desk.settle()
    assert desk.window.bundle.isVisible() and desk.window.session.current is None
    assert desk.window.bundle.verify.verdict.text() == WHOLE
    assert not desk.window.bundle.make.isVisible()


def test_a_later_start_with_a_bundle_leaves_the_workspace_open(desk: Desk, bundle: Path) -> None:
    (bundle / "INDEKS.pdf").unlink()
    desk.window.come_forward(str(bundle))
    desk.settle()
    assert desk.window.bundle.isVisible()
    assert desk.window.session.current is not None and desk.window.session.current.root == desk.root
    assert desk.window.bundle.verify.verdict.text().startswith("Paket tidak utuh: ")


def test_what_is_neither_is_refused(make_desk: MakeDesk, tmp_path: Path) -> None:
    (tmp_path / "INDEKS.pdf").touch()
    desk = make_desk()
    desk.window.open_first(tmp_path / "INDEKS.pdf")
    desk.settle()
    assert desk.window.start.isVisible() and not desk.window.bundle.isVisible()
    assert "bukan berkas kerja" in desk.window.start.problem.happened.text()
