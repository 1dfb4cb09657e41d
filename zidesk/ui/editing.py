"""The open workspace's present value. Every change of it goes through here: performed beside the window, shown,
and kept so that it can be undone."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from zidesk.domain.assessment import Assessment
from zidesk.domain.errors import StorageFault, ZideskError
from zidesk.services.changes.kinds import Change, Done
from zidesk.ui import editing_work as work
from zidesk.ui.change_words import change_words
from zidesk.ui.jobs import Jobs
from zidesk.ui.messenger import Messenger
from zidesk.ui.undo_stack import Step, UndoStack

if TYPE_CHECKING:
    from zidesk.storage.workspace import Workspace

Then = Callable[[Done], None]
R = TypeVar("R", work.Performed, work.Stepped)


class Editing(QObject):
    """`changed` carries the new value after every change; `stepped` the words, the way and the questions of
    what was just undone or redone. Nothing is written while the window waits."""

    changed = Signal(object)  # Assessment
    stepped = Signal(object, object)  # Step, tuple of codes
    saving = Signal()
    unsaved = Signal()

    def __init__(
        self, jobs: Jobs, messenger: Messenger, operator: Callable[[], str], parent: QObject | None = None
    ) -> None:
        """`operator` tells who answers at the moment."""
        super().__init__(parent)
        self._jobs, self._messenger, self._operator = jobs, messenger, operator
        self.workspace: Workspace | None = None
        self.assessment: Assessment | None = None
        self.stack = UndoStack(self)
        self.stack.asked.connect(self._step)

    @property
    def writable(self) -> bool:
        return self.workspace is not None and not self.workspace.read_only

    def take(self, workspace: "Workspace", assessment: Assessment) -> None:
        """A workspace that was just opened."""
        self.stack.clear()
        self.workspace, self.assessment = workspace, assessment
        self.changed.emit(assessment)

    def release(self) -> None:
        """Let go of the workspace; what is still under way is saved but no longer shown."""
        self.workspace = None
        self.stack.clear()

    def do(self, change: Change, then: Then | None = None) -> None:
        """Perform a change; `then` hears of it once the new value is shown."""

        def done(result: work.Performed) -> None:
            if result.done.changed and self.assessment is not None:
                words = change_words(change, self.assessment.instrument, result.done.codes)
                self.stack.push(result.done.inverse, words)
            if then is not None:
                then(result.done)

        self._run(lambda workspace, by: work.perform(workspace, change, by), done)

    def keep(self, done: Done, words: str) -> None:
        """Something was changed already, by other work: show it, and let it be undone."""
        if done.changed:
            self.keep_other(done.inverse, words)
            self.reload()

    def keep_other(self, inverse: object, words: str) -> None:
        """Let a change of something else be undone: `editing_work.step` knows how `inverse` takes it back."""
        if self.workspace is not None:
            self.stack.push(inverse, words)

    def reload(self) -> None:
        """Show what is stored, whatever happened."""
        workspace = self.workspace
        if workspace is None:
            return

        def show(assessment: Assessment) -> None:
            if workspace is self.workspace:
                self.assessment = assessment
                self.changed.emit(assessment)

        self._jobs.quick(workspace.assessment, on_done=show, on_error=self._messenger.complain)

    def _step(self, step: Step) -> None:
        """Undo or redo. What cannot be done any more is told and dropped, for it would bar the way to the rest."""

        def done(result: work.Stepped) -> None:
            self.stack.done(step, result.inverse)
            self.stepped.emit(step, result.codes)

        def failed(fault: ZideskError) -> None:
            self.stack.failed(step, again=isinstance(fault, StorageFault))

        self._run(lambda workspace, by: work.step(workspace, step.change, by), done, failed)

    def _run(
        self,
        do: "Callable[[Workspace, str], R]",
        then: "Callable[[R], None]",
        otherwise: Callable[[ZideskError], None] = lambda _fault: None,
    ) -> None:
        workspace, operator = self.workspace, self._operator()
        if workspace is None:
            return

        def show(result: R) -> None:
            if workspace is self.workspace and self.assessment is not None:
                self.assessment = result.renewed(self.assessment)
                self.changed.emit(self.assessment)
                then(result)

        def complain(fault: ZideskError) -> None:
            self._messenger.complain(fault)
            if workspace is self.workspace and self.assessment is not None:
                self.changed.emit(self.assessment)  # what is stored, not what was wished
                self.unsaved.emit()
                otherwise(fault)

        self.saving.emit()
        self._jobs.quick(lambda: do(workspace, operator), on_done=show, on_error=complain)
