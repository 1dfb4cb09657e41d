"""What every release has made is opened by this one, holds what it held, and becomes a bundle."""

import json
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.releases.facts import facts_of
from zidesk import __version__
from zidesk.services.bundle.recipe import build_bundle
from zidesk.services.bundle.request import BundleRequest
from zidesk.services.verify import verify_bundle
from zidesk.services.workspaces.health import examine
from zidesk.storage import schema
from zidesk.storage.layout_loader import DEFAULT_LAYOUT, load_layout
from zidesk.storage.paths import Resources, WorkspacePaths
from zidesk.storage.workspace import Workspace, open_workspace

STORED = sorted((Path(__file__).parents[1] / "data" / "workspaces").glob("*/kerja.zip"))


@pytest.fixture(params=STORED, ids=lambda path: path.parent.name)
def stored(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of one of them, as that release has left it; its facts lie beside it."""
    with zipfile.ZipFile(request.param) as archive:
        archive.extractall(tmp_path)
    shutil.copy(request.param.with_name("facts.json"), tmp_path)
    return tmp_path / "kerja"


@pytest.fixture
def workspace(stored: Path) -> Iterator[Workspace]:
    opened = open_workspace(stored)
    yield opened
    opened.close()


def test_this_release_has_one_too() -> None:
    assert __version__ in {path.parent.name for path in STORED}, f"python -m tests.releases {__version__}"


def test_it_holds_what_it_held(workspace: Workspace) -> None:
    facts: dict[str, Any] = json.loads((workspace.paths.root.parent / "facts.json").read_text(encoding="utf-8"))
    now = json.loads(json.dumps(facts_of(workspace)))
    rows = facts.pop("rows")
    assert {key: now[key] for key in facts} == facts
    assert {table: now["rows"][table] for table in rows} == rows
    assert examine(workspace).faults == ()


def test_it_is_upgraded_once_and_a_copy_is_kept(stored: Path) -> None:
    before = schema.current_revision(WorkspacePaths(stored))
    for _ in range(2):
        open_workspace(stored).close()
    assert schema.current_revision(WorkspacePaths(stored)) == schema.HEAD
    aside = [path.name for path in WorkspacePaths(stored).backups.glob("sebelum-migrasi-*.db")]
    assert len(aside) == (before != schema.HEAD)


def test_it_becomes_a_bundle_with_every_original(
    workspace: Workspace, tmp_path: Path, resources_root: Path
) -> None:
    resources = Resources(resources_root)
    request = BundleRequest(tmp_path, load_layout(DEFAULT_LAYOUT, resources.layouts))
    bundle = build_bundle(workspace, request, resources).path
    report = verify_bundle(bundle)
    assert report.valid, report
    manifest = (bundle / "manifest-sha256.txt").read_text(encoding="utf-8")
    covered = workspace.redactions.all()  # a copy goes along in their place
    contents = {use.file.sha256 for listed in workspace.assessment().evidence.values() for use in listed}
    assert contents - set(covered)
    assert {sha256 for sha256 in contents if sha256 not in manifest} == contents & set(covered)
