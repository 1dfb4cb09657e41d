"""Batas ukuran berkas: above which size copies of files are shrunk, if at all."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from zidesk.ui.bundle_wizard.counting import Counted
from zidesk.ui.bundle_wizard.option_words import limit_words
from zidesk.ui.bundle_wizard.radios import group, heading, hint, radio
from zidesk.ui.theme import ROW_HEIGHT, WIDE_GAP, set_size
from zidesk.ui.widgets.number_box import NumberBox

NAME = "Batas ukuran berkas"
_MB = 1_000_000  # bytes
_USUAL = (2, 5, 10)  # megabytes that portals of assessors ask for
_OWN = (1, 20, 4000)  # least, first shown, most


class LimitChoice(QWidget):
    """One row of choices; `off`, those of `usual` by megabytes, and `own` with its number."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counted = Counted()
        self.off = radio("Tidak dibatasi", NAME)
        self.usual = {mb: radio(f"{mb} MB", NAME) for mb in _USUAL}
        self.own = radio("Lainnya", NAME)
        self.mb = NumberBox()
        self.mb.setRange(_OWN[0], _OWN[2])
        self.mb.setSuffix(" MB")
        self.mb.setAccessibleName(f"{NAME} lainnya")
        set_size(self.mb, least_height=ROW_HEIGHT)
        self._note = hint(indented=False)
        buttons = (self.off, *self.usual.values(), self.own)
        self._group = group(self, buttons)
        row = QHBoxLayout()
        row.setSpacing(WIDE_GAP)
        for button in buttons:
            row.addWidget(button)
        row.addWidget(self.mb)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(heading(NAME))
        layout.addLayout(row)
        layout.addWidget(self._note)
        self.mb.setEnabled(False)
        self.own.toggled.connect(self.mb.setEnabled)
        self._group.buttonToggled.connect(lambda _button, on: self._tell() if on else None)
        self.mb.valueChanged.connect(lambda _value: self._tell())
        self.reset()

    def reset(self) -> None:
        self.mb.setValue(_OWN[1])
        self.off.setChecked(True)

    def chosen(self) -> QRadioButton:
        return next(button for button in (self.off, *self.usual.values(), self.own) if button.isChecked())

    def limit(self) -> int | None:
        """In bytes; None: there is none."""
        if self.own.isChecked():
            return self.mb.value() * _MB
        return next((mb * _MB for mb, button in self.usual.items() if button.isChecked()), None)

    def show_counted(self, counted: Counted) -> None:
        self._counted = counted
        self._tell_note()

    def _tell(self) -> None:
        self._tell_note()
        self.changed.emit()

    def _tell_note(self) -> None:
        limit = self.limit()
        self._note.setText(limit_words(limit, 0 if limit is None else self._counted.above(limit)))
