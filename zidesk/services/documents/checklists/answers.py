"""Answers in few characters, and the place to write one by hand."""

from fractions import Fraction

from zidesk.domain.answer import Answer, Chosen, Nil, Numbers
from zidesk.domain.indonesian import format_number, format_plain
from zidesk.domain.instrument import AnswerType, Question
from zidesk.services.documents.content.answer_words import UNANSWERED
from zidesk.services.documents.model.inline import dots

EMPTY_BOX = "☐"
TICKED_BOX = "☑"


def short_answer(question: Question, answer: Answer, score: Fraction | None) -> str:
    """ "Ya", "B", "agen = 5, perubahan = 7 (71,43 %)", "nihil" or "Belum dijawab"."""
    match answer.value:
        case Chosen(key):
            return key
        case Nil():
            return "nihil"
        case Numbers(values):
            if question.answer_type is AnswerType.SURVEY:
                return "; ".join(format_plain(value) for _, value in values)
            given = ", ".join(f"{key} = {format_plain(value)}" for key, value in values)
            return f"{given} ({format_number((score or Fraction(0)) * 100)} %)"
        case _:
            return UNANSWERED


def blank_answer(question: Question) -> str:
    """Boxes to tick or lines to fill in."""
    if question.options:
        return " · ".join(f"{EMPTY_BOX} {option.key}" for option in question.options)
    return "\n".join(f"{item.label}: {dots(18)}" for item in question.inputs) or dots(40)
