"""A store with its thumbnails, and files given by their bytes."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.services.pictures.picture_samples import stored
from zidesk.domain.evidence import Inspection, StoredFile
from zidesk.services.ingest.inspection import inspect_file
from zidesk.services.pictures.thumbnails import Thumbnails
from zidesk.storage.file_store import FileStore
from zidesk.storage.thumbnail_cache import ThumbnailCache

Keep = Callable[[bytes, str], StoredFile]
Given = Callable[[bytes, str], tuple[Path, Inspection]]


@pytest.fixture
def store(tmp_path: Path) -> FileStore:
    return FileStore(tmp_path / "bukti")


@pytest.fixture
def cache_folder(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def thumbnails(store: FileStore, cache_folder: Path) -> Thumbnails:
    return Thumbnails(store, ThumbnailCache(cache_folder))


@pytest.fixture
def keep(store: FileStore, tmp_path: Path) -> Keep:
    return lambda data, name: stored(store, data, name, tmp_path)


@pytest.fixture
def given(tmp_path: Path) -> Given:
    """A file and what its inspection found."""

    def make(data: bytes, name: str) -> tuple[Path, Inspection]:
        path = tmp_path / name
        path.write_bytes(data)
        return path, inspect_file(path, name)

    return make
