"""Between the assessment page and the workspace: which question is in hand, its answers, its history."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from zidesk.domain.assessment import Assessment
from zidesk.domain.errors import UnknownQuestion
from zidesk.services.changes.kinds import SetAnswer
from zidesk.ui.editing import Editing
from zidesk.ui.jobs import Jobs
from zidesk.ui.messenger import Messenger
from zidesk.ui.pages.assessment_page import AssessmentPage

if TYPE_CHECKING:
    from zidesk.storage.workspace import Workspace


class AssessmentController(QObject):
    """Shows what `editing` holds, and asks it for every change of an answer."""

    def __init__(self, page: AssessmentPage, editing: Editing, jobs: Jobs, messenger: Messenger) -> None:
        super().__init__(page)
        self._page, self._editing, self._jobs, self._messenger = page, editing, jobs, messenger
        page.question_wanted.connect(self.show_question)
        page.jump_asked.connect(self._jump)
        page.question.answered.connect(lambda code, text: self._editing.do(SetAnswer(code, text=text)))
        page.question.noted.connect(lambda code, note: self._editing.do(SetAnswer(code, note=note)))
        editing.changed.connect(self._show)

    def show_workspace(self, workspace: "Workspace", assessment: Assessment) -> None:
        """Another workspace; it is in `editing` next."""
        self._page.show_workspace(assessment, read_only=workspace.read_only)

    def show_first(self) -> None:
        """The first question that is not answered, else the first of all."""
        assessment = self._editing.assessment
        if assessment is not None:
            codes = [question.code for question in assessment.instrument.questions]
            scores = assessment.scores.questions
            self.show_question(next((code for code in codes if scores[code] is None), codes[0]))

    def commit(self) -> None:
        """Save what is typed and not yet saved."""
        if self._editing.workspace is not None:
            self._page.commit()

    def show_question(self, code: str) -> None:
        if self._editing.assessment is None or self._editing.workspace is None:
            return
        self.commit()
        self._page.show_question(self._editing.assessment, code)
        self._load_history(code)

    def _jump(self, typed: str) -> None:
        if self._editing.assessment is None or not typed.strip():
            return
        try:
            code = self._editing.assessment.instrument.resolve(typed)
        except UnknownQuestion as fault:
            self._page.tree.refuse_jump()
            self._messenger.complain(fault)
            return
        self.show_question(code)
        self._page.tree.accept_jump()

    def _show(self, assessment: Assessment) -> None:
        self._page.show_figures(assessment)
        if self._page.question.code:
            self._load_history(self._page.question.code)

    def _load_history(self, code: str) -> None:
        workspace = self._editing.workspace
        if workspace is not None:
            self._jobs.quick(
                lambda: workspace.answers.history(code),
                on_done=lambda changes: self._page.show_history(code, changes),
                on_error=self._messenger.complain,
            )
