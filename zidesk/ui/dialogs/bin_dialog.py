"""Tempat sampah: what was removed, taken back or deleted for good."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QMessageBox,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from zidesk.domain.indonesian import format_number, format_size
from zidesk.ui.messenger import question_box
from zidesk.ui.models.bin_model import BinModel, Column, Removed
from zidesk.ui.theme import GAP, QUESTION, WIDE_GAP, scaled
from zidesk.ui.widgets.labels import frame, label, push_button
from zidesk.ui.widgets.roomy_delegate import RoomyDelegate

_WIDE, _HIGH = 1000, 520
_EMPTY = (
    "Tempat sampah kosong. Bukti dan berkas kotak masuk yang dibuang menunggu di sini sampai dikembalikan atau "
    "dihapus selamanya."
)


class BinDialog(QDialog):
    """`restore_asked` and `delete_asked` carry ids of uses; `empty_asked` is for all. The dialog stays open:
    `show_items` follows. It has asked before anything that cannot be taken back."""

    restore_asked = Signal(object)  # list[int]
    delete_asked = Signal(object)  # list[int]
    empty_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Tempat sampah")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._read_only = False
        self.total = label(look="muted")
        self.model = BinModel(self)
        self.table = QTreeView()
        self.table.setUniformRowHeights(True)  # before there is a model: afterwards Qt measures no row at all
        self.table.setRootIsDecorated(False)
        self.table.setAllColumnsShowFocus(True)
        self.table.setItemDelegate(RoomyDelegate(self.table))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setModel(self.model)
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.table.setAccessibleName("Yang dibuang")
        self.empty = label(_EMPTY, look="muted", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setMargin(32)
        self.restore = push_button("Kembalikan", icon_name="undo-2", look="primary")
        self.delete = push_button("Hapus selamanya…", icon_name="trash-2")
        self.purge = push_button("Kosongkan tempat sampah…", look="link")
        self.close_button = push_button("Tutup", look="link")
        self.restore.clicked.connect(self._restore)
        self.delete.clicked.connect(self._delete)
        self.purge.clicked.connect(self._purge)
        self.close_button.clicked.connect(self.reject)
        self.table.selectionModel().selectionChanged.connect(self._refresh)
        for button in (self.restore, self.delete, self.purge, self.close_button):
            button.setAutoDefault(False)
        self._arrange()
        self.show_items((), read_only=False)
        self.table.setFocus()

    def _arrange(self) -> None:
        head = frame("below-line")
        row = QHBoxLayout(head)
        row.setContentsMargins(WIDE_GAP, GAP, WIDE_GAP, GAP)
        row.setSpacing(10)
        row.addWidget(label("Tempat sampah", size=QUESTION, bold=True))
        row.addWidget(self.total, 1)
        row.addWidget(self.purge)
        bar = frame("above-line")
        foot = QHBoxLayout(bar)
        foot.setContentsMargins(WIDE_GAP, GAP, WIDE_GAP, GAP)
        foot.setSpacing(8)
        foot.addWidget(self.close_button)
        foot.addStretch(1)
        foot.addWidget(self.delete)
        foot.addWidget(self.restore)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget, stretch in ((head, 0), (self.table, 1), (self.empty, 1), (bar, 0)):
            layout.addWidget(widget, stretch)
        header = self.table.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        for column, mode in (
            (Column.TITLE, QHeaderView.ResizeMode.Stretch),
            (Column.PLACE, QHeaderView.ResizeMode.Interactive),
            (Column.REMOVED, QHeaderView.ResizeMode.ResizeToContents),
            (Column.SIZE, QHeaderView.ResizeMode.ResizeToContents),
        ):
            header.setSectionResizeMode(column, mode)
        room = self.screen().availableGeometry()
        self.resize(min(scaled(_WIDE), room.width() - 48), min(scaled(_HIGH), room.height() - 72))

    def show_items(self, items: Sequence[Removed], *, read_only: bool) -> None:
        """What lies in the bin now, what was removed last first. The row in hand keeps its place."""
        row = self.table.currentIndex().row()
        self._read_only = read_only
        self.model.show(items)
        size = format_size(sum(item.use.file.size for item in items))
        self.total.setText(f"{format_number(len(items), 0)} berkas · {size}" if items else "")
        self.table.setVisible(bool(items))
        self.empty.setVisible(not items)
        if items:
            self.table.setCurrentIndex(self.model.index(min(max(row, 0), len(items) - 1), 0))
        self._share_width()
        self._refresh()

    def selected(self) -> list[Removed]:
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self.model.items[row] for row in rows]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        """What date and size leave: two thirds for the file, which has what is left, one for its place."""
        header = self.table.header()
        taken = sum(self.table.sizeHintForColumn(column) for column in (Column.REMOVED, Column.SIZE))
        header.resizeSection(Column.PLACE, max(0, header.width() - taken) * 2 // 5)

    def _refresh(self) -> None:
        chosen = bool(self.selected()) and not self._read_only
        self.restore.setEnabled(chosen)
        self.delete.setEnabled(chosen)
        self.purge.setEnabled(bool(self.model.items) and not self._read_only)

    def _restore(self) -> None:
        chosen = self.selected()
        if chosen and not self._read_only:
            self.restore_asked.emit([item.use.id for item in chosen])

    def _delete(self) -> None:
        chosen = self.selected()
        if chosen and not self._read_only and self.confirm(_question(chosen), "Hapus selamanya"):
            self.delete_asked.emit([item.use.id for item in chosen])

    def _purge(self) -> None:
        if self.model.items and self.confirm("Kosongkan tempat sampah?", "Kosongkan"):
            self.empty_asked.emit()

    def confirm(self, question: str, yes: str) -> bool:
        """Whether the user means it."""
        box = question_box(
            self,
            question,
            "Berkas yang tidak dipakai butir lain dihapus dari berkas kerja dan tidak dapat dikembalikan, kecuali "
            "dari cadangan.",
            yes,
            "Batal",
        )
        box.exec()
        return box.buttonRole(box.clickedButton()) is QMessageBox.ButtonRole.AcceptRole

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes back, Delete deletes, where no button has the focus."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.table.hasFocus():
            self._restore()
        elif event.key() == Qt.Key.Key_Delete:
            self._delete()
        else:
            super().keyPressEvent(event)


def _question(chosen: Sequence[Removed]) -> str:
    if len(chosen) == 1:
        return f"Hapus “{chosen[0].use.title}” selamanya?"
    return f"Hapus {format_number(len(chosen), 0)} berkas selamanya?"
