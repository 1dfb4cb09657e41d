"""Everything that is wrong with a table, row by row, where a strip has no room for it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from zidesk.messages.message import Message
from zidesk.ui.theme import GAP, QUESTION, WIDE_GAP, scaled
from zidesk.ui.widgets.labels import frame, label, push_button
from zidesk.ui.widgets.sign import Sign

_WIDE, _HIGH = 720, 460


class FaultList(QDialog):
    """Shows a message with its details; they can be read, chosen and copied."""

    def __init__(self, message: Message, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Tabel belum dapat dipakai")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.details = QPlainTextEdit("\n".join(message.details))
        self.details.setReadOnly(True)
        self.details.setAccessibleName("Baris yang belum benar")
        self.copy = push_button("Salin daftar")
        self.close_button = push_button("Tutup", look="primary")
        self.copy.clicked.connect(self._copy)
        self.close_button.clicked.connect(self.accept)
        self.copy.setAutoDefault(False)
        self.close_button.setDefault(True)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(label(message.happened, size=QUESTION, bold=True, wrap=True))
        words.addWidget(label(message.remedy, look="muted", wrap=True))
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(Sign("triangle-alert", "warn", 24), 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        inside = QVBoxLayout()
        inside.setContentsMargins(WIDE_GAP, WIDE_GAP, WIDE_GAP, WIDE_GAP)
        inside.setSpacing(GAP)
        inside.addLayout(head)
        inside.addWidget(self.details, 1)
        bar = frame("above-line")
        foot = QHBoxLayout(bar)
        foot.setContentsMargins(WIDE_GAP, GAP, WIDE_GAP, GAP)
        foot.addWidget(self.copy)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(inside, 1)
        layout.addWidget(bar)
        room = self.screen().availableGeometry()
        self.resize(min(scaled(_WIDE), room.width() - 48), min(scaled(_HIGH), room.height() - 72))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())
