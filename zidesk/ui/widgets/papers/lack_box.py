"""What the data of a paper lack, each with the way to where it is filled in."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zidesk.ui.theme import SECONDARY, set_font
from zidesk.ui.widgets.labels import frame, label, push_button
from zidesk.ui.widgets.papers.words import Lack

_MOST = 6  # named one by one


class LackBox(QWidget):
    """`school_asked`: to Data sekolah."""

    school_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = frame("warning")
        self._lines = QVBoxLayout(self.box)
        self._lines.setContentsMargins(12, 8, 12, 10)
        self._lines.setSpacing(2)
        self.school = push_button("Buka Data sekolah", look="link")
        set_font(self.school, SECONDARY)
        self.school.clicked.connect(self.school_asked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)
        self.hide()

    def show_lacks(self, lacks: Sequence[Lack], fault: str = "") -> None:
        """`fault`: why the paper cannot be made at all, before everything else."""
        self.school.setParent(None)
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self.school:
                widget.hide()
                widget.deleteLater()
        if fault:
            self._lines.addWidget(label(fault, size=SECONDARY, wrap=True))
        if lacks:
            self._lines.addWidget(label("Akan dicetak sebagai titik-titik:", size=SECONDARY, bold=True, wrap=True))
        # what the form beside it shows anyway comes last
        ordered = sorted(lacks, key=lambda lack: lack.where == "field")
        for lack in ordered[:_MOST]:
            self._lines.addWidget(label(f"• {lack.words}", size=SECONDARY, wrap=True))
        if len(ordered) > _MOST:
            self._lines.addWidget(label(f"• dan {len(ordered) - _MOST} lagi", size=SECONDARY))
        needs_school = any(lack.where == "school" for lack in lacks)
        self.school.setVisible(needs_school)
        if needs_school:
            self._lines.addWidget(self.school, 0, Qt.AlignmentFlag.AlignLeft)
        self.setVisible(bool(lacks or fault))
