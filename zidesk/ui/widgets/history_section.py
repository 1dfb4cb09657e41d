"""The changes of a question's answer and note, folded until asked for."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QToolButton, QVBoxLayout, QWidget

from zidesk.domain.answer import AnswerChange
from zidesk.domain.instrument import Question
from zidesk.ui.icon_set import set_icon
from zidesk.ui.theme import GAP, SECONDARY, set_size
from zidesk.ui.widgets.labels import label
from zidesk.ui.wording import change_words, time_words

_SHOWN = 50  # newest changes listed


class HistorySection(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.toggle = QToolButton()
        self.toggle.setCheckable(True)
        self.toggle.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.toggle.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_size(self.toggle, icon=16)
        self.toggle.toggled.connect(self._fold)
        self.list = QWidget()
        self._grid = QGridLayout(self.list)
        self._grid.setContentsMargins(8, 4, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(2, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.list)
        self._fold(False)
        self.hide()

    def show_changes(self, question: Question, changes: Sequence[AnswerChange]) -> None:
        """Newest first. Without any change there is nothing to see."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.toggle.setText(f"Riwayat · {len(changes)} perubahan")
        self.setVisible(bool(changes))
        top = Qt.AlignmentFlag.AlignTop
        for row, change in enumerate(list(reversed(changes))[:_SHOWN]):
            self._grid.addWidget(label(time_words(change.changed_at), look="muted", size=SECONDARY), row, 0, top)
            self._grid.addWidget(label(change.changed_by, look="muted", size=SECONDARY), row, 1, top)
            self._grid.addWidget(label(change_words(question, change), size=SECONDARY, wrap=True), row, 2, top)
        if len(changes) > _SHOWN:
            rest = label(f"… dan {len(changes) - _SHOWN} perubahan sebelumnya.", look="muted", size=SECONDARY)
            self._grid.addWidget(rest, _SHOWN, 0, 1, 3)

    def _fold(self, unfolded: bool) -> None:
        set_icon(self.toggle, "chevron-down" if unfolded else "chevron-right", "accent")
        self.list.setVisible(unfolded)
