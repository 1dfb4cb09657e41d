"""Personal data in the window: suggested, marked, seen, undone, with the mouse and with keys."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox

from tests.ui.conftest import Desk
from zidesk.domain.evidence import INBOX
from zidesk.domain.privacy import PersonalDecision
from zidesk.storage.workspace import open_workspace
from zidesk.ui.page_keys import INBOX_PAGE, OVERVIEW
from zidesk.ui.widgets.evidence_chips import chips_of

LEFT, CODE = Qt.MouseButton.LeftButton, "A.I.1.i.a"
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
HEAD = "nama;nisn;nik;hp\n"


@pytest.fixture
def table(tmp_path: Path) -> Callable[[int], Path]:
    """A table of one pupil, another content for every number."""

    def make(number: int) -> Path:
        path = tmp_path / "unduhan" / f"siswa {number}.csv"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{HEAD}Ani;005123456{number};360301520578000{number + 1};08123456789{number}\n")
        return path

    return make


@pytest.fixture
def school(desk: Desk, table: Callable[[int], Path], paper: Callable[[str], Path]) -> Desk:
    """A table of pupils and a letter under a question, three tables in the inbox; all of it was looked at."""
    desk.show(CODE)
    desk.attach([table(0), paper("surat.pdf")])
    desk.settle()
    desk.window.evidence.attach([table(number) for number in (1, 2, 3)], INBOX)
    desk.settle()
    wait(desk, 4)
    return desk


def wait(desk: Desk, count: int) -> None:
    desk.qtbot.waitUntil(lambda: len(desk.window.privacy.suggestions) == count, timeout=20_000)


def decisions(desk: Desk) -> list[bool]:
    desk.settle()
    workspace = open_workspace(desk.root, read_only=True)
    try:
        kept: list[PersonalDecision] = list(workspace.personal.decisions().values())
        return [decision.personal for decision in kept]
    finally:
        workspace.close()


def click(box: QCheckBox) -> None:
    QTest.mouseClick(box, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(12, box.height() // 2))


def test_a_file_with_numbers_is_asked_about_and_marked(school: Desk) -> None:
    panel = school.window.assessment.evidence
    panel.list.select_row(0)
    assert panel.hint.isVisible()
    assert panel.hint.text.text() == "Mungkin memuat data pribadi (NIK 1, NISN 1, telepon 1)"
    QTest.mouseClick(panel.hint.mark, LEFT)
    school.settle()
    assert not panel.hint.isVisible()
    assert [chip.words for chip in chips_of(panel.list.uses[0], 1)] == ["data pribadi"]
    assert "data pribadi" in panel.list.rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert decisions(school) == [True]
    assert "“siswa 0” ditandai memuat data pribadi." in school.window.strip.text.text()
    panel.list.select_row(1)
    assert not panel.hint.isVisible()


def test_no_is_remembered_and_can_be_undone(school: Desk) -> None:
    panel = school.window.assessment.evidence
    panel.list.select_row(0)
    QTest.mouseClick(panel.hint.no, LEFT)
    school.settle()
    assert not panel.hint.isVisible() and decisions(school) == [False]
    wait(school, 3)
    QTest.keyClick(school.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    school.settle()
    assert decisions(school) == []
    wait(school, 4)
    assert panel.hint.isVisible()


def test_marked_by_key_menu_and_in_the_details(school: Desk) -> None:
    window, panel = school.window, school.window.assessment.evidence
    panel.list.select_row(1)
    panel.list.setFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_D, CTRL_SHIFT)
    school.settle()
    assert decisions(school) == [True]
    panel.prepare_menu()
    action = panel.menu.by_key["evidence.personal"]
    assert action.isCheckable() and action.isChecked() and action.isEnabled()
    action.trigger()
    school.settle()
    assert decisions(school) == [False]
    panel.tabs.setCurrentWidget(panel.form)
    assert not panel.form.personal.isChecked()
    click(panel.form.personal)
    school.settle()
    assert decisions(school) == [True] and panel.form.personal.isChecked()
    window.undo()
    school.settle()
    assert not panel.form.personal.isChecked()


def test_several_of_the_inbox_at_once(school: Desk) -> None:
    window, inbox = school.window, school.window.inbox
    window.show_page(INBOX_PAGE)
    inbox.grid.select_row(0)
    assert inbox.details.hint.isVisible()
    QTest.mouseClick(inbox.details.hint.mark, LEFT)
    school.settle()
    assert inbox.details.personal.checkState() == Qt.CheckState.Checked
    inbox.grid.selectAll()
    assert not inbox.details.hint.isVisible(), "of several nothing is asked"
    assert inbox.details.personal.checkState() == Qt.CheckState.PartiallyChecked
    click(inbox.details.personal)
    school.settle()
    assert [use.personal for use in inbox.grid.uses] == [True] * 3
    assert decisions(school) == [True] * 3
    inbox.grid.setFocus()
    QTest.keyClick(inbox.grid, Qt.Key.Key_D, CTRL_SHIFT)
    school.settle()
    assert [use.personal for use in inbox.grid.uses] == [False] * 3
    wait(school, 1)
    assert len(inbox.grid.selected()) == 3


def test_the_overview_lists_them_and_leads_there(school: Desk) -> None:
    window, card = school.window, school.window.overview.personal
    QTest.mouseClick(window.rail.buttons[OVERVIEW], LEFT)
    assert card.isVisible() and card.aside.text() == "4 berkas"
    first, *others = card.lines.rows
    assert [first.text_of(column) for column in range(3)] == ["1.i.a", "siswa 0", "NIK 1, NISN 1, telepon 1"]
    assert [row.text_of(0) for row in others] == ["Kotak masuk"] * 3
    window.overview.ensureWidgetVisible(others[1])
    QTest.mouseClick(others[1], LEFT)
    assert window.at == INBOX_PAGE
    chosen = window.inbox.grid.current()
    assert chosen is not None and chosen.original_name == "siswa 2.csv"
    assert window.inbox.details.hint.isVisible()
    window.privacy.decide(window.inbox.grid.uses, False)
    school.settle()
    wait(school, 1)
    window.show_page(OVERVIEW)
    window.overview.ensureWidgetVisible(card.lines.rows[0])
    QTest.mouseClick(card.lines.rows[0], LEFT)
    assert window.assessment.question.code == CODE and window.assessment.evidence.hint.isVisible()
    QTest.mouseClick(window.assessment.evidence.hint.mark, LEFT)
    school.settle()
    window.show_page(OVERVIEW)
    assert not card.isVisible()


def test_many_are_shown_when_asked_for(desk: Desk, table: Callable[[int], Path]) -> None:
    desk.window.evidence.attach([table(number) for number in range(8)], INBOX)
    desk.settle()
    wait(desk, 8)
    desk.window.show_page(OVERVIEW)
    card = desk.window.overview.personal
    assert (len(card.lines.rows), card.all.text()) == (6, "Tampilkan semua 8 berkas")
    desk.window.overview.ensureWidgetVisible(card.all)
    QTest.mouseClick(card.all, LEFT)
    assert len(card.lines.rows) == 8 and not card.all.isVisible()


def test_a_reader_sees_but_decides_nothing(school: Desk) -> None:
    school.open(read_only=True)
    wait(school, 4)
    school.show(CODE)
    panel = school.window.assessment.evidence
    panel.list.select_row(0)
    assert panel.hint.isVisible() and not panel.hint.mark.isEnabled() and not panel.hint.no.isEnabled()
    assert not panel.form.personal.isEnabled()
    QTest.keyClick(panel.list, Qt.Key.Key_D, CTRL_SHIFT)
    assert decisions(school) == []


def test_another_school_takes_nothing_over(school: Desk, filled_template: Path, tmp_path: Path) -> None:
    shutil.copytree(filled_template, tmp_path / "lain")
    school.open(tmp_path / "lain")
    assert school.window.privacy.suggestions == ()
    school.window.show_page(OVERVIEW)
    assert not school.window.overview.personal.isVisible()
