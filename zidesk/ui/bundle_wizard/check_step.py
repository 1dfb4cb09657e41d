"""Pemeriksaan awal: everything that stands in the way, all at once, each with its way out."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from zidesk.ui.bundle_wizard.ways_out import Obstacle, WayOut
from zidesk.ui.theme import GAP, QUESTION, SECONDARY, WIDE_GAP
from zidesk.ui.widgets.labels import frame, label, push_button
from zidesk.ui.widgets.sign import Sign

_NAMED = 20  # files named in one box before the rest is counted


class CheckStep(QWidget):
    way_chosen = Signal(object)  # WayOut
    again_asked = Signal()
    cancel_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = label(size=QUESTION, bold=True, wrap=True)
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.busy.setAccessibleName("Pemeriksaan sedang berjalan")
        self.boxes: list[QWidget] = []
        self.buttons: dict[WayOut, QPushButton] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(GAP)
        self.cancel = push_button("Batalkan")
        self.cancel.clicked.connect(self.cancel_asked)
        self.again = push_button("Periksa ulang", icon_name="again")
        self.again.clicked.connect(self.again_asked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 20, 28, 20)
        layout.setSpacing(GAP)
        layout.addWidget(self.title)
        layout.addWidget(self.busy)
        layout.addLayout(self._list)
        foot = QHBoxLayout()
        foot.addWidget(self.again)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        layout.addLayout(foot)

    def show_checking(self, *, waiting: bool) -> None:
        """Looking, or `waiting` for other work to end."""
        self._clear()
        words = "Menunggu pekerjaan lain selesai…" if waiting else "Memeriksa berkas kerja dan tujuan…"
        self.title.setText(words)
        self.busy.show()
        self.cancel.setEnabled(True)
        self.cancel.show()
        self.again.hide()

    def show_obstacles(self, obstacles: Sequence[Obstacle]) -> None:
        self._clear()
        count = len(obstacles)
        self.title.setText(
            f"Ada {count} hal yang perlu diselesaikan dahulu. Belum ada yang ditulis."
            if count > 1
            else "Ada satu hal yang perlu diselesaikan dahulu. Belum ada yang ditulis."
        )
        self.busy.hide()
        self.cancel.hide()
        self.again.show()
        for obstacle in obstacles:
            box = self._box(obstacle)
            self.boxes.append(box)
            self._list.addWidget(box)
        first = next(iter(self.buttons.values()), self.again)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear(self) -> None:
        for box in self.boxes:
            self._list.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes, self.buttons = [], {}

    def _box(self, obstacle: Obstacle) -> QWidget:
        box = frame("warning")
        row = QHBoxLayout(box)
        row.setContentsMargins(WIDE_GAP, GAP, WIDE_GAP, GAP)
        row.setSpacing(GAP)
        row.addWidget(Sign("triangle-alert", "warn", 20), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(label(obstacle.happened, bold=True, wrap=True))
        if obstacle.remedy:
            words.addWidget(label(obstacle.remedy, wrap=True))
        names = list(obstacle.names[:_NAMED])
        if len(obstacle.names) > _NAMED:
            names.append(f"… dan {len(obstacle.names) - _NAMED} lagi")
        if names:
            words.addWidget(label("\n".join(f"• {name}" for name in names), size=SECONDARY, wrap=True))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for way in obstacle.ways:
            button = push_button(way.value, look="" if self.buttons else "primary")
            button.clicked.connect(lambda _on=False, way=way: self.way_chosen.emit(way))
            buttons.addWidget(button)
            self.buttons.setdefault(way, button)
        buttons.addStretch(1)
        words.addSpacing(4)
        words.addLayout(buttons)
        row.addLayout(words, 1)
        return box
