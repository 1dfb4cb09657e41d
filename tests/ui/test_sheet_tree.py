"""The tree of the sheet: typing goes to questions, evidence is dropped on them, marks and filters tell of them."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.evidence_factory import CODE, OTHER, hover, leave, let_go, local, make_use, with_uses
from zidesk.domain.answer import Answer, Chosen
from zidesk.domain.assessment import Assessment
from zidesk.domain.evidence import FileState
from zidesk.storage.workspace import open_workspace
from zidesk.ui.application import Application
from zidesk.ui.marks import Mark, mark_of
from zidesk.ui.models.instrument_model import InstrumentModel, Role
from zidesk.ui.models.question_filter import Show
from zidesk.ui.widgets.evidence_drag import mime_of
from zidesk.ui.widgets.tree_drop import TreeDrop
from zidesk.ui.widgets.tree_panel import TreePanel

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def sheet(filled_template: Path) -> Assessment:
    workspace = open_workspace(filled_template, read_only=True)
    try:
        return workspace.assessment()
    finally:
        workspace.close()


@pytest.fixture
def panel(dressed: Application, qtbot: QtBot, sheet: Assessment) -> TreePanel:
    made = TreePanel()
    qtbot.addWidget(made)
    made.resize(320, 683)
    made.show_instrument(sheet.instrument, sheet)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.show_current(CODE)
    made.tree.setFocus()
    return made


@pytest.fixture
def drop(panel: TreePanel) -> TreeDrop:
    return TreeDrop(panel.tree)


def current(panel: TreePanel) -> str:
    code: str = panel.tree.currentIndex().data(Role.CODE)
    return code


# typing


def test_a_code_typed_in_the_tree_goes_to_its_question(panel: TreePanel) -> None:
    QTest.keyClicks(panel.tree, "2.iii.a")
    assert current(panel) == "A.I.2.iii.a"
    assert panel.typed.isVisible() and panel.typed.text().startswith("“2.iii.a” · 2 butir")


def test_words_go_to_a_title_and_f3_to_the_next(panel: TreePanel, sheet: Assessment) -> None:
    QTest.keyClicks(panel.tree, "gratifikasi")
    first = current(panel)
    question = sheet.instrument.question(first)
    assert "gratifikasi" in f"{question.short_title} {question.text}".casefold()
    QTest.keyClick(panel.tree, Qt.Key.Key_F3)
    second = current(panel)
    assert second != first and panel.tree.visualRect(panel.index_of(second)).isValid()
    count = int(panel.typed.text().split(" · ")[1].split()[0])
    for _ in range(count - 1):
        QTest.keyClick(panel.tree, Qt.Key.Key_F3)
    assert current(panel) == first, "it goes round"


def test_space_belongs_to_the_words_and_backspace_takes_back(panel: TreePanel) -> None:
    QTest.keyClicks(panel.tree, "tim kerjx")
    assert panel.typed.text() == "Tidak ada butir “tim kerjx”" and panel.typed.property("look") == "bad"
    QTest.keyClick(panel.tree, Qt.Key.Key_Backspace)
    assert current(panel) == "A.I.1.i.a" and panel.typed.text().startswith("“tim kerj”")


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Down])
def test_typing_ends(panel: TreePanel, key: Qt.Key) -> None:
    QTest.keyClicks(panel.tree, "2.iii.a")
    QTest.keyClick(panel.tree, key)
    assert not panel.typed.isVisible() and panel.type_ahead.typed == ""
    assert current(panel) == ("A.I.2.iii.b" if key == Qt.Key.Key_Down else "A.I.2.iii.a")


def test_typing_ends_when_the_tree_is_left(panel: TreePanel) -> None:
    QTest.keyClicks(panel.tree, "monev")
    panel.jump_box.setFocus()
    assert not panel.typed.isVisible()


def test_keys_of_the_window_are_not_typing(panel: TreePanel) -> None:
    QTest.keyClick(panel.tree, Qt.Key.Key_K, CTRL)
    QTest.keyClick(panel.tree, Qt.Key.Key_Space)
    assert panel.type_ahead.typed == ""


def test_only_questions_in_view_are_found(panel: TreePanel) -> None:
    panel.show_only(Show.UNANSWERED)
    assert set(panel.visible_codes()) <= {"A.I.1.ii.a", CODE}
    QTest.keyClicks(panel.tree, "2.iii.a")
    assert panel.typed.text() == "Tidak ada butir “2.iii.a”"


# dropping


def place(panel: TreePanel, code: str) -> QPoint:
    return panel.tree.visualRect(panel.index_of(code)).center()


def test_evidence_is_moved_or_with_ctrl_shared(panel: TreePanel, drop: TreeDrop, qtbot: QtBot) -> None:
    view = panel.tree.viewport()
    with qtbot.waitSignal(drop.uses_dropped) as moved, qtbot.assertNotEmitted(drop.uses_shared):
        assert let_go(view, place(panel, OTHER), mime_of([4, 5]))
    assert moved.args == [[4, 5], OTHER]
    with qtbot.waitSignal(drop.uses_shared) as shared, qtbot.assertNotEmitted(drop.uses_dropped):
        assert let_go(view, place(panel, OTHER), mime_of([4, 5]), CTRL)
    assert shared.args == [[4, 5], OTHER]


def test_files_are_dropped_on_questions_only(
    panel: TreePanel, drop: TreeDrop, qtbot: QtBot, tmp_path: Path
) -> None:
    view, data = panel.tree.viewport(), local(tmp_path / "a.pdf", tmp_path)
    node = panel.tree.visualRect(panel.index_of(CODE).parent()).center()
    assert not hover(view, node, data) and not drop.target.isVisible()
    leave(view)
    assert hover(view, place(panel, CODE), data) and drop.target.isVisible()
    assert drop.target.geometry().center().y() == place(panel, CODE).y()
    leave(view)
    assert not drop.target.isVisible()
    with qtbot.waitSignal(drop.files_dropped) as said:
        assert let_go(view, place(panel, CODE), data)
    assert said.args == [[tmp_path / "a.pdf", tmp_path], CODE]
    drop.enabled = False
    assert not hover(view, place(panel, CODE), data)


def test_a_closed_node_opens_under_a_drag(panel: TreePanel, drop: TreeDrop, qtbot: QtBot) -> None:
    node = panel.index_of("A.I.2.iii.a").parent().parent()
    assert not panel.tree.isExpanded(node)
    hover(panel.tree.viewport(), panel.tree.visualRect(node).center(), mime_of([1]))
    qtbot.waitUntil(lambda: panel.tree.isExpanded(node), timeout=3_000)
    leave(panel.tree.viewport())


def test_the_tree_scrolls_under_a_drag_at_its_edge(panel: TreePanel, drop: TreeDrop, qtbot: QtBot) -> None:
    panel.tree.expandAll()
    bar = panel.tree.verticalScrollBar()
    bar.setValue(0)
    hover(panel.tree.viewport(), QPoint(60, panel.tree.viewport().height() - 4), mime_of([1]))
    qtbot.waitUntil(lambda: bar.value() > 0, timeout=3_000)
    leave(panel.tree.viewport())
    at = bar.value()
    QTest.qWait(150)
    assert bar.value() == at


# marks and filters


def test_marks_go_by_answer_evidence_and_papers(sheet: Assessment) -> None:
    required = [item.name for item in sheet.instrument.question(CODE).documents if item.required]
    assert mark_of(with_uses(sheet), CODE) is Mark.NO_EVIDENCE
    assert mark_of(with_uses(sheet, make_use(1)), CODE) is Mark.NO_DOCUMENT
    assert mark_of(with_uses(sheet, make_use(1, fulfils=required[:1])), CODE) is Mark.NO_DOCUMENT
    complete = with_uses(sheet, make_use(1, fulfils=required))
    assert mark_of(complete, CODE) is Mark.COMPLETE
    assert mark_of(replace(complete, answers={}), CODE) is Mark.UNANSWERED
    locked = with_uses(sheet, make_use(1, fulfils=required, state=FileState.LOCKED))
    assert mark_of(locked, CODE) is Mark.TROUBLE


def test_the_tooltip_counts_the_missing_papers(sheet: Assessment) -> None:
    model = InstrumentModel(sheet.instrument)
    model.show(with_uses(sheet, make_use(1)))
    index = model.index_of(CODE)
    tip = index.data(Qt.ItemDataRole.ToolTipRole)
    assert "Bukti belum lengkap · 1 bukti · 2 dokumen wajib belum ada · nilai" in tip
    assert index.data(Role.MARK) == "NO_DOCUMENT" and index.data(Role.FIGURE) == "1"


def test_the_filter_for_missing_papers(panel: TreePanel, sheet: Assessment) -> None:
    papers = {
        question.code: [item.name for item in question.documents if item.required]
        for question in sheet.instrument.questions
    }
    full = with_uses(
        sheet, *(make_use(n, code, fulfils=names) for n, (code, names) in enumerate(papers.items(), 1))
    )
    panel.show_figures(full)
    panel.show_only(Show.NO_DOCUMENTS)
    assert panel.visible_codes() == () and panel.empty.isVisible()
    lacking = dict(full.evidence)
    lacking[CODE] = (make_use(900),)
    panel.show_figures(replace(full, evidence=lacking))
    assert panel.visible_codes() == (CODE,) and panel.filter_box.currentText() == "Dokumen kurang"


def test_a_tick_tells_only_of_the_rows_that_changed(sheet: Assessment) -> None:
    model = InstrumentModel(sheet.instrument)
    model.show(sheet)
    told: list[str] = []
    model.dataChanged.connect(lambda index, _last: told.append(index.data(Qt.ItemDataRole.ToolTipRole)))
    model.show(replace(sheet))
    assert told == []
    model.show(replace(sheet, answers={**sheet.answers, CODE: Answer(Chosen("D"), "")}))
    assert [tip.split()[0] for tip in told] == ["A", "A.I", "A.I.1", "A.I.1.iii", CODE]
