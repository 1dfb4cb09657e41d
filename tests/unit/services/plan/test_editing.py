"""Changing the plan, and taking it back."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from zidesk.domain.errors import (
    PasteRejected,
    PlanOrderIncomplete,
    TooManyPlanRows,
    UnknownPlanRow,
    UnknownScope,
    WorkspaceReadOnly,
)
from zidesk.domain.plan import PLAN_ROWS, PlanRow, Week
from zidesk.messages import explain
from zidesk.services.plan.change import PlanChange, put, take_back
from zidesk.services.plan.editing import add_row, edit_row, move_rows, paste_rows, remove_rows, set_weeks
from zidesk.storage.workspace import Workspace, open_workspace


@pytest.fixture
def rows(empty_workspace: Workspace) -> tuple[PlanRow, ...]:
    given = tuple(PlanRow(scope, action=scope) for scope in ("A.I.1.i", "A.I.1.ii", "B.I"))
    return put(empty_workspace, given).after


Edit = Callable[[Workspace, tuple[PlanRow, ...]], PlanChange]
EDITS: dict[str, Edit] = {
    "edit": lambda w, rows: edit_row(w, replace(rows[1], note="baru")),
    "add": lambda w, rows: add_row(w, PlanRow("1.iii"), before=rows[1].id),
    "remove": lambda w, rows: remove_rows(w, [rows[0].id, rows[2].id]),
    "move": lambda w, rows: move_rows(w, [rows[2].id], before=rows[0].id),
    "weeks": lambda w, rows: set_weeks(w, [rows[0].id], [Week(3, 1)], planned=True),
    "paste": lambda w, rows: paste_rows(w, [["Rapat"], ["SK"]], ("rencana_aksi",), at=rows[2].id),
}


@pytest.mark.parametrize("name", EDITS)
def test_a_change_can_be_taken_back(name: str, empty_workspace: Workspace, rows: tuple[PlanRow, ...]) -> None:
    change = EDITS[name](empty_workspace, rows)
    assert change.before == rows
    assert change.after == empty_workspace.plan.all() != rows
    assert take_back(empty_workspace, change).after == rows
    assert empty_workspace.plan.all() == rows


@pytest.mark.parametrize("name", EDITS)
def test_a_reader_changes_nothing(name: str, empty_workspace: Workspace, rows: tuple[PlanRow, ...]) -> None:
    reader = open_workspace(empty_workspace.paths.root, read_only=True)
    with pytest.raises(WorkspaceReadOnly):
        EDITS[name](reader, rows)
    reader.close()


def test_what_was_touched(empty_workspace: Workspace, rows: tuple[PlanRow, ...]) -> None:
    assert EDITS["edit"](empty_workspace, rows).touched == (rows[1].id,)


def test_places(empty_workspace: Workspace, rows: tuple[PlanRow, ...]) -> None:
    assert [row.scope for row in EDITS["add"](empty_workspace, rows).after] == [
        "A.I.1.i",
        "A.I.1.iii",
        "A.I.1.ii",
        "B.I",
    ]
    moved = move_rows(empty_workspace, [rows[0].id])
    assert moved.after[-1].id == rows[0].id


def test_weeks_are_painted_and_wiped(empty_workspace: Workspace, rows: tuple[PlanRow, ...]) -> None:
    ids = [rows[0].id, rows[1].id]
    set_weeks(empty_workspace, ids, [Week(3, 1), Week(3, 2)], planned=True)
    after = set_weeks(empty_workspace, ids[:1], [Week(3, 1)], planned=False).after
    assert [set(row.weeks) for row in after] == [{(3, 2)}, {(3, 1), (3, 2)}, set()]


class TestPasting:
    def test_over_rows_and_beyond(self, empty_workspace: Workspace, rows: tuple[PlanRow, ...]) -> None:
        cells = [["Rapat", "Mar 1"], ["SK", ""]]
        after = paste_rows(empty_workspace, cells, ("rencana_aksi", "waktu"), at=rows[2].id).after
        assert [(row.scope, row.action) for row in after[2:]] == [("B.I", "Rapat"), ("B.I", "SK")]
        assert after[2].id == rows[2].id
        assert after[2].weeks == {(3, 1)}

    def test_with_a_heading(self, empty_workspace: Workspace, rows: tuple[PlanRow, ...]) -> None:
        after = paste_rows(empty_workspace, [["Kode", "Rencana Aksi"], ["2.i", "SOP"], ["", "Evaluasi"]]).after
        assert [(row.scope, row.action) for row in after[3:]] == [("A.I.2.i", "SOP"), ("A.I.2.i", "Evaluasi")]

    def test_every_fault_is_told_and_nothing_changes(
        self, empty_workspace: Workspace, rows: tuple[PlanRow, ...]
    ) -> None:
        with pytest.raises(PasteRejected) as refused:
            paste_rows(empty_workspace, [["9", "Mar 1"], ["1", "Mar 9"]], ("kode", "waktu"))
        assert [row.line for row in refused.value.rows] == [1, 2]
        assert "2 baris yang ditempel" in explain(refused.value).happened
        assert empty_workspace.plan.all() == rows

    def test_into_an_empty_plan_a_code_is_needed(self, empty_workspace: Workspace) -> None:
        with pytest.raises(PasteRejected):
            paste_rows(empty_workspace, [["Rapat"]], ("rencana_aksi",))


def test_refusals(empty_workspace: Workspace, rows: tuple[PlanRow, ...]) -> None:
    with pytest.raises(UnknownScope):
        add_row(empty_workspace, PlanRow("1.z"))
    with pytest.raises(UnknownPlanRow):
        edit_row(empty_workspace, PlanRow("A", id=99))
    with pytest.raises(UnknownPlanRow):
        set_weeks(empty_workspace, [99], [Week(1, 1)], planned=True)
    with pytest.raises(UnknownPlanRow):
        paste_rows(empty_workspace, [["x"]], ("rencana_aksi",), at=99)
    with pytest.raises(PlanOrderIncomplete):
        move_rows(empty_workspace, [99])
    with pytest.raises(TooManyPlanRows):
        paste_rows(empty_workspace, [["A"]] * PLAN_ROWS, ("kode",))
    assert empty_workspace.plan.all() == rows
