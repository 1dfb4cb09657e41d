from collections.abc import Callable
from pathlib import Path

import pytest

from zidesk.domain.evidence import Inspection
from zidesk.services.ingest.inspection import inspect_file

Look = Callable[..., Inspection]


@pytest.fixture
def look(tmp_path: Path) -> Look:
    """Inspect bytes as a file of that name; the file on disk has no telling name, as in the store."""

    def look(name: str, content: bytes) -> Inspection:
        path = tmp_path / "isi"
        path.write_bytes(content)
        return inspect_file(path, name)

    return look


@pytest.fixture
def corpus() -> Path:
    return next(parent for parent in Path(__file__).parents if parent.name == "tests") / "data" / "corpus"
