"""Kotak masuk in the whole window: its preview's buttons and its jump box do what they say."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.conftest import Desk
from zidesk.domain.evidence import INBOX
from zidesk.ui.page_keys import INBOX_PAGE
from zidesk.ui.widgets.preview.commands import Command


def test_file_of_the_inbox_opens_outside_as_a_copy(desk: Desk, paper: Callable[[str], Path]) -> None:
    window, opened = desk.window, list[Path]()
    window.evidence_desk.system = replace(window.evidence_desk.system, open_path=opened.append)
    window.evidence.attach([paper("surat.pdf")], INBOX)
    desk.settle()
    window.show_page(INBOX_PAGE)
    window.inbox.grid.select_row(0)
    window.inbox.details.preview.do(Command.OPEN)
    desk.settle()
    window.inbox.details.preview.do(Command.FOLDER)
    desk.settle()
    assert [path.name for path in opened[:1]] == ["surat.pdf"]
    assert opened[1] == opened[0].parent


def test_jump_brings_a_question_into_view(desk: Desk) -> None:
    window = desk.window
    window.show_page(INBOX_PAGE)
    box = window.inbox.tree.jump_box
    QTest.keyClicks(box, "5.i.b")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert window.inbox.tree.tree.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole).startswith("b ")
    assert box.text() == ""
    QTest.keyClicks(box, "9.z")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.property("fault")
