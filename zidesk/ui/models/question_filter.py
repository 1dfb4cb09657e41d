"""Shows only the questions in a certain state, with the nodes above them."""

from enum import Enum

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel

from zidesk.ui.marks import Mark
from zidesk.ui.models.instrument_model import Role


class Show(Enum):
    """The choices of the filter; the value is its word."""

    ALL = "Semua butir"
    UNANSWERED = "Belum dijawab"
    NO_EVIDENCE = "Tanpa bukti"
    NO_DOCUMENTS = "Dokumen kurang"
    TROUBLE = "Rusak/terkunci"


class QuestionFilter(QSortFilterProxyModel):
    """`pinned` stays in view whatever its state: the question in hand does not vanish under the user."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._show = Show.ALL
        self._pinned = ""
        self.setRecursiveFilteringEnabled(True)
        self.setDynamicSortFilter(True)

    @property
    def shown(self) -> Show:
        return self._show

    def show_only(self, show: Show, pinned: str) -> None:
        if (show, pinned) == (self._show, self._pinned):
            return
        self._show, self._pinned = show, pinned
        self.invalidate()

    def refresh(self) -> None:
        """After the figures changed: Qt alone does not bring back a row whose nodes are all hidden."""
        if self._show is not Show.ALL:
            self.invalidate()

    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:
        if self._show is Show.ALL:
            return True
        index = self.sourceModel().index(row, 0, parent)
        code, mark = index.data(Role.CODE), index.data(Role.MARK)
        if not code or not mark:
            return False
        if code == self._pinned:
            return True
        match self._show:
            case Show.UNANSWERED:
                return not index.data(Role.ANSWERED)
            case Show.NO_EVIDENCE:
                return bool(index.data(Role.FIGURE) == "0")
            case Show.NO_DOCUMENTS:
                return bool(index.data(Role.MISSING))
            case _:
                return bool(mark == Mark.TROUBLE.name)
