"""The pages of the portal after its first two: each area with its sub-areas, questions and evidence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from zidesk.domain.answer import Answer, Chosen, Nil, Numbers
from zidesk.domain.archive_layout import BundlePlan, Omission, PlannedFile
from zidesk.domain.assessment import Assessment
from zidesk.domain.indonesian import format_number, format_plain
from zidesk.domain.instrument import AnswerType, Node, Place, Question
from zidesk.domain.scoring import NodeScore, question_weight
from zidesk.services.documents.content.answer_words import UNANSWERED, answer_words, input_words
from zidesk.services.portal.evidence_cards import EvidenceCard, evidence_card
from zidesk.services.portal.menu_names import menu_name, spoken_code
from zidesk.services.portal.safe_text import fragment, paragraphs, plain


@dataclass(frozen=True, slots=True)
class OmittedCard:
    title: str
    original_name: str
    reason: str


@dataclass(frozen=True, slots=True)
class QuestionCard:
    """`tone`: "ok", "part", "none" or "open" (not answered), always said in words as well."""

    anchor: str
    code: str
    spoken: str
    text: str
    answer: str
    inputs: str
    chip: str
    tone: str
    score: str
    weight: str
    note: str
    doubt: str
    evidence: tuple[EvidenceCard, ...]
    omitted: tuple[OmittedCard, ...]


@dataclass(frozen=True, slots=True)
class SubAreaPart:
    anchor: str
    href: str
    number: str
    name: str
    score: NodeScore
    questions: tuple[QuestionCard, ...]


@dataclass(frozen=True, slots=True)
class GroupPart:
    """The sub-areas of one group of the page's area; `name` is empty where there is only one."""

    name: str
    sub_areas: tuple[SubAreaPart, ...]


@dataclass(frozen=True, slots=True)
class AreaPage:
    anchor: str
    href: str
    menu: str
    title: str
    score: NodeScore
    groups: tuple[GroupPart, ...]
    questions: int
    answered: int
    evidence: int
    areas: tuple[str, ...]  # codes of the areas shown


def question_anchor(code: str) -> str:
    return f"butir-{code}"


def sub_area_anchor(code: str) -> str:
    return f"sub-{code}"


def area_pages(
    assessment: Assessment, plan: BundlePlan, omissions: tuple[Omission, ...], packs: Mapping[int, int]
) -> tuple[AreaPage, ...]:
    """One page for each area of the enabler component, its groups together, and one for each other component;
    only what the bundle covers. `packs`: see `Enclosures`."""
    cards = _Cards(assessment, plan, omissions, packs)
    enabler = assessment.instrument.components[0].code
    pages: dict[str, list[Place]] = {}
    for place in plan.places:
        of_enabler = place.component.code == enabler
        key = f"area-{place.area.number or place.area.code}" if of_enabler else f"komponen-{place.component.code}"
        pages.setdefault(key, []).append(place)
    return tuple(_page(anchor, places, cards) for anchor, places in pages.items())


@dataclass(frozen=True)
class _Cards:
    """Makes the cards of questions; knows where each file stands in the plan."""

    assessment: Assessment
    plan: BundlePlan
    omissions: tuple[Omission, ...]
    packs: Mapping[int, int]
    _places: dict[str, int] = field(default_factory=dict)
    _omitted: dict[str, list[OmittedCard]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._places.update((item.path, place) for place, item in enumerate(self.plan.files))
        for item in self.omissions:
            title = plain(item.title) or plain(item.original_name)
            card = OmittedCard(title, plain(item.original_name), plain(item.reason))
            self._omitted.setdefault(item.question_code, []).append(card)

    def question(self, place: Place) -> QuestionCard:
        question = place.question
        answer = self.assessment.answer_of(question.code)
        score = self.assessment.scores.questions[question.code]
        weight = question_weight(place.sub_area)
        files = self.plan.by_question.get(question.code, ())
        return QuestionCard(
            anchor=question_anchor(question.code),
            code=question.code,
            spoken=spoken_code(self.assessment.instrument, question.code),
            text=plain(question.text),
            answer=plain(answer_words(question, answer, score)),
            inputs=plain(input_words(question)),
            chip=_chip(question, answer, score),
            tone=_tone(score),
            score=format_number((score or Fraction(0)) * weight),
            weight=format_number(weight),
            note=paragraphs(answer.note),
            doubt=plain(question.note) if question.confidence != "high" else "",
            evidence=tuple(map(self._evidence, files)),
            omitted=tuple(self._omitted.get(question.code, ())),
        )

    def _evidence(self, item: PlannedFile) -> EvidenceCard:
        place = self._places[item.path]
        return evidence_card(item, place, self.packs.get(place, 0))

    def sub_area(self, places: Sequence[Place]) -> SubAreaPart:
        node = places[0].sub_area
        anchor = sub_area_anchor(node.code)
        return SubAreaPart(
            anchor,
            fragment(anchor),
            plain(node.number),
            plain(node.name),
            self.assessment.scores.nodes[node.code],
            tuple(self.question(place) for place in places),
        )


def _page(anchor: str, places: Sequence[Place], cards: _Cards) -> AreaPage:
    groups: dict[str, dict[str, list[Place]]] = {}
    for place in places:
        groups.setdefault(place.group.code, {}).setdefault(place.sub_area.code, []).append(place)
    names = {place.group.code: place.group.name for place in places}
    in_component = len(places[0].component.children)
    parts = tuple(
        GroupPart(
            plain(names[code]) if in_component > 1 else "",
            tuple(cards.sub_area(own) for own in sub_areas.values()),
        )
        for code, sub_areas in groups.items()
    )
    of_area = anchor.startswith("area-")
    node = places[0].area if of_area else places[0].component
    questions = [question for part in parts for sub_area in part.sub_areas for question in sub_area.questions]
    return AreaPage(
        anchor=anchor,
        href=fragment(anchor),
        menu=plain(menu_name(node.name)),
        title=plain(f"{node.number or node.code} {node.name}"),
        score=_together({place.area.code: place.area for place in places}, cards.assessment),
        groups=parts,
        questions=len(questions),
        answered=sum(question.tone != "open" for question in questions),
        evidence=sum(len(question.evidence) for question in questions),
        areas=tuple(dict.fromkeys(place.area.code for place in places)),
    )


def _together(areas: Mapping[str, Node], assessment: Assessment) -> NodeScore:
    own = [assessment.scores.nodes[code] for code in areas]
    zero = Fraction(0)
    return NodeScore(sum((one.weight for one in own), zero), sum((one.score for one in own), zero))


def _chip(question: Question, answer: Answer, score: Fraction | None) -> str:
    """The answer in a word and its score 0..1: "B · 0,67"."""
    if score is None:
        return UNANSWERED
    match answer.value:
        case Chosen(key):
            word = key
        case Nil():
            word = "nihil"
        case Numbers(values) if question.answer_type is AnswerType.SURVEY:
            word = ", ".join(format_plain(value) for _, value in values)
        case _:
            word = f"{format_number(score * 100)} %"
    return f"{plain(word)} · {format_number(score)}"


def _tone(score: Fraction | None) -> str:
    if score is None:
        return "open"
    if score == 0:
        return "none"
    return "ok" if score >= Fraction(1, 2) else "part"
