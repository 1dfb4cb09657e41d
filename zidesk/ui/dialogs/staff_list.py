"""Daftar pegawai: the people of the school, imported from a table, mended in place, added and removed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
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

from zidesk.domain.indonesian import format_number
from zidesk.domain.staff import StaffMember
from zidesk.ui.messenger import question_box
from zidesk.ui.models.staff_model import Column, StaffModel
from zidesk.ui.theme import GAP, QUESTION, WIDE_GAP, scaled
from zidesk.ui.widgets.labels import frame, label, push_button
from zidesk.ui.widgets.papers.name_entry import NameEntry
from zidesk.ui.widgets.roomy_delegate import RoomyDelegate

_WIDE, _HIGH = 960, 560
_WIDTHS = {Column.NAME: 230, Column.NIP: 210, Column.RANK: 150, Column.POSITION: 160}
_EMPTY = (
    "Belum ada pegawai. Impor tabel XLSX atau CSV dengan kolom nama, NIP, pangkat, jabatan, dan peran, atau "
    "tambahkan orang satu per satu di bawah. "
    "Daftar ini dipakai untuk melengkapi penanggung jawab dan untuk mencetak SK tim, pakta integritas, dan "
    "daftar hadir."
)
_REPLACE = "Ganti daftar pegawai?"
_REPLACED = "Semua orang dalam daftar ini diganti dengan isi tabel. Penggantian ini tidak dapat diurungkan."
_REMOVED = (
    "Dokumen yang sudah dibuat dan salinan bertanda tangannya tetap ada. Penghapusan ini tidak dapat diurungkan."
)
_HINT = "Tekan Enter untuk mengubah isi. Pisahkan beberapa peran dengan titik koma."


class StaffDialog(QDialog):
    """`edited` carries a StaffMember as it is wished, `added` a name, `removed` the numbers of members, once it is
    clear that they may go; `import_asked` the same of the list. The dialog stays open: `show_members` or
    `show_fault` follows."""

    edited = Signal(object)
    added = Signal(str)
    removed = Signal(object)  # frozenset[int]
    import_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Daftar pegawai")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.total = label(look="muted")
        self.model = StaffModel(self)
        self.model.edited.connect(self.edited)
        self.table = QTreeView()
        self.table.setUniformRowHeights(True)  # before there is a model: afterwards Qt measures no row at all
        self.table.setRootIsDecorated(False)
        self.table.setItemDelegate(RoomyDelegate(self.table))
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.table.setAccessibleName("Daftar pegawai")
        self.empty = label(_EMPTY, look="muted", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setMargin(32)
        self.fault = label(look="bad", wrap=True)
        self.hint = label(_HINT, look="muted", wrap=True)
        self.take_table = push_button("Impor tabel…", icon_name="sheet")
        self.close_button = push_button("Tutup", look="primary")
        self.adding = NameEntry()
        self.remove = push_button("Hapus", icon_name="trash-2")
        self.remove.setAccessibleName("Hapus orang yang dipilih")
        self.adding.named.connect(self.added)
        self.remove.clicked.connect(self._remove)
        self.take_table.clicked.connect(self._import)
        self.close_button.clicked.connect(self.accept)
        for button in (self.take_table, self.remove, self.close_button):
            button.setAutoDefault(False)
        self._arrange()
        self.show_members((), read_only=True)

    def _arrange(self) -> None:
        head = frame("below-line")
        row = QHBoxLayout(head)
        row.setContentsMargins(WIDE_GAP, GAP, WIDE_GAP, GAP)
        row.setSpacing(10)
        row.addWidget(label("Daftar pegawai", size=QUESTION, bold=True))
        row.addWidget(self.total, 1)
        row.addWidget(self.take_table)
        bar = frame("above-line")
        foot = QHBoxLayout(bar)
        foot.setContentsMargins(WIDE_GAP, GAP, WIDE_GAP, GAP)
        foot.setSpacing(10)
        words = QVBoxLayout()
        people = QHBoxLayout()
        people.setSpacing(8)
        people.addWidget(self.adding)
        people.addWidget(self.remove)
        people.addStretch(1)
        words.addLayout(people)
        words.addWidget(self.fault)
        words.addWidget(self.hint)
        foot.addLayout(words, 1)
        foot.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget, stretch in ((head, 0), (self.table, 1), (self.empty, 1), (bar, 0)):
            layout.addWidget(widget, stretch)
        header = self.table.header()
        header.setStretchLastSection(True)
        header.setSectionsMovable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in _WIDTHS.items():
            self.table.setColumnWidth(column, scaled(width))
        room = self.screen().availableGeometry()
        self.resize(min(scaled(_WIDE), room.width() - 48), min(scaled(_HIGH), room.height() - 72))

    def show_members(self, members: tuple[StaffMember, ...], *, read_only: bool) -> None:
        """The list as it is stored."""
        self.model.writable = not read_only
        self.model.show_members(members)
        self.fault.hide()
        self.hint.setVisible(bool(members) and not read_only)
        self.total.setText(f"{format_number(len(members), 0)} orang" if members else "")
        self.table.setVisible(bool(members))
        self.empty.setVisible(not members)
        self.take_table.setEnabled(not read_only)
        self.adding.setVisible(not read_only)
        self.remove.setVisible(bool(members) and not read_only)
        if members and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, 0))
            self.table.setFocus()

    def show_added(self, member: StaffMember) -> None:
        """Someone is on the list now: what else is known of him comes next."""
        self.adding.clear()
        row = self.model.members.index(member)
        self.table.setCurrentIndex(self.model.index(row, Column.NIP))
        self.table.scrollTo(self.table.currentIndex())
        self.table.setFocus()

    def show_fault(self, words: str) -> None:
        """Why the last wish could not be fulfilled."""
        self.fault.setText(words)
        self.fault.setVisible(bool(words))

    def _import(self) -> None:
        if not self.model.members or self.confirm(_REPLACE, _REPLACED, "Pilih tabel…"):
            self.import_asked.emit()

    def _remove(self) -> None:
        rows = sorted({index.row() for index in self.table.selectedIndexes()})
        members = [self.model.members[row] for row in rows]
        if not members:
            return
        name = members[0].name if len(members) == 1 else f"{format_number(len(members), 0)} orang"
        if self.confirm(f"Hapus {name} dari daftar pegawai?", _REMOVED, "Hapus"):
            self.removed.emit(frozenset(member.id for member in members))

    def confirm(self, question: str, explanation: str, yes: str) -> bool:
        """Whether what cannot be undone may be done."""
        box = question_box(self, question, explanation, yes, "Batal")
        box.exec()
        return box.buttonRole(box.clickedButton()) is QMessageBox.ButtonRole.AcceptRole

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter edits and Delete removes, where the table has the focus."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.table.hasFocus():
            if self.model.writable and self.table.currentIndex().isValid():
                self.table.edit(self.table.currentIndex())
        elif event.key() == Qt.Key.Key_Delete and self.table.hasFocus() and self.model.writable:
            self._remove()
        else:
            super().keyPressEvent(event)
