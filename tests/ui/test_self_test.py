"""The window program's self-test, with the real window."""

import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase

from zidesk import app
from zidesk.services.self_test.parts import Part
from zidesk.services.self_test.words import WORDS
from zidesk.services.workspaces import archive
from zidesk.ui import self_test
from zidesk.ui.application import Application


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The parts without a screen have their own tests."""
    monkeypatch.setattr(self_test, "self_test", lambda _resources: iter(()))


def test_fonts_and_window_work(
    dressed: Application, quick: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = tmp_path / "uji.txt"
    monkeypatch.setattr(sys, "argv", ["zidesk-window", "--self-test", str(note)])
    with pytest.raises(SystemExit) as end:
        app.main()
    assert end.value.code == 0, note.read_text(encoding="utf-8")
    lines = note.read_text(encoding="utf-8").splitlines()
    assert [line.split(" (")[0] for line in lines] == [
        f"ya    {WORDS[part]}" for part in (Part.FONTS, Part.WINDOW)
    ]


def test_a_missing_font_is_told(
    dressed: Application, quick: None, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFontDatabase, "families", list)
    assert self_test.run_window_self_test(None) == 1
    assert f"GAGAL {WORDS[Part.FONTS]}" in capsys.readouterr().out


def test_a_window_that_shows_nothing_is_told(
    dressed: Application,
    quick: None,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(archive, "restore", lambda *_: None)  # there is nothing to open then
    assert self_test.run_window_self_test(None) == 1
    assert f"GAGAL {WORDS[Part.WINDOW]}" in capsys.readouterr().out
