"""Merging in one call."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.services.merged.merged_samples import job
from zidesk.services.documents.paper import Stationery
from zidesk.services.merged.job import MergedFile, MergedResult
from zidesk.services.merged.merging import write_merged

Merge = Callable[..., MergedResult]


@pytest.fixture(scope="session")
def stationery(resources_root: Path) -> Stationery:
    return Stationery(resources_root / "fonts")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "hasil"
    folder.mkdir()
    return folder / "gabungan.pdf"


@pytest.fixture
def merge(out: Path, stationery: Stationery) -> Merge:
    """`merge(file, …)` into `out`; what is left beside it would be a fault of every test."""

    def make(*files: MergedFile) -> MergedResult:
        result = write_merged(out, job(*files), stationery)
        assert list(out.parent.iterdir()) == [out]
        return result

    return make
