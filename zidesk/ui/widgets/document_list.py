"""The papers a question asks for."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from zidesk.domain.instrument import ExpectedDocument
from zidesk.ui.icon_set import pixmap
from zidesk.ui.theme import LIGHT, SECONDARY
from zidesk.ui.widgets.labels import frame, label
from zidesk.ui.wording import document_words


class DocumentList(QWidget):
    """One row for each paper: its name, whether it is a must, how often it is expected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.title = label(bold=True)
        self._layout.addWidget(self.title)
        self._rows: list[QWidget] = []

    def show_documents(self, documents: Sequence[ExpectedDocument]) -> None:
        for row in self._rows:
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        must = sum(document.required for document in documents)
        self.title.setText(f"Dokumen yang diminta · {len(documents)}, {must} wajib")
        self.setVisible(bool(documents))
        for document in documents:
            row = self._row(document)
            self._rows.append(row)
            self._layout.addWidget(row)

    def _row(self, document: ExpectedDocument) -> QWidget:
        row = frame("plain", self)
        inner = QVBoxLayout(row)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        line = QHBoxLayout()
        line.setContentsMargins(0, 8, 0, 8)
        line.setSpacing(10)
        sign = QLabel()
        sign.setPixmap(pixmap("file-text", LIGHT.muted, 18, 2.0))
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(label(document.name, wrap=True), 1)
        period = document_words(document)
        if period:
            line.addWidget(label(period, look="muted", size=SECONDARY), 0, Qt.AlignmentFlag.AlignTop)
        if document.required:
            line.addWidget(label("wajib", look="chip", size=SECONDARY), 0, Qt.AlignmentFlag.AlignTop)
        inner.addLayout(line)
        below = frame("faint-rule")
        inner.addWidget(below)
        return row
