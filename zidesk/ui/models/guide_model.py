"""The left side of the guide as rows: its chapters by their parts, or what was found in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from zidesk.domain.guide import Guide
from zidesk.services.guide.search import GuideHit

_Index: TypeAlias = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


@dataclass(frozen=True, slots=True)
class GuidePart:
    """The name of a group of chapters; it cannot be chosen."""

    title: str


@dataclass(frozen=True, slots=True)
class GuideEntry:
    """Leads to `anchor` of a chapter. `hit`: what was found there, None for the chapter itself."""

    chapter: str
    anchor: str
    title: str
    hit: GuideHit | None = None


GuideRow: TypeAlias = GuidePart | GuideEntry


class GuideRole(IntEnum):
    ROW = Qt.ItemDataRole.UserRole


class GuideModel(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[GuideRow, ...] = ()

    def show_chapters(self, guide: Guide) -> None:
        rows: list[GuideRow] = []
        part = ""
        for chapter in guide.chapters:
            if chapter.part != part:
                part = chapter.part
                rows.append(GuidePart(part))
            rows.append(GuideEntry(chapter.key, "", chapter.title))
        self._show(rows)

    def show_hits(self, hits: Sequence[GuideHit]) -> None:
        rows: list[GuideRow] = []
        for hit in hits:
            title, inside = hit.chapter.title, hit.section.title
            words = title if inside == title else f"{title} › {inside}"
            rows.append(GuideEntry(hit.chapter.key, hit.section.anchor, words, hit))
        self._show(rows)

    def _show(self, rows: list[GuideRow]) -> None:
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row_of(self, chapter: str) -> int:
        """The row that leads to a chapter as a whole; -1 for none."""
        wanted = (row for row, entry in enumerate(self._rows) if _leads_to(entry, chapter))
        return next(wanted, -1)

    def step(self, row: int, by: int) -> int:
        """The next row in this direction that can be chosen; `row` itself where there is none."""
        place = row + by
        while 0 <= place < len(self._rows):
            if isinstance(self._rows[place], GuideEntry):
                return place
            place += by
        return row

    def rowCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._rows[index.row()], GuideEntry):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == GuideRole.ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            hit = row.hit if isinstance(row, GuideEntry) else None
            return f"{row.title}: {hit.passage.text}" if hit else row.title
        return None


def _leads_to(row: GuideRow, chapter: str) -> bool:
    return isinstance(row, GuideEntry) and row.chapter == chapter and row.hit is None
