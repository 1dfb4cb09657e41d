"""The table of the plan under the mouse and the keys: cells, weeks, clipboard, rows carried."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from zidesk.domain.instrument import Instrument
from zidesk.domain.plan import ActionPlan, PlanRow, PlanState, Week
from zidesk.ui.application import Application
from zidesk.ui.models.plan_fields import ACTION, CODE, FIELD_NAMES, PERSON, STATE, TIME, column_of
from zidesk.ui.models.plan_moves import Move
from zidesk.ui.pages.plan_page import PlanPage
from zidesk.ui.widgets.plan.row_drag import mime_of, on_grip

TODAY = date(2026, 6, 9)
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
ROWS = tuple(
    PlanRow("A.I.1.i", action=f"Langkah {number}", weeks=frozenset({Week(3, number)}), id=number)
    for number in range(1, 5)
)
PLAN = ActionPlan(2026, (*ROWS, PlanRow("A.I.2.i", action="SOP", id=5)))
ACTIVITIES = FIELD_NAMES.index("rencana_kegiatan")


@pytest.fixture
def page(dressed: Application, qtbot: QtBot, instrument: Instrument) -> Iterator[PlanPage]:
    made = PlanPage()
    qtbot.addWidget(made)
    made.resize(1262, 682)
    made.show_workspace(instrument, ["A.I.1.ii Rencana", "A.I.2 Tatalaksana"], read_only=False)
    made.show_people(["Pokja 1", "Siti Aminah"])
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.show_plan(PLAN, TODAY)
    made.table.setFocus()
    yield made
    QGuiApplication.clipboard().clear()


def go(page: PlanPage, row_id: int, column: int) -> None:
    assert page.model is not None
    page.table.take_in_hand(page.model.index(page.model.row_of(row_id), column))


def press(page: PlanPage, key: Qt.Key, keys: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(page.table, key, keys)


def at(page: PlanPage, row_id: int, column: int) -> QPoint:
    assert page.model is not None
    return page.table.visualRect(page.model.index(page.model.row_of(row_id), column)).center()


def editor(page: PlanPage, kind: type[QWidget]) -> QWidget:
    found = [child for child in page.table.viewport().findChildren(kind) if child.isVisible()]
    assert len(found) == 1
    return found[0]


def stored(page: PlanPage) -> list[PlanRow]:
    told: list[PlanRow] = []
    page.edited.connect(told.append)
    return told


# editing in place


def test_the_first_row_is_in_hand(page: PlanPage) -> None:
    assert page.table.chosen_ids() == [1]


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return])
def test_a_key_opens_a_large_editor_for_several_lines(page: PlanPage, key: Qt.Key) -> None:
    told = stored(page)
    go(page, 1, ACTIVITIES)
    press(page, key)
    field = editor(page, QPlainTextEdit)
    assert field.accessibleName() == "Kegiatan"
    assert field.height() > page.table.rowHeight(1)
    QTest.keyClicks(field, "Rapat")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(field, "Notula")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert told[0].activities == ("Rapat", "Notula")
    assert page.table.chosen_ids() == [2]  # on with the cell below


def test_typing_goes_over_the_old_text_and_tab_on_to_the_next_cell(page: PlanPage) -> None:
    told = stored(page)
    go(page, 1, ACTION)
    press(page, Qt.Key.Key_B)
    field = editor(page, QPlainTextEdit)
    QTest.keyClicks(field, "aru")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert told[0].action == "baru"
    assert page.table.currentIndex().column() == ACTIVITIES
    assert editor(page, QPlainTextEdit).accessibleName() == "Kegiatan"


def test_escape_leaves_the_cell_as_it_was(page: PlanPage) -> None:
    told = stored(page)
    go(page, 1, ACTION)
    press(page, Qt.Key.Key_F2)
    field = editor(page, QPlainTextEdit)
    QTest.keyClicks(field, "lain")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not told and page.table.currentIndex().data() == "Langkah 1"


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_a_text_that_cannot_be_kept_keeps_its_editor_open(page: PlanPage) -> None:
    told = stored(page)
    go(page, 1, TIME)
    press(page, Qt.Key.Key_F2)
    field = editor(page, QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setText("")
    QTest.keyClicks(field, "Mar 7")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert not told and field.isVisible() and field.property("fault") is True
    assert "mar 7" in field.accessibleDescription()
    field.setText("")
    QTest.keyClicks(field, "Mar 2-3")
    assert field.property("fault") is False
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert told[0].weeks == {Week(3, 2), Week(3, 3)}


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_the_state_is_chosen_from_a_list(page: PlanPage, qtbot: QtBot) -> None:
    told = stored(page)
    go(page, 2, STATE)
    press(page, Qt.Key.Key_F2)
    combo = editor(page, QComboBox)
    assert isinstance(combo, QComboBox)
    qtbot.waitUntil(lambda: combo.view().isVisible())
    QTest.keyClick(combo.view(), Qt.Key.Key_Down)
    QTest.keyClick(combo.view(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].state is PlanState.RUNNING


@pytest.mark.parametrize(
    ("column", "typed", "found"), [(CODE, "tatal", "A.I.2 Tatalaksana"), (PERSON, "siti", "Siti Aminah")]
)
@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_codes_and_people_are_completed(page: PlanPage, column: int, typed: str, found: str) -> None:
    go(page, 1, column)
    press(page, Qt.Key.Key_F2)
    field = editor(page, QLineEdit)
    assert isinstance(field, QLineEdit)
    field.clear()
    QTest.keyClicks(field, typed)
    assert field.completer().currentCompletion() == found


def test_what_is_being_typed_is_kept_when_the_page_is_left(page: PlanPage) -> None:
    told = stored(page)
    go(page, 1, ACTION)
    press(page, Qt.Key.Key_F2)
    field = editor(page, QPlainTextEdit)
    QTest.keyClicks(field, " sekarang")
    page.commit()
    assert told[0].action == "Langkah 1 sekarang" and not field.isVisible()


def test_tab_leaves_the_table_where_nothing_is_edited(page: PlanPage) -> None:
    press(page, Qt.Key.Key_Tab)
    assert not page.table.hasFocus() and QApplication.focusWidget() is not None


# the month grid


def test_the_schedule_fits_beside_the_words(page: PlanPage) -> None:
    page.head.schedule.click()
    table = page.table
    assert table.schedule and table.horizontalScrollBar().maximum() == 0
    assert not table.isColumnHidden(column_of(Week(12, 4))) and table.isColumnHidden(ACTIVITIES)
    assert table.columnWidth(column_of(Week(1, 1))) >= 13
    page.head.table.click()
    assert table.isColumnHidden(column_of(Week(1, 1))) and table.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize(("begin", "planned"), [(1, True), (3, False)])
def test_weeks_are_painted_by_dragging(page: PlanPage, begin: int, planned: bool) -> None:
    painted: list[tuple[list[int], list[Week], bool]] = []
    page.painted.connect(lambda ids, weeks, on: painted.append((ids, weeks, on)))
    page.head.schedule.click()
    table, last = page.table.viewport(), column_of(Week(4, 1))
    row = 3
    QTest.mousePress(table, LEFT, NONE, at(page, row, column_of(Week(3, begin))))
    QTest.mouseMove(table, at(page, row, last))
    QTest.mouseMove(table, at(page, row + 1, last))
    seen = page.table.brush.weeks_of(page.table.currentIndex().row(), ROWS[2])
    assert (Week(4, 1) in seen) is planned
    QTest.mouseRelease(table, LEFT, NONE, at(page, row + 1, last))
    weeks = [Week(3, number) for number in range(begin, 5)] + [Week(4, 1)]
    assert painted == [([3, 4], weeks, planned)]
    assert not page.table.brush.down


def test_space_plans_the_chosen_weeks_and_then_wipes_them(page: PlanPage) -> None:
    painted: list[tuple[list[int], list[Week], bool]] = []
    page.painted.connect(lambda ids, weeks, on: painted.append((ids, weeks, on)))
    page.head.schedule.click()
    go(page, 1, column_of(Week(3, 1)))
    press(page, Qt.Key.Key_Right)
    press(page, Qt.Key.Key_Space)
    press(page, Qt.Key.Key_Left)
    press(page, Qt.Key.Key_Space)
    press(page, Qt.Key.Key_Delete)
    assert painted == [([1], [Week(3, 2)], True), ([1], [Week(3, 1)], False), ([1], [Week(3, 1)], False)]


def test_today_and_the_last_day_are_drawn_and_late_rows_are_red(page: PlanPage) -> None:
    page.head.schedule.click()
    picture = page.table.viewport().grab().toImage()
    bar = at(page, 1, column_of(Week(3, 1)))
    assert picture.pixelColor(bar).name().upper() == "#A8271F"
    today = page.table.visualRect(page.model.index(1, column_of(Week(6, 2)))) if page.model else None
    assert today is not None
    y = at(page, 2, CODE).y()
    dark = [x for x in range(today.left(), today.right()) if picture.pixelColor(x, y).lightness() < 80]
    assert dark and max(dark) - min(dark) <= 3
    may = page.table.visualRect(page.model.index(1, column_of(Week(5, 4)))).right() if page.model else 0
    row = page.table.visualRect(page.model.index(2, CODE)) if page.model else None
    assert row is not None
    inked = [picture.pixelColor(may, y).name() for y in range(row.top(), row.bottom())]
    assert "#8a5a00" in inked and "#ffffff" in inked  # dashed


# clipboard


def test_copied_cells_are_what_a_spreadsheet_reads(page: PlanPage) -> None:
    go(page, 1, CODE)
    press(page, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(page, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    press(page, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "A.I.1.i\tLangkah 1\nA.I.1.i\tLangkah 2\n"


def test_pasting_goes_over_the_rows_below_in_the_columns_that_are_seen(page: PlanPage) -> None:
    pasted: list[tuple[object, tuple[str, ...], list[int]]] = []
    page.pasted.connect(lambda cells, columns, ids: pasted.append((cells, columns, ids)))
    QGuiApplication.clipboard().setText('Baru\t"satu\ndua"\nLagi\t\n')
    go(page, 3, ACTION)
    press(page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    cells, columns, ids = pasted[0]
    assert cells == (("Baru", "satu\ndua"), ("Lagi", ""))
    assert columns[:3] == ("rencana_aksi", "rencana_kegiatan", "penanggung_jawab") and "sasaran" not in columns
    assert ids == [3, 4, 5]


def test_delete_empties_the_chosen_cells_but_no_code(page: PlanPage) -> None:
    cleared: list[tuple[list[int], list[int]]] = []
    page.cleared.connect(lambda ids, columns: cleared.append((ids, columns)))
    go(page, 1, CODE)
    press(page, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    press(page, Qt.Key.Key_Delete)
    assert cleared == [([1], [ACTION])]


# whole rows


def test_keys_for_whole_rows(page: PlanPage) -> None:
    moved: list[Move] = []
    removed: list[list[int]] = []
    added: list[tuple[str, int]] = []
    page.moved.connect(moved.append)
    page.removed.connect(removed.append)
    page.added.connect(lambda scope, before: added.append((scope, before)))
    go(page, 2, ACTION)
    press(page, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    press(page, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    press(page, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    press(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert moved == [Move((2,), 1), Move((2,), 4)]
    assert removed == [[2]]
    assert added == [("A.I.1.i", 3)]


def test_a_new_row_in_an_area_goes_to_its_end(page: PlanPage) -> None:
    added: list[tuple[str, int]] = []
    page.added.connect(lambda scope, before: added.append((scope, before)))
    page.table.take_in_hand(page.table.model().index(0, 0))
    page.head.add.click()
    assert added == [("A.I.1.i", 5)]


def let_go(page: PlanPage, ids: list[int], where: QPoint) -> bool:
    data = mime_of(ids)
    enter = QDragEnterEvent(where, Qt.DropAction.MoveAction, data, LEFT, NONE)
    enter.ignore()
    QApplication.sendEvent(page.table.viewport(), enter)
    if not enter.isAccepted():
        return False
    event = QDropEvent(QPointF(where), Qt.DropAction.MoveAction, data, LEFT, NONE)
    return bool(QApplication.sendEvent(page.table.viewport(), event)) and event.isAccepted()


def test_rows_are_carried_within_their_area(page: PlanPage) -> None:
    moved: list[Move] = []
    page.moved.connect(moved.append)
    area = page.table.visualRect(page.table.model().index(1, CODE))
    assert let_go(page, [3, 4], area.topLeft() + QPoint(30, 2))
    assert moved == [Move((3, 4), 1)]
    assert not let_go(page, [3], at(page, 5, ACTION))
    assert not let_go(page, [1], area.topLeft() + QPoint(30, 2))  # it stands there
    assert len(moved) == 1
    assert on_grip(area, area.topLeft() + QPoint(8, 8)) and not on_grip(area, area.center())


def test_columns_are_chosen_and_widths_fill_the_page(page: PlanPage) -> None:
    page.menus.columns["sasaran"].setChecked(True)
    page.menus.columns["rencana_kegiatan"].setChecked(False)
    table = page.table
    assert not table.isColumnHidden(FIELD_NAMES.index("sasaran")) and table.isColumnHidden(ACTIVITIES)
    shown = sum(table.columnWidth(c) for c in range(len(FIELD_NAMES)) if not table.isColumnHidden(c))
    assert shown == table.viewport().width()
    assert "kode" in table.fields


@pytest.mark.parametrize(("mode", "scale"), [("light", 1.25), ("dark", 1.0), ("contrast", 1.5)])
def test_both_views_fit_at_every_size_and_palette(
    page: PlanPage, dressed: Application, qtbot: QtBot, mode: str, scale: float
) -> None:
    try:
        dressed.theme.apply(mode, scale)  # type: ignore[arg-type]
        qtbot.wait(20)
        assert page.minimumSizeHint().width() <= 1262
        if scale <= 1.25:
            assert page.table.horizontalScrollBar().maximum() == 0
        page.head.schedule.click()
        assert page.table.horizontalScrollBar().maximum() == 0
        assert not page.grab().isNull()
    finally:
        dressed.theme.apply("light", 1.0)


def test_read_only_is_shown_and_copied_and_nothing_else(
    page: PlanPage, instrument: Instrument, qtbot: QtBot
) -> None:
    page.show_workspace(instrument, [], read_only=True)
    page.show_plan(PLAN, TODAY)
    wishes: list[object] = []
    for signal in (page.edited, page.painted, page.cleared, page.pasted, page.moved, page.removed, page.added):
        signal.connect(lambda *given: wishes.append(given))
    page.table.setFocus()
    page.table.selectAll()
    press(page, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "Langkah 4" in QGuiApplication.clipboard().text()
    page.head.schedule.click()
    QTest.mouseClick(page.table.viewport(), LEFT, NONE, at(page, 3, column_of(Week(5, 1))))
    for key, keys in (
        (Qt.Key.Key_Space, NONE),
        (Qt.Key.Key_F2, NONE),
        (Qt.Key.Key_Delete, NONE),
        (Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier),
    ):
        press(page, key, keys)
    assert not wishes and not page.head.add.isEnabled()
    assert not let_go(page, [3], at(page, 1, CODE))
