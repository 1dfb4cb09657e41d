"""An answer as papers print it."""

from fractions import Fraction

from zidesk.domain.answer import Answer, Chosen, Nil, Numbers
from zidesk.domain.indonesian import format_number, format_plain
from zidesk.domain.instrument import AnswerType, Question

UNANSWERED = "Belum dijawab"


def answer_words(question: Question, answer: Answer, score: Fraction | None) -> str:
    """ "A – text of the option", "agen = 5, perubahan = 7 (skor 71,43 %)", "nihil …" or "Belum dijawab"."""
    match answer.value:
        case Chosen(key):
            option = question.option(key)
            return f"{key} – {option.text}" if option is not None and option.text else key
        case Nil(counts):
            meaning = "dinilai penuh" if counts else "tidak dinilai"
            return f"nihil (tidak ada kejadian, {meaning})"
        case Numbers(values):
            given = ", ".join(f"{key} = {format_plain(value)}" for key, value in values)
            if question.answer_type is AnswerType.SURVEY:
                return f"{given} (skala 0–4)"
            return f"{given} (skor {format_number((score or Fraction(0)) * 100)} %)"
        case _:
            return UNANSWERED


def input_words(question: Question) -> str:
    """What the names of the number inputs stand for; "" where nothing needs saying."""
    return "; ".join(f"{item.key}: {item.label}" for item in question.inputs if len(question.inputs) > 1)
