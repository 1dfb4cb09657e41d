"""Data pribadi: what becomes of files that are marked as holding some."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zidesk.services.bundle.request import Handling
from zidesk.ui.bundle_wizard.counting import Counted
from zidesk.ui.bundle_wizard.option_words import personal_words
from zidesk.ui.bundle_wizard.radios import group, heading, hint, radio
from zidesk.ui.widgets.labels import label

NAME = "Data pribadi"
_WAYS = (
    (Handling.INCLUDE, "Sertakan", ""),
    (
        Handling.LOCK,
        "Kunci dengan kata sandi",
        "Kata sandinya ditunjukkan satu kali setelah paket selesai dan tidak disimpan di mana pun.",
    ),
    (Handling.LEAVE_OUT, "Tidak disertakan", "Berkasnya tidak ikut; judulnya tetap disebut di dalam paket."),
)


class PersonalChoice(QWidget):
    """Where nothing is marked there is nothing to choose, and it says so."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ways = {way: radio(words, NAME) for way, words, _ in _WAYS}
        self.count = label(wrap=True)
        self._choices = QWidget()
        self._group = group(self, self.ways.values())
        choices = QVBoxLayout(self._choices)
        choices.setContentsMargins(0, 0, 0, 0)
        choices.setSpacing(0)
        for way, _, words in _WAYS:
            choices.addWidget(self.ways[way])
            self.ways[way].setAccessibleDescription(words)
            if words:
                choices.addWidget(hint(words))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(heading(NAME))
        layout.addWidget(self.count)
        layout.addWidget(self._choices)
        self.reset()
        self.show_counted(Counted())
        self._group.buttonToggled.connect(lambda _button, on: self.changed.emit() if on else None)

    def reset(self) -> None:
        self.ways[Handling.INCLUDE].setChecked(True)

    def handling(self) -> Handling:
        return next(way for way, button in self.ways.items() if button.isChecked())

    def show_counted(self, counted: Counted) -> None:
        self.count.setText(personal_words(counted.personal))
        self._choices.setVisible(counted.personal > 0)
