"""Where the focus is when a page comes into view, and where it stays while the page changes under it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Desk
from zidesk.domain.evidence import INBOX
from zidesk.ui.page_keys import ASSESSMENT, DOCUMENTS, INBOX_PAGE, PLAN
from zidesk.ui.widgets.focus_ring import FocusRing


def arrive(desk: Desk, key: str) -> QWidget | None:
    active(desk)
    desk.window.show_page(key)
    desk.settle()
    active(desk)
    return QApplication.focusWidget()


def active(desk: Desk) -> None:
    """The platform of the tests may take the window out of hand while it settles."""
    desk.window.activateWindow()
    desk.qtbot.waitUntil(desk.window.isActiveWindow)


def test_the_inbox_gives_the_focus_to_its_files_or_to_the_way_to_the_first(
    desk: Desk, paper: Callable[[str], Path]
) -> None:
    inbox = desk.window.inbox
    assert arrive(desk, INBOX_PAGE) is inbox.empty.add
    desk.window.show_page(ASSESSMENT)
    desk.window.evidence.attach([paper("masuk.pdf")], INBOX)
    desk.settle()
    assert arrive(desk, INBOX_PAGE) is inbox.grid


def test_the_documents_give_it_to_their_list(desk: Desk) -> None:
    assert arrive(desk, DOCUMENTS) is desk.window.documents.list


def test_the_plan_keeps_it_from_the_way_to_the_first_rows_to_the_table(desk: Desk) -> None:
    plan = desk.window.plan
    first = arrive(desk, PLAN)
    assert first is plan.empty.from_sheet
    QTest.keyClick(first, Qt.Key.Key_Space)
    desk.settle()
    active(desk)
    desk.qtbot.waitUntil(plan.table.hasFocus)
    arrive(desk, ASSESSMENT)
    desk.window.session.close()
    desk.settle()
    desk.open()
    assert arrive(desk, PLAN) is plan.table, "the rows are read after the page has come into view"


def test_a_ring_shows_that_the_keys_scroll(qtbot: QtBot) -> None:
    area = QScrollArea()
    ring = FocusRing(area)
    qtbot.addWidget(area)
    area.resize(200, 100)
    area.show()
    area.activateWindow()
    qtbot.waitUntil(area.isActiveWindow)
    area.clearFocus()
    assert not ring.isVisible()
    area.setFocus()
    assert ring.isVisible() and ring.geometry() == area.rect()
    area.resize(300, 150)
    assert ring.geometry() == area.rect()
    area.clearFocus()
    assert not ring.isVisible()
