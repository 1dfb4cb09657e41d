"""The top of the window: whose assessment this is, undo, search, and the one thing to do next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from zidesk.domain.assessment import Assessment
from zidesk.ui.theme import GAP, QUESTION, SECONDARY, WIDE_GAP, set_size
from zidesk.ui.widgets.labels import icon_button, label, push_button
from zidesk.ui.widgets.search_box import SearchBox
from zidesk.ui.wording import regulation_words


class Header(QFrame):
    """`menu`, `undo`, `redo` and `guide` are given their doing by the window's menu."""

    bundle_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "below-line")
        set_size(self, height=52)
        self.menu = push_button("Menu", icon_name="menu", look="link")
        self.school = label("ZIDesk", size=QUESTION, bold=True, elide=True)
        self.facts = label(look="muted", size=SECONDARY, elide=True)
        self.facts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.read_only = label("Hanya dibaca", look="chip", size=SECONDARY)
        self.undo, self.redo = icon_button("undo-2", "Urungkan"), icon_button("redo-2", "Ulangi")
        self.guide = icon_button("book-open", "Panduan (F1)")
        self.search = SearchBox()
        set_size(self.search, least_width=220, most_width=360)
        self.bundle = push_button("Buat paket", icon_name="archive", look="primary")
        self.bundle.clicked.connect(self.bundle_asked)
        self._of_workspace: tuple[QWidget, ...] = (self.undo, self.redo, self.search, self.bundle)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, WIDE_GAP, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.menu)
        layout.addWidget(self.school)
        layout.addWidget(self.facts, 1)
        layout.addWidget(self.read_only, 0, Qt.AlignmentFlag.AlignVCenter)
        for widget in (self.undo, self.redo):
            layout.addWidget(widget)
        layout.addWidget(self.search, 1)
        layout.addWidget(self.guide)
        layout.addWidget(self.bundle)
        self.clear()

    def clear(self) -> None:
        """No workspace is open."""
        self.school.setText("ZIDesk")
        self.facts.setText("")
        self.read_only.hide()
        for widget in self._of_workspace:
            widget.hide()

    def show_assessment(self, assessment: Assessment, *, read_only: bool) -> None:
        profile = assessment.profile
        self.school.setText(profile.school.name)
        sheet = assessment.instrument
        parts = [str(profile.year), f"menuju {profile.target}", regulation_words(sheet.regulation) or sheet.title]
        self.facts.setText(" · ".join(parts))
        self.read_only.setVisible(read_only)
        for widget in self._of_workspace:
            widget.setVisible(not read_only or widget not in (self.undo, self.redo))
