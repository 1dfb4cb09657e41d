"""Between the assessment page and the services: what the user wants is done beside the window, what comes of it
is shown. Nothing is written while the window waits."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from zidesk.domain.answer import AnswerChange
from zidesk.domain.assessment import Assessment
from zidesk.domain.errors import Cancelled, UnknownQuestion, ZideskError
from zidesk.domain.evidence import EvidenceUse
from zidesk.ui import assessment_work as work
from zidesk.ui.ingest_words import tell_result
from zidesk.ui.jobs import Jobs
from zidesk.ui.messenger import Messenger
from zidesk.ui.pages.assessment_page import AssessmentPage

if TYPE_CHECKING:
    from zidesk.services.ingest.adding import IngestResult
    from zidesk.storage.workspace import Workspace

AskFiles = Callable[[], list[Path]]


class AssessmentController(QObject):
    """Owns the workspace's present value while it is open. `changed` carries it after every change."""

    changed = Signal(object)  # Assessment
    saving = Signal()
    unsaved = Signal()

    def __init__(
        self, page: AssessmentPage, jobs: Jobs, messenger: Messenger, operator: str, ask_files: AskFiles
    ) -> None:
        super().__init__(page)
        self._page, self._jobs, self._messenger = page, jobs, messenger
        self._operator, self._ask_files = operator, ask_files
        self._workspace: Workspace | None = None
        self._assessment: Assessment | None = None
        page.question_wanted.connect(self.show_question)
        page.jump_asked.connect(self._jump)
        page.question.answered.connect(self._answer)
        page.question.noted.connect(self._note)
        evidence = page.evidence
        evidence.add_asked.connect(self._add)
        evidence.files_dropped.connect(self._attach)
        evidence.edited.connect(lambda use: self._change(lambda w: work.edit_use(w, use)))
        evidence.moved.connect(lambda use, step: self._change(lambda w: work.move_use(w, use, step)))
        evidence.removed.connect(self._remove)

    @property
    def assessment(self) -> Assessment | None:
        return self._assessment

    def take(self, workspace: "Workspace", assessment: Assessment) -> None:
        """Show a workspace that was just opened, at its first unanswered question."""
        self._workspace, self._assessment = workspace, assessment
        self._page.show_workspace(assessment, read_only=workspace.read_only)
        codes = [question.code for question in assessment.instrument.questions]
        scores = assessment.scores.questions
        self.show_question(next((code for code in codes if scores[code] is None), codes[0]))
        self.changed.emit(assessment)

    def release(self) -> None:
        """Let go of the workspace; answers of work still under way are no longer shown."""
        self._workspace = None

    def commit(self) -> None:
        """Save what is typed and not yet saved."""
        if self._workspace is not None:
            self._page.commit()

    def show_question(self, code: str) -> None:
        if self._assessment is None or self._workspace is None:
            return
        self.commit()
        self._page.show_question(self._assessment, code)
        self._load_history(code)

    def _jump(self, typed: str) -> None:
        if self._assessment is None or not typed.strip():
            return
        try:
            code = self._assessment.instrument.resolve(typed)
        except UnknownQuestion as fault:
            self._page.tree.refuse_jump()
            self._messenger.complain(fault)
            return
        self.show_question(code)
        self._page.tree.accept_jump()

    # answers and notes

    def _answer(self, code: str, text: str) -> None:
        self._save(code, lambda workspace: work.save_answer(workspace, code, text, self._operator))

    def _note(self, code: str, note: str) -> None:
        self._save(code, lambda workspace: work.save_note(workspace, code, note, self._operator))

    def _save(self, code: str, do: "Callable[[Workspace], AnswerChange | None]") -> None:
        workspace = self._workspace
        if workspace is None:
            return
        self.saving.emit()
        self._jobs.quick(
            lambda: do(workspace),
            on_done=lambda change: self._saved(workspace, code, change),
            on_error=self._not_saved,
        )

    def _saved(self, workspace: "Workspace", code: str, change: AnswerChange | None) -> None:
        if self._assessment is None or workspace is not self._workspace:
            return
        if change is not None:
            answers = {**self._assessment.answers, code: change.new}
            self._show(replace(self._assessment, answers=answers, changed_at=change.changed_at))
            self._load_history(code)
        else:
            self._show(self._assessment)

    def _not_saved(self, fault: ZideskError) -> None:
        self._messenger.complain(fault)
        if self._assessment is not None:
            self._page.show_figures(self._assessment)  # what is stored, not what was wished
        self.unsaved.emit()

    def _load_history(self, code: str) -> None:
        workspace = self._workspace
        if workspace is not None:
            self._jobs.quick(
                lambda: workspace.answers.history(code),
                on_done=lambda changes: self._page.show_history(code, changes),
                on_error=self._messenger.complain,
            )

    # evidence

    def _add(self) -> None:
        files = self._ask_files()
        if files:
            self._attach(files)

    def _attach(self, files: list[Path]) -> None:
        workspace, code = self._workspace, self._page.question.code
        if workspace is None or not code:
            return
        self._jobs.start(
            lambda report, cancel: work.attach(workspace, code, files, report, cancel),
            title=f"Melampirkan ke {code}",
            on_done=lambda result: self._attached(code, result),
            on_error=self._attach_failed,
        )

    def _attached(self, code: str, result: "IngestResult") -> None:
        self._reload()
        tell_result(self._messenger, code, result)

    def _attach_failed(self, fault: ZideskError) -> None:
        self._reload()  # what was added before it stays
        if isinstance(fault, Cancelled):
            self._messenger.tell("Pekerjaan dibatalkan sebelum ada berkas yang dilampirkan.")
        else:
            self._messenger.complain(fault)

    def _remove(self, use: EvidenceUse) -> None:
        def removed() -> None:
            self._messenger.offer(
                f"“{use.title}” dipindahkan ke tempat sampah.",
                "Urungkan",
                lambda: self._change(lambda workspace: work.restore_use(workspace, use.id)),
            )

        self._change(lambda workspace: work.remove_use(workspace, use.id), removed)

    def _reload(self) -> None:
        self._change(lambda workspace: workspace.assessment())

    def _change(self, do: "Callable[[Workspace], Assessment]", then: Callable[[], None] | None = None) -> None:
        """Do something with the evidence and show the assessment that comes of it."""
        workspace = self._workspace
        if workspace is None:
            return

        def done(assessment: Assessment) -> None:
            if workspace is self._workspace:
                self._show(assessment)
                if then is not None:
                    then()

        self.saving.emit()
        self._jobs.quick(lambda: do(workspace), on_done=done, on_error=self._not_saved)

    def _show(self, assessment: Assessment) -> None:
        self._assessment = assessment
        self._page.show_figures(assessment)
        self.changed.emit(assessment)
