"""The figures of a moment, kept for the report of progress to compare with."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zidesk.domain.indonesian import format_date, format_number
from zidesk.ui.theme import BODY, SECONDARY
from zidesk.ui.widgets.labels import label, push_button

if TYPE_CHECKING:
    from zidesk.domain.snapshot import ScoreSnapshot

_NONE = (
    "Belum ada nilai pembanding, sehingga laporan tidak dapat menunjukkan perubahan. Simpan nilai saat ini pada "
    "awal setiap masa."
)


class SnapshotBox(QWidget):
    """`asked`: the present figures are to be kept."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facts = label(look="muted", size=SECONDARY, wrap=True)
        self.keep = push_button("Simpan nilai saat ini", icon_name="bookmark")
        self.keep.setAccessibleName("Simpan nilai saat ini sebagai pembanding")
        self.keep.setToolTip("Simpan nilai saat ini sebagai pembanding")
        self.keep.clicked.connect(self.asked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(label("Nilai pembanding", size=BODY, bold=True))
        layout.addWidget(self.facts)
        layout.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeft)

    def show_latest(self, snapshots: "tuple[ScoreSnapshot, ...]", *, read_only: bool) -> None:
        """`snapshots`: the oldest first."""
        words = _NONE
        if snapshots:
            latest = snapshots[-1]
            name = f" ({latest.label})" if latest.label else ""
            day = format_date(latest.taken_at.date())
            words = f"Terakhir disimpan {day}{name}: nilai {format_number(latest.total)}."
        self.facts.setText(words)
        self.keep.setVisible(not read_only)
