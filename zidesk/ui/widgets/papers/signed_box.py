"""The signed copy of a paper: what came back, when, and the place to drop it on."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zidesk.domain.indonesian import format_date_short, format_size
from zidesk.ui.theme import BODY, SECONDARY
from zidesk.ui.widgets.drop_area import DropArea
from zidesk.ui.widgets.evidence_drag import files_in
from zidesk.ui.widgets.labels import icon_button, label, push_button

if TYPE_CHECKING:
    from zidesk.domain.paper_record import SignedCopy


class SignedBox(QWidget):
    """`add_asked`, `remove_asked`; `dropped` carries the Path of a file."""

    add_asked = Signal()
    remove_asked = Signal()
    dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._read_only = False
        self.title = label("Salinan bertanda tangan", size=BODY, bold=True, wrap=True)
        self.name = label(elide=True)
        self.facts = label(look="muted", size=SECONDARY, wrap=True)
        self.stale = label(look="bad", size=SECONDARY, wrap=True)
        self.area = DropArea("Seret hasil pindai ke sini, atau ke kartunya.")
        self.add = push_button("Tambah salinan…", icon_name="plus")
        self.remove = icon_button("trash-2", "Lepaskan salinan bertanda tangan")
        self.add.clicked.connect(self.add_asked)
        self.remove.clicked.connect(self.remove_asked)
        row = QHBoxLayout()
        row.addWidget(self.name, 1)
        row.addWidget(self.remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.title)
        layout.addLayout(row)
        for widget in (self.facts, self.stale, self.area):
            layout.addWidget(widget)
        layout.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_copy(self, copy: "SignedCopy | None", *, stale: bool, read_only: bool) -> None:
        self._read_only = read_only
        there = copy is not None
        self.name.setVisible(there)
        self.facts.setVisible(there)
        self.stale.setVisible(there and stale)
        self.remove.setVisible(there and not read_only)
        self.area.setVisible(not there and not read_only)
        self.add.setVisible(not read_only)
        words = "Ganti salinan…" if there else "Tambah salinan…"
        self.add.setText(f" {words}")
        self.add.setAccessibleName(words.replace("salinan", "salinan bertanda tangan"))
        self.add.setToolTip(self.add.accessibleName())
        if copy is not None:
            self.name.setText(copy.name)
            day = format_date_short(copy.attached_at.date())
            self.facts.setText(f"{format_size(copy.size)} · ditambahkan {day}")
            self.stale.setText("Data berubah sejak ditandatangani. Cetak dan tandatangani lagi.")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self._read_only and len(files_in(event.mimeData())) == 1:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.area.light(True)
        else:
            event.ignore()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self.area.light(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.area.light(False)
        files = files_in(event.mimeData())
        if len(files) == 1 and not self._read_only:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(files[0])
