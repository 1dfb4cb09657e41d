"""The small pictures of many files at once, kept in the workspace's cache."""

from pathlib import Path

import pytest
from PIL import Image

from zidesk.domain.errors import Cancelled
from zidesk.domain.evidence import StoredFile
from zidesk.domain.progress import CancelToken, Progress
from zidesk.services.ingest.adding import add_files
from zidesk.services.pictures.keeping import keep_pictures
from zidesk.storage.workspace import Workspace

CODES = ("A.I.1.i.a", "A.I.1.i.b")
NAMES = ("satu.png", "dua.png", "catatan.txt")


@pytest.fixture
def files(workspace: Workspace, tmp_path: Path) -> list[StoredFile]:
    """Two pictures and a text, each under two questions."""
    for name in ("satu", "dua"):
        Image.new("RGB", (64, 48), "teal" if name == "satu" else "navy").save(tmp_path / f"{name}.png")
    (tmp_path / "catatan.txt").write_text("tanpa gambar", encoding="utf-8")
    add_files(workspace, list(CODES), [tmp_path / name for name in NAMES])
    uses = [use for code in CODES for use in workspace.assessment().uses_of(code)]
    return [use.file for name in NAMES for use in uses if use.original_name == name]


def kept(workspace: Workspace) -> dict[str, int]:
    return {path.stem: path.stat().st_mtime_ns for path in workspace.paths.cache.rglob("*.jpg")}


def test_each_picture_is_kept_once(workspace: Workspace, files: list[StoredFile]) -> None:
    told: list[Progress] = []
    assert keep_pictures(workspace, files, told.append) == 2
    first = kept(workspace)
    assert first.keys() == {files[0].sha256, files[2].sha256}
    assert (told[-1].done, told[-1].total) == (3, 3)
    assert keep_pictures(workspace, files) == 0
    assert kept(workspace) == first


def test_what_was_made_before_a_cancel_stays(workspace: Workspace, files: list[StoredFile]) -> None:
    cancel = CancelToken()

    def after_the_first(progress: Progress) -> None:
        if progress.done == 1:
            cancel.cancel()

    with pytest.raises(Cancelled):
        keep_pictures(workspace, files, after_the_first, cancel)
    assert kept(workspace).keys() == {files[0].sha256, files[2].sha256}
    assert keep_pictures(workspace, files) == 0


def test_a_lost_original_is_passed_over(workspace: Workspace, files: list[StoredFile]) -> None:
    workspace.store.path_of(files[0].sha256).unlink()
    assert keep_pictures(workspace, files) == 1
