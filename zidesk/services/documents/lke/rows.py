"""The rows of the LKE sheet in its order, each knowing which rows it is summed up from."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property

from zidesk.domain.instrument import AnswerType, Instrument, Level, Node, NumberInput, Question
from zidesk.domain.scoring import TOTAL


class RowKind(Enum):
    TOTAL = auto()
    COMPONENT = auto()
    GROUP = auto()
    AREA = auto()
    SUB_AREA = auto()
    QUESTION = auto()
    INPUT = auto()  # one number of a ratio
    NIL = auto()  # where "nihil" is chosen for a ratio


_KINDS = {
    Level.COMPONENT: RowKind.COMPONENT,
    Level.GROUP: RowKind.GROUP,
    Level.AREA: RowKind.AREA,
    Level.SUB_AREA: RowKind.SUB_AREA,
}


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row; `line` counts from 1. `parts`: the lines directly below it (of a node its nodes or
    questions, of a question its inputs, the nil row last), and for the input rows those of their question;
    `last`: the last line that belongs to it."""

    line: int
    level: int  # outline, 0 = always seen
    kind: RowKind
    code: str = ""
    node: Node | None = None
    question: Question | None = None
    item: NumberInput | None = None
    parts: tuple[int, ...] = ()
    last: int = 0

    @property
    def sums_questions(self) -> bool:
        return self.node is not None and bool(self.node.questions)


@dataclass(frozen=True)
class SheetRows:
    rows: tuple[SheetRow, ...]

    @cached_property
    def line_of(self) -> dict[str, int]:
        """The line of a node's figures by its code, and of the total. Nodes of one code have one figure."""
        return {row.code: row.line for row in self.rows if row.node is not None or row.kind is RowKind.TOTAL}


def answered_in_place(question: Question) -> bool:
    """Whether the answer stands in the question's own row: an option, or the one figure of a survey."""
    return not question.inputs or (question.answer_type is AnswerType.SURVEY and len(question.inputs) == 1)


def sheet_rows(instrument: Instrument, first_line: int) -> SheetRows:
    """All rows, the total first: every row stands above what it sums up."""
    below: list[SheetRow] = []
    parts: list[int] = []
    for component in instrument.components:
        parts.append(first_line + 1 + len(below))
        below.extend(_node_rows(component, parts[-1], 0))
    total = SheetRow(first_line, 0, RowKind.TOTAL, TOTAL, parts=tuple(parts), last=first_line + len(below))
    return SheetRows((total, *below))


def _node_rows(node: Node, line: int, level: int) -> list[SheetRow]:
    below: list[SheetRow] = []
    parts: list[int] = []
    for child in _children(node):
        parts.append(line + 1 + len(below))
        below.extend(_node_rows(child, parts[-1], level + 1))
    for question in node.questions:
        parts.append(line + 1 + len(below))
        below.extend(_question_rows(question, parts[-1], level + 1))
    own = SheetRow(line, level, _KINDS[node.level], node.code, node, parts=tuple(parts), last=line + len(below))
    return [own, *below]


def _children(node: Node) -> Iterator[Node]:
    """The nodes below; a lone node of the same code only passes its figures on and is not printed."""
    for child in node.children:
        if len(node.children) == 1 and child.code == node.code and child.children:
            yield from _children(child)
        else:
            yield child


def _question_rows(question: Question, line: int, level: int) -> list[SheetRow]:
    items: list[NumberInput | None] = []
    if not answered_in_place(question):
        items.extend(question.inputs)
        if question.answer_type is AnswerType.RATIO:
            items.append(None)
    parts = tuple(range(line + 1, line + 1 + len(items)))
    below = [
        SheetRow(
            at,
            level + 1,
            RowKind.NIL if item is None else RowKind.INPUT,
            question.code,
            question=question,
            item=item,
            parts=parts,
            last=at,
        )
        for at, item in zip(parts, items, strict=True)
    ]
    own = SheetRow(
        line,
        level,
        RowKind.QUESTION,
        question.code,
        question=question,
        parts=parts,
        last=line + len(parts),
    )
    return [own, *below]
