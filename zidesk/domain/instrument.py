"""The assessment sheet (LKE) as values: component → group → area → sub-area → question.

In the result component a group, its only area and, for questions, the only sub-area may carry the same
code ("B.I", "B.I.a"); such nodes have the same weight and score, so a code still names one figure.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from zidesk.domain.errors import UnknownQuestion
from zidesk.domain.formula import Formula


class Level(StrEnum):
    COMPONENT = "component"
    GROUP = "group"
    AREA = "area"
    SUB_AREA = "sub_area"


class AnswerType(StrEnum):
    """How a question is answered (the sheet's `tipe_jawaban`)."""

    YES_NO = "yes_no"
    CHOICE = "choice"
    RATIO = "ratio"  # numbers that give a percentage
    SURVEY = "survey"  # an index 0..4


@dataclass(frozen=True, slots=True)
class Option:
    key: str  # "Ya", "Tidak", "A" … "E"
    text: str
    score: Fraction  # 0..1


@dataclass(frozen=True, slots=True)
class NumberInput:
    """One number of a ratio or survey question. `at_most` is the whole that a part may not exceed."""

    key: str
    label: str
    whole: bool  # whole numbers only
    minimum: Fraction = Fraction(0)
    maximum: Fraction | None = None
    at_most: Formula | None = None


@dataclass(frozen=True, slots=True)
class ExpectedDocument:
    """A paper the sheet's guidance asks for; without a `required` one the best answer is not credible."""

    name: str
    kind: str
    required: bool
    period: str | None = None  # bulanan, triwulan, semester, tahunan, sekali


@dataclass(frozen=True, slots=True)
class Question:
    code: str
    letter: str
    text: str
    short_title: str
    answer_type: AnswerType
    type_label: str  # as printed: "Ya/Tidak", "A/B/C", "%", "Indeks 0-4"
    options: tuple[Option, ...] = ()
    inputs: tuple[NumberInput, ...] = ()
    formula: Formula | None = None  # gives the score 0..1
    explanation: str = ""
    guidance: str = ""
    documents: tuple[ExpectedDocument, ...] = ()
    keywords: tuple[str, ...] = ()
    note: str = ""  # what is uncertain about this question, shown beside it
    confidence: str = "high"

    def option(self, key: str) -> Option | None:
        return next((option for option in self.options if option.key == key), None)


@dataclass(frozen=True, slots=True)
class Node:
    """Component, group, area or sub-area. Sub-areas hold questions, the others hold nodes."""

    code: str
    level: Level
    name: str
    weight: Fraction
    number: str = ""  # "1", "iii"; empty for components and groups
    children: tuple["Node", ...] = ()
    questions: tuple[Question, ...] = ()
    confidence: str = "high"

    def walk(self) -> Iterator["Node"]:
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Threshold:
    """A minimum for WBK or WBBM. `minimum` None: not confirmed by any source, so never decided on."""

    subject: str  # "total", "pengungkit", "persen_per_area_pengungkit", a node code, "prasyarat"
    minimum: Fraction | None
    text: str = ""
    note: str = ""
    confidence: str = "high"


@dataclass(frozen=True, slots=True)
class Place:
    """A question with the nodes above it."""

    component: Node
    group: Node
    area: Node
    sub_area: Node
    question: Question


@dataclass(frozen=True)
class Instrument:
    id: str
    title: str
    regulation: str
    components: tuple[Node, ...]
    thresholds: Mapping[str, tuple[Threshold, ...]]  # "WBK", "WBBM"
    open_questions: tuple[str, ...] = ()
    confirmed: bool = True
    status: str = ""  # e.g. "belum terkonfirmasi"
    columns: tuple[str, ...] = field(default=())  # the official sheet's columns

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Every question in the order of the sheet, with the nodes above it."""
        return tuple(
            Place(component, group, area, sub_area, question)
            for component in self.components
            for group in component.children
            for area in group.children
            for sub_area in area.children
            for question in sub_area.questions
        )

    @cached_property
    def _by_code(self) -> dict[str, Place]:
        return {place.question.code: place for place in self.places}

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        return tuple(place.question for place in self.places)

    @property
    def weight(self) -> Fraction:
        return sum((component.weight for component in self.components), Fraction(0))

    def nodes(self) -> Iterator[Node]:
        for component in self.components:
            yield from component.walk()

    def place(self, code: str) -> Place:
        """The question's place. Raises UnknownQuestion."""
        place = self._by_code.get(code)
        if place is None:
            raise UnknownQuestion(code)
        return place

    def question(self, code: str) -> Question:
        """Raises UnknownQuestion."""
        return self.place(code).question

    def resolve(self, spoken: str) -> str:
        """The full code for what people say: "1.i.a" stands for "A.I.1.i.a". Raises UnknownQuestion.

        Letter case does not matter. A short form is tried under the first group of the first component,
        where assessors' usage puts it; "II.1.i.a" then reaches the second group.
        """
        asked = spoken.strip().strip(".")
        known = {code.casefold(): code for code in self._by_code}
        first = self.components[0]
        for prefix in ("", f"{first.children[0].code}.", f"{first.code}."):
            code = known.get(f"{prefix}{asked}".casefold())
            if code is not None:
                return code
        raise UnknownQuestion(spoken.strip())
