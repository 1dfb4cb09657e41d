"""Penilaian by itself, without a window or a workspace: its parts together, and what it asks for."""

import itertools
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.evidence_factory import (
    CODE,
    LEFT,
    MOMENT,
    OTHER,
    hover,
    let_go,
    local,
    make_use,
    make_uses,
    preview_tools,
    with_uses,
)
from zidesk.domain.answer import Answer, AnswerChange, Chosen
from zidesk.domain.assessment import Assessment
from zidesk.storage.workspace import open_workspace
from zidesk.ui.application import Application
from zidesk.ui.pages.assessment_page import AssessmentPage
from zidesk.ui.theme import DARK, LIGHT
from zidesk.ui.widgets.evidence_drag import mime_of
from zidesk.ui.wording import time_words


@pytest.fixture(scope="module")
def sheet(filled_template: Path) -> Assessment:
    workspace = open_workspace(filled_template, read_only=True)
    try:
        return with_uses(workspace.assessment(), *make_uses(1, 2, 3), make_use(4, OTHER))
    finally:
        workspace.close()


def answered(sheet: Assessment, key: str | None) -> Assessment:
    value = None if key is None else Chosen(key)
    return replace(sheet, answers={**sheet.answers, CODE: Answer(value, "")})


@pytest.fixture
def page(dressed: Application, qtbot: QtBot, sheet: Assessment, tmp_path: Path) -> Iterator[AssessmentPage]:
    with preview_tools(tmp_path) as tools:
        made = AssessmentPage(tools)
        qtbot.addWidget(made)
        made.resize(1262, 683)
        made.show_workspace(sheet, read_only=False)
        made.show_question(sheet, CODE)
        made.show()
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        yield made


def test_a_question_with_its_evidence_is_shown(page: AssessmentPage) -> None:
    assert page.question.code == CODE and len(page.evidence.list.uses) == 3
    assert page.question.documents.title.text() == "Dokumen yang diminta · 0 dari 4"
    assert page.evidence.current() == make_use(1)


@pytest.mark.parametrize(
    ("key", "points", "gain"),
    [
        ("B", "Nilai 0,22", "Naik ke A menambah 0,11"),
        ("D", "Nilai 0,00", "Naik ke A menambah 0,33"),
        (None, "Nilai belum ada", "Jawaban A menambah 0,33"),
        ("A", "Nilai 0,33", ""),
    ],
)
def test_facts_say_what_a_better_answer_adds(
    page: AssessmentPage, sheet: Assessment, key: str | None, points: str, gain: str
) -> None:
    page.show_figures(answered(sheet, key))
    facts = page.question.facts
    assert facts.weight.text() == "Bobot butir 0,33" and facts.points.text() == points
    assert facts.gain.text() == gain and facts.gain.isVisible() is bool(gain)
    assert facts.clear.isVisible() is (key is not None)


def test_the_last_change_stands_beside_the_facts(page: AssessmentPage, sheet: Assessment) -> None:
    assert not page.question.facts.changed.isVisible()
    change = AnswerChange(CODE, MOMENT, "siti", Answer(None), Answer(Chosen("B")))
    page.show_history(CODE, [change])
    assert page.question.facts.changed.text() == time_words(MOMENT)
    page.show_question(sheet, OTHER)
    assert not page.question.facts.changed.isVisible()


def test_a_file_named_at_a_paper_is_chosen_in_the_list(page: AssessmentPage, sheet: Assessment) -> None:
    paper = sheet.instrument.question(CODE).documents[1].name
    page.show_figures(with_uses(sheet, *make_uses(1, 2), make_use(3, fulfils=[paper])))
    QTest.mouseClick(page.question.documents.rows[1].links[0], LEFT)
    current = page.evidence.current()
    assert current is not None and current.id == 3


def test_the_question_itself_takes_what_is_dropped(page: AssessmentPage, qtbot: QtBot, tmp_path: Path) -> None:
    view = page.question.viewport()
    at, paper = view.rect().center(), tmp_path / "a.pdf"
    assert hover(view, at, local(paper)) and page.evidence.drop.lit
    with qtbot.waitSignal(page.evidence.files_dropped) as files:
        assert let_go(view, at, local(paper))
    with qtbot.waitSignal(page.evidence.uses_dropped) as uses:
        assert let_go(view, at, mime_of([4]))
    assert files.args == [[paper]] and uses.args == [[4]] and not page.evidence.drop.lit
    assert not hover(view, at, mime_of([1])), "it is here already"


def test_dropping_on_the_tree_is_offered_while_it_may_be_changed(page: AssessmentPage, sheet: Assessment) -> None:
    view = page.tree.tree.viewport()
    at = page.tree.tree.visualRect(page.tree.index_of(OTHER)).center()
    assert hover(view, at, mime_of([1]))
    page.show_workspace(sheet, read_only=True)
    page.show_question(sheet, CODE)
    at = page.tree.tree.visualRect(page.tree.index_of(OTHER)).center()
    assert not hover(view, at, mime_of([1]))
    assert not hover(page.question.viewport(), page.question.viewport().rect().center(), mime_of([4]))
    assert not page.question.choices.isEnabled() and page.question.note.isReadOnly()


def test_half_a_date_is_told_as_not_saved(page: AssessmentPage, sheet: Assessment) -> None:
    assert page.unsaved() == ()
    page.evidence.form.dated.setText("31-2")
    page.commit()
    assert page.unsaved() == (CODE,)
    page.show_figures(replace(sheet))
    assert page.evidence.form.dated.text() == "31-2" and page.evidence.form.fault.text()


def test_a_tick_is_shown_within_a_frame(page: AssessmentPage, sheet: Assessment) -> None:
    """Sixteen milliseconds on an idle machine; this bound is for a busy one, and meets a rebuilt tree or list."""
    page.tree.tree.expandAll()
    QApplication.processEvents()
    took = []
    rows = list(page.question.documents.rows)
    for key in itertools.islice(itertools.cycle("ABCD"), 12):
        assessment = answered(sheet, key)
        begun = time.perf_counter()
        page.show_figures(assessment)
        QApplication.processEvents()
        took.append(time.perf_counter() - begun)
    assert min(took) < 0.016
    assert page.question.documents.rows == rows


@pytest.mark.parametrize("scale", [1.0, 1.25])
def test_everything_fits_the_smallest_screen(
    page: AssessmentPage, sheet: Assessment, dressed: Application, scale: float
) -> None:
    dressed.theme.apply("light", scale)
    try:
        page.resize(1262, 683)
        for tab in range(2):
            page.evidence.tabs.setCurrentIndex(tab)
            QTest.qWait(30)
            assert page.minimumSizeHint().height() <= 683 and page.minimumSizeHint().width() <= 1262
            assert page.evidence.geometry().right() <= page.width()
            assert page.evidence.list.height() >= page.evidence.list.sizeHintForRow(0)
    finally:
        dressed.theme.apply("light", 1.0)


def test_another_theme_is_painted_everywhere(page: AssessmentPage, dressed: Application) -> None:
    def ground(widget: QWidget) -> str:
        return widget.grab().toImage().pixelColor(3, widget.height() - 3).name().upper()

    shown = (page.tree.tree.viewport(), page.evidence.form, page.evidence.head.parentWidget())
    page.evidence.tabs.setCurrentIndex(1)
    assert [ground(widget) for widget in shown] == [LIGHT.surface.upper()] * 3
    dressed.theme.apply("dark", 1.0)
    try:
        QTest.qWait(30)
        assert [ground(widget) for widget in shown] == [DARK.surface.upper()] * 3
    finally:
        dressed.theme.apply("light", 1.0)


def test_tab_goes_round_without_a_trap(page: AssessmentPage) -> None:
    page.tree.filter_box.setFocus()
    reached: list[QWidget] = []
    for _ in range(60):
        focus = QApplication.focusWidget()
        assert focus is not None and (focus.accessibleName() or getattr(focus, "text", str)()), focus
        reached.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is page.tree.filter_box:
            break
    else:
        pytest.fail("it never came back")
    parts = {
        part for part in (page.tree, page.question, page.evidence) for one in reached if part.isAncestorOf(one)
    }
    assert len(parts) == 3 and page.evidence.list in reached
    assert any(row.choose in reached for row in page.question.documents.rows)
