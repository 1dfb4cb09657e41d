"""What was removed for good is nowhere in the cache either."""

from contextlib import closing
from pathlib import Path

from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from zidesk.domain.evidence import EvidenceUse
from zidesk.domain.progress import CancelToken, silent
from zidesk.services.changes.kinds import RemoveUses
from zidesk.services.changes.performing import perform
from zidesk.services.evidence.bin import empty_bin
from zidesk.services.ingest.adding import add_files
from zidesk.services.pictures.bundled import bundled_extras
from zidesk.services.pictures.keeping import keep_pictures
from zidesk.services.search.index import SearchIndex
from zidesk.storage.workspace import Workspace

CODE, SECRET, STAYS = "A.I.2.i.b", "Rahasiawati", "Terbukawan"


def paper(path: Path, word: str) -> Path:
    canvas = Canvas(str(path))
    canvas.drawString(100, 700, word)
    canvas.save()
    return path


def attached(workspace: Workspace, tmp_path: Path) -> tuple[EvidenceUse, ...]:
    Image.new("RGB", (64, 48), "teal").save(tmp_path / "foto.png")
    files = [paper(tmp_path / "satu.pdf", SECRET), paper(tmp_path / "dua.pdf", STAYS), tmp_path / "foto.png"]
    add_files(workspace, [CODE], files)
    return workspace.assessment().uses_of(CODE)


def words_in(cache: Path) -> bytes:
    return b"".join(path.read_bytes() for path in cache.rglob("*") if path.is_file())


def test_pictures_and_texts_go_with_the_original(workspace: Workspace, tmp_path: Path) -> None:
    first, second, photo = attached(workspace, tmp_path)
    keep_pictures(workspace, [first.file, second.file, photo.file])
    with bundled_extras(workspace) as extras:
        assert SECRET in extras.texts(first.file, CancelToken())[0]
        extras.texts(second.file, CancelToken())
    with closing(SearchIndex(workspace)) as index:
        index.refresh(workspace.assessment())
        index.read_texts(workspace.assessment(), silent, CancelToken())
        assert index.find(SECRET)
        perform(workspace, RemoveUses((first.id, photo.id)))
        index.refresh(workspace.assessment())
        empty_bin(workspace)
        assert not index.find(SECRET) and index.find(STAYS)
        assert index.unread(workspace.assessment()) == ()
    assert [path.stem for path in workspace.paths.cache.rglob("*.jpg")] == [second.file.sha256]
    left = words_in(workspace.paths.cache).lower()
    assert SECRET.lower().encode() not in left and STAYS.lower().encode() in left
