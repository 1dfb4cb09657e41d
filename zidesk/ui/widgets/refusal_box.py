"""Why a workspace was not opened, and the way out there is."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from zidesk.messages.message import Message
from zidesk.ui.theme import GAP, WIDE_GAP
from zidesk.ui.widgets.labels import label, push_button
from zidesk.ui.widgets.sign import Sign


class RefusalBox(QFrame):
    """`read_only_asked` and `restore_asked` carry the path that was refused."""

    read_only_asked = Signal(object)  # Path
    restore_asked = Signal(object)  # Path

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "warning")
        self._path: Path | None = None
        self.happened, self.remedy = label(bold=True, wrap=True), label(wrap=True)
        self.read_only = push_button("Buka hanya untuk dibaca", icon_name="eye")
        self.read_only.clicked.connect(lambda: self._ask(self.read_only_asked))
        self.restore = push_button("", icon_name="history")
        self.restore.clicked.connect(lambda: self._ask(self.restore_asked))
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.happened)
        words.addWidget(self.remedy)
        words.addSpacing(4)
        for button in (self.read_only, self.restore):
            words.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(WIDE_GAP, GAP, WIDE_GAP, GAP)
        row.setSpacing(GAP)
        row.addWidget(Sign("triangle-alert", "warn", 20), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.hide()

    @property
    def way_out(self) -> QWidget | None:
        """The button that helps, where there is one."""
        return next((one for one in (self.restore, self.read_only) if one.isVisibleTo(self)), None)

    def show_refusal(self, path: Path, message: Message, *, may_read: bool, backup: str = "") -> None:
        """`backup`: when the copy was made that it can be restored from, "" without one."""
        self._path = path
        self.happened.setText(message.happened)
        self.remedy.setText(message.remedy)
        self.remedy.setVisible(bool(message.remedy))
        self.read_only.setVisible(may_read)
        self.restore.setText(f"Pulihkan dari cadangan tanggal {backup}")
        self.restore.setVisible(bool(backup))
        self.show()

    def _ask(self, asked: SignalInstance) -> None:
        if self._path is not None:
            asked.emit(self._path)
