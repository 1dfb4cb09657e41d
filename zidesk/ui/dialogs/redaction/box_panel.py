"""Beside the page: the boxes by name, and what can be done with them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from zidesk.domain.redaction import Box
from zidesk.ui.dialogs.redaction.draft import Draft
from zidesk.ui.redaction_words import box_words, boxes_words
from zidesk.ui.theme import GAP, SECONDARY, WIDE_GAP, set_size
from zidesk.ui.widgets.labels import icon_button, label, push_button
from zidesk.ui.widgets.roomy_delegate import RoomyDelegate

_WIDE = 268
_EMPTY = "Seret tetikus di atas halaman untuk menutup suatu bagian, atau pilih Tambah kotak."
_KEYS = "Panah menggeser kotak, Shift+Panah mengubah ukurannya, Ctrl+Panah menggeser sedikit."


class BoxPanel(QFrame):
    """`chosen` carries the Box that was picked from the list."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "left-line")
        self.total = label(bold=True, wrap=True)
        self.undo = icon_button("undo-2", "Urungkan (Ctrl+Z)")
        self.redo = icon_button("redo-2", "Ulangi (Ctrl+Y)")
        self.list = QListWidget()
        self.list.setAccessibleName("Kotak hitam")
        self.list.setItemDelegate(RoomyDelegate(self.list))
        self.empty = label(_EMPTY, look="muted", wrap=True)
        self.add = push_button("Tambah kotak", icon_name="plus")
        self.add.setToolTip("Taruh kotak di tengah halaman (Ins)")
        self.remove = push_button("Hapus kotak", icon_name="trash-2")
        self.remove.setToolTip("Hapus kotak yang dipilih (Del)")
        self.clear = push_button("Hapus semua")
        self.keys = label(_KEYS, look="muted", size=SECONDARY, wrap=True)
        self.list.currentItemChanged.connect(self._picked)
        self.list.itemClicked.connect(self._picked)  # also the one that is current already
        self._arrange()

    def _arrange(self) -> None:
        set_size(self, width=_WIDE)
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(self.total, 1)
        head.addWidget(self.undo)
        head.addWidget(self.redo)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE_GAP, GAP, WIDE_GAP, GAP)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.empty)
        layout.addWidget(self.list, 1)
        layout.addStretch(0)
        for widget in (self.add, self.remove, self.clear, self.keys):
            layout.addWidget(widget)

    def show_draft(self, draft: Draft, *, editable: bool) -> None:
        self.total.setText(boxes_words(draft.boxes))
        self.list.blockSignals(True)
        self.list.clear()
        for box in sorted(draft.boxes, key=lambda one: (one.page, draft.number(one))):
            item = QListWidgetItem(box_words(box, draft.number(box)))
            item.setData(Qt.ItemDataRole.UserRole, box)
            self.list.addItem(item)
            if box == draft.chosen:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        self.list.setVisible(bool(draft.boxes))
        self.empty.setVisible(not draft.boxes)
        self.undo.setEnabled(editable and draft.can_undo)
        self.redo.setEnabled(editable and draft.can_redo)
        self.add.setEnabled(editable)
        self.remove.setEnabled(editable and draft.chosen is not None)
        self.clear.setEnabled(editable and bool(draft.boxes))

    def _picked(self, item: QListWidgetItem | None) -> None:
        box = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        if isinstance(box, Box):
            self.chosen.emit(box)
