"""The start page: recent workspaces, what is gone, where the focus goes; and who looks which are still there."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import MOMENT
from zidesk.messages.message import Message
from zidesk.storage.settings import RecentWorkspace, Settings, SettingsFile
from zidesk.ui.application import Application
from zidesk.ui.jobs import Jobs
from zidesk.ui.messenger import Messenger
from zidesk.ui.pages.start_page import StartPage
from zidesk.ui.preferences import Preferences
from zidesk.ui.recent_watch import RecentWatch, missing_of
from zidesk.ui.theme import LIGHT
from zidesk.ui.widgets.message_strip import MessageStrip
from zidesk.ui.widgets.recent_row import RecentRow

LEFT = Qt.MouseButton.LeftButton


def entry(path: Path, year: int = 2026, done: tuple[int, int, int] = (109, 113, 1251)) -> RecentWorkspace:
    return RecentWorkspace(path, "SMA Contoh", year, MOMENT, *done)


@pytest.fixture
def page(dressed: Application, qtbot: QtBot) -> StartPage:
    made = StartPage()
    qtbot.addWidget(made)
    made.resize(1262, 680)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def test_the_first_run_greets_and_leads_to_a_new_school(page: StartPage) -> None:
    assert page.title.text() == "Selamat datang di ZIDesk" and page.sign.isVisible()
    assert not page.recent_title.isVisible() and page.rows == []
    assert page.new.property("look") == "primary"
    page.take_focus()
    assert QApplication.focusWidget() is page.new


def test_recent_ones_with_how_far_they_have_come(page: StartPage, tmp_path: Path, qtbot: QtBot) -> None:
    page.show_recent([entry(tmp_path / "a"), entry(tmp_path / "b", 2025, (0, 0, 0))])
    known, unknown = page.rows
    assert known.progress() == "109 dari 113 butir dijawab · 1.251 bukti" and unknown.progress() == ""
    assert "109 dari 113" in known.accessibleDescription() and "terakhir dibuka" in known.accessibleDescription()
    assert page.new.property("look") == "" and not page.sign.isVisible()
    page.take_focus()
    assert QApplication.focusWidget() is known
    with qtbot.waitSignal(page.chosen) as chosen:
        QTest.keyClick(known, Qt.Key.Key_Space)
    assert chosen.args == [tmp_path / "a"]


@pytest.mark.parametrize(("done", "role"), [((113, 113, 4), "ok"), ((90, 113, 4), "accent")])
def test_the_ring_is_as_full_as_the_answers(
    page: StartPage, tmp_path: Path, qtbot: QtBot, done: tuple[int, int, int], role: str
) -> None:
    page.show_recent([entry(tmp_path, done=done)])
    (row,) = page.rows
    qtbot.waitUntil(lambda: row.width() > 300)
    image = row.grab().toImage()
    full, rest = (
        sum(image.pixelColor(x, y) == QColor(ink) for x in range(80) for y in range(image.height()))
        for ink in (getattr(LIGHT, role), LIGHT.track)
    )
    assert full / (full + rest) == pytest.approx(done[0] / done[1], abs=0.06)


def test_one_that_is_gone_says_so_and_can_be_taken_off(page: StartPage, tmp_path: Path, qtbot: QtBot) -> None:
    page.show_recent([entry(tmp_path / "hilang"), entry(tmp_path / "ada")])
    gone, there = page.rows
    assert not any(button.isVisible() for button in page.list.forget)
    page.show_missing({tmp_path / "hilang"})
    assert gone.progress() == "Tidak ditemukan" and "Tidak ditemukan" in gone.accessibleDescription()
    assert [button.isVisible() for button in page.list.forget] == [True, False]
    page.take_focus()
    assert QApplication.focusWidget() is there, "the first that is there"
    with qtbot.waitSignal(page.forget_asked) as asked:
        QTest.mouseClick(page.list.forget[0], LEFT)
    assert asked.args == [tmp_path / "hilang"]
    page.show_recent([entry(tmp_path / "hilang")])
    assert page.rows[0].missing, "what is known stays known"


def test_where_all_are_gone_a_new_one_comes_first(page: StartPage, tmp_path: Path) -> None:
    page.show_recent([entry(tmp_path / "hilang")])
    page.show_missing({tmp_path / "hilang"})
    page.take_focus()
    assert QApplication.focusWidget() is page.new


def test_the_way_out_of_a_refusal_has_the_focus(page: StartPage, tmp_path: Path, qtbot: QtBot) -> None:
    page.show_recent([entry(tmp_path)])
    page.show_refusal(tmp_path, Message("Sedang dibuka.", "Tutup di sana."), may_read=True)
    page.take_focus()
    assert QApplication.focusWidget() is page.read_only
    with qtbot.waitSignal(page.read_only_asked) as asked:
        QTest.keyClick(page.read_only, Qt.Key.Key_Space)
    assert asked.args == [tmp_path]
    page.show_refusal(tmp_path, Message("Bukan berkas kerja.", ""), may_read=False)
    assert not page.read_only.isVisible() and not page.remedy.isVisible()
    page.clear_refusal()
    page.take_focus()
    assert not page.problem.isVisible() and isinstance(QApplication.focusWidget(), RecentRow)


def test_rows_are_whole_with_large_letters_on_a_small_screen(
    dressed: Application, page: StartPage, tmp_path: Path, qtbot: QtBot
) -> None:
    page.show_recent([entry(tmp_path / "a"), entry(tmp_path / "b")])
    page.show_missing({tmp_path / "b"})
    try:
        dressed.theme.apply("light", 1.5)
        page.resize(1230, 600)
        qtbot.waitUntil(lambda: all(row.height() == row.sizeHint().height() for row in page.rows))
        content = page.widget()
        assert content is not None and content.width() <= page.viewport().width()
    finally:
        dressed.theme.apply("light", 1.0)


def test_only_folders_without_a_workspace_are_missing(tmp_path: Path, workspace_root: Path) -> None:
    empty = tmp_path / "kosong"
    empty.mkdir()
    assert missing_of([workspace_root, empty, tmp_path / "tiada"]) == {empty, tmp_path / "tiada"}


def test_looks_when_the_page_comes_into_view_and_forgets_when_asked(
    dressed: Application, qtbot: QtBot, tmp_path: Path, workspace_root: Path
) -> None:
    file = SettingsFile(tmp_path / "setelan.json")
    file.save(Settings((entry(tmp_path / "hilang"), entry(workspace_root, 2025)), theme="light"))
    window = QWidget()
    qtbot.addWidget(window)
    page, jobs, messenger = StartPage(), Jobs(window), Messenger(window, MessageStrip(window))
    qtbot.addWidget(page)
    preferences = Preferences(file, "siti", window)
    preferences.changed.connect(lambda settings: page.show_recent(settings.recent))
    page.show_recent(preferences.settings.recent)
    RecentWatch(page, jobs, preferences, messenger)
    try:
        page.show()
        qtbot.waitUntil(lambda: page.rows[0].missing)
        assert not page.rows[1].missing
        QTest.mouseClick(page.list.forget[0], LEFT)
        assert [row.entry.path for row in page.rows] == [workspace_root]
        assert [kept.path for kept in file.load().recent] == [workspace_root]
    finally:
        jobs.close()
