"""What every test may ask for: the shipped sheets, a filled sheet and a clock that stands still."""

import csv
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import settings

from zidesk.domain.answer import Answer, parse_answer
from zidesk.domain.instrument import Instrument
from zidesk.storage.instrument_loader import load_instrument

# the same examples on every run and no clock in the verdict; --hypothesis-profile=search looks further
settings.register_profile("steady", derandomize=True, database=None, deadline=None)
settings.register_profile("search", max_examples=2000, deadline=None)
settings.load_profile("steady")

_REPOSITORY = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def repository() -> Path:
    return _REPOSITORY


@pytest.fixture(scope="session")
def resources_root(repository: Path) -> Path:
    return repository / "resources"


@pytest.fixture(scope="session")
def test_data(repository: Path) -> Path:
    return repository / "tests" / "data"


@pytest.fixture(scope="session")
def instrument(resources_root: Path) -> Instrument:
    """The sheet in force."""
    return load_instrument(resources_root / "instruments" / "permenpan-90-2021.json")


@pytest.fixture(scope="session")
def older_instrument(resources_root: Path) -> Instrument:
    """The sheet whose limits are not confirmed."""
    return load_instrument(resources_root / "instruments" / "permenpan-52-2014-10-2019.json")


@pytest.fixture(scope="session")
def sample_answers(instrument: Instrument, test_data: Path) -> Mapping[str, Answer]:
    """The filled sheet of an invented school, every question answered."""
    with (test_data / "contoh-jawaban.csv").open(encoding="utf-8-sig", newline="") as table:
        return {
            row["kode"]: Answer(parse_answer(instrument.question(row["kode"]), row["jawaban"]), row["catatan"])
            for row in csv.DictReader(table)
        }


@pytest.fixture
def fixed_clock() -> Callable[[], datetime]:
    """A clock that always says 2 March 2026, 01.30 UTC."""
    return lambda: datetime(2026, 3, 2, 1, 30, tzinfo=UTC)
