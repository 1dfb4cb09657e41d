"""The note of a question: saved when the field is left or after a pause."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from zidesk.ui.theme import set_size

_PAUSE = 1_500  # milliseconds
_LONGEST = 20_000  # characters kept of what is pasted


class NoteField(QPlainTextEdit):
    """`noted` carries the question's code and the text. What is not stored yet counts as a draft."""

    noted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = ""
        self._stored = ""
        self.setTabChangesFocus(True)
        self.setAccessibleName("Catatan untuk penilai")
        self.setPlaceholderText("Tulis keterangan yang perlu dibaca penilai tentang butir ini.")
        set_size(self, least_height=96, most_height=140)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.commit)
        self.textChanged.connect(self._edited)

    def show_note(self, code: str, stored: str, draft: str | None = None) -> None:
        """Show the stored note, or a draft; what is being typed for the same question stays."""
        same = code == self._code
        dirty = same and self._text() != self._stored.strip()
        self._code, self._stored = code, stored
        if dirty:
            return
        text = stored if draft is None else draft
        if not same or self.toPlainText() != text:
            self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(False)
            self._timer.stop()

    def draft(self) -> str | None:
        """The text when it is not what is stored."""
        text = self._text()
        return text if text != self._stored.strip() else None

    def commit(self) -> None:
        self._timer.stop()
        if not self.isReadOnly() and self._code and (text := self.draft()) is not None:
            self.noted.emit(self._code, text)

    def _text(self) -> str:
        return self.toPlainText().strip()[:_LONGEST]

    def _edited(self) -> None:
        if not self.isReadOnly():
            self._timer.start()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.commit()
