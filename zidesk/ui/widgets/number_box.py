"""A number with arrows to step it."""

from PySide6.QtWidgets import QSizePolicy, QSpinBox, QWidget

from zidesk.ui.theme import set_size

_WIDE, _BEFORE = 92, 7  # pixels


class NumberBox(QSpinBox):
    """As high as the row it stands in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        self.lineEdit().setTextMargins(_BEFORE, 0, 0, 0)  # a style sheet's padding does not reach the text
        set_size(self, least_width=_WIDE)
