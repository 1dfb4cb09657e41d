"""The bin as a table: what was removed, from where, when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from zidesk.domain.evidence import INBOX, EvidenceUse
from zidesk.domain.indonesian import format_size
from zidesk.ui.wording import time_words

_Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_HEADS = ("Berkas", "Dari", "Dibuang", "Ukuran")


@dataclass(frozen=True, slots=True)
class Removed:
    """A use that lies in the bin since `removed_at`; `question` is the short title of its question, "" for the
    inbox or a question the sheet does not have."""

    use: EvidenceUse
    removed_at: datetime
    question: str = ""


class Column(IntEnum):
    TITLE = 0
    PLACE = 1
    REMOVED = 2
    SIZE = 3


class BinModel(QAbstractTableModel):
    """Rows in the order given: what was removed last comes first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[Removed, ...] = ()

    @property
    def items(self) -> tuple[Removed, ...]:
        return self._items

    def show(self, items: Sequence[Removed]) -> None:
        self.beginResetModel()
        self._items = tuple(items)
        self.endResetModel()

    def rowCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._items)

    def columnCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return _HEADS[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        item = self._items[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _words(item, Column(index.column()))
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return f"{item.use.title}\nBerkas asli: {item.use.original_name}\nDari: {_place(item)}"
            case Qt.ItemDataRole.AccessibleTextRole if index.column() == Column.TITLE:
                return f"{item.use.title}, dari {_place(item)}, dibuang {time_words(item.removed_at)}"
        return None


def _words(item: Removed, column: Column) -> str:
    match column:
        case Column.TITLE:
            return item.use.title
        case Column.PLACE:
            return _place(item)
        case Column.REMOVED:
            return time_words(item.removed_at)
    return format_size(item.use.file.size)


def _place(item: Removed) -> str:
    if item.use.question_code == INBOX:
        return "Kotak masuk"
    return f"{item.use.question_code} {item.question}".strip()


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column == Column.SIZE else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
