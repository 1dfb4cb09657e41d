"""Questions to choose from: found by code or words, several at a time ticked."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from zidesk.domain.instrument import Instrument, Place
from zidesk.ui.wording import node_label

_Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
PLACE_ROLE = Qt.ItemDataRole.UserRole + 1
TAKEN_ROLE = Qt.ItemDataRole.UserRole + 2  # bool: it has the evidence already


def spoken_codes(place: Place) -> tuple[str, ...]:
    """What people call a question, longest first: "A.I.1.i.a", "I.1.i.a", "1.i.a"."""
    code = place.question.code
    without_component = code.removeprefix(f"{place.component.code}.")
    without_group = code.removeprefix(f"{place.group.code}.")
    return tuple(dict.fromkeys((code, without_component, without_group)))


def place_words(place: Place) -> str:
    """Where a question stands: "Pemenuhan › 1 Manajemen Perubahan › iii Pemantauan"."""
    names = []
    for node in (place.group, place.area, place.sub_area):
        name = f"{node_label(node)} {node.name}" if node.number else node.name
        if name not in names:
            names.append(name)
    return " › ".join(names)


_EXACT, _CODE, _TITLE, _ELSEWHERE, _NOT_MEANT = range(5)


@dataclass(frozen=True, slots=True)
class _Entry:
    """What a question is found by, without capitals."""

    place: Place
    codes: tuple[str, ...]
    title: frozenset[str]  # words
    everything: frozenset[str]

    def rank(self, asked: Sequence[str]) -> int:
        if len(asked) == 1:
            code = asked[0].strip(".")
            if code in self.codes:
                return _EXACT
            if code and any(known.startswith(code) for known in self.codes):
                return _CODE
        if _begin_words(asked, self.title):
            return _TITLE
        return _ELSEWHERE if _begin_words(asked, self.everything) else _NOT_MEANT


class QuestionFinder:
    """Finds what was typed among the questions of a sheet, fast enough for every key."""

    def __init__(self, instrument: Instrument) -> None:
        self._entries = tuple(_entry(place) for place in instrument.places)

    def matching(self, typed: str) -> tuple[Place, ...]:
        """The questions that may be meant, the likeliest first; all of them for an empty text.

        A code or the beginning of one finds those questions; words find where each of them begins a word of the
        question, its keywords or the nodes above it, those with all of them in the title first.
        """
        asked = typed.casefold().split()
        if not asked:
            return tuple(entry.place for entry in self._entries)
        ranked = sorted((entry.rank(asked), number) for number, entry in enumerate(self._entries))
        return tuple(self._entries[number].place for rank, number in ranked if rank < _NOT_MEANT)


def _entry(place: Place) -> _Entry:
    question, codes = place.question, tuple(code.casefold() for code in spoken_codes(place))
    nodes = (place.group.name, place.area.name, place.sub_area.name)
    everything = _words(question.short_title, question.text, *question.keywords, *nodes).union(codes)
    return _Entry(place, codes, _words(question.short_title), everything)


def _words(*texts: str) -> frozenset[str]:
    return frozenset(
        word.strip("().,;:\"'") for text in texts for word in text.casefold().replace("/", " ").split()
    )


def _begin_words(asked: Sequence[str], words: Collection[str]) -> bool:
    return all(any(word.startswith(part) for word in words) for part in asked)


class QuestionChoiceModel(QAbstractListModel):
    """`taken` questions are shown and cannot be ticked. Ticks outlive a change of what is shown."""

    def __init__(self, instrument: Instrument, taken: Collection[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._instrument = instrument
        self._taken = frozenset(taken)
        self._ticked: set[str] = set()
        self._places = instrument.places
        self._finder = QuestionFinder(instrument)

    @property
    def places(self) -> tuple[Place, ...]:
        return self._places

    @property
    def ticked(self) -> list[str]:
        """Codes in the order of the sheet."""
        return [place.question.code for place in self._instrument.places if place.question.code in self._ticked]

    def show_matching(self, typed: str) -> None:
        found = self._finder.matching(typed)
        if found != self._places:
            self.beginResetModel()
            self._places = found
            self.endResetModel()

    def is_free(self, row: int) -> bool:
        return 0 <= row < len(self._places) and self._places[row].question.code not in self._taken

    def toggle(self, row: int) -> None:
        if self.is_free(row):
            self._ticked ^= {self._places[row].question.code}
            self.dataChanged.emit(self.index(row, 0), self.index(row, 0), [Qt.ItemDataRole.CheckStateRole])

    def rowCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._places)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        place = self._places[index.row()]
        code, title = place.question.code, place.question.short_title
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{code} {title}"
            case Qt.ItemDataRole.AccessibleTextRole:
                state = "sudah memakai bukti ini" if code in self._taken else ""
                state = state or ("dipilih" if code in self._ticked else "tidak dipilih")
                return f"{code} {title}, {state}"
            case Qt.ItemDataRole.ToolTipRole:
                return f"{code} {place.question.text}\n{place_words(place)}"
            case Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if code in self._ticked else Qt.CheckState.Unchecked
            case _ if role == TAKEN_ROLE:
                return code in self._taken
        return place if role == PLACE_ROLE else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and not self.is_free(index.row()):
            return flags & ~Qt.ItemFlag.ItemIsEnabled
        return flags
