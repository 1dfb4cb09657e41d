"""What a search found as a list: a heading for each kind, then its hits."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from zidesk.storage.search.hits import Hit, HitKind

_NONE = QModelIndex()
HIT_ROLE = Qt.ItemDataRole.UserRole + 1  # the Hit, None for a heading
HEADINGS = {
    HitKind.QUESTION: "Butir",
    HitKind.EVIDENCE: "Bukti",
    HitKind.NOTE: "Catatan jawaban",
    HitKind.PAGE: "Isi PDF",
}


def page_words(hit: Hit) -> str:
    """The page of a PDF on which the words stand, "" for other hits."""
    return "" if hit.page is None else f"hlm. {hit.page}"


def place_words(hit: Hit) -> str:
    """The question's code; the inbox has none."""
    return hit.code or "Kotak masuk"


class SearchModel(QAbstractListModel):
    """Headings can be neither chosen nor reached with the keys."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Hit | HitKind, ...] = ()

    def show(self, hits: tuple[Hit, ...]) -> None:
        """Hits of one kind stand together."""
        rows: list[Hit | HitKind] = []
        kind = None
        for hit in hits:
            if hit.kind is not kind:
                kind = hit.kind
                rows.append(kind)
            rows.append(hit)
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def step(self, row: int, by: int) -> int:
        """The row of the next hit in the direction `by` (1 or -1), around the ends; -1 when there is none."""
        count = len(self._rows)
        for away in range(1, count + 1):
            there = (row + by * away) % count
            if isinstance(self._rows[there], Hit):
                return there
        return -1

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NONE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        return super().flags(index) if index.data(HIT_ROLE) is not None else Qt.ItemFlag.NoItemFlags

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if isinstance(row, HitKind):
            return HEADINGS[row] if role == Qt.ItemDataRole.DisplayRole else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title.text
            case Qt.ItemDataRole.AccessibleTextRole:
                parts = (HEADINGS[row.kind], place_words(row), row.title.text, row.snippet.text, page_words(row))
                return ", ".join(part for part in parts if part)
        return row if role == HIT_ROLE else None
