"""The card of the overview about files that might hold personal data."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from zidesk.domain.instrument import Instrument
from zidesk.ui.personal_lines import suggestion_lines
from zidesk.ui.widgets.card import LineCard

if TYPE_CHECKING:
    from zidesk.services.privacy.suggesting import Suggestion

_NAMED = 6  # lines before the rest is asked for
_NOTE = "Buka berkasnya, lalu pilih Tandai atau Tidak. Berkas yang ditandai dapat dikunci saat paket dibuat."


class PersonalCard(LineCard):
    """`evidence_chosen` carries the code (INBOX: "") and the number of a use. Not there without suggestions."""

    evidence_chosen = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Perlu ditinjau: data pribadi", parent=parent)
        self._instrument: Instrument | None = None
        self._suggestions: Sequence[Suggestion] = ()
        self._whole = False
        self.chosen.connect(self._choose)
        self.all_asked.connect(self._show_all)
        self.hide()

    def show_suggestions(self, instrument: Instrument, suggestions: "Sequence[Suggestion]") -> None:
        self._instrument, self._suggestions = instrument, suggestions
        self._whole = self._whole and bool(suggestions)
        count = len(suggestions)
        shown = suggestions if self._whole else suggestions[:_NAMED]
        self.show_lines(
            suggestion_lines(instrument, shown),
            aside=f"{count} berkas",
            note=_NOTE,
            all_words=f"Tampilkan semua {count} berkas" if len(shown) < count else "",
        )
        self.setVisible(bool(suggestions))

    def _show_all(self) -> None:
        self._whole = True
        if self._instrument is not None:
            self.show_suggestions(self._instrument, self._suggestions)

    def _choose(self, target: str) -> None:
        for item in self._suggestions:
            if str(item.use.id) == target:
                self.evidence_chosen.emit(item.use.question_code, item.use.id)
                return
