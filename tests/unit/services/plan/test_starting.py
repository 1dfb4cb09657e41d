"""A plan from the sheet and from last year's; snapshots; tables; signed copies in the store."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest

from zidesk.domain.errors import (
    PlanImportRejected,
    PlanMissing,
    PlanNotEmpty,
    PlanOfOtherSheet,
    StorageFault,
    TableWrongSuffix,
)
from zidesk.domain.paper_record import SignedCopy
from zidesk.domain.plan import PlanRow, PlanState, Week
from zidesk.services.answers.answering import answer_question
from zidesk.services.demo.plan import add_demo_plan
from zidesk.services.demo.staff import LISTED, add_demo_staff
from zidesk.services.plan.change import current_plan, put
from zidesk.services.plan.monitoring import compare, take_snapshot
from zidesk.services.plan.starting import start_from_last_year, start_from_sheet
from zidesk.services.plan.tables import export_plan, import_plan
from zidesk.services.workspaces.archive import back_up, restore
from zidesk.services.workspaces.creation import Wishes, create_from_profile
from zidesk.services.workspaces.health import examine
from zidesk.storage.paths import Resources
from zidesk.storage.workspace import Workspace, open_workspace

ROW = PlanRow("A.I.1.i", action="Rapat", weeks=frozenset({Week(2, 4)}), target=Fraction(100))


def test_from_the_sheet(empty_workspace: Workspace) -> None:
    rows = start_from_sheet(empty_workspace).after
    questions = empty_workspace.instrument.questions
    assert [row.scope for row in rows] == [question.code for question in questions]
    assert rows[0].objective == questions[0].text
    assert rows[0].evidence == tuple(document.name for document in questions[0].documents)
    assert not any(row.action or row.activities or row.weeks or row.in_charge or row.target for row in rows)
    with pytest.raises(PlanNotEmpty):
        start_from_sheet(empty_workspace)


class TestLastYear:
    def test_its_rows_begin_anew(
        self, empty_workspace: Workspace, tmp_path: Path, profile_file: Path, resources: Resources
    ) -> None:
        done = replace(ROW, achieved=Fraction(90), note="lambat", state=PlanState.DONE)
        put(empty_workspace, (done,))
        empty_workspace.close()
        before = (empty_workspace.paths.database).read_bytes()
        new = create_from_profile(tmp_path / "baru", profile_file, Wishes(year=2027), resources, _clock)
        (row,) = start_from_last_year(new, empty_workspace.paths.root).after
        assert replace(row, id=0) == ROW
        assert current_plan(new).year == 2027
        assert empty_workspace.paths.database.read_bytes() == before
        new.close()

    def test_of_another_sheet_it_is_refused(self, empty_workspace: Workspace, older_workspace: Workspace) -> None:
        put(older_workspace, (PlanRow("A.1.2"), PlanRow("A")))
        with pytest.raises(PlanOfOtherSheet) as refused:
            start_from_last_year(empty_workspace, older_workspace.paths.root)
        assert refused.value.codes == ("A.1.2",)
        assert empty_workspace.plan.all() == ()

    def test_without_rows(self, empty_workspace: Workspace, older_workspace: Workspace) -> None:
        with pytest.raises(PlanMissing):
            start_from_last_year(empty_workspace, older_workspace.paths.root)


def _clock() -> datetime:
    return datetime.fromisoformat("2027-01-04T08:00:00+07:00")


class TestTables:
    def test_the_same_plan_gives_the_same_bytes(self, empty_workspace: Workspace, tmp_path: Path) -> None:
        put(empty_workspace, (ROW, PlanRow("B", note="=1+1")))
        for suffix in (".xlsx", ".csv"):
            for name in ("satu", "dua"):
                assert export_plan(empty_workspace, tmp_path / f"{name}{suffix}") == 2
            assert (tmp_path / f"satu{suffix}").read_bytes() == (tmp_path / f"dua{suffix}").read_bytes()
        assert not list(tmp_path.glob(".*baru*"))

    def test_the_workbook(self, empty_workspace: Workspace, tmp_path: Path) -> None:
        put(empty_workspace, (ROW, PlanRow("B", note="=1+1", weeks=frozenset({Week(6, 1)}))))
        export_plan(empty_workspace, tmp_path / "r.xlsx")
        book = openpyxl.load_workbook(tmp_path / "r.xlsx")
        assert book.sheetnames == ["Rencana Aksi", "Jadwal"]
        plan, weeks = book.worksheets
        assert plan.freeze_panes == "B2"
        assert [cell.data_type for row in plan.iter_rows() for cell in row].count("f") == 0
        heads = [cell.value for cell in weeks[1]]
        assert heads[6::4] == ["Feb 2026", "Mar 2026", "Apr 2026", "Mei 2026", "Jun 2026"]
        assert [cell.column for cell in weeks[3] if cell.value == "x"] == [10]  # the fourth week of February
        assert [cell.column for cell in weeks[4] if cell.value == "x"] == [23]
        assert weeks.cell(3, 22).border.right.style == "medium"  # 31 May
        assert weeks.cell(3, 3).value == "Penyusunan Tim Kerja"

    def test_an_empty_plan_can_be_written(self, empty_workspace: Workspace, tmp_path: Path) -> None:
        assert export_plan(empty_workspace, tmp_path / "r.xlsx") == 0
        assert export_plan(empty_workspace, tmp_path / "r.csv") == 0

    def test_refusals(self, empty_workspace: Workspace, tmp_path: Path) -> None:
        with pytest.raises(TableWrongSuffix):
            export_plan(empty_workspace, tmp_path / "r.pdf")
        with pytest.raises(StorageFault):
            export_plan(empty_workspace, tmp_path / "tidak ada" / "r.csv")
        rows = put(empty_workspace, (ROW,)).after
        (tmp_path / "x.csv").write_text("kode;rencana_aksi\n1.i;baik\n9;salah\n")
        with pytest.raises(PlanImportRejected):
            import_plan(empty_workspace, tmp_path / "x.csv")
        assert empty_workspace.plan.all() == rows


def test_a_snapshot_is_compared_with_today(empty_workspace: Workspace) -> None:
    put(empty_workspace, (ROW, replace(ROW, state=PlanState.DONE)))
    then = take_snapshot(empty_workspace, f" Triwulan\nI{'x' * 200}")
    assert len(then.label) == 100
    assert (then.plan.done, then.plan.late) == (1, 1)  # on 2 March the end of February is over
    answer_question(empty_workspace, "1.i.a", "Ya", None, "penguji")
    put(empty_workspace, (replace(ROW, state=PlanState.DONE),))
    (kept,) = empty_workspace.snapshots.all()
    result = compare(kept, empty_workspace.assessment(), current_plan(empty_workspace))
    assert result.gain == empty_workspace.assessment().scores.total.score > 0
    gains = {change.code: change.gain for change in result.nodes}
    assert gains["A.I.1.i"] == gains["A"] == result.gain
    assert (result.now.plan.late, result.now.plan.total, result.now.answered) == (0, 1, 1)
    assert (result.won, result.lost) == ((), ())


def test_signed_copies_are_originals(empty_workspace: Workspace, tmp_path: Path) -> None:
    scan = tmp_path / "pindai.pdf"
    scan.write_bytes(b"%PDF-1.4 tanda tangan")
    stored = empty_workspace.store.put(scan)
    assert [fault.kind for fault in examine(empty_workspace).faults] == ["orphaned"]
    copy = SignedCopy(stored.sha256, stored.size, scan.name, empty_workspace.clock(), "x")
    empty_workspace.papers.attach_signed("cover", "", copy, empty_workspace.clock())
    health = examine(empty_workspace)
    assert (health.files, health.faults) == (1, ())
    assert back_up(empty_workspace, tmp_path / "c.zip").files == 1
    restore(tmp_path / "c.zip", tmp_path / "pulih")
    again = open_workspace(tmp_path / "pulih")
    assert examine(again).faults == ()
    again.close()
    empty_workspace.store.path_of(stored.sha256).unlink()
    assert [(fault.kind, fault.name) for fault in examine(empty_workspace).faults] == [("missing", "pindai.pdf")]


class TestTheExample:
    def test_a_plan_for_the_demo_school(
        self, empty_workspace: Workspace, resources: Resources, fixed_clock: Callable[[], datetime]
    ) -> None:
        rows = add_demo_plan(empty_workspace, resources)
        areas = current_plan(empty_workspace).by_area(empty_workspace.instrument)
        assert [area.node.code for area in areas] == [*(f"A.I.{n}" for n in range(1, 7)), "B.I", "B.II"]
        assert all(row.action and row.activities and row.evidence and row.weeks and row.in_charge for row in rows)
        assert {row.state for row in rows} == set(PlanState)
        summary = current_plan(empty_workspace).summary(date(2026, 5, 11))
        assert 2 <= summary.late <= 8

    def test_staff_for_the_demo_school(self, empty_workspace: Workspace, resources: Resources) -> None:
        from zidesk.domain.staff import change_agents, team

        staff = add_demo_staff(empty_workspace, resources)
        assert len(staff) == LISTED
        assert len({member.nip for member in staff if member.nip}) == len([m for m in staff if m.nip])
        places = team(staff)
        assert [place.role for place in places[:2]] == ["Penanggung Jawab", "Ketua"]
        assert [place.pokja for place in places].count(6) == 5
        assert len(change_agents(staff)) == 6
        assert places[1].member.name == "Sekar Ayuningrat, S.Pd., M.M."
