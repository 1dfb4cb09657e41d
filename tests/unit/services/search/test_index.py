"""Searching a workspace with real PDFs: what is read, what is remembered, what a cancel leaves."""

from collections.abc import Callable
from pathlib import Path

import pytest

from zidesk.domain.errors import Cancelled, StorageFault
from zidesk.domain.progress import CancelToken, Progress, Stage, silent
from zidesk.services.answers.answering import answer_question
from zidesk.services.ingest.adding import Caption, add_files
from zidesk.services.search import reading
from zidesk.services.search.index import SearchIndex
from zidesk.storage.search.hits import HitKind
from zidesk.storage.workspace import Workspace, open_workspace

MakePdf = Callable[..., Path]


def read(index: SearchIndex, workspace: Workspace) -> list[Progress]:
    seen: list[Progress] = []
    assessment = workspace.assessment()
    index.refresh(assessment)
    index.read_texts(assessment, seen.append, CancelToken())
    return seen


def test_questions_are_found_by_code_words_and_documents(index: SearchIndex, empty_workspace: Workspace) -> None:
    index.refresh(empty_workspace.assessment())
    for typed in ("1.iii.b", "A.I.1.iii.b", "a.i.1.III.b", " 1.iii.b "):
        assert index.find(typed)[0].code == "A.I.1.iii.b", typed
    question = empty_workspace.instrument.question("A.I.1.i.a")
    document = next(item for item in question.documents)
    assert any(hit.code == question.code for hit in index.find(document.name))
    assert any(hit.code == question.code for hit in index.find(question.short_title))


def test_evidence_notes_and_pages(index: SearchIndex, empty_workspace: Workspace, pdf: MakePdf) -> None:
    paper = pdf("pindai 001.pdf", "sampul", "Survei kepuasan masyarakat triwulan kedua")
    add_files(empty_workspace, ["1.i.a"], [paper], Caption("Laporan survei", "421/07/2026"))
    answer_question(empty_workspace, "1.i.b", "A", "menunggu pengesahan komite", "siti")
    read(index, empty_workspace)
    (number,) = index.find("421/07/2026")
    assert (number.kind, number.title.text) == (HitKind.EVIDENCE, "Laporan survei")
    (name,) = index.find("pindai")
    assert name.use_id == number.use_id
    (note,) = index.find("pengesahan komite")
    assert (note.kind, note.code) == (HitKind.NOTE, "A.I.1.i.b")
    pages = [hit for hit in index.find("kepuasan masyarakat tri") if hit.kind is HitKind.PAGE]
    assert [(hit.page, hit.use_id, hit.code) for hit in pages] == [(2, number.use_id, "A.I.1.i.a")]


def test_each_content_is_read_once(
    index: SearchIndex, empty_workspace: Workspace, pdf: MakePdf, test_data: Path
) -> None:
    papers = [pdf("a.pdf", "alfa"), pdf("b.pdf", ""), test_data / "corpus" / "libreoffice-writer-password.pdf"]
    add_files(empty_workspace, ["1.i.a", "1.i.b"], papers)
    add_files(empty_workspace, ["2.i.a"], [test_data / "corpus" / "DSCN0010.jpg"])
    seen = read(index, empty_workspace)
    assert seen[-1] == Progress(Stage.TEXTS, 2, 2), "neither the locked one, nor a photo, nor one twice"
    assert index.unread(empty_workspace.assessment()) == ()
    index.close()
    again = SearchIndex(empty_workspace)
    assert again.unread(empty_workspace.assessment()) == ()
    assert again.find("alfa")[0].kind is HitKind.PAGE
    again.close()


def test_a_pdf_that_cannot_be_read_is_not_tried_again(
    index: SearchIndex, empty_workspace: Workspace, pdf: MakePdf
) -> None:
    add_files(empty_workspace, ["1.i.a"], [pdf("a.pdf", "alfa")])
    (use,) = empty_workspace.assessment().uses_of("A.I.1.i.a")
    empty_workspace.store.path_of(use.file.sha256).write_bytes(b"%PDF-1.7 rusak")
    read(index, empty_workspace)
    assert index.unread(empty_workspace.assessment()) == ()


def test_a_file_that_is_missing_today_is_read_another_day(
    index: SearchIndex, empty_workspace: Workspace, pdf: MakePdf
) -> None:
    add_files(empty_workspace, ["1.i.a"], [pdf("a.pdf", "alfa"), pdf("b.pdf", "beta")])
    first, _ = empty_workspace.assessment().uses_of("A.I.1.i.a")
    path = empty_workspace.store.path_of(first.file.sha256)
    away = path.rename(path.with_suffix(".hilang"))
    read(index, empty_workspace)
    assert index.unread(empty_workspace.assessment()) == (), "not again and again"
    assert index.find("alfa") == () and len(index.find("beta")) == 1
    index.close()
    away.rename(path)
    again = SearchIndex(empty_workspace)
    assert again.unread(empty_workspace.assessment()) == (first.file.sha256,)
    again.close()


class CancelsAt(CancelToken):
    """Cancelled when it is asked for the nth time."""

    def __init__(self, nth: int) -> None:
        super().__init__()
        self.left = nth

    def check(self) -> None:
        self.left -= 1
        if self.left == 0:
            self.cancel()
        super().check()


@pytest.mark.parametrize("batch", [1, 60_000])
def test_cancelled_anywhere_it_goes_on_later(
    index: SearchIndex,
    empty_workspace: Workspace,
    pdf: MakePdf,
    batch: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reading, "_BATCH_CHARACTERS", batch)
    monkeypatch.setattr(reading, "_PART_CHARACTERS", batch)
    names = ("alfa", "beta", "gama")
    add_files(empty_workspace, ["1.i.a"], [pdf(f"{name}-x.pdf", f"{name}1", f"{name}2") for name in names])
    assessment = empty_workspace.assessment()
    index.refresh(assessment)
    left = len(index.unread(assessment))
    for nth in range(1, 30):
        try:
            index.read_texts(assessment, silent, CancelsAt(nth % 5 + 1))
        except Cancelled:
            assert len(index.unread(assessment)) <= left
            left = len(index.unread(assessment))
        else:
            break
    assert index.unread(assessment) == ()
    for name in names:
        for page in (1, 2):
            (hit,) = (hit for hit in index.find(f"{name}{page}") if hit.kind is HitKind.PAGE)
            assert hit.page == page


def test_a_read_only_workspace_reads_too_and_writes_nothing(
    index: SearchIndex, empty_workspace: Workspace, pdf: MakePdf
) -> None:
    add_files(empty_workspace, ["1.i.a"], [pdf("a.pdf", "alfa")])
    empty_workspace.close()
    reader = open_workspace(empty_workspace.paths.root, read_only=True)
    other = SearchIndex(reader)
    read(other, reader)
    assert len(other.find("alfa")) == 1
    assert not reader.paths.cache.exists()
    other.close()
    reader.close()


def test_closing_ends_reading(index: SearchIndex, empty_workspace: Workspace, pdf: MakePdf) -> None:
    add_files(empty_workspace, ["1.i.a"], [pdf("a.pdf", "alfa")])
    assessment = empty_workspace.assessment()
    index.refresh(assessment)

    def close(_progress: Progress) -> None:
        index.close()

    with pytest.raises(StorageFault):
        index.read_texts(assessment, close, CancelToken())
