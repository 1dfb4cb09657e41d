"""The ways to begin: a new school, a workspace that is there already, the example. Each with what it does."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from zidesk.ui.icon_set import set_icon
from zidesk.ui.theme import GAP, SECONDARY
from zidesk.ui.widgets.labels import icon_role, label, push_button, set_look

_NEW = "Berkas kerja untuk sekolah atau tahun penilaian yang baru."
_OPEN = "Berkas kerja yang sudah ada. Foldernya boleh juga diseret ke jendela ini."
_EXAMPLE = "Sekolah rekaan yang sudah terisi, untuk mencoba tanpa menyentuh data sendiri."
_MAKING = "Sekolah contoh sedang dibuat; kemajuannya tampak di bagian bawah jendela."


class WaysIn(QWidget):
    new_asked = Signal()
    open_asked = Signal()
    example_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.new = push_button("Baru…", icon_name="plus")
        self.open = push_button("Buka berkas kerja…", icon_name="folder-open")
        self.open.setToolTip("Ctrl+O")
        self.example = push_button("Coba contoh", icon_name="eye")
        self.example_words = _words(_EXAMPLE)
        self.new.clicked.connect(self.new_asked)
        self.open.clicked.connect(self.open_asked)
        self.example.clicked.connect(self.example_asked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for button, words in (
            (self.new, _words(_NEW)),
            (self.open, _words(_OPEN)),
            (self.example, self.example_words),
        ):
            button.setAccessibleDescription(words.text())
            layout.addWidget(button)
            layout.addWidget(words)
            layout.addSpacing(GAP)
        layout.addStretch(1)

    def lead_to_new(self, first: bool) -> None:
        """Whether making a new one is the one thing to do next, and wears the accent."""
        look = "primary" if first else ""
        set_look(self.new, look)
        set_icon(self.new, "plus", icon_role(look))

    def show_making(self, making: bool) -> None:
        """While the example is being made it cannot be asked for again."""
        self.example_words.setText(_MAKING if making else _EXAMPLE)
        self.example.setAccessibleDescription(self.example_words.text())
        self.example.setEnabled(not making)


def _words(text: str) -> QLabel:
    made = label(text, look="muted", size=SECONDARY, wrap=True)
    made.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    return made
