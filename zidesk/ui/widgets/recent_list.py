"""The workspaces that were open lately; one whose folder is gone can be taken off the list."""

from collections.abc import Collection, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from zidesk.storage.settings import RecentWorkspace
from zidesk.ui.theme import GAP
from zidesk.ui.widgets.labels import push_button
from zidesk.ui.widgets.recent_row import RecentRow


class RecentList(QWidget):
    """`chosen` and `forget_asked` carry the path of an entry."""

    chosen = Signal(object)  # Path
    forget_asked = Signal(object)  # Path

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[RecentRow] = []
        self.forget: list[QPushButton] = []
        self._missing: frozenset[Path] = frozenset()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)

    def show_recent(self, recent: Sequence[RecentWorkspace]) -> None:
        """What is known of missing ones stays known."""
        for line in [*self.rows, *self.forget]:
            line.hide()
            line.deleteLater()
        while self._layout.count():
            self._layout.takeAt(0)
        self.rows, self.forget = [], []
        for entry in recent:
            self._add(entry)
        self.show_missing(self._missing)

    def _add(self, entry: RecentWorkspace) -> None:
        row = RecentRow(entry)
        row.chosen.connect(self.chosen)
        forget = push_button("Hapus dari daftar", icon_name="x")
        forget.setAccessibleName(f"Hapus {row.title()} dari daftar")
        forget.clicked.connect(lambda: self.forget_asked.emit(entry.path))
        line = QHBoxLayout()
        line.setSpacing(GAP)
        line.addWidget(row, 1)
        line.addWidget(forget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._layout.addLayout(line)
        self.rows.append(row)
        self.forget.append(forget)

    def show_missing(self, paths: Collection[Path]) -> None:
        """Which of them are not where they were."""
        self._missing = frozenset(paths)
        for row, forget in zip(self.rows, self.forget, strict=True):
            row.show_missing(row.entry.path in self._missing)
            forget.setVisible(row.missing)

    def first_present(self) -> RecentRow | None:
        """The one opened last that is not known to be gone."""
        return next((row for row in self.rows if not row.missing), None)
