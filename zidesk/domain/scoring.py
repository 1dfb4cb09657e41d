"""The score of a sheet, computed exactly from the answers each time (Permenpan RB 90/2021, LKE).

A question's score is 0..1; a sub-area is the mean of its questions' scores × its weight; everything above
is a sum. Unanswered counts 0. Nothing is rounded before it is shown.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from zidesk.domain.answer import Answer, AnswerValue, Chosen, Nil, Numbers
from zidesk.domain.instrument import Instrument, Node, Question

TOTAL = "total"


@dataclass(frozen=True, slots=True)
class NodeScore:
    """`score` in points of `weight`; `percent` 0..100."""

    weight: Fraction
    score: Fraction

    @property
    def percent(self) -> Fraction:
        return self.score / self.weight * 100 if self.weight else Fraction(0)


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    """All scores of one moment. `questions` holds 0..1, or None where nothing is answered."""

    nodes: Mapping[str, NodeScore]
    questions: Mapping[str, Fraction | None]

    @property
    def total(self) -> NodeScore:
        return self.nodes[TOTAL]


def score_value(question: Question, value: AnswerValue) -> Fraction:
    """The question's score 0..1 for a value that `parse_answer` accepted."""
    match value:
        case Chosen(key):
            option = question.option(key)
            return option.score if option is not None else Fraction(0)
        case Nil(counts):
            return Fraction(int(counts))
        case Numbers(values):
            if question.formula is None:
                return Fraction(0)
            return min(Fraction(1), max(Fraction(0), question.formula.evaluate(dict(values))))


def score_sheet(instrument: Instrument, answers: Mapping[str, Answer]) -> ScoreSheet:
    """Scores of every node and question; a pure function of the sheet and the answers."""
    questions: dict[str, Fraction | None] = {}
    for question in instrument.questions:
        answer = answers.get(question.code)
        questions[question.code] = (
            None if answer is None or answer.value is None else score_value(question, answer.value)
        )
    nodes: dict[str, NodeScore] = {}
    total = sum((_score_node(node, questions, nodes) for node in instrument.components), Fraction(0))
    nodes[TOTAL] = NodeScore(instrument.weight, total)
    return ScoreSheet(nodes, questions)


def _score_node(node: Node, questions: Mapping[str, Fraction | None], nodes: dict[str, NodeScore]) -> Fraction:
    if node.questions:
        points = sum((questions[question.code] or Fraction(0) for question in node.questions), Fraction(0))
        score = points / len(node.questions) * node.weight
    else:
        score = sum((_score_node(child, questions, nodes) for child in node.children), Fraction(0))
    nodes[node.code] = NodeScore(node.weight, score)
    return score


def question_weight(sub_area: Node) -> Fraction:
    """The points one question of the sub-area can give at most (derived, not a printed figure)."""
    return sub_area.weight / len(sub_area.questions)
