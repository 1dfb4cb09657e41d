"""The installers' modules are scripts beside the package: they are found by their folder."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def installers(repository: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for folder in ("installers", "installers/linux", "installers/windows"):
        monkeypatch.syspath_prepend(str(repository / folder))
    before = set(sys.modules)
    yield
    for name in set(sys.modules) - before:
        if str(repository / "installers") in str(getattr(sys.modules[name], "__file__", "")):
            del sys.modules[name]
