"""The plan as a table: by difference, in the words of the screen, and what moves where. Without a window."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from zidesk.domain.errors import PercentRejected, UnknownScope, WeeksUnreadable
from zidesk.domain.instrument import Instrument
from zidesk.domain.plan import ActionPlan, PlanRow, PlanState, Week
from zidesk.ui.models.keyed_lines import difference
from zidesk.ui.models.plan_clip import clip_rows, paste_columns, read_table, table_text
from zidesk.ui.models.plan_fields import CODE, COLUMNS, FIELD_NAMES, FIRST_WEEK, STATE, TIME, column_of
from zidesk.ui.models.plan_lines import Asked, Heading, Show
from zidesk.ui.models.plan_model import PlanModel
from zidesk.ui.models.plan_moves import Move, dropped, stepped

TODAY = date(2026, 6, 9)
PLAN = ActionPlan(
    2026,
    (
        PlanRow("A.I.1.i", action="Tim", weeks=frozenset({Week(1, 1)}), state=PlanState.DONE, id=1),
        PlanRow("A.I.2.i", action="SOP", weeks=frozenset({Week(4, 2)}), state=PlanState.RUNNING, id=2),
        PlanRow("A.I.1.ii", action="Rencana", weeks=frozenset({Week(9, 1)}), id=3),
        PlanRow("A.II.1.i", action="Komitmen", id=4),
        PlanRow("B.I", action="Survei", state=PlanState.POSTPONED, id=5),
    ),
)


@pytest.fixture
def model(instrument: Instrument, qapp: QApplication) -> PlanModel:
    made = PlanModel(instrument)
    made.writable = True
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Warning, made)
    made.show_plan(PLAN, TODAY, Asked())
    return made


def shown(model: PlanModel) -> list[str | int]:
    return [line.code if isinstance(line, Heading) else line.id for line in model.lines]


def cell(model: PlanModel, row_id: int, column: int, role: int = Qt.ItemDataRole.DisplayRole) -> object:
    return model.data(model.index(model.row_of(row_id), column), role)


def test_rows_stand_under_their_area_in_the_order_of_the_sheet(model: PlanModel) -> None:
    assert shown(model) == ["A.I.1", 1, 3, 4, "A.I.2", 2, "B.I", 5]
    first = model.line(0)
    assert isinstance(first, Heading)
    assert (first.title, first.rows, first.done, first.late) == ("1 Manajemen Perubahan", 3, 1, 0)


@pytest.mark.parametrize(
    ("asked", "lines"),
    [
        (Asked(Show.LATE), ["A.I.2", 2]),
        (Asked(Show.OPEN), ["A.I.1", 3, 4, "A.I.2", 2]),
        (Asked(Show.ALL, "B.I"), ["B.I", 5]),
        (Asked(Show.LATE, "B.I"), []),
    ],
)
def test_what_is_asked_for(model: PlanModel, asked: Asked, lines: list[str | int]) -> None:
    model.show_plan(PLAN, TODAY, asked)
    assert shown(model) == lines


def test_a_heading_counts_rows_that_are_not_shown(model: PlanModel) -> None:
    model.show_plan(PLAN, TODAY, Asked(Show.OPEN))
    heading = model.line(0)
    assert isinstance(heading, Heading) and (heading.rows, heading.done) == (3, 1)


def test_lines_keep_their_place_through_changes(model: PlanModel) -> None:
    kept = QPersistentModelIndex(model.index(model.row_of(3), 2))
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))
    rows = (PLAN.rows[2], *PLAN.rows[:2], *PLAN.rows[4:], PlanRow("A.I.1.i", id=9))
    model.show_plan(replace(PLAN, rows=rows), TODAY, Asked())
    assert shown(model) == ["A.I.1", 3, 1, 9, "A.I.2", 2, "B.I", 5]
    assert kept.row() == model.row_of(3) and not resets


@given(
    old=st.lists(st.integers(0, 12), unique=True, max_size=9),
    new=st.lists(st.integers(0, 12), unique=True, max_size=9),
)
def test_a_difference_leads_from_one_list_to_the_other(old: list[int], new: list[int]) -> None:
    found = difference(old, new)
    keys = list(old)
    for first, last in reversed(found.gone):
        del keys[first : last + 1]
    if found.moved:
        keys = [key for key in new if key in keys]
    for first, last in found.new:
        keys[first:first] = new[first : last + 1]
    assert keys == new
    assert found.rearranges == (old != new)


def test_an_edit_is_shown_at_once_and_told(model: PlanModel) -> None:
    told: list[PlanRow] = []
    model.edited.connect(told.append)
    assert model.setData(model.index(model.row_of(3), STATE), "selesai")
    assert [(row.id, row.state) for row in told] == [(3, PlanState.DONE)]
    assert cell(model, 3, STATE) == "Selesai"
    heading = model.line(0)
    assert isinstance(heading, Heading) and heading.done == 2


def test_the_same_text_is_no_edit(model: PlanModel) -> None:
    told: list[PlanRow] = []
    model.edited.connect(told.append)
    assert model.setData(model.index(model.row_of(1), TIME), "Jan 1")
    assert not told


@pytest.mark.parametrize(
    ("column", "text", "fault"),
    [("waktu", "Mar 5", WeeksUnreadable), ("target", "101", PercentRejected), ("kode", "Z.9", UnknownScope)],
)
def test_a_text_that_is_no_value_is_refused(
    model: PlanModel, column: str, text: str, fault: type[Exception]
) -> None:
    faults: list[object] = []
    model.rejected.connect(faults.append)
    index = model.index(model.row_of(1), FIELD_NAMES.index(column))
    assert not model.setData(index, text)
    assert isinstance(faults[0], fault) and isinstance(model.check(index, text), fault)
    assert model.plan == PLAN


def test_a_code_may_be_short_or_with_its_name(model: PlanModel) -> None:
    told: list[PlanRow] = []
    model.edited.connect(told.append)
    index = model.index(model.row_of(5), CODE)
    model.setData(index, "1.ii Rencana Pembangunan")
    model.setData(index, "a.i.3")
    assert [row.scope for row in told] == ["A.I.1.ii", "A.I.3"]


def test_read_only_shows_and_does_not_edit(model: PlanModel) -> None:
    model.writable = False
    index = model.index(model.row_of(1), TIME)
    assert not model.flags(index) & Qt.ItemFlag.ItemIsEditable
    assert not model.setData(index, "Feb 1")


def test_cells_are_spoken_whole(model: PlanModel) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    assert cell(model, 2, STATE, role) == "A.I.2.i, Status: Berjalan, terlambat"
    assert cell(model, 2, column_of(Week(4, 2)), role) == "A.I.2.i, minggu 2 April: direncanakan"
    assert cell(model, 2, column_of(Week(4, 3)), role) == "A.I.2.i, minggu 3 April: kosong"
    assert model.data(model.index(4, 0), role) == (
        "Area 2 Penataan Tatalaksana, 0 dari 1 selesai · 0 %, 1 terlambat"
    )
    assert model.headerData(COLUMNS - 1, Qt.Orientation.Horizontal) == "minggu 4 Desember"


def test_tooltips_show_what_was_written_as_it_was_written(model: PlanModel) -> None:
    rows = (replace(PLAN.rows[0], action="<img src='x'> & lain"), *PLAN.rows[1:])
    model.show_plan(replace(PLAN, rows=rows), TODAY, Asked())
    tip = cell(model, 1, FIELD_NAMES.index("rencana_aksi"), Qt.ItemDataRole.ToolTipRole)
    assert "&lt;img" in str(tip) and "<img" not in str(tip)
    late = cell(model, 2, STATE, Qt.ItemDataRole.ToolTipRole)
    assert "Terlambat 56 hari, batasnya 14 April 2026" in str(late)


def test_rows_step_past_rows_of_their_area_only(model: PlanModel) -> None:
    lines = model.lines
    assert stepped(PLAN, lines, {3}, -1) == Move((3,), 1)
    assert stepped(PLAN, lines, {1}, 1) == Move((1,), 4)  # after row 3, before what follows it in the plan
    assert stepped(PLAN, lines, {1}, -1) is None
    assert stepped(PLAN, lines, {4}, 1) is None
    assert stepped(PLAN, lines, {1, 2}, 1) is None  # of two areas
    assert stepped(PLAN, lines, set(), 1) is None


def test_rows_dropped_elsewhere(model: PlanModel) -> None:
    lines = model.lines
    assert dropped(PLAN, lines, {4}, 1) == Move((4,), 1)
    assert dropped(PLAN, lines, {1}, 4) == Move((1,), 5)
    assert dropped(PLAN, lines, {1}, 1) is None  # nothing would change
    assert dropped(PLAN, lines, {1}, 6) is None  # another area
    assert dropped(PLAN, lines, {1}, 0) is None
    assert dropped(PLAN, lines, {2}, 5) is None  # nothing else is in its area
    assert dropped(PLAN, lines, {1, 3}, 2) is None  # in that order already
    assert dropped(PLAN, lines, {1, 4}, 3) == Move((1, 4), 5)


def test_the_clipboard_carries_cells_of_several_lines() -> None:
    cells = [["A.I.1", "satu\ndua", 'kata "kutip"'], ["", "x", ""]]
    assert read_table(table_text(cells)) == tuple(tuple(row) for row in cells)
    assert read_table("a\tb\r\nc\td\r\n") == (("a", "b"), ("c", "d"))
    assert read_table("\0") == ()


def test_chosen_weeks_are_copied_as_words_and_pasted_as_time() -> None:
    row = PlanRow("A.I.1", action="Tim", weeks=frozenset({Week(1, 1), Week(1, 2), Week(3, 1)}))
    columns = [FIELD_NAMES.index("rencana_aksi"), *range(FIRST_WEEK, FIRST_WEEK + 4)]
    assert clip_rows([(row, columns)]) == [["Tim", "Jan 1-2"]]
    assert paste_columns([0, 4, STATE, *range(FIRST_WEEK, COLUMNS)], FIRST_WEEK + 3) == ("waktu",)
    assert paste_columns([0, 4, STATE, *range(FIRST_WEEK, COLUMNS)], 4) == ("rencana_aksi", "status")
