"""Tempat sampah: what it shows, what it asks, what it says."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from zidesk.domain.evidence import EvidenceUse, FileKind, Inspection, StoredFile
from zidesk.ui.application import Application
from zidesk.ui.dialogs.bin_dialog import BinDialog
from zidesk.ui.models.bin_model import Column, Removed
from zidesk.ui.wording import time_words

MOMENT = datetime(2026, 3, 5, 3, 32, tzinfo=UTC)
LEFT = Qt.MouseButton.LeftButton


def removed(number: int, code: str = "A.I.1.iii.b", title: str = "Monev pembangunan ZI") -> Removed:
    file = StoredFile(f"{number:064x}", 1_000_000 * number, Inspection(FileKind.PDF))
    use = EvidenceUse(number, code, file, number, f"Surat {number}", f"surat {number}.pdf", MOMENT)
    return Removed(use, MOMENT - timedelta(days=number), title)


@pytest.fixture
def bin_dialog(dressed: Application, qtbot: QtBot) -> BinDialog:
    made = BinDialog()
    qtbot.addWidget(made)
    made.show_items([removed(1), removed(2, "", ""), removed(3)], read_only=False)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def answering(words: str) -> list[str]:
    """Press the button with these words in the question that comes; what was asked."""
    asked: list[str] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        asked.append(box.text())
        next(button for button in box.buttons() if button.text() == words).click()

    QTimer.singleShot(50, answer)
    return asked


def cell(dialog: BinDialog, row: int, column: Column) -> str:
    return str(dialog.model.index(row, column).data())


def test_it_says_what_from_where_and_when(bin_dialog: BinDialog) -> None:
    assert bin_dialog.total.text() == "3 berkas · 6,0 MB"
    assert cell(bin_dialog, 0, Column.TITLE) == "Surat 1"
    assert cell(bin_dialog, 0, Column.PLACE) == "A.I.1.iii.b Monev pembangunan ZI"
    assert cell(bin_dialog, 1, Column.PLACE) == "Kotak masuk"
    assert cell(bin_dialog, 0, Column.REMOVED) == time_words(MOMENT - timedelta(days=1))
    assert cell(bin_dialog, 2, Column.SIZE) == "3,0 MB"
    spoken = bin_dialog.model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Surat 2, dari Kotak masuk, dibuang ")
    assert bin_dialog.table.visualRect(bin_dialog.model.index(2, 0)).height() >= 32
    assert bin_dialog.table.hasFocus()


def test_taking_back_goes_at_once(bin_dialog: BinDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bin_dialog.restore_asked) as told:
        QTest.mouseClick(bin_dialog.restore, LEFT)
    assert told.args == [[1]]
    bin_dialog.table.setFocus()
    bin_dialog.table.selectAll()
    with qtbot.waitSignal(bin_dialog.restore_asked) as told:
        QTest.keyClick(bin_dialog.table, Qt.Key.Key_Return)
    assert told.args == [[1, 2, 3]]
    assert bin_dialog.isVisible()


@pytest.mark.parametrize("press", [
    lambda dialog: QTest.mouseClick(dialog.delete, LEFT),
    lambda dialog: QTest.keyClick(dialog.table, Qt.Key.Key_Delete),
])  # fmt: skip
def test_deleting_asks_first(bin_dialog: BinDialog, qtbot: QtBot, press: Callable[[BinDialog], None]) -> None:
    asked = answering("Batal")
    with qtbot.assertNotEmitted(bin_dialog.delete_asked):
        press(bin_dialog)
    assert asked == ["Hapus “Surat 1” selamanya?"]
    bin_dialog.table.selectAll()
    asked = answering("Hapus selamanya")
    with qtbot.waitSignal(bin_dialog.delete_asked) as told:
        press(bin_dialog)
    assert told.args == [[1, 2, 3]] and asked == ["Hapus 3 berkas selamanya?"]


def test_emptying_asks_first(bin_dialog: BinDialog, qtbot: QtBot) -> None:
    answering("Batal")
    with qtbot.assertNotEmitted(bin_dialog.empty_asked):
        QTest.mouseClick(bin_dialog.purge, LEFT)
    answering("Kosongkan")
    with qtbot.waitSignal(bin_dialog.empty_asked):
        QTest.mouseClick(bin_dialog.purge, LEFT)


def test_after_one_is_gone_the_next_is_in_hand(bin_dialog: BinDialog) -> None:
    bin_dialog.table.setCurrentIndex(bin_dialog.model.index(2, 0))
    bin_dialog.show_items([removed(1), removed(2)], read_only=False)
    assert [item.use.id for item in bin_dialog.selected()] == [2]


def test_the_empty_bin_says_so(bin_dialog: BinDialog) -> None:
    bin_dialog.show_items([], read_only=False)
    assert bin_dialog.empty.isVisible() and not bin_dialog.table.isVisible()
    assert not any(button.isEnabled() for button in (bin_dialog.restore, bin_dialog.delete, bin_dialog.purge))


def test_read_only_only_shows(bin_dialog: BinDialog, qtbot: QtBot) -> None:
    bin_dialog.show_items([removed(1)], read_only=True)
    assert bin_dialog.table.isVisible()
    assert not any(button.isEnabled() for button in (bin_dialog.restore, bin_dialog.delete, bin_dialog.purge))
    with qtbot.assertNotEmitted(bin_dialog.restore_asked), qtbot.assertNotEmitted(bin_dialog.delete_asked):
        QTest.keyClick(bin_dialog.table, Qt.Key.Key_Return)
        QTest.keyClick(bin_dialog.table, Qt.Key.Key_Delete)
