"""Selesai: safe, cancelled or failed; what it means and what can be done next."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from zidesk.ui.icon_set import set_icon
from zidesk.ui.theme import TITLE
from zidesk.ui.widgets.labels import icon_role, label, push_button, set_look
from zidesk.ui.widgets.sign import Sign

_AROUND = 28  # pixels above and below the lines of a list
_ICONS = {"ok": "circle-check", "warn": "triangle-alert", "bad": "triangle-alert", "muted": "info"}


class Next(Enum):
    """What the user may ask for at the end; the value is the word on the button."""

    CONTINUE = "Lanjutkan pembuatan"
    RETRY = "Coba lagi"
    OPEN = "Buka folder"
    VERIFY = "Periksa lagi"
    ELSEWHERE = "Pilih tujuan lain"
    ANOTHER = "Buat paket lain"


@dataclass(frozen=True, slots=True)
class Ending:
    """`state` is a palette role; `details` are listed, one on each line; the first of `actions` is the next
    thing to do; `whole`: there is a bundle now. `handled`: what was done to files, shown when asked for."""

    state: str
    title: str
    text: str
    details: tuple[str, ...]
    actions: tuple[Next, ...]
    whole: bool = False
    handled: tuple[str, ...] = ()


class DoneStep(QWidget):
    asked = Signal(object)  # Next

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = Sign(size=36)
        self.title = label(size=TITLE, bold=True, wrap=True)
        self.text = label(wrap=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.details = _listing("Berkas yang tidak ikut")
        self.more = push_button("Rincian", icon_name="chevron-down", look="link")
        self.more.setCheckable(True)
        self.more.toggled.connect(self._unfold)
        self.handled = _listing("Rincian")
        self.buttons: dict[Next, QPushButton] = {}
        for action in Next:
            button = push_button(action.value)
            button.clicked.connect(lambda _on=False, action=action: self.asked.emit(action))
            self.buttons[action] = button
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(self.title)
        words.addWidget(self.text)
        words.addWidget(self.details)
        words.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        words.addWidget(self.handled)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in self.buttons.values():
            foot.addWidget(button)
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 20)
        layout.setSpacing(20)
        layout.addLayout(row)
        layout.addLayout(foot)

    def show_ending(self, ending: Ending) -> None:
        self._sign.show_icon(_ICONS[ending.state], ending.state)
        self.title.setText(ending.title)
        self.text.setText(ending.text)
        _fill(self.details, ending.details)
        _fill(self.handled, ending.handled)
        self.more.setVisible(bool(ending.handled))
        self.more.setChecked(False)
        self._unfold(False)
        for action, button in self.buttons.items():
            button.setVisible(action in ending.actions)
            set_look(button, "primary" if action is ending.actions[0] else "")
        self.buttons[ending.actions[0]].setFocus(Qt.FocusReason.OtherFocusReason)

    def _unfold(self, on: bool) -> None:
        self.handled.setVisible(on)
        set_icon(self.more, "chevron-up" if on else "chevron-down", icon_role("link"))


def _listing(name: str) -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setReadOnly(True)
    made.setAccessibleName(name)
    made.setTabChangesFocus(True)
    return made


def _fill(listing: QPlainTextEdit, lines: tuple[str, ...]) -> None:
    """One on each line; as high as a few of them, then it scrolls."""
    listing.setPlainText("\n".join(lines))
    listing.setVisible(bool(lines))
    listing.setFixedHeight(min(6, len(lines)) * listing.fontMetrics().lineSpacing() + _AROUND)
