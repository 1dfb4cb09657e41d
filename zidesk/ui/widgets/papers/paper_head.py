"""The head of a paper in hand: its name, and what can be done with it."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from zidesk.ui.theme import QUESTION, SECONDARY, WIDE_GAP, scaled
from zidesk.ui.widgets.labels import label, push_button

_TITLE_ROOM = 170  # pixels the title keeps


class PaperHead(QFrame):
    """`print_asked`, `words_asked`; `save_asked` carries a suffix; `each_asked` too: a file for each member."""

    print_asked = Signal()
    words_asked = Signal()
    save_asked = Signal(str)
    each_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "below-line")
        self.title = label(size=QUESTION, bold=True, elide=True)
        self.facts = label(look="muted", size=SECONDARY, elide=True)
        self.words = push_button("Ubah kalimat…", icon_name="pencil")
        self.save_pdf = push_button("Simpan PDF…", icon_name="file-down")
        self.save_docx = push_button("Simpan DOCX…", icon_name="file-text")
        self.print = push_button("Cetak…", icon_name="printer", look="primary")
        self.each = QMenu(self)
        self.words.clicked.connect(self.words_asked)
        self.print.clicked.connect(self.print_asked)
        self._suffixes = (".pdf", ".docx")
        self._staff = False
        self.save_pdf.clicked.connect(lambda: self._save(0))
        self.save_docx.clicked.connect(lambda: self._save(1))
        self._arrange()

    def _arrange(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.title)
        names.addWidget(self.facts)
        row = QHBoxLayout(self)
        row.setContentsMargins(WIDE_GAP, 10, WIDE_GAP, 10)
        row.setSpacing(8)
        row.addLayout(names, 1)
        for button in (self.words, self.save_docx, self.save_pdf, self.print):
            row.addWidget(button)

    def show_paper(
        self, title: str, facts: str, formats: tuple[str, ...], *, staff: bool, worded: bool, sound: bool
    ) -> None:
        """`staff`: single files can be made; `worded`: it has texts of its own; `sound`: it can be made now."""
        self.title.setText(title)
        self.facts.setText(facts)
        first = ".pdf" if ".pdf" in formats else formats[0]
        self._suffixes = (first, ".docx")
        self._staff = staff
        words = f"Simpan {first[1:].upper()}…"
        self.save_pdf.setAccessibleName(words)
        self.save_docx.setVisible(".docx" in formats)
        self.words.setVisible(worded)
        self.print.setVisible(".pdf" in formats)
        for button in (self.save_pdf, self.save_docx, self.print):
            button.setEnabled(sound)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(_TITLE_ROOM + 4 * 48, super().minimumSizeHint().height())

    def _fit(self) -> None:
        """Where the title would have no room, buttons but the main one are signs only."""
        minor = [button for button in (self.words, self.save_docx, self.save_pdf) if not button.isHidden()]
        for button in minor:
            button.setText(f" {button.accessibleName()}")
        needed = sum(button.sizeHint().width() + 8 for button in (*minor, self.print))
        narrow = self.width() - needed < scaled(_TITLE_ROOM) + 2 * WIDE_GAP
        for button in minor:
            button.setText("" if narrow else f" {button.accessibleName()}")
            button.setToolTip(button.accessibleName() if narrow else "")

    def _save(self, which: int) -> None:
        """For papers of the staff: one file of all, or one for each."""
        suffix = self._suffixes[which]
        if not self._staff:
            self.save_asked.emit(suffix)
            return
        button = (self.save_pdf, self.save_docx)[which]
        self.each.clear()
        self.each.addAction("Satu berkas untuk semua…").triggered.connect(lambda: self.save_asked.emit(suffix))
        self.each.addAction("Satu berkas setiap pegawai, ke folder…").triggered.connect(
            lambda: self.each_asked.emit(suffix)
        )
        self.each.popup(button.mapToGlobal(button.rect().bottomLeft()))
