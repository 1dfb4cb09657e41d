"""The evidence of one question as a list that keeps its place: what goes and comes is told row by row."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from zidesk.domain.evidence import EvidenceUse
from zidesk.ui.personal_words import CHIP
from zidesk.ui.redaction_words import COVERED
from zidesk.ui.widgets.evidence_drag import USES_TYPE, mime_of
from zidesk.ui.wording import STATE_WORDS, evidence_lines, fulfils_words, sharing_words

_Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
USE_ROLE = Qt.ItemDataRole.UserRole + 1
SHARED_ROLE = Qt.ItemDataRole.UserRole + 2  # in how many questions the same content is used


class EvidenceModel(QAbstractListModel):
    """Rows are `EvidenceUse` values in order. Selection and scrolling survive `show`; rows can be dragged away."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._uses: tuple[EvidenceUse, ...] = ()
        self._rows: dict[int, int] = {}
        self._rows_of_content: dict[str, list[int]] = {}
        self._shared: Mapping[str, int] = {}

    @property
    def uses(self) -> tuple[EvidenceUse, ...]:
        return self._uses

    def show_others(self, uses: tuple[EvidenceUse, ...]) -> None:
        """The evidence of another question: nothing of the list before is kept."""
        self.beginResetModel()
        self._uses = uses
        self._count()
        self.endResetModel()

    def show(self, uses: tuple[EvidenceUse, ...]) -> None:
        """The same list as it is now."""
        if uses == self._uses:
            return
        self._drop_missing({use.id for use in uses})
        known = {use.id for use in self._uses}
        self._reorder([use for use in uses if use.id in known])
        for first, last in runs([row for row, use in enumerate(uses) if use.id not in known]):
            self.beginInsertRows(_NONE, first, last)
            self._uses = self._uses[:first] + uses[first : last + 1] + self._uses[first:]
            self.endInsertRows()
        changed = [row for row, use in enumerate(uses) if self._uses[row] != use]
        self._uses = uses
        self._count()
        self._tell(changed)

    def share(self, questions: Mapping[str, int]) -> None:
        """In how many questions each content (its sha256) is used; rows where that changed are told."""
        before, self._shared = self._shared, questions
        self._tell(
            [
                row
                for row, use in enumerate(self._uses)
                if before.get(use.file.sha256, 1) != questions.get(use.file.sha256, 1)
            ]
        )

    def row_of(self, use_id: int) -> int:
        """The row of a use, -1 when it is not in the list."""
        return self._rows.get(use_id, -1)

    def rows_of_content(self, sha256: str) -> Sequence[int]:
        return self._rows_of_content.get(sha256, ())

    def _drop_missing(self, wanted: set[int]) -> None:
        for first, last in reversed(runs([row for row, use in enumerate(self._uses) if use.id not in wanted])):
            self.beginRemoveRows(_NONE, first, last)
            self._uses = self._uses[:first] + self._uses[last + 1 :]
            self.endRemoveRows()

    def _reorder(self, kept: list[EvidenceUse]) -> None:
        """Bring the rows that stay into the order of `kept`, taking selection and current row along."""
        before = [use.id for use in self._uses]
        if before == [use.id for use in kept]:
            return
        self.layoutAboutToBeChanged.emit()
        row_of = {use.id: row for row, use in enumerate(kept)}
        old = self.persistentIndexList()
        new = [self.index(row_of[before[index.row()]], 0) for index in old]
        self._uses = tuple(kept)
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _count(self) -> None:
        self._rows = {use.id: row for row, use in enumerate(self._uses)}
        self._rows_of_content = {}
        for row, use in enumerate(self._uses):
            self._rows_of_content.setdefault(use.file.sha256, []).append(row)

    def _tell(self, rows: Sequence[int]) -> None:
        for first, last in runs(rows):
            self.dataChanged.emit(self.index(first, 0), self.index(last, 0))

    # what Qt asks of a model

    def rowCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._uses)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        use = self._uses[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return use.title
            case Qt.ItemDataRole.AccessibleTextRole:
                state = STATE_WORDS[use.file.inspection.state]
                parts = (use.title, *evidence_lines(use), *self._ties(use), state)
                return ", ".join(part for part in parts if part)
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(use)
        if role == SHARED_ROLE:
            return self._shared.get(use.file.sha256, 1)
        return use if role == USE_ROLE else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def mimeTypes(self) -> list[str]:
        return [USES_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return mime_of([self._uses[row].id for row in sorted({index.row() for index in indexes})])

    def _ties(self, use: EvidenceUse) -> tuple[str, ...]:
        """Whether it holds personal data, is covered in part, what it stands for, where else it is used."""
        count = self._shared.get(use.file.sha256, 1)
        shared = sharing_words(count) if count > 1 else ""
        personal = CHIP if use.personal else ""
        return (personal, COVERED if use.covered else "", fulfils_words(use), shared)

    def _tip(self, use: EvidenceUse) -> str:
        found = use.file.inspection
        trouble = STATE_WORDS[found.state].capitalize()
        lines = (
            use.title,
            f"Berkas asli: {use.original_name}",
            f"{trouble}: {found.state_detail}" if trouble and found.state_detail else trouble,
            *self._ties(use),
            f"Catatan: {use.note}" if use.note else "",
        )
        return "\n".join(line for line in lines if line)


def runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Ascending rows as spans from the first to the last of those that follow one another."""
    spans: list[tuple[int, int]] = []
    for row in rows:
        if spans and spans[-1][1] == row - 1:
            spans[-1] = (spans[-1][0], row)
        else:
            spans.append((row, row))
    return spans
