"""An answer, a note, or both."""

from zidesk.domain.answer import Answer, parse_answer
from zidesk.domain.errors import AnswerChanged
from zidesk.domain.instrument import Question
from zidesk.domain.plain_text import storable_text
from zidesk.services.changes.kinds import Done, SetAnswer
from zidesk.storage.workspace import Workspace


def set_answer(workspace: Workspace, change: SetAnswer, by: str) -> Done:
    """Raises UnknownQuestion, AnswerRejected, AnswerChanged."""
    question = workspace.instrument.question(change.code)

    def revise(answer: Answer) -> Answer:
        if change.instead_of is not None and _said(change.instead_of, answer) != change.instead_of:
            raise AnswerChanged(change.code)
        return _revised(question, change, answer)

    made = workspace.answers.revise(change.code, revise, by, workspace.clock())
    if made is None:
        return Done(SetAnswer(change.code), changed=False)
    undone = _said(change, made.old)
    inverse = SetAnswer(change.code, undone.text, undone.note, instead_of=_said(change, made.new))
    return Done(inverse, (change.code,))


def _revised(question: Question, change: SetAnswer, answer: Answer) -> Answer:
    return Answer(
        answer.value if change.text is None else parse_answer(question, change.text),
        answer.note if change.note is None else storable_text(change.note),
    )


def _said(change: SetAnswer, answer: Answer) -> SetAnswer:
    """`answer`, in the fields `change` speaks of."""
    return SetAnswer(
        change.code,
        None if change.text is None else "" if answer.value is None else str(answer.value),
        None if change.note is None else answer.note,
    )
