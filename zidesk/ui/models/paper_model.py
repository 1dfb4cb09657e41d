"""The papers as cards under the headings of their groups."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from zidesk.domain.indonesian import format_number
from zidesk.ui.widgets.papers.words import GROUPS, StandingWords, group_of, icon_of, place_of, standing_words

if TYPE_CHECKING:
    from zidesk.services.papers.standing import KindStatus

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class PaperCard:
    """What a card shows."""

    kind: str
    title: str
    icon: str
    standing: StandingWords
    in_bundle: bool

    @property
    def name(self) -> str:
        """What is read aloud."""
        inside = ", masuk ke paket" if self.in_bundle else ""
        return f"{self.title}, {self.standing.text}{inside}"


@dataclass(frozen=True)
class PaperHeading:
    title: str


class PaperRole(IntEnum):
    ROW = Qt.ItemDataRole.UserRole  # PaperCard or PaperHeading


def card_of(status: "KindStatus") -> PaperCard:
    whole, kind = status.whole, status.whole.kind
    title = kind.title
    if status.parts:
        title = f"{title} · {format_number(len(status.parts), 0)} pegawai"
    included = whole.record.in_bundle or any(part.record.in_bundle for part in status.parts)
    words = standing_words(whole.standing, whole.record, status.signed_parts)
    return PaperCard(kind.key, title, icon_of(kind.key), words, included)


class PaperModel(QAbstractListModel):
    """Cards can be chosen and dropped on; headings cannot."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[PaperCard | PaperHeading, ...] = ()

    def show_statuses(self, statuses: "Sequence[KindStatus]") -> None:
        """The same kinds change in their places, so that the choice stays."""
        cards = [card_of(status) for status in statuses]
        rows: list[PaperCard | PaperHeading] = []
        for group in GROUPS:
            of_group = [card for card in cards if group_of(card.kind) == group]
            of_group.sort(key=lambda card: place_of(card.kind))
            if of_group:
                rows += [PaperHeading(group), *of_group]
        same = [_key(row) for row in rows] == [_key(row) for row in self._rows]
        if not same:
            self.beginResetModel()
        before, self._rows = self._rows, tuple(rows)
        if not same:
            self.endResetModel()
            return
        for place, (old, new) in enumerate(zip(before, self._rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(place), self.index(place))

    def row_of(self, kind: str) -> int:
        """-1 where there is none."""
        return next((place for place, row in enumerate(self._rows) if _key(row) == kind), -1)

    def card_at(self, index: Index) -> PaperCard | None:
        row = self._rows[index.row()] if index.isValid() else None
        return row if isinstance(row, PaperCard) else None

    def first_kind(self) -> str:
        """ "" while there are none."""
        return next((row.kind for row in self._rows if isinstance(row, PaperCard)), "")

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == PaperRole.ROW:
            return row
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.name if isinstance(row, PaperCard) else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.name if isinstance(row, PaperCard) else row.title
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.card_at(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


def _key(row: PaperCard | PaperHeading) -> str:
    return row.kind if isinstance(row, PaperCard) else f"/{row.title}"
