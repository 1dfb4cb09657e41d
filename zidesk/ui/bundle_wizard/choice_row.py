"""A heading, a few choices beside one another, and what the chosen one means."""

from collections.abc import Mapping
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zidesk.ui.bundle_wizard.radios import group, heading, hint, radio
from zidesk.ui.theme import WIDE_GAP

Key = TypeVar("Key")


class ChoiceRow(QWidget, Generic[Key]):
    """`words` of each choice, the first of which is the usual one; `meanings` of those that need one."""

    changed = Signal()

    def __init__(self, name: str, words: Mapping[Key, str], meanings: Mapping[Key, str], about: str = "") -> None:
        super().__init__()
        self._meanings = meanings
        self.usual = next(iter(words))
        self.buttons = {key: radio(text, name) for key, text in words.items()}
        for key, button in self.buttons.items():
            button.setAccessibleDescription(meanings.get(key, ""))
        self._group = group(self, self.buttons.values())
        self.about = hint(about, indented=False)
        self.about.setVisible(bool(about))
        self.choices = QWidget()
        self._meaning = hint(indented=False)
        row = QHBoxLayout()
        row.setSpacing(WIDE_GAP)
        for button in self.buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        inside = QVBoxLayout(self.choices)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(2)
        inside.addLayout(row)
        inside.addWidget(self._meaning)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(heading(name))
        layout.addWidget(self.about)
        layout.addWidget(self.choices)
        self.reset()
        self._explain()
        self._group.buttonToggled.connect(lambda _button, on: self._tell() if on else None)

    def value(self) -> Key:
        return next(key for key, button in self.buttons.items() if button.isChecked())

    def reset(self) -> None:
        self.buttons[self.usual].setChecked(True)

    def _tell(self) -> None:
        self._explain()
        self.changed.emit()

    def _explain(self) -> None:
        words = self._meanings.get(self.value(), "")
        self._meaning.setText(words)
        self._meaning.setVisible(bool(words))
