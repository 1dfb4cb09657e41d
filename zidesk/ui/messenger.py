"""The one voice to the user: a strip that goes away by itself, a question only where something would be lost."""

from collections.abc import Callable

from PySide6.QtWidgets import QMessageBox, QWidget

from zidesk.domain.errors import ZideskError
from zidesk.messages import explain
from zidesk.ui.widgets.message_strip import MessageStrip

_TELL_FOR, _OFFER_FOR, _COMPLAIN_FOR = 5_000, 12_000, 20_000  # milliseconds
_DETAILS_SHOWN = 3


class Messenger:
    """Speaks on the window `parent` and its strip."""

    def __init__(self, parent: QWidget, strip: MessageStrip) -> None:
        self._parent = parent
        self._strip = strip
        self._said = 0  # counts what was said: only the last stands on the strip

    def tell(self, text: str) -> None:
        """Something went as wished."""
        self._said += 1
        self._strip.show_message(text, _TELL_FOR)

    def offer(self, text: str, action: str, do: Callable[[], None]) -> Callable[[], None]:
        """Something happened that can be undone or followed up with `action`. What is returned takes the offer
        back where it still stands."""
        self._said += 1
        this = self._said
        self._strip.show_message(text, _OFFER_FOR, action, do)
        return lambda: self._strip.hide() if this == self._said else None

    def complain(self, error: ZideskError) -> None:
        """Something could not be done; the words are those of `zidesk.messages`."""
        message = explain(error)
        lines = [" ".join(part for part in (message.happened, message.remedy) if part)]
        lines.extend(message.details[:_DETAILS_SHOWN])
        if len(message.details) > _DETAILS_SHOWN:
            lines.append(f"… dan {len(message.details) - _DETAILS_SHOWN} lagi.")
        self._said += 1
        self._strip.show_message("\n".join(lines), _COMPLAIN_FOR, fault=True)

    def warn(self, text: str) -> None:
        """Something went otherwise than wished, in our own words."""
        self._said += 1
        self._strip.show_message(text, _COMPLAIN_FOR, fault=True)

    def ask(self, text: str, explanation: str, yes: str, no: str) -> bool:
        """Whether to go on where something would be lost; `no` is the safe way and the default."""
        box = question_box(self._parent, text, explanation, yes, no)
        box.exec()
        return box.buttonRole(box.clickedButton()) is QMessageBox.ButtonRole.AcceptRole


def question_box(parent: QWidget, text: str, explanation: str, yes: str, no: str) -> QMessageBox:
    """A question with our own words on its buttons: Qt has no Indonesian ones."""
    box = QMessageBox(QMessageBox.Icon.Question, "ZIDesk", text, QMessageBox.StandardButton.NoButton, parent)
    box.setInformativeText(explanation)
    box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    stay = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    return box
