"""A place to work in, and the processes kept ready, which end with the tests."""

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.real_faults.program import close_nests
from tests.real_faults.school import make_scratch


@pytest.fixture
def place() -> Iterator[Path]:
    folder = make_scratch("uji")
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def chance(request: pytest.FixtureRequest) -> random.Random:
    """The same moments for the same test, as far as a clock can be held to them."""
    return random.Random(request.node.name)


@pytest.fixture(scope="session", autouse=True)
def nests() -> Iterator[None]:
    yield
    close_nests()
