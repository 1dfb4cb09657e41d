"""The middle of the assessment: one question, its answer, what it asks for, its note and history."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from zidesk.domain.answer import AnswerChange, Chosen
from zidesk.domain.assessment import Assessment
from zidesk.domain.gaps import document_states
from zidesk.domain.indonesian import format_number
from zidesk.domain.instrument import AnswerType, Place, Question
from zidesk.ui.theme import BODY, GAP, SECTION_GAP, font, set_size
from zidesk.ui.widgets.answer_facts import AnswerFacts
from zidesk.ui.widgets.choice_list import Choice, ChoiceList
from zidesk.ui.widgets.document_list import DocumentList
from zidesk.ui.widgets.history_section import HistorySection
from zidesk.ui.widgets.labels import label
from zidesk.ui.widgets.note_field import NoteField
from zidesk.ui.widgets.number_form import NumberForm
from zidesk.ui.widgets.question_head import QuestionHead
from zidesk.ui.widgets.steady_scroll import SteadyScrollArea

_WIDEST, _BELOW = 720, 88  # the end can be scrolled above a message
_OPTIONS = (AnswerType.YES_NO, AnswerType.CHOICE)
_BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class QuestionPanel(SteadyScrollArea):
    """`answered` and `noted` carry the code and the canonical text; an empty answer clears it."""

    answered = Signal(str, str)
    noted = Signal(str, str)
    moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place: Place | None = None
        self._number_drafts: dict[str, dict[str, str]] = {}
        self._note_drafts: dict[str, str] = {}
        self.head = QuestionHead()
        self.choices = ChoiceList()
        self.numbers = NumberForm()
        self.facts = AnswerFacts()
        self.clear = self.facts.clear
        self.documents = DocumentList()
        self.note_title = label("Catatan untuk penilai", bold=True)
        self.note = NoteField()
        self.history = HistorySection()
        self.head.moved.connect(self.moved)
        self.choices.chosen.connect(self._answer)
        self.numbers.answered.connect(self._answer)
        self.facts.clear_asked.connect(lambda: self._answer(""))
        self.note.noted.connect(self.noted)
        self._arrange()

    def _arrange(self) -> None:
        column = QWidget()
        set_size(column, most_width=_WIDEST)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.head)
        layout.addWidget(self.choices)
        layout.addWidget(self.numbers)
        layout.addWidget(self.facts)
        layout.addSpacing(4)
        layout.addWidget(self.documents)
        layout.addSpacing(4)
        layout.addWidget(self.note_title)
        layout.addWidget(self.note)
        layout.addWidget(self.history)
        layout.addStretch(1)
        content = QWidget()
        self._content = row = QHBoxLayout(content)
        row.setContentsMargins(SECTION_GAP, 16, SECTION_GAP, _BELOW)
        row.addWidget(column, 1)
        row.addStretch(0)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().setSingleStep(QFontMetrics(font(BODY)).height())

    @property
    def code(self) -> str:
        """The question on show, "" before there is one."""
        return "" if self._place is None else self._place.question.code

    def forget_drafts(self) -> None:
        """Before another workspace is shown."""
        self._place = None
        self._number_drafts.clear()
        self._note_drafts.clear()

    def show_question(self, assessment: Assessment, code: str, *, read_only: bool) -> None:
        """Show a question with its answer; the same one again keeps what is being typed and the place."""
        place = assessment.instrument.place(code)
        question, answer = place.question, assessment.answer_of(code)
        same = self.code == code
        if not same:
            self._keep_drafts()
            self._place = place
            self.verticalScrollBar().setValue(0)
            self.head.show_place(place, confirmed=assessment.instrument.confirmed)
            self.history.show_changes(question, ())
            self.facts.show_changed(None)
        # a draft is for coming back to a question; on the one in hand the fields themselves know better
        numbers, note = self._number_drafts.pop(code, {}), self._note_drafts.pop(code, None)
        is_choice = question.answer_type in _OPTIONS
        self.choices.setVisible(is_choice)
        self.numbers.setVisible(not is_choice)
        if is_choice:
            checked = answer.value.key if isinstance(answer.value, Chosen) else None
            self.choices.show_choices(_choices(question), checked)
        else:
            self.numbers.show_question(question, answer.value, {} if same else numbers)
        self.note.show_note(code, answer.note, None if same else note)
        self.facts.show_place(assessment, place)
        self.documents.show_documents(
            document_states(assessment, code), assessment.uses_of(code), read_only=read_only
        )
        self.clear.setVisible(answer.value is not None)
        for widget in (self.choices, self.numbers, self.clear):
            widget.setEnabled(not read_only)
        self.note.setReadOnly(read_only)
        self.head.show()
        self._chain()
        if not same:
            self._content.activate()  # no moment with the heights of the question before

    def _chain(self) -> None:
        """Tab goes from top to bottom; Qt puts what is made later at the end of the whole window."""
        papers = (widget for row in self.documents.rows for widget in (*row.links, row.choose))
        answers = (*self.choices.rows, *self.numbers.fields.values(), *self.numbers.nil.rows)
        way = (self.head.before, self.head.after, *answers, self.clear, *papers, self.note, self.history.toggle)
        for widget, following in pairwise(way):
            QWidget.setTabOrder(widget, following)
        for widget in way:
            widget.installEventFilter(self)  # once only, however often it is said

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bring what Tab leads to into view; a click must not move what is being clicked."""
        if isinstance(event, QFocusEvent) and event.gotFocus() and event.reason() in _BY_TAB:
            assert isinstance(watched, QWidget)
            self.ensureWidgetVisible(watched)
        return super().eventFilter(watched, event)

    def show_history(self, code: str, changes: Sequence[AnswerChange]) -> None:
        if self._place is not None and code == self.code:
            self.history.show_changes(self._place.question, changes)
            self.facts.show_changed(changes[-1].changed_at if changes else None)

    def commit(self) -> None:
        """Emit what is typed and not yet saved."""
        if self.numbers.isVisibleTo(self):
            self.numbers.commit()
        self.note.commit()

    def unsaved(self) -> tuple[str, ...]:
        """Codes of questions with something typed that is not stored."""
        self._keep_drafts()
        return tuple(dict.fromkeys((*self._number_drafts, *self._note_drafts)))

    def settle(self, assessment: Assessment) -> None:
        """Forget drafts that are stored by now."""
        self._note_drafts = {
            code: text
            for code, text in self._note_drafts.items()
            if assessment.answer_of(code).note.strip() != text
        }

    def _keep_drafts(self) -> None:
        if self._place is None:
            return
        self._number_drafts.pop(self.code, None)
        if self.numbers.isVisibleTo(self) and (numbers := self.numbers.draft()):
            self._number_drafts[self.code] = numbers
        self._note_drafts.pop(self.code, None)
        if (note := self.note.draft()) is not None:
            self._note_drafts[self.code] = note

    def _answer(self, text: str) -> None:
        if self._place is not None:
            self.answered.emit(self.code, text)


def _choices(question: Question) -> tuple[Choice, ...]:
    return tuple(
        Choice(option.key, option.key, option.text, format_number(option.score)) for option in question.options
    )
