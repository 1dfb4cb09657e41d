"""The plan in hand: read beside the window, every change saved at once and kept so that it can be undone."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from zidesk.domain.errors import Cancelled, ZideskError
from zidesk.domain.plan import ActionPlan
from zidesk.domain.staff import StaffMember
from zidesk.messages import explain
from zidesk.ui import plan_work as work
from zidesk.ui.editing import Editing
from zidesk.ui.jobs import Job, Jobs
from zidesk.ui.messenger import Messenger

if TYPE_CHECKING:
    from zidesk.services.plan.change import PlanChange
    from zidesk.storage.workspace import Workspace

    Work = Callable[[Workspace], PlanChange]
    Then = Callable[[PlanChange], None]

_FEW = 3  # faults that a strip has room for


class PlanDesk(QObject):
    """`shown` is emitted when the plan or the people are others than before; `plan` is None until it was read."""

    shown = Signal()

    def __init__(self, window: QWidget, jobs: Jobs, messenger: Messenger, editing: Editing) -> None:
        super().__init__(window)
        self._window, self._jobs, self._messenger, self._editing = window, jobs, messenger, editing
        self.workspace: Workspace | None = None
        self.plan: ActionPlan | None = None
        self.staff: tuple[StaffMember, ...] = ()
        self.dialog: QWidget | None = None
        self._under_way: list[Job] = []  # changes that have not been saved yet
        jobs.finished.connect(self._ended)

    @property
    def busy(self) -> bool:
        """Whether what is shown runs ahead of what is stored."""
        return bool(self._under_way)

    def take(self, workspace: "Workspace | None") -> None:
        """Another workspace, whose plan has not been read. What is still under way is saved, not shown."""
        self.workspace, self.plan, self.staff = workspace, None, ()
        self._under_way.clear()

    def load(self, then: Callable[[], None] | None = None) -> None:
        """Read the plan and the people; `then` once they are shown."""
        workspace = self.workspace
        if workspace is None:
            return

        def show(loaded: work.Loaded) -> None:
            if workspace is self.workspace and not self.busy:
                self.plan, self.staff = loaded.plan, loaded.staff
                self.shown.emit()
                if then is not None:
                    then()

        self._jobs.quick(lambda: work.load(workspace), on_done=show, on_error=self._messenger.complain)

    def change(self, do: "Work", words: str, then: "Then | None" = None, *, title: str = "") -> None:
        """Save a change; once nothing else is under way, what is stored is shown, and `then` hears of it.

        `words` are those of undoing. With a `title` it is long work.
        """
        workspace = self.workspace
        if workspace is None:
            return
        done, failed = partial(self._changed, workspace, words, then), partial(self._failed, workspace)
        if title:
            job = self._jobs.start(
                lambda _report, _cancel: do(workspace), title=title, on_done=done, on_error=failed
            )
        else:
            job = self._jobs.quick(lambda: do(workspace), on_done=done, on_error=failed)
        self._under_way.append(job)

    def _changed(self, workspace: "Workspace", words: str, then: "Then | None", change: "PlanChange") -> None:
        if workspace is not self.workspace or self.plan is None:
            return
        if change.before != change.after:
            self._editing.keep_other(change, words)
        self.plan = ActionPlan(self.plan.year, change.after)
        if len(self._under_way) <= 1:  # this one
            self.shown.emit()
        if then is not None:
            then(change)

    def _failed(self, workspace: "Workspace", fault: ZideskError) -> None:
        if not isinstance(fault, Cancelled):
            self.complain(fault)
        if workspace is self.workspace:
            self.load()

    def _ended(self, job: Job) -> None:
        """However it ended."""
        if job in self._under_way:
            self._under_way.remove(job)

    def offer_undo(self, words: str) -> None:
        self._editing.offer_undo(words)

    def complain(self, fault: ZideskError) -> None:
        """A few faults in the strip; a table full of them in a list of its own."""
        from zidesk.ui.dialogs.fault_list import FaultList

        message = explain(fault)
        if len(message.details) <= _FEW:
            self._messenger.complain(fault)
            return
        self.dialog = dialog = FaultList(message, self._window.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
