"""The evidence of a question: choosing, ordering, dragging, the menu, facts, and a list that keeps its place."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QDrag
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.evidence_factory import (
    CODE,
    LEFT,
    NONE,
    OTHER,
    hover,
    leave,
    let_go,
    local,
    make_use,
    make_uses,
    preview_tools,
    with_uses,
)
from zidesk.domain.assessment import Assessment
from zidesk.domain.evidence import EvidenceUse, FileKind, FileState, Inspection, StoredFile
from zidesk.storage.workspace import open_workspace
from zidesk.ui.application import Application
from zidesk.ui.models.evidence_model import SHARED_ROLE, EvidenceModel
from zidesk.ui.models.use_order import placed, shifted
from zidesk.ui.widgets.evidence_chips import chips_of
from zidesk.ui.widgets.evidence_drag import mime_of, uses_in
from zidesk.ui.widgets.evidence_panel import EvidencePanel

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture(scope="module")
def sheet(filled_template: Path) -> Assessment:
    workspace = open_workspace(filled_template, read_only=True)
    try:
        return workspace.assessment()
    finally:
        workspace.close()


@pytest.fixture
def panel(dressed: Application, qtbot: QtBot, sheet: Assessment, tmp_path: Path) -> Iterator[EvidencePanel]:
    with preview_tools(tmp_path) as tools:
        made = EvidencePanel(tools)
        qtbot.addWidget(made)
        made.resize(344, 683)
        made.show_evidence(with_uses(sheet, *make_uses(1, 2, 3, 4)), CODE, read_only=False)
        made.show()
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        made.list.setFocus()
        yield made


def middle(panel: EvidencePanel, row: int) -> QPoint:
    return panel.list.visualRect(panel.list.rows.index(row, 0)).center()


def click(panel: EvidencePanel, row: int, keys: Qt.KeyboardModifier = NONE) -> None:
    QTest.mouseClick(panel.list.viewport(), LEFT, keys, middle(panel, row))


def chosen(panel: EvidencePanel) -> list[int]:
    return [use.id for use in panel.selected()]


def test_the_first_is_in_hand_and_several_can_be_chosen(panel: EvidencePanel, qtbot: QtBot) -> None:
    assert chosen(panel) == [1] and panel.form.title.text() == "Judul 1"
    with qtbot.waitSignal(panel.current_changed):
        click(panel, 1)
    assert panel.form.title.text() == "Judul 2" and panel.preview.use == make_use(2)
    click(panel, 2, CTRL)
    assert chosen(panel) == [2, 3] and panel.current() == make_use(3)
    click(panel, 0, SHIFT)
    assert chosen(panel) == [1, 2, 3]
    assert panel.head.total.text() == "4 berkas · 10,0 kB"


@pytest.mark.parametrize(
    ("key", "keys", "signal", "told"),
    [
        (Qt.Key.Key_Space, NONE, "preview_asked", [make_use(2)]),
        (Qt.Key.Key_Return, NONE, "preview_asked", [make_use(2)]),
        (Qt.Key.Key_Delete, NONE, "removed", [[make_use(1), make_use(2)]]),
        (Qt.Key.Key_Down, ALT, "reordered", [CODE, [3, 1, 2, 4]]),
        (Qt.Key.Key_V, CTRL, "paste_asked", []),
    ],
)
def test_keys_of_the_list(
    panel: EvidencePanel, qtbot: QtBot, key: Qt.Key, keys: Qt.KeyboardModifier, signal: str, told: list[object]
) -> None:
    click(panel, 0)
    click(panel, 1, CTRL)
    with qtbot.waitSignal(getattr(panel, signal)) as said:
        QTest.keyClick(panel.list, key, keys)
    assert said.args == told


def test_order_stays_at_the_ends(panel: EvidencePanel, qtbot: QtBot) -> None:
    click(panel, 0)
    with qtbot.assertNotEmitted(panel.reordered):
        QTest.keyClick(panel.list, Qt.Key.Key_Up, ALT)


def test_f2_goes_to_the_title_and_what_is_typed_is_emitted_when_left(panel: EvidencePanel, qtbot: QtBot) -> None:
    QTest.keyClick(panel.list, Qt.Key.Key_F2)
    assert panel.tabs.currentWidget() is panel.form and panel.form.title.hasFocus()
    with qtbot.waitSignal(panel.edited) as said:
        QTest.keyClicks(panel.form.title, "SK Tim")
        QTest.keyClick(panel.form.title, Qt.Key.Key_Return)
    assert said.args == [replace(make_use(1), title="SK Tim")]
    with qtbot.waitSignal(panel.edited) as said:
        panel.form.dated.setText("6-3-2026")
        click(panel, 1)
    assert said.args == [replace(make_use(1), title="SK Tim", dated=date(2026, 3, 6))]


def test_a_day_that_is_none_brings_its_field_into_view(panel: EvidencePanel, qtbot: QtBot) -> None:
    panel.form.dated.setText("31-2-2026")
    with qtbot.assertNotEmitted(panel.edited):
        panel.form.commit()
    assert panel.tabs.currentWidget() is panel.form and panel.form.fault.isVisible() and panel.form.unsaved()


def test_facts_that_came_from_elsewhere_are_shown(panel: EvidencePanel, sheet: Assessment) -> None:
    renamed = with_uses(sheet, replace(make_use(1), title="Dari tempat lain"), *make_uses(2, 3, 4))
    panel.show_evidence(renamed, CODE, read_only=False)
    assert panel.form.title.text() == "Dari tempat lain" and chosen(panel) == [1]


# the menu


def entries(panel: EvidencePanel) -> set[str]:
    panel.prepare_menu()
    return {key for key, action in panel.menu.by_key.items() if action.isEnabled()}


@pytest.mark.parametrize(
    ("key", "signal", "told"),
    [
        ("evidence.preview", "preview_asked", [make_use(1)]),
        ("evidence.open_outside", "open_asked", [make_use(1)]),
        ("evidence.show_in_folder", "show_folder_asked", [make_use(1)]),
        ("evidence.share", "share_asked", [[make_use(1)]]),
        ("evidence.move", "move_asked", [[make_use(1)]]),
        ("evidence.replace", "replace_asked", [make_use(1)]),
        ("evidence.remove", "removed", [[make_use(1)]]),
        ("evidence.down", "reordered", [CODE, [2, 1, 3, 4]]),
        ("evidence.add_files", "add_asked", []),
        ("evidence.add_folder", "folder_asked", []),
        ("edit.paste", "paste_asked", []),
    ],
)
def test_every_entry_of_the_menu_says_its_wish(
    panel: EvidencePanel, qtbot: QtBot, key: str, signal: str, told: list[object]
) -> None:
    assert key in entries(panel)
    with qtbot.waitSignal(getattr(panel, signal)) as said:
        panel.menu.by_key[key].trigger()
    assert said.args == told


def test_the_menu_offers_what_can_be_done(panel: EvidencePanel) -> None:
    assert "evidence.up" not in entries(panel)
    assert panel.menu.by_key["evidence.remove"].text() == "Pindahkan ke tempat sampah\tDel"
    assert panel.menu.by_key["evidence.add_files"].text() == "Tambah berkas…\tCtrl+B"
    click(panel, 3, CTRL)
    several = entries(panel)
    assert {"evidence.share", "evidence.remove", "evidence.up", "evidence.down"} <= several
    assert not {"evidence.replace", "evidence.edit", "evidence.preview"} & several


@pytest.mark.qt_log_ignore("does not support", extend=True)  # popups, offscreen
def test_the_menu_opens_by_key_and_right_button(panel: EvidencePanel) -> None:
    for reason in (QContextMenuEvent.Reason.Keyboard, QContextMenuEvent.Reason.Mouse):
        at = middle(panel, 0)
        event = QContextMenuEvent(reason, at, panel.list.viewport().mapToGlobal(at))
        QApplication.sendEvent(panel.list.viewport(), event)
        assert panel.menu.isVisible()
        panel.menu.close()
    QTest.mouseClick(panel.tabs.more, LEFT)
    assert panel.menu.isVisible()
    panel.menu.close()


def test_papers_are_ticked_in_the_menu(panel: EvidencePanel, sheet: Assessment, qtbot: QtBot) -> None:
    paper = sheet.instrument.question(CODE).documents[0].name
    first = make_use(1, fulfils=[paper])
    panel.show_evidence(with_uses(sheet, first, make_use(2)), CODE, read_only=False)
    click(panel, 1, CTRL)
    panel.prepare_menu()
    action = panel.menu.documents.actions()[0]
    assert action.text() == paper and not action.isChecked(), "not all of the chosen stand for it"
    with qtbot.waitSignal(panel.fulfil_changed) as said:
        action.trigger()
    assert said.args == [make_use(2), paper, True]


# dragging


def test_rows_are_put_in_order_by_dragging(panel: EvidencePanel, qtbot: QtBot) -> None:
    view, height = panel.list.viewport(), panel.list.sizeHintForRow(0)
    with qtbot.waitSignal(panel.reordered) as said:
        assert let_go(view, QPoint(50, 2 * height + 3), mime_of([1]))
    assert said.args == [CODE, [2, 1, 3, 4]]
    with qtbot.waitSignal(panel.reordered) as said:
        assert let_go(view, QPoint(50, height * 7 // 4), mime_of([1]))
    assert said.args == [CODE, [2, 1, 3, 4]], "the lower half of a row is below it"
    with qtbot.assertNotEmitted(panel.reordered):
        assert let_go(view, QPoint(50, 4), mime_of([1]))


def test_a_line_shows_where_a_row_would_land(panel: EvidencePanel) -> None:
    view, height = panel.list.viewport(), panel.list.sizeHintForRow(0)
    before = view.grab().toImage()
    assert hover(view, QPoint(50, height), mime_of([3]))
    lit = view.grab().toImage()
    assert lit.pixelColor(5, height) != before.pixelColor(5, height)
    leave(view)
    assert view.grab().toImage() == before


def test_what_comes_from_elsewhere_is_for_the_panel(panel: EvidencePanel, qtbot: QtBot, tmp_path: Path) -> None:
    paper, at = tmp_path / "surat.pdf", QPoint(60, 60)
    with qtbot.waitSignal(panel.uses_dropped) as uses:
        assert let_go(panel, at, mime_of([99, 98]))
    with qtbot.waitSignal(panel.files_dropped) as files:
        assert let_go(panel, at, local(paper, tmp_path))
    assert uses.args == [[99, 98]] and files.args == [[paper, tmp_path]]
    assert not hover(panel, at, mime_of([1])), "it is here already"
    assert hover(panel, at, local(paper)) and panel.drop.lit
    leave(panel)
    assert not panel.drop.lit


def test_the_chosen_are_dragged_away_together(panel: EvidencePanel, monkeypatch: pytest.MonkeyPatch) -> None:
    carried: list[list[int]] = []

    def journey(drag: QDrag, _actions: Qt.DropAction, _default: Qt.DropAction) -> Qt.DropAction:
        carried.append(uses_in(drag.mimeData()))  # the system would take it from here
        return Qt.DropAction.IgnoreAction

    monkeypatch.setattr(QDrag, "exec", journey)
    click(panel, 0)
    click(panel, 2, CTRL)
    start = middle(panel, 0)
    QTest.mousePress(panel.list.viewport(), LEFT, NONE, start)
    QTest.mouseMove(panel.list.viewport(), start + QPoint(0, 15))
    QTest.mouseMove(panel.list.viewport(), start + QPoint(0, 40))
    QTest.mouseRelease(panel.list.viewport(), LEFT, NONE, start + QPoint(0, 40))
    assert carried and carried[0] == [1, 3]


# states of the whole


def test_without_evidence_it_says_what_to_do(panel: EvidencePanel, sheet: Assessment) -> None:
    panel.show_evidence(with_uses(sheet), CODE, read_only=False)
    assert panel.empty.isVisible() and not panel.list.isVisible() and not panel.tabs.isVisible()
    assert "Tambah" in panel.drop.text.text() and panel.drop.height() > 200
    assert panel.current() is None and panel.selected() == []
    panel.show_evidence(with_uses(sheet), CODE, read_only=True)
    assert not panel.drop.isVisible()


def test_read_only_shows_and_changes_nothing(panel: EvidencePanel, sheet: Assessment, qtbot: QtBot) -> None:
    panel.show_evidence(with_uses(sheet, *make_uses(1, 2)), CODE, read_only=True)
    assert entries(panel) == {"evidence.preview", "evidence.open_outside", "evidence.show_in_folder"}
    assert not panel.head.add.isEnabled() and not panel.tabs.remove.isEnabled()
    assert panel.form.title.isReadOnly()
    changing = (panel.removed, panel.reordered, panel.paste_asked, panel.files_dropped, panel.uses_dropped)
    told: list[object] = []
    for signal in changing:
        signal.connect(lambda *words: told.append(words))
    QTest.keyClick(panel.list, Qt.Key.Key_Delete)
    QTest.keyClick(panel.list, Qt.Key.Key_Down, ALT)
    QTest.keyClick(panel.list, Qt.Key.Key_V, CTRL)
    assert not let_go(panel, QPoint(50, 50), mime_of([9]))
    assert not let_go(panel.list.viewport(), QPoint(50, 150), mime_of([1]))
    assert told == []
    with qtbot.waitSignal(panel.preview_asked):
        QTest.keyClick(panel.list, Qt.Key.Key_Space)


def test_chips_say_trouble_sharing_and_papers(sheet: Assessment, panel: EvidencePanel) -> None:
    locked = make_use(1, state=FileState.LOCKED, fulfils=["SK Tim"])
    assert [chip.words for chip in chips_of(locked, 2)] == ["terkunci", "2 butir", "memenuhi SK Tim"]
    assert [chip.words for chip in chips_of(make_use(2), 3)] == ["dipakai di 3 butir"]
    twice = (make_use(1, content="c" * 64), make_use(2), make_use(9, OTHER, content="c" * 64))
    panel.show_evidence(with_uses(sheet, *twice), CODE, read_only=False)
    rows = panel.list.rows
    assert [rows.index(row, 0).data(SHARED_ROLE) for row in (0, 1)] == [2, 1]
    said = rows.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "dipakai di 2 butir" in said


def test_an_answer_that_is_late_takes_nothing_back(panel: EvidencePanel, sheet: Assessment, qtbot: QtBot) -> None:
    """The title is saved while the number is being typed already."""
    panel.form.title.setText("Judul baru")
    panel.form.commit()
    panel.form.number.setText("421/07")
    stored = replace(make_use(1), title="Judul baru")
    panel.show_evidence(with_uses(sheet, stored, *make_uses(2, 3, 4)), CODE, read_only=False)
    assert panel.form.number.text() == "421/07" and panel.form.unsaved()
    with qtbot.waitSignal(panel.edited) as said:
        panel.form.commit()
    assert said.args == [replace(stored, number="421/07")]
    with qtbot.assertNotEmitted(panel.edited):
        panel.form.commit()


def test_five_hundred_keep_their_place(panel: EvidencePanel, sheet: Assessment) -> None:
    many = [make_use(number) for number in range(1, 501)]
    panel.show_evidence(with_uses(sheet, *many), CODE, read_only=False)
    assert panel.list.uniformItemSizes()
    panel.show_use(301)
    view = panel.list
    at = view.verticalScrollBar().value()
    assert at > 0
    many[250] = replace(many[250], title="Judul lain")
    panel.show_evidence(with_uses(sheet, *many, make_use(600)), CODE, read_only=False)
    assert chosen(panel) == [301] and view.verticalScrollBar().value() == at
    panel.show_evidence(with_uses(sheet, *many[:300], *many[301:]), CODE, read_only=False)
    assert chosen(panel) == [302], "its neighbour takes its place"
    panel.show_evidence(with_uses(sheet, make_use(700, OTHER)), OTHER, read_only=False)
    assert chosen(panel) == [700]


def test_what_was_searched_for_is_opened_at_its_page(panel: EvidencePanel, sheet: Assessment) -> None:
    found = Inspection(FileKind.PDF, "application/pdf", ".pdf", pages=5)
    paper = replace(make_use(5), file=StoredFile("5" * 64, 10, found))
    panel.show_evidence(with_uses(sheet, *make_uses(1, 2), paper), CODE, read_only=False)
    panel.tabs.setCurrentIndex(1)
    panel.show_use(5, 4)
    assert chosen(panel) == [5] and panel.preview.isVisible() and panel.preview.page == 3
    panel.show_use(77, 1)
    assert chosen(panel) == [5]


def test_another_workspace_with_the_same_numbers_is_another_list(panel: EvidencePanel, sheet: Assessment) -> None:
    click(panel, 2)
    panel.form.title.setText("belum disimpan")
    panel.forget()
    panel.show_evidence(with_uses(sheet, *make_uses(1, 2, 3)), CODE, read_only=False)
    assert chosen(panel) == [1] and panel.form.title.text() == "Judul 1"


# rules


@given(st.permutations(range(6)), st.sets(st.integers(0, 5)), st.integers(0, 6))
def test_placed_keeps_everything_and_puts_the_moved_together(order: list[int], moved: set[int], row: int) -> None:
    made = placed(order, list(moved), row)
    assert sorted(made) == sorted(order)
    assert [one for one in made if one not in moved] == [one for one in order if one not in moved]
    rows = [made.index(one) for one in order if one in moved]
    assert rows == list(range(rows[0], rows[0] + len(rows))) if rows else made == list(order)
    if rows:
        assert made[: rows[0]] == [one for one in order[:row] if one not in moved]


@given(st.permutations(range(6)), st.sets(st.integers(0, 5)), st.sampled_from([-1, 1]))
def test_shifted_moves_each_by_one_place_at_most(order: list[int], moved: set[int], step: int) -> None:
    made = shifted(order, list(moved), step)
    assert sorted(made) == sorted(order)
    assert all(made.index(one) - order.index(one) in (0, step) for one in moved)
    assert [one for one in made if one in moved] == [one for one in order if one in moved]
    ends = order[: len(moved)] if step < 0 else order[len(order) - len(moved) :]
    assert (made == list(order)) is (set(ends) == moved)


@given(st.lists(st.lists(st.integers(1, 8), unique=True), min_size=2, max_size=5))
def test_the_model_tells_every_change_so_that_a_chosen_row_stays(steps: list[list[int]]) -> None:
    model = EvidenceModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_others(make_uses(*steps[0]))
    chosen = QItemSelectionModel(model)
    if steps[0]:
        index = model.index(len(steps[0]) // 2, 0)
        chosen.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    held: EvidenceUse | None = make_use(steps[0][len(steps[0]) // 2]) if steps[0] else None
    for step in steps[1:]:
        model.show(make_uses(*step))
        assert [use.id for use in model.uses] == step
        assert [model.row_of(number) for number in step] == list(range(len(step)))
        if held is not None and held.id in step:
            assert model.uses[chosen.currentIndex().row()] == held
            assert [index.row() for index in chosen.selectedIndexes()] == [model.row_of(held.id)]
        else:
            held = None
    assert tester.model() is model
