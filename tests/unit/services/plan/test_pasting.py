"""Cells out of a spreadsheet: over rows as they are shown, and beyond them; cells emptied."""

import pytest

from zidesk.domain.errors import PasteRejected, UnknownPlanRow, UnknownScope
from zidesk.domain.plan import PlanRow, Week
from zidesk.messages import explain
from zidesk.services.plan.change import put
from zidesk.services.plan.pasting import clear_cells, paste_rows
from zidesk.storage.workspace import Workspace


@pytest.fixture
def rows(empty_workspace: Workspace) -> tuple[PlanRow, ...]:
    given = tuple(
        PlanRow(scope, action=scope, weeks=frozenset({Week(1, 1)})) for scope in ("A.I.1.i", "A.I.1.ii", "B.I")
    )
    return put(empty_workspace, given).after


class TestPasting:
    def test_over_rows_and_beyond(self, empty_workspace: Workspace, rows: tuple[PlanRow, ...]) -> None:
        cells = [["Rapat", "Mar 1"], ["SK", ""]]
        after = paste_rows(empty_workspace, cells, ("rencana_aksi", "waktu"), over=[rows[2].id]).after
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

    def test_rows_that_are_shown_in_another_order(
        self, empty_workspace: Workspace, rows: tuple[PlanRow, ...]
    ) -> None:
        cells = [["Satu"], ["Dua"], ["Tiga"]]
        after = paste_rows(empty_workspace, cells, ("rencana_aksi",), over=[rows[2].id, rows[0].id]).after
        assert [row.action for row in after] == ["Dua", "Tiga", "A.I.1.ii", "Satu"]
        assert after[1].scope == rows[0].scope and after[1].id not in {row.id for row in rows}


def test_columns_are_emptied(empty_workspace: Workspace, rows: tuple[PlanRow, ...]) -> None:
    after = clear_cells(empty_workspace, [rows[0].id, rows[2].id], ["rencana_aksi", "waktu"]).after
    assert [row.action for row in after] == ["", "A.I.1.ii", ""]
    assert [bool(row.weeks) for row in after] == [False, True, False]
    for ids, columns, fault in (([99], ["target"], UnknownPlanRow), ([rows[0].id], ["kode"], UnknownScope)):
        with pytest.raises(fault):
            clear_cells(empty_workspace, ids, columns)
    assert empty_workspace.plan.all() == after
