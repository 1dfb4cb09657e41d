"""What a bundle takes of files beside themselves: the same from the cache as read anew."""

from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from zidesk.domain.errors import Cancelled
from zidesk.domain.evidence import StoredFile
from zidesk.domain.progress import CancelToken, silent
from zidesk.services.ingest.adding import add_files
from zidesk.services.pictures import bundled
from zidesk.services.pictures.bundled import bundled_extras
from zidesk.services.pictures.thumbnails import Thumbnails
from zidesk.services.search.index import SearchIndex
from zidesk.storage.portal_texts import NAME
from zidesk.storage.thumbnail_cache import ThumbnailCache
from zidesk.storage.workspace import Workspace

Attach = Callable[[Path], StoredFile]


def paper(path: Path, *pages: str) -> Path:
    canvas = Canvas(str(path))
    for text in pages:
        lines = canvas.beginText(20, 800)
        lines.setFont("Helvetica", 1)
        lines.textLines(text)
        canvas.drawText(lines)
        canvas.showPage()
    canvas.save()
    return path


@pytest.fixture
def attach(empty_workspace: Workspace) -> Attach:
    def make(path: Path) -> StoredFile:
        add_files(empty_workspace, ["1.i.a"], [path])
        (*_, last) = empty_workspace.assessment().uses_of("A.I.1.i.a")
        return last.file

    return make


def texts(workspace: Workspace, file: StoredFile) -> tuple[str, ...]:
    with bundled_extras(workspace) as extras:
        return extras.texts(file, CancelToken())


def read_by_search(workspace: Workspace) -> None:
    index = SearchIndex(workspace)
    index.refresh(workspace.assessment())
    index.read_texts(workspace.assessment(), silent, CancelToken())
    index.close()


def test_texts_are_the_same_from_the_index_as_read_anew(
    empty_workspace: Workspace, attach: Attach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [
        attach(paper(tmp_path / "a.pdf", "Halaman satu\nbaris  dua", "", "tiga", "")),
        attach(paper(tmp_path / "b.pdf", *(f"halaman {n}" for n in range(40)))),
        attach(paper(tmp_path / "c.pdf", *("\n".join(["kata yang panjang"] * 700) for _ in range(8)))),
        attach(paper(tmp_path / "d.pdf", "")),
    ]
    anew = [texts(empty_workspace, file) for file in files]
    assert anew[0] == ("Halaman satu baris dua", "", "tiga")
    assert len(anew[1]) == bundled.MOST_PAGES
    assert 0 < len(anew[2]) < 8 and sum(map(len, anew[2])) == bundled.MOST_CHARACTERS
    assert anew[3] == ()
    read_by_search(empty_workspace)
    monkeypatch.setattr(bundled, "page_texts", None)  # nothing may be read again
    assert [texts(empty_workspace, file) for file in files] == anew


def test_an_index_that_is_broken_or_half_read_is_passed_by(
    empty_workspace: Workspace, attach: Attach, tmp_path: Path
) -> None:
    file = attach(paper(tmp_path / "a.pdf", "isi surat"))
    read_by_search(empty_workspace)
    other = attach(paper(tmp_path / "b.pdf", "belum dibaca"))
    assert texts(empty_workspace, other) == ("belum dibaca",)
    index = empty_workspace.paths.cache / "pencarian.db"
    data = bytearray(index.read_bytes())
    data[200:] = b"\xee" * (len(data) - 200)
    index.write_bytes(data)
    assert texts(empty_workspace, file) == ("isi surat",)
    index.unlink()
    assert texts(empty_workspace, file) == ("isi surat",)
    assert not index.exists()


def test_what_has_no_text_has_none(
    empty_workspace: Workspace, attach: Attach, tmp_path: Path, test_data: Path
) -> None:
    corpus = test_data / "corpus"
    assert texts(empty_workspace, attach(corpus / "DSCN0010.jpg")) == ()
    assert texts(empty_workspace, attach(corpus / "libreoffice-writer-password.pdf")) == ()
    broken = tmp_path / "rusak.pdf"
    broken.write_bytes(b"%PDF-1.7\n" + b"\x00\xff" * 500)
    assert texts(empty_workspace, attach(broken)) == ()
    gone = attach(paper(tmp_path / "a.pdf", "isi"))
    empty_workspace.store.path_of(gone.sha256).unlink()
    assert texts(empty_workspace, gone) == ()


def test_reading_stops_when_asked(empty_workspace: Workspace, attach: Attach, tmp_path: Path) -> None:
    file = attach(paper(tmp_path / "a.pdf", "isi"))
    cancel = CancelToken()
    cancel.cancel()
    with bundled_extras(empty_workspace) as extras, pytest.raises(Cancelled):
        extras.texts(file, cancel)


def test_pictures_are_those_that_were_looked_at(
    empty_workspace: Workspace, attach: Attach, test_data: Path
) -> None:
    file = attach(test_data / "corpus" / "DSCN0010.jpg")
    cache = ThumbnailCache(empty_workspace.paths.cache)
    with bundled_extras(empty_workspace) as extras:
        assert extras.picture(file) is None
        assert Thumbnails(empty_workspace.store, cache).picture(file) is not None
        assert extras.picture(file) == cache.get(file.sha256)
        for spoilt in (b"", b"<svg onload=alert(1)>", b"\xff\xd8\xff terpotong", b"\xff\xd8\xff" + b"0" * 200_000):
            cache.put(file.sha256, spoilt)
            assert extras.picture(file) is None


def test_a_text_is_read_once_for_all_bundles(
    empty_workspace: Workspace, attach: Attach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = attach(paper(tmp_path / "a.pdf", "isi surat"))
    scan = attach(paper(tmp_path / "b.pdf", ""))
    assert texts(empty_workspace, file) == ("isi surat",)
    assert texts(empty_workspace, scan) == ()
    monkeypatch.setattr(bundled, "page_texts", None)  # nothing may be read again
    assert texts(empty_workspace, file) == ("isi surat",)
    assert texts(empty_workspace, scan) == ()


def test_an_original_that_comes_back_is_read(empty_workspace: Workspace, attach: Attach, tmp_path: Path) -> None:
    file = attach(paper(tmp_path / "a.pdf", "isi surat"))
    lying = empty_workspace.store.path_of(file.sha256)
    lying.rename(tmp_path / "hilang")
    assert texts(empty_workspace, file) == ()
    (tmp_path / "hilang").rename(lying)
    assert texts(empty_workspace, file) == ("isi surat",)


def test_nothing_of_the_workspace_but_its_cache_is_written(
    empty_workspace: Workspace, attach: Attach, tmp_path: Path, test_data: Path
) -> None:
    files = [attach(paper(tmp_path / "a.pdf", "isi")), attach(test_data / "corpus" / "DSCN0010.jpg")]
    before = sorted(empty_workspace.paths.root.rglob("*"))
    with bundled_extras(empty_workspace) as extras:
        for file in files:
            extras.picture(file)
            extras.texts(file, CancelToken())
    written = set(empty_workspace.paths.root.rglob("*")) - set(before)
    assert written <= {empty_workspace.paths.cache, empty_workspace.paths.cache / NAME}
