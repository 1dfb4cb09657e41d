"""Tutup bagian: black boxes over what shall not be handed over, drawn on the pages of one evidence."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from zidesk.domain.evidence import EvidenceUse, FileKind
from zidesk.domain.redaction import Box, tidied
from zidesk.ui.dialogs.redaction.box_panel import BoxPanel
from zidesk.ui.dialogs.redaction.draft import Draft
from zidesk.ui.dialogs.redaction.view import RedactionView
from zidesk.ui.messenger import question_box
from zidesk.ui.theme import GAP, SECONDARY, WIDE_GAP
from zidesk.ui.widgets.labels import frame, label, push_button
from zidesk.ui.widgets.preview.tools import PreviewTools

_SHARE = 0.9  # of the screen
_NEW = (0.3, 0.05)  # width and height of a box that the keyboard adds, in parts of the page
_WHAT = (
    "Bagian di bawah kotak hitam tidak ikut ke dalam paket. Berkas asli di berkas kerja tetap utuh; yang ditutup "
    "hanya salinan di dalam paket."
)
_PAGES = " Semua halaman salinan itu menjadi gambar, sehingga teksnya tidak dapat dicari lagi."
_LOOK, _DRAW = "Lihat hasil", "Kembali ke kotak"
_DROP = "Buang perubahan"


class RedactionDialog(QDialog):
    """`saved` carries all the boxes as they shall be, and only if they are others than before."""

    saved = Signal(object)

    def __init__(self, parent: QWidget, tools: PreviewTools, use: EvidenceUse, boxes: tuple[Box, ...]) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Tutup bagian – {use.title}")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.draft = Draft(boxes)
        self.view, self.panel = RedactionView(tools, use), BoxPanel()
        pages = _PAGES if use.file.inspection.kind is FileKind.PDF else ""
        self.title = label(use.title, bold=True, elide=True)
        self.what = label(_WHAT + pages, look="muted", size=SECONDARY, wrap=True)
        self.look = push_button(_LOOK, icon_name="eye")
        self.cancel = push_button("Batal")
        self.save = push_button("Simpan kotak", look="primary")
        self._arrange()
        self._connect()
        self._refresh()
        self.view.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        head = frame("below-line")
        words = QVBoxLayout(head)
        words.setContentsMargins(WIDE_GAP, GAP, WIDE_GAP, GAP)
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.what)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.view, 1)
        middle.addWidget(self.panel)
        foot = frame("above-line")
        row = QHBoxLayout(foot)
        row.setContentsMargins(WIDE_GAP, 10, WIDE_GAP, 10)
        row.setSpacing(8)
        row.addWidget(self.look)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addLayout(middle, 1)
        layout.addWidget(foot)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter in the number of the page is no wish to save
        self.resize(self.screen().availableGeometry().size() * _SHARE)

    def _connect(self) -> None:
        canvas, panel, draft = self.view.canvas, self.panel, self.draft
        canvas.drawn.connect(lambda box: self._do(lambda: draft.add(box)))
        canvas.chosen.connect(lambda box: self._do(lambda: draft.choose(box)))
        canvas.altered.connect(lambda box, by_key: self._do(lambda: draft.alter(box, by_key=by_key)))
        panel.chosen.connect(self._go_to)
        panel.add.clicked.connect(self.add_box)
        panel.remove.clicked.connect(lambda: self._do(draft.remove))
        panel.clear.clicked.connect(lambda: self._do(draft.clear))
        panel.undo.clicked.connect(lambda: self._do(draft.undo, follow=True))
        panel.redo.clicked.connect(lambda: self._do(draft.redo, follow=True))
        for keys, button in (
            ("Ins", panel.add),
            ("Del", panel.remove),
            ("Ctrl+Z", panel.undo),
            ("Ctrl+Y", panel.redo),
            ("Ctrl+Shift+Z", panel.redo),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(button.click)
        self.view.turned.connect(self._turned)
        self.view.failed.connect(lambda: self.look.setEnabled(False))
        self.view.failed.connect(lambda: self.panel.setEnabled(False))
        self.look.clicked.connect(self._change_look)
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._save)

    def add_box(self) -> None:
        """In the middle of what is seen, and with the keys in hand."""
        x, y = self.view.canvas.visible_middle()
        wide, high = _NEW
        box = Box(self.view.page, x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)
        while box in self.draft.boxes:
            box = box.moved(0.02, 0.02) if box.right < 1 and box.bottom < 1 else box.sized(-0.02, -0.01)
        self._do(lambda: self.draft.add(box))
        self.view.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _do(self, change: Callable[[], None], *, follow: bool = False) -> None:
        """Change the draft and show it; with `follow` where it happened."""
        if self.view.burnt:
            return
        before = set(self.draft.boxes)
        change()
        if follow:
            moved = sorted(before ^ set(self.draft.boxes), key=lambda box: box.page)
            if moved and all(box.page != self.view.page for box in moved):
                self.view.show_page(moved[0].page)
        self._refresh()

    def _go_to(self, box: Box) -> None:
        self.view.show_page(box.page)
        self.draft.choose(box)
        self._refresh()
        self.view.canvas.bring_into_view(box)

    def _turned(self) -> None:
        """A box that is out of view is not in hand: no key changes what nobody sees."""
        if self.draft.chosen is not None and self.draft.chosen.page != self.view.page:
            self.draft.choose(None)
        self._refresh()

    def _refresh(self) -> None:
        self.panel.show_draft(self.draft, editable=not self.view.burnt)
        self.view.canvas.show_boxes(self.draft.on_page(self.view.page), self.draft.chosen)
        self.save.setEnabled(self.draft.changed)

    def _change_look(self) -> None:
        """To what is handed over, and back."""
        self.view.show_burnt(None if self.view.burnt else tidied(self.draft.boxes))
        words = _DRAW if self.view.burnt else _LOOK
        self.look.setText(f" {words}")
        self.look.setAccessibleName(words)
        self._refresh()

    def _save(self) -> None:
        boxes = tidied(self.draft.boxes)
        self.accept()
        self.saved.emit(boxes)

    def reject(self) -> None:
        """Go away; ask first where boxes would be lost."""
        if not self.draft.changed or self.ask_to_leave():
            super().reject()

    def ask_to_leave(self) -> bool:
        box = question_box(
            self,
            "Tinggalkan perubahan kotak?",
            "Kotak yang baru digambar, digeser, atau dihapus tidak disimpan.",
            _DROP,
            "Lanjutkan menggambar",
        )
        box.exec()
        return box.clickedButton() is not None and box.clickedButton().text() == _DROP
