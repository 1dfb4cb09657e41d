"""Opening PDFs: one thread at a time, and never open for longer than needed."""

import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pikepdf
import pytest

from tests.unit.services.pictures.picture_samples import pdf
from zidesk.domain.errors import PictureUnavailable
from zidesk.services.pictures.pdf_pages import pdf_picture
from zidesk.services.pictures.pdfium import give_way, opened_pdf
from zidesk.services.pictures.picture import within_edge


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "Surat Keputusan · ZI.pdf"
    path.write_bytes(pdf("satu", "dua", "tiga"))
    return path


def _open_here(path: Path) -> bool:
    if not sys.platform.startswith("linux"):
        pytest.skip("which files are open is asked of /proc")
    links = Path("/proc/self/fd").iterdir()
    return path in [link.readlink() for link in links if link.is_symlink()]


def _reason(path: Path) -> str:
    with pytest.raises(PictureUnavailable) as caught, opened_pdf(path):
        raise AssertionError("it opened")
    assert caught.value.path == path
    return caught.value.reason


def test_pages_are_there_and_the_file_is_let_go(paper: Path) -> None:
    with opened_pdf(paper) as document:
        assert len(document) == 3
        assert "dua" in document[1].get_textpage().get_text_bounded()
        assert _open_here(paper)
    assert not _open_here(paper)
    paper.rename(paper.with_name("lain.pdf"))


def test_a_fault_within_lets_the_file_go_as_well(paper: Path) -> None:
    with pytest.raises(KeyError), opened_pdf(paper):
        raise KeyError
    assert not _open_here(paper)
    with opened_pdf(paper) as document:
        assert len(document) == 3


def test_a_fault_of_pdfium_is_a_damaged_file(paper: Path) -> None:
    with pytest.raises(PictureUnavailable) as caught, opened_pdf(paper) as document:
        document.get_page(99)
    assert caught.value.reason == "damaged"


def test_a_password_is_told_apart_from_damage(paper: Path, test_data: Path, tmp_path: Path) -> None:
    assert _reason(test_data / "corpus" / "libreoffice-writer-password.pdf") == "locked"
    broken = tmp_path / "rusak.pdf"
    broken.write_bytes(b"%PDF-1.7\n" + b"bukan isi PDF " * 100)
    assert _reason(broken) == "damaged"
    assert not _open_here(broken)
    assert _reason(tmp_path / "tidak ada.pdf") == "missing"
    assert _reason(tmp_path) == "missing"


def test_an_owner_password_alone_keeps_nobody_out(paper: Path, tmp_path: Path) -> None:
    target = tmp_path / "dilindungi.pdf"
    with pikepdf.open(paper) as document:
        document.save(target, encryption=pikepdf.Encryption(owner="rahasia", user="", R=6))
    with opened_pdf(target) as document:
        assert len(document) == 3


def test_a_pdf_without_pages_is_damaged_and_let_go(tmp_path: Path) -> None:
    path = tmp_path / "hampa.pdf"
    with pikepdf.new() as document:
        document.save(path)
    assert _reason(path) == "damaged"
    assert not _open_here(path)


def test_many_threads_draw_pdfs_at_once(paper: Path, tmp_path: Path) -> None:
    others = []
    for number in range(4):
        other = tmp_path / f"{number}.pdf"
        other.write_bytes(pdf(*[f"halaman {page}" for page in range(3)]))
        others.append(other)
    alone = pdf_picture(paper, within_edge(200, enlarge=True), 1)

    def draw(number: int) -> bool:
        if number % 2:
            return pdf_picture(paper, within_edge(200, enlarge=True), 1) == alone
        return pdf_picture(others[number % 4], within_edge(150, enlarge=True)).height == 150

    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(draw, range(60)))


def test_long_work_gives_way_to_who_waits(paper: Path) -> None:
    waiting, drawn = threading.Event(), threading.Event()

    def draw() -> None:
        waiting.set()
        pdf_picture(paper, within_edge(100, enlarge=True))
        drawn.set()

    other = threading.Thread(target=draw)
    with opened_pdf(paper) as document:
        other.start()
        assert waiting.wait(5)
        assert not drawn.wait(0.1)
        for _ in range(100):
            give_way()
            if drawn.wait(0.02):
                break
        assert drawn.is_set()
        assert len(document) == 3
    other.join()
