"""Below the list of evidence: a look at the one in hand, or its facts; and what else can be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QWidget

from zidesk.domain.evidence import EvidenceUse
from zidesk.ui.widgets.evidence_form import EvidenceForm
from zidesk.ui.widgets.labels import icon_button
from zidesk.ui.widgets.preview.preview import Preview
from zidesk.ui.widgets.preview.tools import PreviewTools


class EvidenceTabs(QTabWidget):
    """`remove_asked` and `menu_asked` are about what is chosen in the list."""

    remove_asked = Signal()
    menu_asked = Signal()

    def __init__(self, tools: PreviewTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._use: EvidenceUse | None = None
        self._read_only = False
        self.preview = Preview(tools, compact=True)
        self.form = EvidenceForm()
        self.addTab(self.preview, "Pratinjau")
        self.addTab(self.form, "Keterangan")
        self.tabBar().setAccessibleName("Pratinjau atau keterangan bukti")
        self.remove = icon_button("trash-2", "Pindahkan ke tempat sampah (Del)")
        self.more = icon_button("ellipsis", "Perintah bukti")
        self.remove.clicked.connect(self.remove_asked)
        self.more.clicked.connect(self.menu_asked)
        corner = QWidget()
        row = QHBoxLayout(corner)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(2)
        row.addWidget(self.remove)
        row.addWidget(self.more)
        self.setCornerWidget(corner)
        self.currentChanged.connect(lambda _tab: self._show_preview())
        self.form.refused.connect(lambda: self.setCurrentWidget(self.form))

    def show_use(self, use: EvidenceUse, *, read_only: bool) -> None:
        """Show an evidence; the same one again keeps the page in view and what is being typed."""
        self._use, self._read_only = use, read_only
        self.form.show_use(use, read_only=read_only)
        self.remove.setEnabled(not read_only)
        self._show_preview()

    def forget(self) -> None:
        """Before another workspace is shown."""
        self._use = None
        self.form.forget()
        self.preview.show_use(None)

    def edit(self) -> None:
        """Go to the title."""
        self.setCurrentWidget(self.form)
        self.form.focus_title()

    def _show_preview(self) -> None:
        """Nothing is rendered that nobody sees."""
        if self.currentWidget() is self.preview and self._use is not None:
            self.preview.show_use(self._use)
