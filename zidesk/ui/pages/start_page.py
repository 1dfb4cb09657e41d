"""Where work begins: a new school, the example, the workspaces used lately, and a button for any other."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from zidesk.messages.message import Message
from zidesk.storage.settings import RecentWorkspace
from zidesk.ui.icon_set import icon, pixmap
from zidesk.ui.theme import BIG_TITLE, GAP, LIGHT, QUESTION, SECTION_GAP, WIDE_GAP
from zidesk.ui.widgets.labels import frame, label, push_button, set_look
from zidesk.ui.widgets.recent_row import RecentRow

_WIDEST = 720
_EXAMPLE = "Sekolah rekaan yang sudah terisi, untuk mencoba tanpa menyentuh data sendiri."
_MAKING = "Sekolah contoh sedang dibuat; kemajuannya tampak di bagian bawah jendela."


class StartPage(QScrollArea):
    """`open_asked`: any other workspace; `chosen`: one of the recent; `read_only_asked`: the refused one;
    `new_requested`: a new school; `example_requested`: the example school."""

    open_asked = Signal()
    chosen = Signal(object)  # Path
    read_only_asked = Signal(object)  # Path
    new_requested = Signal()
    example_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._refused: Path | None = None
        self.new = push_button("Baru…", icon_name="plus")
        self.example = push_button("Coba contoh", icon_name="eye")
        self.new.clicked.connect(self.new_requested)
        self.example.clicked.connect(self.example_requested)
        self.example_words = label(look="muted", wrap=True)
        self.open = push_button("Buka berkas kerja…", icon_name="folder-open")
        self.open.setToolTip("Ctrl+O")
        self.open.clicked.connect(self.open_asked)
        self.read_only = push_button("Buka hanya untuk dibaca", icon_name="eye")
        self.read_only.clicked.connect(self._ask_read_only)
        self.happened = label(bold=True, wrap=True)
        self.remedy = label(wrap=True)
        self.problem = self._problem_box()
        self.recent_title = label("Terakhir dibuka", size=QUESTION, bold=True)
        self.rows: list[RecentRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self._arrange()
        self.show_making(False)

    def _problem_box(self) -> QWidget:
        box = frame("warning")
        row = QHBoxLayout(box)
        row.setContentsMargins(WIDE_GAP, GAP, WIDE_GAP, GAP)
        row.setSpacing(GAP)
        sign = QLabel()
        sign.setPixmap(pixmap("triangle-alert", LIGHT.warn, 20, 2.0))
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.happened)
        words.addWidget(self.remedy)
        words.addSpacing(4)
        words.addWidget(self.read_only, 0, Qt.AlignmentFlag.AlignLeft)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        box.hide()
        return box

    def _arrange(self) -> None:
        column = QWidget()
        column.setMaximumWidth(_WIDEST)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 24, 0, 24)
        layout.setSpacing(GAP)
        layout.addWidget(label("Berkas kerja", size=BIG_TITLE, bold=True))
        layout.addWidget(
            label(
                "Satu berkas kerja adalah satu folder untuk satu sekolah dan satu tahun penilaian: jawaban LKE, "
                "berkas bukti, dan riwayatnya ada di dalamnya.",
                look="muted",
                wrap=True,
            )
        )
        layout.addWidget(self.problem)
        layout.addSpacing(4)
        layout.addLayout(self._ways())
        layout.addSpacing(SECTION_GAP - GAP)
        layout.addWidget(self.recent_title)
        layout.addLayout(self._list)
        layout.addStretch(1)
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(SECTION_GAP, 0, SECTION_GAP, 0)
        row.addStretch(1)
        row.addWidget(column, 100)
        row.addStretch(1)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)

    def _ways(self) -> QGridLayout:
        """The three ways to begin, each with what it does."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(WIDE_GAP)
        grid.setVerticalSpacing(GAP)
        grid.setColumnStretch(1, 1)
        rows = (
            (
                self.new,
                label("Berkas kerja untuk sekolah atau tahun penilaian yang baru.", look="muted", wrap=True),
            ),
            (
                self.open,
                label(
                    "Berkas kerja yang sudah ada; foldernya boleh juga diseret ke jendela ini.",
                    look="muted",
                    wrap=True,
                ),
            ),
            (self.example, self.example_words),
        )
        for row, (button, words) in enumerate(rows):
            button.setAccessibleDescription(words.text())
            grid.addWidget(button, row, 0)
            grid.addWidget(words, row, 1)
        return grid

    def show_making(self, making: bool) -> None:
        """While the example is being made it cannot be asked for again."""
        self.example_words.setText(_MAKING if making else _EXAMPLE)
        self.example.setAccessibleDescription(self.example_words.text())
        self.example.setEnabled(not making)

    def show_recent(self, recent: Sequence[RecentWorkspace]) -> None:
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [RecentRow(entry) for entry in recent]
        for row in self.rows:
            row.chosen.connect(self.chosen)
            self._list.addWidget(row)
        self.recent_title.setVisible(bool(recent))
        _emphasize(self.new, "plus", first=not recent)
        _emphasize(self.open, "folder-open", first=bool(recent))

    def show_refusal(self, path: Path, message: Message, *, may_read: bool) -> None:
        """Say why `path` was not opened; `may_read` offers to open it without changing it."""
        self._refused = path if may_read else None
        self.happened.setText(message.happened)
        self.remedy.setText(message.remedy)
        self.remedy.setVisible(bool(message.remedy))
        self.read_only.setVisible(may_read)
        self.problem.show()

    def clear_refusal(self) -> None:
        self._refused = None
        self.problem.hide()

    def _ask_read_only(self) -> None:
        if self._refused is not None:
            self.read_only_asked.emit(self._refused)


def _emphasize(button: QPushButton, icon_name: str, *, first: bool) -> None:
    """The one thing to do next wears the accent."""
    set_look(button, "primary" if first else "")
    button.setIcon(icon(icon_name, LIGHT.on_accent if first else LIGHT.text, disabled=LIGHT.control_line))
