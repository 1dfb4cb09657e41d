"""Above the inbox: how much waits, and two ways to bring more."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from zidesk.domain.indonesian import format_number
from zidesk.ui.theme import GAP, QUESTION, SECONDARY, WIDE_GAP
from zidesk.ui.widgets.labels import label, push_button


class InboxHead(QWidget):
    """The buttons stand beside the title, or below it where there is no room beside it."""

    add_asked = Signal()
    add_folder_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count = label(look="muted", size=SECONDARY)
        self.add = push_button("Tambah berkas…", icon_name="plus")
        self.add_folder = push_button("Tambah folder…", icon_name="folder-plus")
        self.add.clicked.connect(self.add_asked)
        self.add_folder.clicked.connect(self.add_folder_asked)
        self._titles, self._buttons = QVBoxLayout(), QHBoxLayout()
        self._titles.setSpacing(0)
        self._titles.addWidget(label("Kotak masuk", size=QUESTION, bold=True))
        self._titles.addWidget(self.count)
        self._buttons.setSpacing(8)
        self._buttons.addWidget(self.add)
        self._buttons.addWidget(self.add_folder)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(WIDE_GAP, GAP, WIDE_GAP, GAP - 7)
        self._box.setSpacing(8)
        self._box.addLayout(self._titles, 1)
        self._box.addLayout(self._buttons)
        self._buttons.addStretch(0)

    def show_count(self, files: int) -> None:
        self.count.setText(f"{format_number(files, 0)} berkas belum ditempatkan" if files else "")
        self.count.setVisible(bool(files))
        self._turn()

    def allow(self, allowed: bool) -> None:
        for button in (self.add, self.add_folder):
            button.setEnabled(allowed)

    def minimumSizeHint(self) -> QSize:
        wide = max(self._titles.minimumSize().width(), self._buttons.minimumSize().width()) + 2 * WIDE_GAP
        return QSize(wide, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        beside = self._titles.sizeHint().width() + self._buttons.sizeHint().width() + 2 * WIDE_GAP + 8
        narrow = self.width() < beside
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._box.direction() != direction:
            self._box.setDirection(direction)
            self._buttons.setStretch(2, 1 if narrow else 0)
