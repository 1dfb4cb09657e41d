"""What a better answer to one question would add to the score: the next step of each, best first."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from zidesk.domain.answer import Answer, AnswerValue, Nil
from zidesk.domain.instrument import AnswerType, Instrument, Option, Place
from zidesk.domain.scoring import question_weight, score_value

CHEAPEST = 10


@dataclass(frozen=True, slots=True)
class Gain:
    """One step. `points` are those of the whole sheet; `after` None: numbers that give the full score."""

    place: Place
    before: AnswerValue | None
    after: Option | None
    points: Fraction

    @property
    def code(self) -> str:
        return self.place.question.code


def gains(instrument: Instrument, answers: Mapping[str, Answer]) -> tuple[Gain, ...]:
    """The next step of every question that has one, the largest gain first, ties in the order of the sheet.

    Answered: the next better option, or for a ratio the full score. Unanswered: the best answer. An answered
    survey is what respondents said and "tidak ada kejadian" is no deed: neither is a step anyone can take.
    """
    found = [
        gain
        for place in instrument.places
        if (gain := _next_step(place, answers.get(place.question.code, Answer(None)).value)) is not None
    ]
    return tuple(sorted(found, key=lambda gain: -gain.points))


def _next_step(place: Place, value: AnswerValue | None) -> Gain | None:
    question = place.question
    if isinstance(value, Nil) or (value is not None and question.answer_type is AnswerType.SURVEY):
        return None
    now = Fraction(0) if value is None else score_value(question, value)
    after: Option | None = None
    then = Fraction(1)
    if question.options:
        better = [option for option in question.options if option.score > now]
        if not better:
            return None
        after = (max if value is None else min)(better, key=lambda option: option.score)
        then = after.score
    points = (then - now) * question_weight(place.sub_area)
    return Gain(place, value, after, points) if points > 0 else None
