"""The index is a cache: deleted, broken, write-protected or without room, the search goes on."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests import faults
from zidesk.domain.assessment import Assessment
from zidesk.domain.errors import StorageFault
from zidesk.domain.evidence import EvidenceUse, StoredFile
from zidesk.storage.paths import WorkspacePaths
from zidesk.storage.search.store import SearchStore
from zidesk.storage.search.texts import TextPart
from zidesk.storage.workspace import Workspace

CODE = "A.I.1.i.a"


@pytest.fixture
def assessment(workspace: Workspace, stored: Callable[[str], StoredFile]) -> Assessment:
    use = EvidenceUse(1, CODE, stored("x"), 1, "Notula rapat", "x.pdf", workspace.clock())
    return replace(workspace.assessment(), evidence={CODE: (use,)})


@pytest.fixture
def text(assessment: Assessment) -> TextPart:
    return TextPart(assessment.evidence[CODE][0].file.sha256, 1, ("isi halaman",), last=True)


@pytest.fixture
def paths(workspace: Workspace) -> WorkspacePaths:
    return workspace.paths


@pytest.fixture
def kept(paths: WorkspacePaths, assessment: Assessment, text: TextPart) -> Path:
    """The file of an index that was filled and closed."""
    store = SearchStore(paths, read_only=False)
    store.refresh(assessment)
    store.add_texts([text])
    store.close()
    return store.path


@pytest.fixture
def opened(paths: WorkspacePaths) -> Iterator[Callable[..., SearchStore]]:
    made: list[SearchStore] = []

    def make(*, read_only: bool = False) -> SearchStore:
        made.append(SearchStore(paths, read_only=read_only))
        return made[-1]

    yield make
    for store in made:
        store.close()


def finds(store: SearchStore, *words: str) -> bool:
    return bool(store.find(words, None, 50))


Opened = Callable[..., SearchStore]


def test_it_lies_in_the_cache_and_is_there_next_time(kept: Path, opened: Opened, paths: WorkspacePaths) -> None:
    assert kept == paths.cache / "pencarian.db"
    store = opened()
    assert finds(store, "notula") and finds(store, "halaman"), "before any refresh"


@pytest.mark.parametrize("content", [b"", b"bukan basis data" * 500, b"SQLite format 3\0" + b"\xff" * 9000])
def test_a_broken_file_is_thrown_away(kept: Path, opened: Opened, assessment: Assessment, content: bytes) -> None:
    kept.write_bytes(content)
    store = opened()
    store.refresh(assessment)
    assert store.is_kept and finds(store, "notula") and not finds(store, "halaman")
    assert store.unread([assessment.evidence[CODE][0].file.sha256]), "its text is read again"


def test_an_index_of_another_version_is_thrown_away(kept: Path, opened: Opened, assessment: Assessment) -> None:
    with closing(sqlite3.connect(kept)) as other:
        other.execute("PRAGMA user_version = 99")
    store = opened()
    store.refresh(assessment)
    assert store.is_kept and finds(store, "notula") and not finds(store, "halaman")


def test_damage_met_later_is_healed(kept: Path, opened: Opened, assessment: Assessment) -> None:
    with closing(sqlite3.connect(kept)) as other:
        other.execute("UPDATE evidence_data SET block = x'00' WHERE id > 10")
        other.commit()
    store = opened()
    store.refresh(assessment)
    assert finds(store, "notula"), "with the entries it had"
    assert store.is_kept


def test_an_index_that_lost_its_contents_is_not_gone_on_with(
    kept: Path, opened: Opened, assessment: Assessment
) -> None:
    store = opened()
    store.refresh(assessment)
    with closing(sqlite3.connect(kept)) as other:
        other.execute("DELETE FROM pages_content")
        other.commit()
    assert not finds(store, "halaman") and finds(store, "notula") and store.is_kept
    assert store.unread([assessment.evidence[CODE][0].file.sha256]), "its text is read again"


def test_the_cache_may_be_deleted_while_it_is_open(
    opened: Opened, assessment: Assessment, text: TextPart, paths: WorkspacePaths
) -> None:
    store = opened()
    store.refresh(assessment)
    store.path.unlink()
    paths.cache.rmdir()
    assert finds(store, "notula")
    store.add_texts([text])
    assert store.is_kept and store.path.is_file(), "a new one in its place"
    assert finds(store, "notula") and finds(store, "halaman")


def test_a_read_only_workspace_is_searched_with_what_its_cache_knows(
    kept: Path, opened: Opened, assessment: Assessment
) -> None:
    before = kept.read_bytes()
    store = opened(read_only=True)
    assert finds(store, "halaman")
    use = replace(assessment.evidence[CODE][0], title="Judul baru")
    store.refresh(replace(assessment, evidence={CODE: (use,)}))
    assert finds(store, "judul") and not finds(store, "notula")
    assert not store.is_kept and kept.read_bytes() == before


def test_a_read_only_workspace_without_cache_is_left_as_it_is(
    opened: Opened, assessment: Assessment, paths: WorkspacePaths
) -> None:
    store = opened(read_only=True)
    store.refresh(assessment)
    assert finds(store, "notula") and not paths.cache.exists()


def test_where_no_folder_can_be_made_it_is_temporary(
    opened: Opened, assessment: Assessment, paths: WorkspacePaths
) -> None:
    paths.cache.write_text("bukan folder")
    store = opened()
    store.refresh(assessment)
    assert finds(store, "notula") and not store.is_kept


def test_a_drive_that_gets_full(tmp_path: Path, assessment: Assessment, text: TextPart) -> None:
    with faults.small_drive(tmp_path / "penuh", "2m") as drive:
        store = SearchStore(WorkspacePaths(drive), read_only=False)
        try:
            store.refresh(assessment)
            assert store.is_kept
            filler = faults.fill(drive)
            many = " ".join(f"kata{number}" for number in range(20_000))
            store.add_texts([replace(text, pages=(many,))])
            assert not store.is_kept and finds(store, "notula") and finds(store, "kata19999")
            filler.unlink()
        finally:
            store.close()


def test_a_closed_index_refuses(opened: Opened, assessment: Assessment) -> None:
    store = opened()
    store.refresh(assessment)
    store.close()
    with pytest.raises(StorageFault):
        store.refresh(assessment)


def test_our_own_mistakes_are_not_taken_for_a_fault_of_the_drive(
    opened: Opened, assessment: Assessment, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = opened()
    store.refresh(assessment)
    monkeypatch.setattr("zidesk.storage.search.finding.expression", lambda _words: '"')
    with pytest.raises(sqlite3.Error):
        store.find(("notula",), None, 50)


def test_asked_by_one_thread_while_another_fills(opened: Opened, assessment: Assessment) -> None:
    store = opened()
    store.refresh(assessment)
    sha256 = assessment.evidence[CODE][0].file.sha256
    failures: list[BaseException] = []

    def fill() -> None:
        try:
            for page in range(1, 200):
                store.add_texts([TextPart(sha256, page, (f"isi halaman {page}",), last=page == 199)])
        except BaseException as fault:
            failures.append(fault)

    thread = threading.Thread(target=fill)
    thread.start()
    while thread.is_alive():
        assert finds(store, "notula")
    thread.join()
    assert not failures and store.is_kept and store.unread([sha256]) == ()
