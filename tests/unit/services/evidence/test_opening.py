"""Copies for other programs: well named, write-protected, and never the original."""

from dataclasses import replace
from pathlib import Path

import pytest

from zidesk.domain.errors import OriginalMissing
from zidesk.domain.evidence import EvidenceUse, FileKind
from zidesk.services.evidence.opening import copy_to_open, forget_copies
from zidesk.services.ingest.adding import Caption, add_files
from zidesk.storage.workspace import Workspace, open_workspace


@pytest.fixture
def use(workspace: Workspace, tmp_path: Path) -> EvidenceUse:
    source = tmp_path / "catatan.txt"
    source.write_text("isi asli", encoding="utf-8")
    result = add_files(workspace, ["A.I.1.i.a"], [source], Caption("Notula: rapat 1/2?"))
    return result.added_uses[0]


def test_copy_bears_the_title_and_the_content(workspace: Workspace, use: EvidenceUse) -> None:
    copy = copy_to_open(workspace, use)
    assert copy.name == "Notula rapat 1 2.txt"
    assert copy.read_text(encoding="utf-8") == "isi asli"
    assert copy.is_relative_to(workspace.paths.cache)
    assert not copy.stat().st_mode & 0o222


def test_original_stays_whatever_is_done_to_the_copy(workspace: Workspace, use: EvidenceUse) -> None:
    copy = copy_to_open(workspace, use)
    copy.chmod(0o644)
    copy.write_text("diubah program lain", encoding="utf-8")
    assert workspace.store.path_of(use.file.sha256).read_text(encoding="utf-8") == "isi asli"
    assert copy_to_open(workspace, use).read_text(encoding="utf-8") == "isi asli"


def test_a_script_is_text(workspace: Workspace, use: EvidenceUse) -> None:
    """By its content it is text of no known kind; a suffix from outside must not make it run."""
    found = replace(use.file.inspection, kind=FileKind.TEXT, suffix="")
    script = replace(use, file=replace(use.file, inspection=found), original_name="jalankan.bat")
    assert copy_to_open(workspace, script).suffix == ".txt"


def test_missing_original_is_named(workspace: Workspace, use: EvidenceUse) -> None:
    workspace.store.path_of(use.file.sha256).unlink()
    with pytest.raises(OriginalMissing):
        copy_to_open(workspace, use)


def test_copies_are_forgotten(workspace: Workspace, use: EvidenceUse) -> None:
    copy = copy_to_open(workspace, use)
    forget_copies(workspace)
    assert not copy.exists()
    forget_copies(workspace)  # nothing left is no fault


def test_a_workspace_that_is_only_read_stays_as_it_is(
    workspace: Workspace, use: EvidenceUse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(variable, str(tmp_path / "milik-saya"))
    writers_copy = copy_to_open(workspace, use)
    reader = open_workspace(workspace.paths.root, read_only=True)
    before = sorted(workspace.paths.root.rglob("*"))
    copy = copy_to_open(reader, use)
    assert copy.read_text(encoding="utf-8") == "isi asli" and not copy.stat().st_mode & 0o222
    assert not copy.is_relative_to(workspace.paths.root)
    forget_copies(reader)
    reader.close()
    assert not copy.exists() and writers_copy.exists(), "what the writer's programs have open is not the reader's"
    assert sorted(workspace.paths.root.rglob("*")) == before
