"""Plan, staff, snapshots and papers in the database."""

from collections.abc import Callable
from datetime import datetime
from fractions import Fraction

import pytest

from zidesk.domain.errors import PlanOrderIncomplete, UnknownPlanRow, UnknownStaffMember
from zidesk.domain.paper_record import PaperState, SignedCopy
from zidesk.domain.plan import PlanRow, PlanState, PlanSummary, Week
from zidesk.domain.snapshot import snapshot_of
from zidesk.domain.staff import StaffMember
from zidesk.storage.workspace import Workspace, open_workspace

FULL = PlanRow(
    "A.I.1.i",
    "sasaran",
    "aksi",
    ("a", "b"),
    "indikator",
    ("SK",),
    "Pokja 1",
    frozenset({Week(3, 1), Week(12, 4)}),
    Fraction(175, 2),
    Fraction(0),
    "catatan",
    PlanState.RUNNING,
    "program",
    "tujuan",
)


def copy_of(name: str, at: datetime) -> SignedCopy:
    return SignedCopy(name[0] * 64, 12, name, at, "lama")


class TestPlan:
    def test_every_fact_is_kept(self, workspace: Workspace) -> None:
        (stored,) = workspace.plan.replace_all([FULL], workspace.clock())
        assert workspace.plan.all() == (stored,)
        assert stored.id > 0
        assert PlanRow(**{name: getattr(stored, name) for name in PlanRow.__slots__ if name != "id"}) == FULL

    def test_it_is_there_after_closing(self, workspace: Workspace) -> None:
        stored = workspace.plan.replace_all([FULL], workspace.clock())
        workspace.close()
        again = open_workspace(workspace.paths.root, read_only=True)
        assert again.plan.all() == stored
        again.close()

    def test_rows_are_added_where_they_are_wanted(self, workspace: Workspace) -> None:
        first, last = workspace.plan.replace_all([PlanRow("A"), PlanRow("B")], workspace.clock())
        (new,) = workspace.plan.add([PlanRow("A.I", id=first.id)], workspace.clock(), before=last.id)
        assert [row.id for row in workspace.plan.all()] == [first.id, new.id, last.id]
        assert new.id not in (first.id, last.id)

    def test_numbers_stay_and_are_never_used_for_another_row(self, workspace: Workspace) -> None:
        before = workspace.plan.replace_all([PlanRow("A"), PlanRow("B")], workspace.clock())
        after = workspace.plan.replace_all([PlanRow("A.I"), before[1], before[1]], workspace.clock())
        assert after[1] == before[1]
        assert len({row.id for row in after}) == 3
        assert before[0].id not in {row.id for row in after}

    def test_edit_tells_what_was_there(self, workspace: Workspace) -> None:
        (row,) = workspace.plan.replace_all([PlanRow("A")], workspace.clock())
        changed = PlanRow("A", note="baru", id=row.id)
        assert workspace.plan.edit(changed, workspace.clock()) == row
        assert workspace.plan.all() == (changed,)

    def test_nothing_is_half_done(self, workspace: Workspace) -> None:
        rows = workspace.plan.replace_all([PlanRow("A"), PlanRow("B")], workspace.clock())
        changed = workspace.facts.changed_at()
        with pytest.raises(UnknownPlanRow):
            workspace.plan.remove([rows[0].id, 99], workspace.clock())
        with pytest.raises(UnknownPlanRow):
            workspace.plan.edit(PlanRow("A", id=99), workspace.clock())
        with pytest.raises(UnknownPlanRow):
            workspace.plan.add([PlanRow("A")], workspace.clock(), before=99)
        with pytest.raises(PlanOrderIncomplete):
            workspace.plan.reorder([rows[0].id, rows[0].id], workspace.clock())
        assert workspace.plan.all() == rows
        assert workspace.facts.changed_at() == changed

    def test_order_and_removal(self, workspace: Workspace) -> None:
        rows = workspace.plan.replace_all([PlanRow("A"), PlanRow("B"), PlanRow("A.I")], workspace.clock())
        workspace.plan.reorder([rows[2].id, rows[0].id, rows[1].id], workspace.clock())
        workspace.plan.remove([rows[0].id], workspace.clock())
        assert workspace.plan.all() == (rows[2], rows[1])

    def test_a_change_is_noted(self, workspace: Workspace) -> None:
        now = workspace.clock()
        workspace.plan.replace_all([FULL], now)
        assert workspace.facts.changed_at() == now


class TestStaff:
    def test_the_list_is_kept_in_order(self, workspace: Workspace) -> None:
        given = [StaffMember("B", "1", "III/a", "Guru", ("Ketua",)), StaffMember("A")]
        stored = workspace.staff.replace_all(given, workspace.clock())
        assert workspace.staff.all() == stored
        assert [member.name for member in stored] == ["B", "A"]
        again = workspace.staff.replace_all(given, workspace.clock())
        assert not {member.id for member in again} & {member.id for member in stored}

    def test_edit(self, workspace: Workspace) -> None:
        (old,) = workspace.staff.replace_all([StaffMember("B")], workspace.clock())
        new = StaffMember("C", id=old.id)
        assert workspace.staff.edit(new, workspace.clock()) == old
        assert workspace.staff.all() == (new,)
        with pytest.raises(UnknownStaffMember):
            workspace.staff.edit(StaffMember("C", id=99), workspace.clock())


def test_snapshots_are_kept_exactly(workspace: Workspace) -> None:
    plan = PlanSummary(5, 1, 1, 1, 2, 1)
    later = snapshot_of(workspace.assessment(), plan, "Triwulan II", workspace.clock())
    earlier = snapshot_of(workspace.assessment(), plan, "Triwulan I", workspace.facts.changed_at())
    kept = workspace.snapshots.add(later)
    first = workspace.snapshots.add(earlier)
    assert workspace.snapshots.all() == (first, kept)
    assert (kept.nodes, kept.criteria, kept.plan) == (later.nodes, later.criteria, plan)
    workspace.snapshots.remove(first, workspace.clock())
    assert workspace.snapshots.all() == (kept,)


class TestPapers:
    def test_a_paper_is_made_changed_and_signed(self, workspace: Workspace) -> None:
        papers, now = workspace.papers, workspace.clock()
        record = papers.record_made("cover", "", "lama", now)
        assert (record.state("lama"), record.state("baru")) == (PaperState.MADE, PaperState.CHANGED)
        record = papers.attach_signed("cover", "", copy_of("surat.pdf", now), now)
        assert (record.state("lama"), record.state("baru")) == (PaperState.SIGNED, PaperState.CHANGED)
        assert papers.record_made("cover", "", "baru", workspace.clock()).state("baru") is PaperState.CHANGED
        assert papers.include("cover", "", True, now).in_bundle
        assert papers.records() == {("cover", ""): papers.include("cover", "", True, now)}
        assert papers.detach_signed("cover", "", now) == copy_of("surat.pdf", now)
        assert papers.records()["cover", ""].signed is None

    def test_making_one_does_not_change_the_data(self, workspace: Workspace) -> None:
        before = workspace.facts.changed_at()
        workspace.papers.record_made("cover", "", "x", workspace.clock())
        assert workspace.facts.changed_at() == before

    def test_the_same_scan_twice_is_one_content(self, workspace: Workspace) -> None:
        for part in ("1", "2"):
            workspace.papers.attach_signed("pakta", part, copy_of("p.pdf", workspace.clock()), workspace.clock())
        assert workspace.papers.signed_contents() == (("p" * 64, 12, "p.pdf"),)
        assert workspace.contents() == (("p" * 64, 12, "p.pdf"),)

    def test_forms_and_texts(self, workspace: Workspace, clock: Callable[[], datetime]) -> None:
        papers = workspace.papers
        assert papers.fields("cover") == {}
        assert papers.save_fields("cover", {"nomor": "1"}, clock()) == {}
        assert papers.save_fields("cover", {"nomor": "2"}, clock()) == {"nomor": "1"}
        assert papers.fields("cover") == {"nomor": "2"}
        papers.override("a", "satu", clock())
        papers.override("a", "dua", clock())
        assert papers.overrides() == {"a": "dua"}
        papers.restore_text("a", clock())
        assert papers.overrides() == {}
