"""Answer options under one another, of which one may be chosen."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from zidesk.ui.widgets.option_row import OptionRow

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1}


@dataclass(frozen=True, slots=True)
class Choice:
    """`key` is what it answers, `mark` what stands before its text ("" for nothing)."""

    key: str
    mark: str
    text: str
    score: str


class ChoiceList(QWidget):
    """While an option has the focus, 1…9 choose by place and a letter by its mark (Y, T, A…E)."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._choices: tuple[Choice, ...] = ()
        self.rows: list[OptionRow] = []
        self._group = QButtonGroup(self)

    def show_choices(self, choices: Sequence[Choice], checked: str | None) -> None:
        """Show these options, the one of key `checked` chosen."""
        if tuple(choices) != self._choices:
            self._rebuild(tuple(choices))
        self.check(checked)

    def _rebuild(self, choices: tuple[Choice, ...]) -> None:
        for row in self.rows:
            self._group.removeButton(row)
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._choices = choices
        self.rows = [OptionRow(item.key, item.mark, item.text, item.score, self) for item in choices]
        for row in self.rows:
            self._group.addButton(row)
            self._layout.addWidget(row)
            row.clicked.connect(self._clicked)
            row.show()

    def check(self, key: str | None) -> None:
        """Show `key` as chosen, None for nothing, without telling anyone."""
        self._group.setExclusive(False)
        for row in self.rows:
            row.setChecked(row.key == key)
        self._group.setExclusive(True)

    def _clicked(self) -> None:
        row = self._group.checkedButton()
        if isinstance(row, OptionRow):
            self.chosen.emit(row.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (step := _STEPS.get(Qt.Key(event.key()))) is not None:
            self._wander(step)
            return
        row = self._row_for(event.text().casefold()) if not event.modifiers() else None
        if row is None or not row.isEnabled():
            super().keyPressEvent(event)
            return
        row.setFocus(Qt.FocusReason.ShortcutFocusReason)
        row.click()

    def _wander(self, step: int) -> None:
        """Move the focus from row to row; at the ends it stays."""
        place = next((place for place, row in enumerate(self.rows) if row.hasFocus()), -1)
        if place >= 0 and 0 <= place + step < len(self.rows):
            self.rows[place + step].setFocus(Qt.FocusReason.TabFocusReason)

    def _row_for(self, typed: str) -> OptionRow | None:
        if not typed.strip():
            return None
        if typed.isdecimal():
            place = int(typed)
            return self.rows[place - 1] if 1 <= place <= len(self.rows) else None
        for choice, row in zip(self._choices, self.rows, strict=True):
            if choice.mark.casefold().startswith(typed):
                return row
        return None
