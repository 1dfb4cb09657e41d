"""Radio buttons of the wizard: one of several, under a heading."""

from collections.abc import Iterable

from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QLabel, QRadioButton, QWidget

from zidesk.ui.theme import QUESTION, ROW_HEIGHT, SECONDARY, set_size
from zidesk.ui.widgets.labels import label

_INDENT = 30  # pixels, where the words of a radio button begin


def radio(words: str, about: str = "") -> QRadioButton:
    """`about`: the heading it stands under, told to those who do not see it."""
    made = QRadioButton(words)
    made.setAccessibleName(f"{about}: {words}" if about else words)
    set_size(made, least_height=ROW_HEIGHT)
    return made


def group(parent: QWidget, buttons: Iterable[QAbstractButton]) -> QButtonGroup:
    made = QButtonGroup(parent)
    for button in buttons:
        made.addButton(button)
    return made


def heading(words: str) -> QLabel:
    return label(words, size=QUESTION, bold=True)


def hint(words: str = "", *, indented: bool = True) -> QLabel:
    """What a choice means, below it."""
    made = label(words, look="muted", size=SECONDARY, wrap=True)
    made.setContentsMargins(_INDENT if indented else 0, 0, 0, 4)
    return made
