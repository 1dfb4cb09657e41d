"""The sheet as a tree: components, groups, areas, sub-areas and their questions, with scores and marks."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from zidesk.domain.assessment import Assessment
from zidesk.domain.gaps import missing_documents
from zidesk.domain.indonesian import format_number
from zidesk.domain.instrument import Instrument, Node, Question
from zidesk.domain.scoring import question_weight
from zidesk.ui.marks import Mark, mark_of
from zidesk.ui.wording import node_label, percent_words

_Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class Role:
    """What the delegate and the filter ask for."""

    CODE = Qt.ItemDataRole.UserRole + 1
    LABEL = Qt.ItemDataRole.UserRole + 2  # "1", "iii", "b"
    MARK = Qt.ItemDataRole.UserRole + 3  # the name of a Mark (PySide 6.4 takes no Enum from a model); "" for nodes
    FIGURE = Qt.ItemDataRole.UserRole + 4  # right-aligned: "79,4 %", or the number of evidence
    SHARE = Qt.ItemDataRole.UserRole + 5  # 0..1 of a node's weight; None for questions
    ANSWERED = Qt.ItemDataRole.UserRole + 6  # bool, of a question
    MISSING = Qt.ItemDataRole.UserRole + 7  # how many required documents of a question nothing stands for


@dataclass(eq=False)
class Item:
    """A row of the tree. Exactly one of `node` and `question` is set."""

    code: str
    label: str
    name: str
    parent: "Item | None"
    node: Node | None = None
    question: Question | None = None
    row: int = 0
    id: int = 0  # place in the model's list
    children: list["Item"] = field(default_factory=list)
    mark: Mark | None = None
    figure: str = ""
    share: float | None = None
    answered: bool = False
    missing: int = 0
    tip: str = ""
    seen: object = None  # the values that the row was worded from

    def add(self, item: "Item") -> "Item":
        item.row = len(self.children)
        self.children.append(item)
        return item

    def walk(self) -> Iterator["Item"]:
        for child in self.children:
            yield child
            yield from child.walk()


class InstrumentModel(QAbstractItemModel):
    """One column. The sheet is fixed; `show` brings new figures and tells only of rows that changed."""

    def __init__(self, instrument: Instrument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = Item("", "", "", None)
        for component in instrument.components:
            _add_node(self._root, component)
        self._items = (self._root, *self._root.walk())
        for number, item in enumerate(self._items):
            item.id = number
        self._questions = {item.code: item for item in self._root.walk() if item.question is not None}
        self._weights = {place.question.code: question_weight(place.sub_area) for place in instrument.places}

    def show(self, assessment: Assessment) -> None:
        """Words are made anew only for the rows whose values are others."""
        scores = assessment.scores
        for item in self._items[1:]:
            seen: object
            if item.question is not None:
                seen = (scores.questions[item.code], assessment.uses_of(item.code))
            else:
                seen = scores.nodes[item.code]
            if seen == item.seen:
                continue
            item.seen = seen
            if item.question is not None:
                self._word_question(item, item.question, assessment)
            else:
                _word_node(item, assessment)
            index = self._index(item)
            self.dataChanged.emit(index, index)

    def _word_question(self, item: Item, question: Question, assessment: Assessment) -> None:
        score, uses = assessment.scores.questions[item.code], assessment.uses_of(item.code)
        item.mark, item.figure = mark_of(assessment, item.code), str(len(uses))
        item.answered = score is not None
        item.missing = len(missing_documents(assessment, item.code))
        weight = self._weights[item.code]
        papers = f" · {item.missing} dokumen wajib belum ada" if item.missing else ""
        item.tip = (
            f"{item.code} {question.text}\n"
            f"{item.mark.value.capitalize()} · {len(uses)} bukti{papers}"
            f" · nilai {format_number((score or 0) * weight)} dari {format_number(weight)}"
        )

    def index_of(self, code: str) -> QModelIndex:
        """The row of a question; an invalid index for an unknown code."""
        item = self._questions.get(code)
        return QModelIndex() if item is None else self._index(item)

    # what Qt asks of a model

    def index(self, row: int, column: int, parent: _Index = _NONE) -> QModelIndex:
        siblings = self._item(parent).children
        if column != 0 or not 0 <= row < len(siblings):
            return QModelIndex()
        return self._index(siblings[row])

    def parent(self, child: _Index = _NONE) -> QModelIndex:  # type: ignore[override]
        above = self._item(child).parent if child.isValid() else None
        if above is None or above is self._root:
            return QModelIndex()
        return self._index(above)

    def rowCount(self, parent: _Index = _NONE) -> int:
        return len(self._item(parent).children)

    def columnCount(self, _parent: _Index = _NONE) -> int:
        return 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        item = self._item(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return item.name
            case Qt.ItemDataRole.ToolTipRole:
                return item.tip
            case Qt.ItemDataRole.AccessibleTextRole:
                if item.mark is None:
                    return f"{item.label} {item.name}, {item.figure}"
                return f"{item.label} {item.name}, {item.mark.value}, {item.figure} bukti"
            case Role.CODE:
                return item.code if item.question is not None else ""
            case Role.LABEL:
                return item.label
            case Role.MARK:
                return item.mark.name if item.mark is not None else ""
            case Role.FIGURE:
                return item.figure
            case Role.SHARE:
                return item.share
            case Role.ANSWERED:
                return item.answered
            case Role.MISSING:
                return item.missing
        return None

    def _item(self, index: _Index) -> Item:
        return self._items[index.internalId()] if index.isValid() else self._root

    def _index(self, item: Item) -> QModelIndex:
        return self.createIndex(item.row, 0, item.id)


def _word_node(item: Item, assessment: Assessment) -> None:
    found = assessment.scores.nodes[item.code]
    item.figure, item.share = percent_words(found.percent), float(found.percent) / 100
    item.tip = f"{item.code} {item.name}\nNilai {format_number(found.score)} dari {format_number(found.weight)}"


def _add_node(above: Item, node: Node) -> None:
    item = above.add(Item(node.code, node_label(node), node.name, above, node=node))
    below = node
    while len(below.children) == 1 and below.children[0].code == node.code:
        below = below.children[0]  # a group whose only area is itself stands once
    for child in below.children:
        _add_node(item, child)
    for question in below.questions:
        item.add(Item(question.code, question.letter, question.short_title, item, question=question))
