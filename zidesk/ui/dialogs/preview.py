"""The large preview: a window beside the others, with the neighbours of what it shows one key away."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from zidesk.domain.evidence import EvidenceUse
from zidesk.domain.indonesian import format_number
from zidesk.domain.redaction import can_be_covered
from zidesk.ui.theme import GAP, SECONDARY, WIDE_GAP
from zidesk.ui.widgets.labels import frame, icon_button, label, push_button
from zidesk.ui.widgets.preview.preview import Preview
from zidesk.ui.widgets.preview.tools import PreviewTools
from zidesk.ui.wording import evidence_lines

_SHARE = 0.86  # of the screen
_COVER = "Hitamkan bagian PDF atau gambar yang tidak boleh ikut ke dalam paket"


class PreviewDialog(QDialog):
    """Not modal; Escape closes it, Left and Right go to the neighbours. `shown` carries the use in view."""

    shown = Signal(object)
    open_asked = Signal(object)
    show_folder_asked = Signal(object)
    cover_asked = Signal(object)

    def __init__(self, tools: PreviewTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Pratinjau")
        self.setModal(False)
        self._uses: Sequence[EvidenceUse] = ()
        self._may_cover = False
        self.title = label(bold=True)
        self.facts = label(look="muted", size=SECONDARY)
        self.number = label(look="muted", size=SECONDARY)
        self.before = icon_button("chevron-left", "Bukti sebelumnya (Panah kiri)")
        self.after = icon_button("chevron-right", "Bukti berikutnya (Panah kanan)")
        self.cover = push_button("Tutup bagian…", icon_name="eye-off")
        self.cover.setAutoDefault(False)
        self.cover.setToolTip(_COVER)
        self.preview = Preview(tools)
        self.before.clicked.connect(lambda: self.step(-1))
        self.after.clicked.connect(lambda: self.step(1))
        self.cover.clicked.connect(lambda: self.cover_asked.emit(self.preview.use))
        self.preview.open_asked.connect(self.open_asked)
        self.preview.show_folder_asked.connect(self.show_folder_asked)
        for key, by in (("Left", -1), ("Right", 1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(lambda by=by: self.step(by))
        self._arrange()

    def _arrange(self) -> None:
        head = frame("below-line")
        row = QHBoxLayout(head)
        row.setContentsMargins(WIDE_GAP, 8, 8, 8)
        row.setSpacing(GAP)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.facts)
        row.addLayout(words, 1)
        for widget in (self.cover, self.number, self.before, self.after):
            row.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self.preview, 1)
        room = self.screen().availableGeometry()
        self.resize(round(room.width() * _SHARE), round(room.height() * _SHARE))

    def allow_covering(self, allowed: bool) -> None:
        """Whether the workspace may be changed."""
        self._may_cover = allowed

    def show_uses(self, uses: Sequence[EvidenceUse], current: EvidenceUse) -> None:
        """Show one of a list whose others are its neighbours, and come to the front."""
        self._uses = tuple(uses)
        self._show(current)
        self.show()
        self.activateWindow()
        self.preview.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def update_uses(self, uses: Sequence[EvidenceUse]) -> None:
        """The list has changed beneath: follow it, and close where nothing of it is left."""
        use, place = self.preview.use, self._place()
        self._uses = tuple(uses)
        if not self._uses:
            self.close()
            return
        same = next((item for item in self._uses if use is not None and item.id == use.id), None)
        self._show(same or self._uses[min(max(place, 0), len(self._uses) - 1)])

    def step(self, by: int) -> None:
        place = self._place() + by
        if 0 <= place < len(self._uses):
            self._show(self._uses[place])
            self.shown.emit(self._uses[place])

    def _place(self) -> int:
        use = self.preview.use
        return next((row for row, item in enumerate(self._uses) if use is not None and item.id == use.id), -1)

    def _show(self, use: EvidenceUse) -> None:
        self.preview.show_use(use)
        self.cover.setEnabled(self._may_cover and can_be_covered(use.file.inspection))
        place = self._place()
        self.setWindowTitle(f"{use.title} – Pratinjau")
        self.title.setText(use.title)
        self.facts.setText(" · ".join(line for line in evidence_lines(use) if line))
        several = len(self._uses) > 1
        self.number.setText(f"{format_number(place + 1, 0)} dari {format_number(len(self._uses), 0)} berkas")
        for widget in (self.number, self.before, self.after):
            widget.setVisible(several)
        self.before.setEnabled(place > 0)
        self.after.setEnabled(place < len(self._uses) - 1)

    def done(self, result: int) -> None:
        super().done(result)
        self.preview.show_use(None)  # nothing is kept of what is no longer seen
