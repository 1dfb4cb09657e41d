"""A field with its name above and what there is to say about it below."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from zidesk.ui.dialogs.new_workspace.checks import Check, Verdict, anything
from zidesk.ui.theme import ROW_HEIGHT, SECONDARY, set_size
from zidesk.ui.widgets.labels import label, set_look

_LONGEST = 300  # characters, as `domain.profile` has it


class Field(QWidget):
    """One line of text. Its check speaks while it is typed and once more when it is left."""

    edited = Signal()

    def __init__(
        self,
        caption: str,
        example: str,
        check: Check = anything,
        *,
        longest: int = _LONGEST,
        optional: bool = True,
    ) -> None:
        super().__init__()
        self._check = check
        self.line = QLineEdit()
        self.line.setMaxLength(longest)
        set_size(self.line, least_height=ROW_HEIGHT)
        self.line.setPlaceholderText(f"misalnya {example}" if example else "")
        self.line.setAccessibleName(caption)
        self.hint = label(size=SECONDARY, look="muted", wrap=True)
        self.hint.hide()
        _arrange(self, caption if optional else f"{caption} (wajib)", self.line, self.hint)
        self.line.textEdited.connect(lambda: self._say(left=False))
        self.line.textChanged.connect(self.edited)
        self.line.editingFinished.connect(self._leave)

    def text(self) -> str:
        """What was typed, without spaces at its ends or doubled ones."""
        return " ".join(self.line.text().split())

    def show_text(self, text: str) -> None:
        """A value from before, seen from its beginning."""
        self.line.setText(text)
        self.line.setCursorPosition(0)

    def settle(self) -> bool:
        """Say what is wrong as if the field had been left; whether the wizard can go on."""
        return not self._say(left=True).stops

    def show_verdict(self, verdict: Verdict) -> None:
        self.hint.setText(verdict.words)
        set_look(self.hint, verdict.look)
        self.hint.setVisible(bool(verdict.words))
        self.line.setAccessibleDescription(verdict.words)
        fault = "true" if verdict.look == "bad" else "false"
        if self.line.property("fault") != fault:
            self.line.setProperty("fault", fault)
            self.line.style().unpolish(self.line)
            self.line.style().polish(self.line)

    def _leave(self) -> None:
        self._say(left=True)
        if not self.line.hasFocus():
            self.line.setCursorPosition(0)  # a text wider than the field is seen from its beginning

    def _say(self, *, left: bool) -> Verdict:
        verdict = self._check(self.line.text(), left)
        self.show_verdict(verdict)
        return verdict


class ListField(QWidget):
    """One of a few words."""

    def __init__(self, caption: str, words: tuple[str, ...], invitation: str = "") -> None:
        super().__init__()
        self.box = QComboBox()
        self.box.addItems(list(words))
        set_size(self.box, least_height=ROW_HEIGHT)
        self.box.setAccessibleName(caption)
        if invitation:
            self.box.setPlaceholderText(invitation)
            self.box.setCurrentIndex(-1)
        _arrange(self, caption, self.box, None)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)  # its words are seen whole

    def text(self) -> str:
        """The chosen word; "" while nothing is chosen."""
        return self.box.currentText() if self.box.currentIndex() >= 0 else ""


def _arrange(field: QWidget, caption: str, inside: QWidget, hint: QWidget | None) -> None:
    name = label(caption, size=SECONDARY)
    name.setBuddy(inside)
    field.setFocusProxy(inside)
    field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # columns are equally wide
    layout = QVBoxLayout(field)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4)
    layout.addWidget(name)
    layout.addWidget(inside)
    if hint is not None:
        layout.addWidget(hint)
    layout.addStretch(1)
    layout.setAlignment(Qt.AlignmentFlag.AlignTop)
