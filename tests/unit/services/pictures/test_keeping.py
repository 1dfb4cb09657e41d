"""The small pictures of a whole workspace, kept in its cache."""

from pathlib import Path

from PIL import Image

from zidesk.services.ingest.adding import add_files
from zidesk.services.pictures.keeping import keep_pictures
from zidesk.storage.workspace import Workspace


def test_each_picture_is_kept_once(workspace: Workspace, tmp_path: Path) -> None:
    for name in ("satu", "dua"):
        Image.new("RGB", (64, 48), "teal" if name == "satu" else "navy").save(tmp_path / f"{name}.png")
    (tmp_path / "catatan.txt").write_text("tanpa gambar", encoding="utf-8")
    before = keep_pictures(workspace)
    add_files(
        workspace, ["A.I.1.i.a", "A.I.1.i.b"], [tmp_path / f for f in ("satu.png", "dua.png", "catatan.txt")]
    )
    assert keep_pictures(workspace) == before + 2
    kept = sorted(workspace.paths.cache.rglob("*.jpg"))
    assert len(kept) == before + 2
    times = [path.stat().st_mtime_ns for path in kept]
    assert keep_pictures(workspace) == before + 2
    assert [path.stat().st_mtime_ns for path in sorted(workspace.paths.cache.rglob("*.jpg"))] == times
