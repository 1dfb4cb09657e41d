"""`zidesk --self-test`: what installers and CI rely on."""

import pytest

from tests.unit.cli.conftest import Zidesk
from zidesk.services.self_test import running
from zidesk.services.self_test.parts import Part, PartResult


def test_all_parts_and_0(zidesk: Zidesk) -> None:
    call = zidesk("--self-test")
    assert (call.code, call.err) == (0, "")
    lines = call.out.splitlines()
    assert len(lines) > 10
    assert all(line.startswith("ya ") for line in lines)


def test_1_when_a_part_fails(zidesk: Zidesk, monkeypatch: pytest.MonkeyPatch) -> None:
    parts = [PartResult(Part.SHEETS, 0.0), PartResult(Part.HEIC, 0.0, "rusak"), PartResult(Part.PDF, 0.0)]
    monkeypatch.setattr(running, "self_test", lambda _resources: iter(parts))
    call = zidesk("--self-test")
    assert call.code == 1
    assert [line.split()[0] for line in call.out.splitlines()] == ["ya", "GAGAL", "ya"]


def test_the_help_does_not_tell_of_it(zidesk: Zidesk) -> None:
    assert "self-test" not in zidesk("--help").out
