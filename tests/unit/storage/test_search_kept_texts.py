"""The texts that a search has read, for others: whole ones only, and never a fault."""

from collections.abc import Iterator

import pytest

from zidesk.storage.paths import WorkspacePaths
from zidesk.storage.search.kept_texts import kept_texts
from zidesk.storage.search.store import SearchStore
from zidesk.storage.search.texts import TextPart
from zidesk.storage.workspace import Workspace

ONE, TWO, THREE = ("1" * 64, "2" * 64, "3" * 64)


@pytest.fixture
def read(workspace: Workspace) -> Iterator[WorkspacePaths]:
    """An index with a whole content, one without text and one half read."""
    store = SearchStore(workspace.paths, read_only=False)
    store.add_texts([TextPart(TWO, 1, (), last=True)])
    store.add_texts([TextPart(ONE, 1, ("", "dua", ""), last=False), TextPart(ONE, 4, ("empat", ""), last=True)])
    store.add_texts([TextPart(THREE, 1, ("awal",), last=False)])
    store.close()
    yield workspace.paths


def test_pages_are_in_their_places(read: WorkspacePaths) -> None:
    with kept_texts(read) as kept:
        assert kept.pages(ONE, 30) == ("", "dua", "", "empat")
        assert kept.pages(ONE, 3) == ("", "dua")
        assert kept.pages(TWO, 30) == ()


def test_what_was_not_read_wholly_is_unknown(read: WorkspacePaths) -> None:
    with kept_texts(read) as kept:
        assert kept.pages(THREE, 30) is None
        assert kept.pages("4" * 64, 30) is None


def test_without_a_sound_index_nothing_is_known_and_nothing_is_made(workspace: Workspace) -> None:
    path = workspace.paths.cache / "pencarian.db"
    with kept_texts(workspace.paths) as kept:
        assert kept.pages(ONE, 30) is None
    assert not path.exists()
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"bukan basis data" * 100)
    with kept_texts(workspace.paths) as kept:
        assert kept.pages(ONE, 30) is None
    assert path.read_bytes() == b"bukan basis data" * 100


def test_an_index_that_breaks_off_while_it_is_read_is_unknown(read: WorkspacePaths) -> None:
    path = read.cache / "pencarian.db"
    with kept_texts(read) as kept:
        data = path.read_bytes()
        path.write_bytes(data[:4096] + b"\xee" * (len(data) - 4096))
        assert kept.pages(ONE, 30) is None
