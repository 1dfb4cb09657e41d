"""Searching inside the file in view: a field, how many were found, and going from one to the next."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from zidesk.domain.indonesian import format_number
from zidesk.ui.theme import SECONDARY
from zidesk.ui.widgets.labels import icon_button, label
from zidesk.ui.widgets.preview.geometry import Area

_TYPING = 300  # milliseconds
_SCANS = "Halaman hasil pindai berupa gambar; kata di dalamnya tidak dapat dicari."


@dataclass(frozen=True, slots=True)
class Hit:
    """Words found on a page (from 0); one area for each line they stand on."""

    page: int
    areas: tuple[Area, ...]


class FindBar(QFrame):
    """`searched` carries the words, empty when the field is; `moved` the Hit to show; `closed` by Escape."""

    searched = Signal(str)
    moved = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "below-line")
        self._hits: Sequence[Hit] = ()
        self._more = False
        self._here = -1
        self._asked = ""
        self.field = QLineEdit()
        self.field.setPlaceholderText("Cari di dalam berkas")
        self.field.setAccessibleName("Cari di dalam berkas")
        self.count = label(look="muted", size=SECONDARY)
        self.before = icon_button("chevron-up", "Temuan sebelumnya (Shift+Enter)")
        self.after = icon_button("chevron-down", "Temuan berikutnya (Enter)")
        self.close_button = icon_button("x", "Tutup pencarian (Esc)")
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING)
        self._typing.timeout.connect(self._search)
        self.field.textChanged.connect(self._typing.start)
        self.before.clicked.connect(lambda: self.step(-1))
        self.after.clicked.connect(lambda: self.step(1))
        self.close_button.clicked.connect(self.closed)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        for widget in (self.count, self.before, self.after, self.close_button):
            row.addWidget(widget)
        self._show_count()

    @property
    def hits(self) -> Sequence[Hit]:
        return self._hits

    def current(self) -> Hit | None:
        return self._hits[self._here] if 0 <= self._here < len(self._hits) else None

    def begin(self) -> None:
        """Take the keyboard, ready for other words."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def forget(self) -> None:
        """Another file is in view, in which nothing was looked for yet."""
        self._typing.stop()
        self._hits, self._here, self._asked = (), -1, ""
        self._show_count()

    def search_again(self) -> None:
        """Look for the words in the field in the file that is in view now."""
        self._asked = ""
        self._search()

    def show_hits(self, hits: Sequence[Hit], page: int, *, more: bool) -> None:
        """What was found; the first hit on or after `page` is the one in hand. `more`: these are not all."""
        self._hits, self._more = hits, more
        self._here = next((place for place, hit in enumerate(hits) if hit.page >= page), 0) if hits else -1
        self._show_count()
        self._tell()

    def show_fault(self, words: str) -> None:
        self.forget()
        self.count.setText(words)

    def step(self, by: int) -> None:
        """To the next hit or the one before; after the last comes the first."""
        if self._hits:
            self._here = (self._here + by) % len(self._hits)
            self._show_count()
            self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._typing.isActive() or self.field.text().strip() != self._asked:
                self._search()
            else:
                self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def _search(self) -> None:
        self._typing.stop()
        words = self.field.text().strip()
        if words != self._asked:
            self._asked = words
            self._hits, self._here = (), -1
            self.count.setText("Mencari…" if words else "")
            self.searched.emit(words)

    def _tell(self) -> None:
        hit = self.current()
        if hit is not None:
            self.moved.emit(hit)

    def _show_count(self) -> None:
        several = len(self._hits) > 1
        self.before.setEnabled(several)
        self.after.setEnabled(several)
        if self._hits:
            many = format_number(len(self._hits), 0)
            whole = f"lebih dari {many}" if self._more else many
            self.count.setText(f"{format_number(self._here + 1, 0)} dari {whole}")
        else:
            self.count.setText("Tidak ditemukan" if self._asked else "")
        self.count.setToolTip("" if self._hits or not self._asked else _SCANS)
