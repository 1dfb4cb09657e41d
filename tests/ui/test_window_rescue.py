"""A damaged workspace at the window: what happened, the day of the newest good copy, one button to get it back."""

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Desk
from zidesk.messages.workspace import backup_words
from zidesk.storage import backups
from zidesk.storage.paths import WorkspacePaths
from zidesk.storage.workspace import open_workspace

MakeDesk = Callable[..., Desk]


def _spoil(root: Path) -> tuple[Path, bytes]:
    """Its newest copy, and the damaged database."""
    open_workspace(root).close()  # takes a copy
    paths = WorkspacePaths(root)
    os.truncate(paths.database, paths.database.stat().st_size // 2)
    return next(backups.automatic_backups(paths)), paths.database.read_bytes()


def test_a_damaged_workspace_is_restored_with_one_button(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk()
    copy, damaged = _spoil(desk.root)
    desk.open()
    start = desk.window.start
    assert start.isVisible() and "rusak" in start.happened.text()
    assert backup_words(copy) in start.remedy.text() and not start.read_only.isVisible()
    button = start.problem.restore
    assert button.text() == f"Pulihkan dari cadangan tanggal {backup_words(copy)}"
    start.take_focus()
    assert QApplication.focusWidget() is button and button.height() >= 32
    QTest.keyClick(button, Qt.Key.Key_Space)
    qtbot.waitUntil(desk.window.assessment.isVisible, timeout=30_000)
    assert "dipulihkan dari cadangan" in desk.window.strip.text.text()
    (aside,) = (desk.root / "cadangan").glob("rusak-*.db")
    assert aside.read_bytes() == damaged
    assert desk.stored().answers


def test_without_a_good_copy_there_is_no_button(make_desk: MakeDesk) -> None:
    desk = make_desk()
    copy, _ = _spoil(desk.root)
    for each in copy.parent.glob("zidesk-*.db"):
        os.truncate(each, 100)
    desk.open()
    start = desk.window.start
    assert start.isVisible() and "rusak" in start.happened.text()
    assert not start.problem.restore.isVisible() and "cadangan lain" in start.remedy.text()


def test_whoever_is_at_work_is_offered_it_too(desk: Desk, tmp_path: Path, filled_template: Path) -> None:
    import shutil

    other = Path(shutil.copytree(filled_template, tmp_path / "kedua"))
    _spoil(other)
    desk.open(other)
    assert desk.window.start.isVisible() and desk.window.start.problem.restore.isVisible()
