"""Between the page of the plan and the services: every change is saved at once, beside the window."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from zidesk.domain.assessment import Assessment
from zidesk.domain.plan import PlanRow, Week
from zidesk.domain.staff import StaffMember
from zidesk.ui import plan_work as work
from zidesk.ui.editing import Editing
from zidesk.ui.jobs import Jobs
from zidesk.ui.messenger import Messenger
from zidesk.ui.models.plan_lines import Places
from zidesk.ui.models.plan_moves import Move
from zidesk.ui.pages.plan_page import PlanPage
from zidesk.ui.plan_desk import PlanDesk
from zidesk.ui.plan_dialogs import PlanDesktop
from zidesk.ui.plan_words import rows_words
from zidesk.ui.staff_controller import StaffController
from zidesk.ui.undo_stack import Step

if TYPE_CHECKING:
    from zidesk.services.plan.change import PlanChange
    from zidesk.storage.workspace import Workspace


class PlanController(QObject):
    def __init__(
        self,
        page: PlanPage,
        jobs: Jobs,
        messenger: Messenger,
        editing: Editing,
        clock: Callable[[], datetime],
        desktop: PlanDesktop,
    ) -> None:
        super().__init__(page)
        self._page, self._jobs, self._messenger = page, jobs, messenger
        self._clock, self._desktop = clock, desktop
        self.desk = PlanDesk(page, jobs, messenger, editing)
        self.staff = StaffController(page, jobs, messenger, desktop.ask_staff)
        self.desk.shown.connect(self._show)
        self.staff.changed.connect(self._show_staff)
        editing.stepped.connect(self._stepped)
        editing.changed.connect(self._follow_year)
        self._connect(page)

    def _connect(self, page: PlanPage) -> None:
        page.edited.connect(self._save)
        page.rejected.connect(self._messenger.complain)
        page.painted.connect(self._paint)
        page.cleared.connect(self._clear)
        page.pasted.connect(self._paste)
        page.moved.connect(self._move)
        page.removed.connect(self._remove)
        page.added.connect(self._add)
        page.empty.from_sheet.clicked.connect(self._start_from_sheet)
        page.empty.from_last_year.clicked.connect(self._start_from_last_year)
        page.empty.from_table.clicked.connect(self._import)
        page.menus.import_asked.connect(self._import)
        page.menus.export_asked.connect(self._export)
        page.menus.staff_asked.connect(self.staff.show)

    # the workspace

    def take(self, workspace: "Workspace", assessment: Assessment) -> None:
        """Another workspace; its plan is read once the page comes into view."""
        self.desk.take(workspace)
        self.staff.take(workspace)
        places, instrument = Places(assessment.instrument), assessment.instrument
        codes = [node.code for node in instrument.nodes()] + [item.code for item in instrument.questions]
        named = [f"{code} {places.name_of(code)}".strip() for code in dict.fromkeys(codes)]
        self._page.show_workspace(instrument, named, read_only=workspace.read_only)
        if self._page.isVisible():
            self.shown()

    def release(self) -> None:
        """Let go of the workspace."""
        self.desk.take(None)
        self.staff.take(None)
        self._page.show_nothing()

    def shown(self) -> None:
        """The page came into view: read the plan if that has not been done yet; the day may be another."""
        if self.desk.plan is None:
            self.desk.load()
        elif not self.desk.busy:
            self._page.show_plan(self.desk.plan, self._today())

    def commit(self) -> None:
        """Save what is being typed."""
        self._page.commit()

    def _show(self) -> None:
        plan = self.desk.plan
        if plan is not None:
            self._page.show_plan(plan, self._today())
            self._page.show_people(work.people_words(self.desk.staff, plan))

    def _show_staff(self, staff: tuple[StaffMember, ...]) -> None:
        self.desk.staff = staff
        if self.desk.plan is not None:
            self._page.show_people(work.people_words(staff, self.desk.plan))

    def _today(self) -> date:
        return self._clock().astimezone().date()

    def _stepped(self, step: Step, _codes: object) -> None:
        """Something was undone or redone; ours is shown as it is stored, the first row it touched in hand."""
        from zidesk.services.plan.change import PlanChange

        if self.desk.plan is None or not isinstance(step.change, PlanChange):
            return
        kept = {row.id for row in step.change.before}
        touched = [row_id for row_id in step.change.touched if row_id in kept]
        self.desk.load(lambda: self._page.show_row(touched[0]) if touched else None)

    def _follow_year(self, assessment: Assessment) -> None:
        """The weeks lie in the year of the profile."""
        if self.desk.plan is not None and assessment.profile.year != self.desk.plan.year:
            self.desk.load()

    # changes

    def _save(self, row: PlanRow) -> None:
        self.desk.change(lambda workspace: work.save(workspace, row), f"rencana aksi {row.scope}")

    def _paint(self, ids: Sequence[int], weeks: Sequence[Week], planned: bool) -> None:
        self._page.put([work.painted(row, weeks, planned=planned) for row in self._page.rows(ids)])
        self.desk.change(
            lambda workspace: work.paint(workspace, ids, weeks, planned=planned), f"jadwal {rows_words(len(ids))}"
        )

    def _clear(self, ids: Sequence[int], columns: Sequence[int]) -> None:
        self.desk.change(
            lambda workspace: work.clear(workspace, ids, columns), f"isi {rows_words(len(ids))} rencana aksi"
        )

    def _paste(self, cells: Sequence[Sequence[str]], columns: Sequence[str], ids: Sequence[int]) -> None:
        def told(change: "PlanChange") -> None:
            if change.touched:
                self.desk.offer_undo(f"{rows_words(len(change.touched))} ditempel.")

        self.desk.change(
            lambda workspace: work.paste(workspace, cells, columns, ids), "menempel ke rencana aksi", told
        )

    def _move(self, move: Move) -> None:
        self.desk.change(
            lambda workspace: work.move(workspace, move),
            "urutan rencana aksi",
            lambda _change: self._page.table.select_rows(move.ids),
        )

    def _remove(self, ids: Sequence[int]) -> None:
        count = rows_words(len(ids))
        self.desk.change(
            lambda workspace: work.remove(workspace, ids),
            f"menghapus {count} rencana aksi",
            lambda _change: self.desk.offer_undo(f"{count} dihapus."),
        )

    def _add(self, scope: str, before: int) -> None:
        def begin(change: "PlanChange") -> None:
            for row_id in change.touched[:1]:
                self._page.show_row(row_id)
                self._page.table.setFocus()

        self.desk.change(
            lambda workspace: work.add(workspace, scope, before or None), "baris baru rencana aksi", begin
        )

    # first rows, tables in and out

    def _start_from_sheet(self) -> None:
        self._fill(work.start_from_sheet, "Memulai rencana aksi", "rencana aksi dibuat.")

    def _start_from_last_year(self) -> None:
        other = self._desktop.ask_last_year()
        if other is not None:
            self._fill(
                lambda workspace: work.start_from_last_year(workspace, other),
                "Membaca rencana tahun lalu",
                "disalin dari rencana tahun lalu.",
            )

    def _import(self) -> None:
        self._page.commit()
        table = self._desktop.ask_import()
        if table is not None:
            self._fill(
                lambda workspace: work.import_table(workspace, table),
                "Mengimpor rencana aksi",
                "rencana aksi diimpor.",
            )

    def _fill(self, do: "Callable[[Workspace], PlanChange]", title: str, words: str) -> None:
        """Long work that makes the plan anew."""

        def told(change: "PlanChange") -> None:
            self._page.take_focus()
            self.desk.offer_undo(f"{rows_words(len(change.after))} {words}")

        self.desk.change(do, "isi rencana aksi", told, title=title)

    def _export(self) -> None:
        self._page.commit()
        workspace, plan = self.desk.workspace, self.desk.plan
        out = self._desktop.ask_export(f"rencana-aksi-{plan.year}.xlsx") if plan is not None else None
        if workspace is None or out is None:
            return
        self._jobs.quick(
            partial(work.export_table, workspace, out),
            on_done=lambda rows: self._messenger.tell(f"{rows_words(rows)} disimpan ke {out.name}."),
            on_error=self._messenger.complain,
        )
