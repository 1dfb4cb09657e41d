"""The name of someone to be put on the list of staff."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from zidesk.domain.staff import NAME_CHARACTERS
from zidesk.ui.theme import ROW_HEIGHT, set_size
from zidesk.ui.widgets.labels import push_button

_WIDTH = 240


class NameEntry(QWidget):
    """`named` carries a name that says something."""

    named = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setMaxLength(NAME_CHARACTERS)
        self.line.setPlaceholderText("Nama orang baru")
        self.line.setAccessibleName("Nama orang baru")
        set_size(self.line, least_height=ROW_HEIGHT, least_width=_WIDTH)
        self.add = push_button("Tambah", icon_name="plus")
        self.add.setAutoDefault(False)
        self.add.setEnabled(False)
        self.line.textChanged.connect(lambda text: self.add.setEnabled(bool(text.strip())))
        self.add.clicked.connect(self._tell)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line)
        row.addWidget(self.add)

    def clear(self) -> None:
        self.line.clear()

    def _tell(self) -> None:
        name = self.line.text().strip()
        if name:
            self.named.emit(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the line adds, and closes no dialog."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.line.hasFocus():
            self._tell()
        else:
            super().keyPressEvent(event)
