"""The words in PDFs: page by page, bounded, and PDFium lent to others between pages."""

import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from zidesk.domain.errors import Cancelled, PictureUnavailable
from zidesk.domain.progress import CancelToken
from zidesk.services.pictures import pdf_text
from zidesk.services.pictures.pdf_text import page_texts
from zidesk.services.pictures.pdfium import opened_pdf

MakePdf = Callable[..., Path]


def texts(path: Path) -> list[str]:
    return [" ".join(text.split()) for text in page_texts(path, CancelToken())]


def test_each_page_has_its_text(pdf: MakePdf) -> None:
    assert texts(pdf("a.pdf", "Notula rapat", "", "Daftar hadir\nHalaman tiga")) == [
        "Notula rapat",
        "",
        "Daftar hadir Halaman tiga",
    ]


def test_a_word_divided_at_the_end_of_a_line_is_one(pdf: MakePdf) -> None:
    (text,) = texts(pdf("a.pdf", "dokumen pela-\nyanan publik"))
    assert text == "dokumen pelayanan publik"


def test_a_locked_file_and_one_that_is_no_pdf(test_data: Path, tmp_path: Path) -> None:
    with pytest.raises(PictureUnavailable) as locked:
        texts(test_data / "corpus" / "libreoffice-writer-password.pdf")
    assert locked.value.reason == "locked"
    other = tmp_path / "x.pdf"
    other.write_bytes(b"%PDF-1.4 bukan")
    with pytest.raises(PictureUnavailable):
        texts(other)


def test_pages_and_characters_are_bounded(pdf: MakePdf, monkeypatch: pytest.MonkeyPatch) -> None:
    path = pdf("a.pdf", *["abcdefghij"] * 6)
    monkeypatch.setattr(pdf_text, "MOST_PAGES", 4)
    assert len(texts(path)) == 4
    monkeypatch.setattr(pdf_text, "MOST_CHARACTERS", 25)
    assert sum(map(len, texts(path))) <= 25
    monkeypatch.setattr(pdf_text, "_MOST_ON_A_PAGE", 3)
    assert texts(path)[0] == "abc"


def test_cancelled_between_pages(pdf: MakePdf) -> None:
    cancel = CancelToken()
    with closing(page_texts(pdf("a.pdf", "satu", "dua", "tiga"), cancel)) as pages:
        assert next(pages).strip() == "satu"
        cancel.cancel()
        with pytest.raises(Cancelled):
            next(pages)


def test_others_get_their_turn_between_pages(pdf: MakePdf) -> None:
    path, other = pdf("a.pdf", *["kata"] * 50), pdf("b.pdf", "lain")
    done = threading.Event()

    def show() -> None:
        with opened_pdf(other):
            done.set()

    thread = threading.Thread(target=show)
    read_until = 0
    with closing(page_texts(path, CancelToken())) as pages:
        next(pages)
        thread.start()
        for number, _text in enumerate(pages, start=2):
            read_until = number
            if done.wait(0.02):
                break
    thread.join()
    assert done.is_set() and read_until < 50
