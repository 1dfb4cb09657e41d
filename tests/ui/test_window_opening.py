"""Start page, opening, refusals, read-only, the end."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from tests.ui.conftest import MOMENT, Desk
from zidesk.storage.settings import RecentWorkspace, Settings, SettingsFile
from zidesk.storage.workspace import open_workspace
from zidesk.ui.messenger import question_box
from zidesk.ui.page_keys import ASSESSMENT

LEFT = Qt.MouseButton.LeftButton
MakeDesk = Callable[[], Desk]


def test_start_page_without_a_workspace(make_desk: MakeDesk) -> None:
    desk = make_desk()
    desk.window.open_first(None)
    desk.settle()
    assert desk.window.start.isVisible()
    assert not desk.window.rail.buttons[ASSESSMENT].isEnabled()
    assert not desk.window.start.recent_title.isVisible()
    assert not desk.window.status.score.isVisible()


def test_button_and_shortcut_ask_for_a_folder(make_desk: MakeDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = make_desk()
    asked: list[Path | None] = []

    def ask(_parent: object, start: Path | None) -> Path | None:
        asked.append(start)
        return desk.root if len(asked) == 2 else None

    monkeypatch.setattr("zidesk.ui.widgets.file_dialogs.ask_folder", ask)
    QTest.mouseClick(desk.window.start.open, LEFT)
    assert desk.window.start.isVisible()
    QTest.keyClick(desk.window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    assert len(asked) == 2
    assert desk.window.assessment.isVisible()


def test_opened_workspace_is_shown_and_remembered(desk: Desk, make_desk: MakeDesk) -> None:
    window = desk.window
    assert window.header.school.text() == "SMA Negeri 1 Lembah Cendana"
    assert window.header.facts.text().startswith("2026 · menuju WBK")
    assert window.assessment.question.code == "A.I.1.ii.a", "the first unanswered question"
    desk.close()
    again = make_desk()
    again.window.open_first(None)
    again.settle()
    assert again.window.assessment.isVisible()
    row = again.window.start.rows[0]
    assert row.accessibleName() == "Buka SMA Negeri 1 Lembah Cendana · 2026"
    assert str(desk.root) in row.accessibleDescription()


def test_recent_row_opens_its_workspace(make_desk: MakeDesk, tmp_path: Path, workspace_root: Path) -> None:
    entry = RecentWorkspace(workspace_root, "SMA Contoh", 2026, MOMENT)
    SettingsFile(tmp_path / "setelan" / "setelan.json").save(Settings((entry,)))
    desk = make_desk()
    QTest.mouseClick(desk.window.start.rows[0], LEFT)
    desk.settle()
    assert desk.window.assessment.isVisible()


def test_last_workspace_that_is_gone_leads_to_the_start_page(desk: Desk, make_desk: MakeDesk) -> None:
    desk.close()
    shutil.rmtree(desk.root)
    again = make_desk()
    again.window.open_first(None)
    again.settle()
    start = again.window.start
    assert start.isVisible() and start.problem.isVisible()
    assert "bukan berkas kerja ZIDesk" in start.happened.text()
    assert not start.read_only.isVisible()


def test_dropped_folder_is_opened(make_desk: MakeDesk) -> None:
    desk = make_desk()
    assert desk.drop(desk.window, [desk.root])
    desk.settle()
    assert desk.window.assessment.isVisible()


def test_dropped_file_is_no_workspace(make_desk: MakeDesk, tmp_path: Path) -> None:
    (tmp_path / "surat.pdf").write_bytes(b"x")
    assert not make_desk().drop(make_desk().window, [tmp_path / "surat.pdf"])


def test_refusal_keeps_the_open_workspace(desk: Desk, tmp_path: Path) -> None:
    desk.open(tmp_path)
    assert desk.window.assessment.isVisible() and str(tmp_path) in desk.window.strip.text.text()
    desk.show("A.I.1.iii.b")
    QTest.mouseClick(desk.window.assessment.question.choices.rows[3], LEFT)
    assert desk.stored().answers["A.I.1.iii.b"] == "D"


def test_locked_workspace_can_be_read(make_desk: MakeDesk, desk: Desk) -> None:
    other = make_desk()
    other.open()
    start = other.window.start
    assert start.isVisible() and "sedang dibuka" in start.happened.text()
    assert start.read_only.isVisible()
    QTest.mouseClick(start.read_only, LEFT)
    other.settle()
    assert other.window.assessment.isVisible()
    assert other.window.banner.isVisible() and "hanya untuk dibaca" in other.window.banner.text.text()


def test_read_only_changes_nothing(make_desk: MakeDesk, tmp_path: Path) -> None:
    desk = make_desk()
    desk.open(read_only=True)
    desk.show("A.I.1.iii.b")
    before = desk.stored()
    page = desk.window.assessment
    for row in page.question.choices.rows:
        assert not row.isEnabled()
        QTest.mouseClick(row, LEFT)
    QTest.keyClicks(page.question.note, "coba")
    (tmp_path / "surat.pdf").write_bytes(b"x")
    assert not desk.drop(page.evidence, [tmp_path / "surat.pdf"])
    assert not page.evidence.head.add.isEnabled() and not page.question.facts.clear.isEnabled()
    assert not page.evidence.drop.isVisible()
    desk.show("A.II.5.ii.a")
    assert not page.question.numbers.isEnabled()
    assert desk.stored() == before


def test_another_workspace_takes_the_place_of_the_first(desk: Desk, tmp_path: Path, filled_template: Path) -> None:
    second = tmp_path / "kedua"
    shutil.copytree(filled_template, second)
    desk.open(second)
    open_workspace(desk.root).close()  # the first one is free again
    desk.show("A.I.1.iii.b")
    QTest.mouseClick(desk.window.assessment.question.choices.rows[3], LEFT)
    assert Desk(desk.window, desk.qtbot, second).stored().answers["A.I.1.iii.b"] == "D"
    assert desk.stored().answers["A.I.1.iii.b"] != "D"


def test_save_that_fails_is_told_and_taken_back(desk: Desk) -> None:
    desk.show("A.I.1.iii.b")
    rows = desk.window.assessment.question.choices.rows
    before = next(row for row in rows if row.isChecked())
    workspace = desk.window.editing.workspace
    assert workspace is not None
    workspace._database.read_only = True
    QTest.mouseClick(rows[3], LEFT)
    desk.settle()
    assert before.isChecked() and not rows[3].isChecked()
    assert desk.window.status.saved.text() == "Belum tersimpan"
    assert "hanya untuk dibaca" in desk.window.strip.text.text()
    workspace._database.read_only = False


def test_leaving_asks_only_when_something_would_be_lost(desk: Desk) -> None:
    asked: list[str] = []
    desk.window.messenger.ask = lambda text, *_rest: bool(asked.append(text))  # type: ignore[method-assign,func-returns-value]
    desk.show("A.II.5.ii.a")
    desk.window.assessment.question.numbers.fields["proses"].clear()
    desk.window.close()
    desk.qtbot.waitUntil(lambda: bool(asked))
    assert asked == ["Isian pada A.II.5.ii.a belum tersimpan."]
    assert desk.window.isVisible() and desk.window.isEnabled()
    QTest.keyClicks(desk.window.assessment.question.numbers.fields["proses"], "1")
    desk.close()
    assert len(asked) == 1
    assert "proses=1" in desk.stored().answers["A.II.5.ii.a"]


def test_question_has_our_words_and_the_safe_way_first(desk: Desk) -> None:
    box = question_box(desk.window, "Tutup?", "Ada isian.", "Tutup tanpa menyimpan", "Kembali")
    assert {button.text() for button in box.buttons()} == {"Tutup tanpa menyimpan", "Kembali"}
    assert isinstance(box, QMessageBox) and box.defaultButton().text() == "Kembali"
    assert box.escapeButton().text() == "Kembali"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_write_protected_folder_can_be_read(make_desk: MakeDesk, workspace_root: Path) -> None:
    workspace_root.chmod(0o500)
    try:
        desk = make_desk()
        desk.open()
        assert desk.window.start.read_only.isVisible()
    finally:
        workspace_root.chmod(0o700)
