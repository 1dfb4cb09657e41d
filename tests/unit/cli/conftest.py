"""Calling the program as a user does, in this process."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest

from zidesk.cli.context import Session
from zidesk.cli.program import run
from zidesk.storage.paths import Resources


@dataclass(frozen=True)
class Call:
    """What one call gave."""

    code: int
    out: str
    err: str


Zidesk = Callable[..., Call]


@pytest.fixture
def zidesk(
    resources_root: Path, fixed_clock: Callable[[], datetime], capsys: pytest.CaptureFixture[str]
) -> Zidesk:
    """`zidesk("answer", workspace, "1.i.a", "Ya")` → exit code, stdout, stderr."""
    session = Session(Resources(resources_root), fixed_clock, "penguji")

    def call(*arguments: object) -> Call:
        capsys.readouterr()
        code = run([str(argument) for argument in arguments], session)
        out, err = capsys.readouterr()
        return Call(code, out, err)

    return call


@pytest.fixture
def workspace(tmp_path: Path, zidesk: Zidesk, resources_root: Path) -> Path:
    """A new workspace of the demo school, still empty."""
    path = tmp_path / "kerja"
    assert zidesk("new", path, "--profile", resources_root / "demo" / "profil.toml").code == 0
    return path
