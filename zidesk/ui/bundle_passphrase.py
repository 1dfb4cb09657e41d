"""The passphrase of a bundle is not lost without a question: nothing else keeps it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from zidesk.ui.bundle_wizard.passphrase_card import PassphraseCard
from zidesk.ui.messenger import question_box

_TEXT = "Apakah kata sandi berkas yang terkunci sudah dicatat?"
_LOST = (
    "Kata sandi itu tidak disimpan di mana pun. Setelah ini kata sandi itu tidak dapat ditunjukkan lagi, dan "
    "berkas yang terkunci tidak dapat dibuka tanpanya."
)
Ask = Callable[[str, str, str, str], bool]


class PassphraseKeeper(QObject):
    """Watches over the `card`. `ask` puts a question (text, explanation, yes, no) and tells whether it was yes."""

    def __init__(self, card: PassphraseCard) -> None:
        super().__init__(card)
        self._card = card
        self._watched: QWidget | None = None
        self.ask: Ask = self._ask
        card.noted.connect(self.forget)

    def show(self, passphrase: str, path: Path, files: int) -> None:
        """Until it was noted; the window it is shown in does not close before."""
        self.forget()
        self._card.show_passphrase(passphrase, path, files)
        self._watched = self._card.window()
        self._watched.installEventFilter(self)

    def forget(self) -> None:
        self._card.forget()
        if self._watched is not None:
            self._watched.removeEventFilter(self)
            self._watched = None

    def may_go(self) -> bool:
        """Whether there is no passphrase to be noted any more; it is forgotten then."""
        if self._card.holds and not self.ask(_TEXT, _LOST, "Sudah dicatat", "Kembali"):
            return False
        self.forget()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close and watched is self._watched:
            if not self._watched.isEnabled():  # it is on its way already, and cannot come back
                self._show_last()
            elif not self.may_go():
                event.ignore()
                return True
        return False

    def _ask(self, text: str, explanation: str, yes: str, no: str) -> bool:
        box = question_box(self._card.window(), text, explanation, yes, no)
        box.exec()
        return box.buttonRole(box.clickedButton()) is QMessageBox.ButtonRole.AcceptRole

    def _show_last(self) -> None:
        """The bundle was finished while the window was closing."""
        text = f"Kata sandi berkas yang terkunci: {self._card.phrase.text()}"
        self.ask(text, f"Catat sekarang. {_LOST}", "Sudah dicatat", "Tutup")
        self.forget()
