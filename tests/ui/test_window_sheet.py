"""The tree, jumping, filtering, going from question to question, and what stands beside a question."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.conftest import Desk
from zidesk.ui.marks import Mark
from zidesk.ui.models.instrument_model import Role
from zidesk.ui.models.question_filter import Show

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_rows_of_the_tree_have_a_height(desk: Desk) -> None:
    tree = desk.window.assessment.tree.tree
    tree.expandAll()
    desk.show("A.I.1.iii.b")
    index = desk.window.assessment.tree.index_of("A.I.1.iii.b")
    assert tree.visualRect(index).height() >= 32
    assert tree.visualRect(index).bottom() <= tree.viewport().height()
    assert tree.currentIndex() == index


def test_click_in_the_tree_shows_the_question(desk: Desk) -> None:
    panel = desk.window.assessment.tree
    index = panel.index_of("A.I.1.ii.b")
    QTest.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=panel.tree.visualRect(index).center())
    desk.settle()
    assert desk.window.assessment.question.code == "A.I.1.ii.b"
    assert desk.window.assessment.question.head.code.text() == "A.I.1.ii.b"


def test_click_on_a_node_opens_and_closes_it(desk: Desk) -> None:
    panel = desk.window.assessment.tree
    node = panel.index_of("A.I.1.ii.a").parent()
    assert panel.tree.isExpanded(node)
    where = panel.tree.visualRect(node).center()
    QTest.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert not panel.tree.isExpanded(node)
    assert desk.window.assessment.question.code == "A.I.1.ii.a"


@pytest.mark.parametrize(("typed", "code"), [("1.iii.b", "A.I.1.iii.b"), ("a.ii.5.II.a", "A.II.5.ii.a")])
def test_jump_by_code(desk: Desk, typed: str, code: str) -> None:
    box = desk.window.assessment.tree.jump_box
    QTest.keyClick(desk.window.assessment.tree.tree, Qt.Key.Key_J, CONTROL)
    assert box.hasFocus()
    QTest.keyClicks(box, typed)
    QTest.keyClick(box, Qt.Key.Key_Return)
    desk.settle()
    assert desk.window.assessment.question.code == code
    assert box.text() == ""


def test_jump_to_nowhere_is_told(desk: Desk) -> None:
    box = desk.window.assessment.tree.jump_box
    before = desk.window.assessment.question.code
    QTest.keyClicks(box, "9.x.z")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert desk.window.assessment.question.code == before
    assert box.property("fault") is True and box.text() == "9.x.z"
    assert "“9.x.z” tidak ada" in desk.window.strip.text.text()


def test_next_and_previous_by_key_and_button(desk: Desk) -> None:
    page = desk.window.assessment
    desk.show("A.I.1.i.b")
    QTest.keyClick(page.question.note, Qt.Key.Key_PageDown, CONTROL)
    desk.settle()
    assert page.question.code == "A.I.1.ii.a"
    QTest.mouseClick(page.question.head.before, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.question.head.before, Qt.MouseButton.LeftButton)
    desk.settle()
    assert page.question.code == "A.I.1.i.a"
    assert not page.question.head.before.isEnabled()


def test_filter_shows_only_what_is_asked_for_and_keeps_the_question_in_hand(desk: Desk) -> None:
    panel = desk.window.assessment.tree
    panel.filter_box.setCurrentIndex(list(Show).index(Show.UNANSWERED))
    assert panel.visible_codes() == ("A.I.1.ii.a",)
    QTest.mouseClick(desk.window.assessment.question.choices.rows[0], Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.window.assessment.question.code == "A.I.1.ii.a"
    assert panel.visible_codes() == ("A.I.1.ii.a",), "it does not vanish under the user"
    assert panel.index_of("A.I.1.ii.a").data(Role.MARK) == Mark.NO_EVIDENCE.name
    panel.filter_box.setCurrentIndex(list(Show).index(Show.TROUBLE))
    assert panel.empty.isVisible() and not panel.tree.isVisible()
    panel.filter_box.setCurrentIndex(0)
    assert len(panel.visible_codes()) == 113 and panel.tree.isVisible()


def test_damaged_evidence_marks_the_question(desk: Desk, test_data) -> None:  # type: ignore[no-untyped-def]
    desk.show("A.I.1.iii.b")
    desk.drop(desk.window.assessment.evidence, [test_data / "corpus" / "libreoffice-writer-password.pdf"])
    desk.settle()
    panel = desk.window.assessment.tree
    assert panel.index_of("A.I.1.iii.b").data(Role.MARK) == Mark.TROUBLE.name
    assert "rusak atau terkunci" in panel.index_of("A.I.1.iii.b").data(Qt.ItemDataRole.ToolTipRole)
    panel.filter_box.setCurrentIndex(list(Show).index(Show.TROUBLE))
    assert panel.visible_codes() == ("A.I.1.iii.b",)


def test_uncertain_figures_are_said(desk: Desk) -> None:
    head = desk.window.assessment.question.head
    desk.show("A.II.5.ii.a")
    assert head.uncertain.isVisible() and head.note.text().startswith("Belum pasti: ")
    desk.show("A.I.1.i.a")
    assert not head.uncertain.isVisible()


def test_documents_and_history_stand_beside_the_question(desk: Desk) -> None:
    desk.show("A.I.1.iii.b")
    panel = desk.window.assessment.question
    assert panel.documents.title.text() == "Dokumen yang diminta · 0 dari 4"
    assert panel.history.toggle.text() == "Riwayat · 1 perubahan"
    assert not panel.history.list.isVisible()
    QTest.mouseClick(panel.history.toggle, Qt.MouseButton.LeftButton)
    assert panel.history.list.isVisible()


def test_everything_that_takes_focus_has_a_name(desk: Desk) -> None:
    from PySide6.QtWidgets import (
        QAbstractButton,
        QComboBox,
        QLineEdit,
        QListView,
        QPlainTextEdit,
        QTreeView,
        QWidget,
    )

    desk.show("A.II.5.ii.a")
    kinds = (QAbstractButton, QComboBox, QLineEdit, QListView, QPlainTextEdit, QTreeView)
    widgets = [widget for widget in desk.window.findChildren(QWidget) if isinstance(widget, kinds)]
    focused = [
        widget for widget in widgets if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(focused) > 15
    for widget in focused:
        text = widget.text() if isinstance(widget, QAbstractButton) else ""
        assert widget.accessibleName() or text, widget


def test_tab_reaches_all_three_parts(desk: Desk) -> None:
    page = desk.window.assessment
    desk.show("A.I.1.iii.b")
    page.tree.filter_box.setFocus()
    reached = set()
    for _ in range(25):
        focus = desk.window.focusWidget()
        reached |= {part for part in (page.tree, page.question, page.evidence) if part.isAncestorOf(focus)}
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert len(reached) == 3
