"""Penilaian: the sheet at the left, one question in the middle, its evidence at the right."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from zidesk.domain.answer import AnswerChange
from zidesk.domain.assessment import Assessment
from zidesk.ui.theme import set_size
from zidesk.ui.widgets.columns import Columns
from zidesk.ui.widgets.drop_place import DropPlace
from zidesk.ui.widgets.evidence_panel import EvidencePanel
from zidesk.ui.widgets.preview.tools import PreviewTools
from zidesk.ui.widgets.question_panel import QuestionPanel
from zidesk.ui.widgets.tree_drop import TreeDrop
from zidesk.ui.widgets.tree_panel import TreePanel


class AssessmentPage(QWidget):
    """Shows an assessment and emits what the user wants; `question_wanted` comes from the tree and `step`."""

    question_wanted = Signal(str)
    jump_asked = Signal(str)

    def __init__(self, tools: PreviewTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read_only = False
        self.tree = TreePanel()
        self.question = QuestionPanel()
        self.evidence = EvidencePanel(tools)
        self.tree_drop = TreeDrop(self.tree.tree)
        self.place = DropPlace(self.question.viewport(), self.evidence.place.takes)
        for widget, least in ((self.tree, 240), (self.question, 400)):
            widget.setMinimumWidth(least)  # does not grow with the text: the window would not fit the screen
        set_size(self.evidence, least_width=290)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Columns(self.tree, self.question, self.evidence))
        self.tree.chosen.connect(self.question_wanted)
        self.tree.jump_asked.connect(self.jump_asked)
        self.question.moved.connect(self.step)
        self.question.documents.use_chosen.connect(lambda use: self.evidence.show_use(use.id))
        self.place.hovered.connect(self.evidence.drop.light)
        self.place.files_dropped.connect(self.evidence.files_dropped)
        self.place.uses_dropped.connect(self.evidence.uses_dropped)

    def show_workspace(self, assessment: Assessment, *, read_only: bool) -> None:
        """Show another workspace; a question is shown by `show_question`."""
        self._read_only = read_only
        self.tree_drop.enabled = self.place.enabled = not read_only
        self.question.forget_drafts()
        self.evidence.forget()
        self.tree.show_instrument(assessment.instrument, assessment)

    def show_question(self, assessment: Assessment, code: str) -> None:
        self.question.show_question(assessment, code, read_only=self._read_only)
        self.evidence.show_evidence(assessment, code, read_only=self._read_only)
        self.tree.show_current(code)
        codes = self.tree.visible_codes()
        place = codes.index(code) if code in codes else -1
        self.question.head.before.setEnabled(place > 0)
        self.question.head.after.setEnabled(0 <= place < len(codes) - 1)

    def show_figures(self, assessment: Assessment) -> None:
        """New data of the same workspace, from whatever change."""
        self.tree.show_figures(assessment)
        self.question.settle(assessment)
        if self.question.code:
            self.question.show_question(assessment, self.question.code, read_only=self._read_only)
            self.evidence.show_evidence(assessment, self.question.code, read_only=self._read_only)

    def show_history(self, code: str, changes: Sequence[AnswerChange]) -> None:
        self.question.show_history(code, changes)

    def commit(self) -> None:
        """Emit whatever is typed and not yet saved."""
        self.question.commit()
        self.evidence.form.commit()

    def unsaved(self) -> tuple[str, ...]:
        """Codes of questions where something typed is not stored."""
        codes = self.question.unsaved()
        if self.evidence.current() is not None and self.evidence.form.unsaved():
            codes = (*codes, self.question.code)
        return tuple(dict.fromkeys(codes))

    def step(self, by: int) -> None:
        """Ask for the question before or after the one in hand, among those the filter shows."""
        codes = self.tree.visible_codes()
        if self.question.code not in codes:
            return
        place = codes.index(self.question.code) + by
        if 0 <= place < len(codes):
            self.question_wanted.emit(codes[place])
