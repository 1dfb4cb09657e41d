"""The top of the window: whose assessment this is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from zidesk.domain.assessment import Assessment
from zidesk.ui.theme import GAP, QUESTION, SECONDARY, WIDE_GAP
from zidesk.ui.widgets.labels import label, push_button


class Header(QFrame):
    open_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "below-line")
        self.setFixedHeight(52)
        self.school = label("ZIDesk", size=QUESTION, bold=True)
        self.facts = label(look="muted", size=SECONDARY)
        self.read_only = label("Hanya dibaca", look="chip", size=SECONDARY)
        self.read_only.hide()
        self.open = push_button("Buka berkas kerja…", icon_name="folder-open")
        self.open.setToolTip("Ctrl+O")
        self.open.clicked.connect(self.open_asked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(WIDE_GAP, 0, WIDE_GAP, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.school)
        layout.addWidget(self.facts)
        layout.addWidget(self.read_only, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addStretch(1)
        layout.addWidget(self.open)

    def show_assessment(self, assessment: Assessment, *, read_only: bool) -> None:
        profile = assessment.profile
        self.school.setText(profile.school.name)
        sheet = assessment.instrument
        parts = [str(profile.year), f"menuju {profile.target}", sheet.regulation or sheet.title]
        self.facts.setText(" · ".join(parts))
        self.read_only.setVisible(read_only)
