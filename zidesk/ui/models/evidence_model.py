"""The evidence of one question as a list."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from zidesk.domain.evidence import EvidenceUse
from zidesk.ui.wording import STATE_WORDS, evidence_lines

_NONE = QModelIndex()
USE_ROLE = Qt.ItemDataRole.UserRole + 1


class EvidenceModel(QAbstractListModel):
    """Rows are `EvidenceUse` values in their order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._uses: tuple[EvidenceUse, ...] = ()

    @property
    def uses(self) -> tuple[EvidenceUse, ...]:
        return self._uses

    def show(self, uses: tuple[EvidenceUse, ...]) -> None:
        if uses == self._uses:
            return
        self.beginResetModel()
        self._uses = uses
        self.endResetModel()

    def row_of(self, use_id: int) -> int:
        """The row of a use, -1 when it is not in the list."""
        return next((row for row, use in enumerate(self._uses) if use.id == use_id), -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NONE) -> int:
        return 0 if parent.isValid() else len(self._uses)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        use = self._uses[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return use.title
            case Qt.ItemDataRole.AccessibleTextRole:
                parts = (use.title, *evidence_lines(use), STATE_WORDS[use.file.inspection.state])
                return ", ".join(part for part in parts if part)
            case Qt.ItemDataRole.ToolTipRole:
                found = use.file.inspection
                lines = [use.title, f"Berkas asli: {use.original_name}"]
                if found.state_detail:
                    lines.append(f"{STATE_WORDS[found.state].capitalize()}: {found.state_detail}")
                if use.note:
                    lines.append(f"Catatan: {use.note}")
                return "\n".join(lines)
        return use if role == USE_ROLE else None
