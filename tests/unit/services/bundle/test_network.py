"""A bundle on a network drive: written and read back like any other, and nobody is told more than is known."""

import errno
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from zidesk.domain.errors import DriveFault, PreflightFailed
from zidesk.services.bundle import preflight, read_back
from zidesk.services.bundle.request import BundleResult
from zidesk.services.verify import verify_bundle
from zidesk.storage.drives import Drive, drive_of

Build = Callable[..., BundleResult]


@pytest.fixture
def share(monkeypatch: pytest.MonkeyPatch) -> None:
    def on_network(path: Path) -> Drive:
        return replace(drive_of(path), network=True, file_system="cifs")

    for module in (preflight, read_back):
        monkeypatch.setattr(module, "drive_of", on_network)


def test_it_is_whole_and_says_where_it_lies(build: Build, share: None) -> None:
    result = build()
    assert (result.network, result.read_back) == (True, True)
    assert verify_bundle(result.path).valid


def test_others_do_not_lie_there(build: Build) -> None:
    assert not build(read_back=False).network


def test_a_share_that_does_not_answer_is_told_before_anything_is_written(
    build: Build, destination: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def silent(path: Path) -> Drive:
        raise TimeoutError(errno.ETIMEDOUT, "timed out", str(path))

    monkeypatch.setattr(preflight, "drive_of", silent)
    with pytest.raises(PreflightFailed) as failed:
        build()
    (fault,) = failed.value.obstacles
    assert isinstance(fault, DriveFault) and (fault.reason, fault.detail) == ("vanished", "tidak menjawab")
    assert list(destination.iterdir()) == []
