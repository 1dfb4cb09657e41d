"""The result component: what is measured, the limits, and where the school stands."""

from collections.abc import Iterator
from fractions import Fraction

from zidesk.domain.criteria import Criterion
from zidesk.domain.indonesian import format_number
from zidesk.domain.instrument import Node, Question
from zidesk.domain.profile import TARGETS
from zidesk.services.documents.content.certainty import MARK, subject_of, uncertain_limits
from zidesk.services.documents.letters.kind import PaperFacts
from zidesk.services.documents.model.blocks import Heading, Item, ItemList, Paragraph
from zidesk.services.documents.model.document import Block
from zidesk.services.documents.model.numbering import roman
from zidesk.services.documents.model.table import Cell, Column, Row, Table
from zidesk.services.documents.work_plan.texts import plan_text, text_above, text_if_any

_UNKNOWN = "belum terkonfirmasi"
_NONE = "–"
_FIGURES = (*(Column(target, 24, "right") for target in TARGETS), Column("Nilai saat ini", 26, "right"))


def result_blocks(facts: PaperFacts) -> Iterator[Block]:
    """Raises TemplateFaulty."""
    yield Heading(2, "Komponen Hasil")
    yield from plan_text(facts, "hasil")
    groups = _groups(facts)
    for number, group in enumerate(groups, start=1):
        yield Heading(3, group.name)
        yield from text_if_any(facts, f"hasil_{roman(number)}")
        yield from _measures(group)
    marked = " Tanda *) berarti batasnya belum dapat dipastikan dari sumber yang tersedia."
    note = marked if any(uncertain_limits(facts.assessment.instrument)) else ""
    yield Paragraph(f"Target dan nilai komponen hasil adalah sebagai berikut.{note}", keep=True)
    yield _score_table(facts, groups)
    yield Heading(3, "Syarat Penetapan WBK dan WBBM")
    yield from text_above(facts, "syarat")
    yield _limits_table(facts)


def _groups(facts: PaperFacts) -> list[Node]:
    return [group for component in facts.assessment.instrument.components[1:] for group in component.children]


def _questions(group: Node) -> list[Question]:
    return [question for node in group.walk() for question in node.questions]


def _measures(group: Node) -> Iterator[Block]:
    """The measures with the steps they are rated by, the best first."""
    yield Paragraph("Ukuran yang digunakan:", keep=True)
    yield ItemList(tuple(_measure(question) for question in _questions(group)), "a.")


def _measure(question: Question) -> Item:
    steps = tuple(Item(option.text) for option in question.options)
    return Item(question.text, ItemList(steps, "1)", space=2) if steps else None)


def _score_table(facts: PaperFacts, groups: list[Node]) -> Table:
    """Weight, limits and score of each result and its measures; the total without limits of its own."""
    rows: list[Row] = []
    for group in groups:
        rows.append(_score_row(facts, "", group.name, group.code, group.weight, bold=True))
        parts = [part for area in group.children for part in area.children]
        for number, part in enumerate(parts, start=1):
            rows.append(_score_row(facts, f"{number}.", part.name, part.code, part.weight))
    weight = sum((group.weight for group in groups), Fraction(0))
    value = _score(facts, *(group.code for group in groups))
    total = ("", "Jumlah komponen hasil", format_number(weight), "", "", value)
    rows.append(Row(tuple(map(Cell, total)), bold=True))
    columns = (Column("No.", 10, "center"), Column("Ukuran"), Column("Bobot", 18, "right"), *_FIGURES)
    return Table(columns, tuple(rows), size=9.5)


def _score_row(
    facts: PaperFacts, number: str, name: str, code: str, weight: Fraction, *, bold: bool = False
) -> Row:
    limits = [_limit(facts, target, code) for target in TARGETS]
    texts = (number, name, format_number(weight), *limits, _score(facts, code))
    return Row(tuple(map(Cell, texts)), bold=bold, keep=True)


def _score(facts: PaperFacts, *codes: str) -> str:
    """What the sheet gives these nodes together today; a dash where nothing is answered."""
    assessment = facts.assessment
    below = [
        question for node in assessment.instrument.nodes() if node.code in codes for question in _questions(node)
    ]
    if all(assessment.scores.questions[question.code] is None for question in below):
        return _NONE
    return format_number(sum((assessment.scores.nodes[code].score for code in codes), Fraction(0)))


def _limit(facts: PaperFacts, target: str, code: str) -> str:
    """The limit for a criterion, a dash if this predicate sets none."""
    found = [item for item in facts.assessment.criteria[target] if item.id == code]
    return _limit_text(facts, target, found[0]) if found else _NONE


def _limit_text(facts: PaperFacts, target: str, criterion: Criterion) -> str:
    if criterion.minimum is None:
        return _UNKNOWN
    if criterion.id == "prasyarat":
        return "wajib"
    subject = (target, subject_of(criterion.id))
    mark = MARK if subject in uncertain_limits(facts.assessment.instrument) else ""
    return f"{format_number(criterion.minimum)}{' %' if criterion.percent else ''}{mark}"


def _limits_table(facts: PaperFacts) -> Table:
    """Every criterion of either predicate with its limits and the value of today."""
    criteria = facts.assessment.criteria
    merged = {item.id: item for target in TARGETS for item in criteria[target]}
    rows: list[Row] = []
    for number, item in enumerate(merged.values(), start=1):
        limits = (_limit(facts, target, item.id) for target in TARGETS)
        texts = (f"{number}.", item.label, *limits, _value(facts, item))
        rows.append(Row(tuple(map(Cell, texts)), keep=number < len(merged)))
    columns = (Column("No.", 10, "center"), Column("Syarat minimal"), *_FIGURES)
    return Table(columns, tuple(rows), size=9.5)


def _value(facts: PaperFacts, criterion: Criterion) -> str:
    if criterion.id == "prasyarat":
        return "sudah" if criterion.met else "belum"
    if not facts.assessment.counts.answered:
        return _NONE
    if criterion.id in {node.code for node in facts.assessment.instrument.nodes()}:
        return _score(facts, criterion.id)
    return f"{format_number(criterion.value)}{' %' if criterion.percent else ''}"
