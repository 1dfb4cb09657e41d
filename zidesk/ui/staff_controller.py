"""Daftar pegawai: shows the people, saves what is mended, takes a table."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from zidesk.domain.errors import ZideskError
from zidesk.domain.staff import StaffMember
from zidesk.messages import explain
from zidesk.ui.dialogs.fault_list import FaultList
from zidesk.ui.dialogs.staff_list import StaffDialog
from zidesk.ui.jobs import Jobs
from zidesk.ui.messenger import Messenger

if TYPE_CHECKING:
    from zidesk.storage.workspace import Workspace


class StaffController(QObject):
    """`changed` carries the people whenever the list is another."""

    changed = Signal(object)  # tuple[StaffMember, ...]

    def __init__(
        self, parent: QWidget, jobs: Jobs, messenger: Messenger, ask_table: Callable[[], Path | None]
    ) -> None:
        super().__init__(parent)
        self._parent, self._jobs, self._messenger, self._ask_table = parent, jobs, messenger, ask_table
        self._workspace: Workspace | None = None
        self.dialog: StaffDialog | None = None
        self.faults: FaultList | None = None

    def take(self, workspace: "Workspace | None") -> None:
        """Another workspace, None for none."""
        self._workspace = workspace
        if self.dialog is not None:
            self.dialog.reject()

    def show(self) -> None:
        """Open the dialog over the window; the people follow."""
        if self._workspace is None:
            return
        dialog = self.dialog = StaffDialog(self._parent.window())
        dialog.edited.connect(self._save)
        dialog.import_asked.connect(self._import)
        dialog.added.connect(self._add)
        dialog.removed.connect(self._remove)
        dialog.finished.connect(self._forget)
        self._do(lambda workspace: workspace.staff.all())
        dialog.open()

    def _forget(self, _result: int) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _save(self, member: StaffMember) -> None:
        self._do(lambda workspace: saved(workspace, member))

    def _add(self, name: str) -> None:
        def show(members: tuple[StaffMember, ...]) -> None:
            if self.dialog is not None:
                self.dialog.show_added(members[-1])

        self._do(lambda workspace: added(workspace, name), show)

    def _remove(self, member_ids: frozenset[int]) -> None:
        self._do(lambda workspace: removed(workspace, member_ids))

    def _import(self) -> None:
        table = self._ask_table()
        if table is not None:
            self._do(lambda workspace: imported(workspace, table))

    def _do(
        self,
        work: "Callable[[Workspace], tuple[StaffMember, ...]]",
        then: Callable[[tuple[StaffMember, ...]], None] = lambda _members: None,
    ) -> None:
        workspace = self._workspace
        if workspace is None:
            return

        def show(members: tuple[StaffMember, ...]) -> None:
            if workspace is self._workspace:
                if self.dialog is not None:
                    self.dialog.show_members(members, read_only=workspace.read_only)
                self.changed.emit(members)
                then(members)

        self._jobs.quick(lambda: work(workspace), on_done=show, on_error=self._complain)

    def _complain(self, fault: ZideskError) -> None:
        """In the dialog while it is open, for it lies over the strip."""
        message = explain(fault)
        if self.dialog is None:
            self._messenger.complain(fault)
        elif message.details:
            self.faults = FaultList(message, self.dialog)
            self.faults.finished.connect(self.faults.deleteLater)
            self.faults.open()
        else:
            self.dialog.show_fault(str(message))


def saved(workspace: "Workspace", member: StaffMember) -> tuple[StaffMember, ...]:
    """The list with what is now known of a member. Raises like `edit_member`."""
    from zidesk.services.staff.listing import edit_member

    edit_member(workspace, member)
    return workspace.staff.all()


def added(workspace: "Workspace", name: str) -> tuple[StaffMember, ...]:
    """Raises like `add_member`."""
    from zidesk.services.staff.listing import add_member

    return add_member(workspace, StaffMember(name))


def removed(workspace: "Workspace", member_ids: frozenset[int]) -> tuple[StaffMember, ...]:
    """Raises like `remove_members`."""
    from zidesk.services.staff.listing import remove_members

    return remove_members(workspace, member_ids)


def imported(workspace: "Workspace", table: Path) -> tuple[StaffMember, ...]:
    """Raises like `import_staff`."""
    from zidesk.services.staff.listing import import_staff

    return import_staff(workspace, table)
