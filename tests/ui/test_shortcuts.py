"""The sheet of shortcuts says what the table says."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from zidesk.ui.commands import COMMANDS
from zidesk.ui.dialogs.shortcuts import ShortcutsDialog, shortcut_groups
from zidesk.ui.theme import running_theme


@pytest.fixture
def window(dressed: QApplication, qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def test_every_command_with_keys_is_on_it_and_no_other(window: QWidget) -> None:
    dialog = ShortcutsDialog(window)
    shown = {label.text() for label in dialog.findChildren(QLabel)}
    for command in COMMANDS:
        words = command.words.rstrip("…")
        rows = [row for _, rows in shortcut_groups() for row in rows if row[1] == words]
        assert len(rows) == (1 if command.shortcut else 0), command
        if command.shortcut:
            assert words in shown and rows[0][0] in shown
    titles = [title for title, _ in shortcut_groups()]
    assert titles == ["Berkas kerja", "Sunting", "Bukti", "Lihat", "Paket", "Bantuan", "Di tempatnya"]


def test_a_group_without_keys_has_no_title(window: QWidget) -> None:
    silent = [command for command in COMMANDS if command.key in ("help.about", "edit.find")]
    assert [title for title, _ in shortcut_groups(silent)] == ["Sunting", "Di tempatnya"]
    ShortcutsDialog(window, silent)


@pytest.mark.parametrize("scale", [1.0, 1.25])
def test_it_is_wide_enough_for_its_words(window: QWidget, qtbot: QtBot, scale: float) -> None:
    theme = running_theme()
    assert theme is not None
    mode, before = theme.mode, theme.scale
    try:
        theme.apply(mode, scale)
        dialog = ShortcutsDialog(window)
        dialog.show()
        qtbot.waitExposed(dialog)
        inside = dialog.area.widget()
        assert inside.minimumSizeHint().width() <= dialog.area.viewport().width() <= 1366
        chips = [label for label in dialog.findChildren(QLabel) if label.property("look") == "chip"]
        assert chips and all(chip.width() >= chip.sizeHint().width() for chip in chips)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible()
    finally:
        theme.apply(mode, before)
