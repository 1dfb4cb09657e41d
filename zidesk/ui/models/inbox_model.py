"""The inbox as a list that keeps its place: what was put away goes, what came is added, the rest stays."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from zidesk.domain.evidence import EvidenceUse, FileKind
from zidesk.domain.indonesian import format_date_short, format_size
from zidesk.ui.models.evidence_model import EvidenceModel

_Index = QModelIndex | QPersistentModelIndex


class InboxModel(EvidenceModel):
    """The evidence that has no question yet, by the names of its files."""

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and index.isValid():
            return self.uses[index.row()].original_name  # what the file is known by until it has a place
        return super().data(index, role)


def card_facts(use: EvidenceUse) -> str:
    """The line under a name: pages or the day a photo was taken, and the size."""
    found = use.file.inspection
    if found.pages:
        first = f"{found.pages} halaman"
    elif found.kind is FileKind.IMAGE and found.taken_at is not None:
        first = format_date_short(found.taken_at.date())
    else:
        first = ""
    return " · ".join(part for part in (first, format_size(use.file.size)) if part)
