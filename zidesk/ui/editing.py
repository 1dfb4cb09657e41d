"""The open workspace's present value. Every change of it goes through here: performed beside the window, shown,
and kept so that it can be undone."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from zidesk.domain.assessment import Assessment
from zidesk.domain.errors import StorageFault, UnknownEvidence, ZideskError
from zidesk.services.changes.kinds import Change, Done, EditUse, SetAnswer
from zidesk.ui import editing_work as work
from zidesk.ui.change_words import change_words
from zidesk.ui.jobs import Jobs
from zidesk.ui.messenger import Messenger
from zidesk.ui.undo_offer import UndoOffer
from zidesk.ui.undo_stack import Step, UndoStack, Way

if TYPE_CHECKING:
    from zidesk.storage.workspace import Workspace

_GONE = "Buktinya tidak ada lagi di tempat sampah karena sudah dihapus selamanya."
_PARTLY = (
    "{done}: {words}, kecuali {gone} berkas yang tidak ada lagi di tempat sampah karena sudah dihapus selamanya."
)
STEP_WORDS = {Way.UNDO: "Diurungkan", Way.REDO: "Diulangi"}
Then = Callable[[Done], None]
R = TypeVar("R", work.Performed, work.Stepped)


class Editing(QObject):
    """`changed` carries the new value after every change; `stepped` the words, the way and the questions of
    what was just undone or redone; `unsaved`: what was typed is not stored. Nothing is written while the window
    waits."""

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
        self._offer = UndoOffer(self.stack, messenger)

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

        typed = isinstance(change, SetAnswer | EditUse)
        self._run(lambda workspace, by: work.perform(workspace, change, by), done, typed=typed)

    def keep(self, done: Done, words: str, workspace: "Workspace") -> None:
        """`workspace` was changed already, by other work: where it is still the open one, show that and let it be
        undone."""
        if done.changed and workspace is self.workspace:
            self.keep_other(done.inverse, words)
            self.reload()

    def keep_other(self, inverse: object, words: str) -> None:
        """Let a change of something else be undone: `editing_work.step` knows how `inverse` takes it back."""
        if self.workspace is not None:
            self.stack.push(inverse, words)

    def undo(self) -> None:
        """Take back the last change, also one that is only being saved as yet."""
        self._after_what_waits(self.stack.undo)

    def redo(self) -> None:
        self._after_what_waits(self.stack.redo)

    def offer_undo(self, words: str) -> None:
        """Say what was just changed, with the way back beside it for as long as that is the last change."""
        self._offer.show(words, lambda undo: self._after_what_waits(undo))

    def _after_what_waits(self, do: Callable[[], None]) -> None:
        """Short work keeps its order: what was changed before is known to the stack by then."""
        workspace = self.workspace
        self._jobs.quick(lambda: None, on_done=lambda _nothing: do() if workspace is self.workspace else None)

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
            if result.gone:
                self._messenger.warn(_PARTLY.format(done=STEP_WORDS[step.way], words=step.words, gone=result.gone))

        def failed(fault: ZideskError) -> None:
            self.stack.failed(step, again=isinstance(fault, StorageFault))
            if isinstance(fault, UnknownEvidence):  # said of what the user wished, who knows of no numbers
                way = "diurungkan" if step.way is Way.UNDO else "diulangi"
                self._messenger.warn(f"Tidak dapat {way} lagi: {step.words}. {_GONE}")

        self._run(lambda workspace, by: work.step(workspace, step.change, by), done, failed)

    def _run(
        self,
        do: "Callable[[Workspace, str], R]",
        then: "Callable[[R], None]",
        otherwise: Callable[[ZideskError], None] = lambda _fault: None,
        *,
        typed: bool = False,
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
                if typed or isinstance(fault, StorageFault):
                    self.unsaved.emit()
                otherwise(fault)

        self.saving.emit()
        self._jobs.quick(lambda: do(workspace, operator), on_done=show, on_error=complain)
