"""Changing the plan, and taking it back."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from zidesk.domain.errors import (
    PlanOrderIncomplete,
    TooManyPlanRows,
    UnknownPlanRow,
    UnknownScope,
    WorkspaceReadOnly,
)
from zidesk.domain.plan import PLAN_ROWS, PlanRow, Week
from zidesk.services.plan.change import PlanChange, put, take_back
from zidesk.services.plan.editing import add_row, edit_row, move_rows, remove_rows, set_weeks
from zidesk.services.plan.pasting import clear_cells, paste_rows
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
    "paste": lambda w, rows: paste_rows(w, [["Rapat"], ["SK"]], ("rencana_aksi",), over=[rows[2].id]),
    "clear": lambda w, rows: clear_cells(w, [rows[1].id], ["rencana_aksi"]),
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


def test_refusals(empty_workspace: Workspace, rows: tuple[PlanRow, ...]) -> None:
    with pytest.raises(UnknownScope):
        add_row(empty_workspace, PlanRow("1.z"))
    with pytest.raises(UnknownPlanRow):
        edit_row(empty_workspace, PlanRow("A", id=99))
    with pytest.raises(UnknownPlanRow):
        set_weeks(empty_workspace, [99], [Week(1, 1)], planned=True)
    with pytest.raises(UnknownPlanRow):
        paste_rows(empty_workspace, [["x"]], ("rencana_aksi",), over=[99])
    with pytest.raises(PlanOrderIncomplete):
        move_rows(empty_workspace, [99])
    with pytest.raises(TooManyPlanRows):
        paste_rows(empty_workspace, [["A"]] * PLAN_ROWS, ("kode",))
    assert empty_workspace.plan.all() == rows
