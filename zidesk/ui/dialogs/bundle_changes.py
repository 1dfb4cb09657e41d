"""Bandingkan dengan paket lama: two bundles are chosen, what has changed between them is listed."""

from enum import Enum
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from zidesk.domain.clean_text import single_line
from zidesk.messages.message import Message
from zidesk.ui.bundle_changes_work import Comparison
from zidesk.ui.theme import GAP, QUESTION, SECONDARY, WIDE_GAP, font, scaled
from zidesk.ui.widgets.labels import frame, label, push_button
from zidesk.ui.widgets.roomy_delegate import RoomyDelegate

_WIDE, _HIGH = 860, 620
_PLACE = 120  # wide; title and what is said of it share the rest


class Which(Enum):
    """One of the two bundles; the value is its name in sentences."""

    EARLIER = "Paket lama"
    LATER = "Paket baru"


class BundleChangesDialog(QDialog):
    """`folder_asked` and `zip_asked` carry which bundle is to be chosen; `changed`: another pair is chosen."""

    folder_asked = Signal(object)
    zip_asked = Signal(object)
    changed = Signal()
    export_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Bandingkan dengan paket lama")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._chosen: dict[Which, Path] = {}
        self.paths: dict[Which, QLabel] = {}
        self.folders: dict[Which, QPushButton] = {}
        self.zips: dict[Which, QPushButton] = {}
        self.summary = label(bold=True, wrap=True)
        self.remarks = label(look="muted", size=SECONDARY, wrap=True)
        self.list = QTreeWidget()
        self.list.setHeaderLabels(["Butir", "Bukti atau pertanyaan", "Keterangan"])
        self.list.setAccessibleName("Yang berubah")
        self.list.setRootIsDecorated(False)
        self.list.setWordWrap(True)
        self.list.setAlternatingRowColors(False)
        self.list.setSelectionMode(QTreeWidget.SelectionMode.SingleSelection)
        self.list.setItemDelegate(RoomyDelegate(self.list))
        header = self.list.header()
        header.setStretchLastSection(False)
        header.resizeSection(0, scaled(_PLACE))
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.export = push_button("Simpan sebagai PDF…", icon_name="file-down")
        self.export.clicked.connect(self.export_asked)
        self.close_button = push_button("Tutup", look="primary")
        self.close_button.clicked.connect(self.accept)
        self.export.setAutoDefault(False)
        self.close_button.setDefault(True)
        self._arrange()
        self.show_nothing()

    def _arrange(self) -> None:
        inside = QVBoxLayout()
        inside.setContentsMargins(WIDE_GAP, WIDE_GAP, WIDE_GAP, WIDE_GAP)
        inside.setSpacing(GAP)
        inside.addWidget(label("Apa yang berubah sejak paket lama", size=QUESTION, bold=True))
        inside.addLayout(self._choices())
        inside.addWidget(self.summary)
        inside.addWidget(self.remarks)
        inside.addWidget(self.list, 1)
        inside.addStretch(0)  # while there is no list
        bar = frame("above-line")
        foot = QHBoxLayout(bar)
        foot.setContentsMargins(WIDE_GAP, GAP, WIDE_GAP, GAP)
        foot.addWidget(self.export)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(inside, 1)
        layout.addWidget(bar)
        room = self.screen().availableGeometry()
        self.resize(min(scaled(_WIDE), room.width() - 48), min(scaled(_HIGH), room.height() - 72))

    def _choices(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, which in enumerate(Which):
            path = label("belum dipilih", look="muted", elide=True)
            folder = push_button("Folder…", icon_name="folder-open")
            archive = push_button("Berkas ZIP…", icon_name="archive")
            folder.setAccessibleName(f"{which.value}: pilih folder")
            archive.setAccessibleName(f"{which.value}: pilih berkas ZIP")
            folder.clicked.connect(lambda _on=False, which=which: self.folder_asked.emit(which))
            archive.clicked.connect(lambda _on=False, which=which: self.zip_asked.emit(which))
            for button in (folder, archive):
                button.setAutoDefault(False)
            for column, widget in enumerate((label(which.value), path, folder, archive)):
                grid.addWidget(widget, row, column)
            self.paths[which], self.folders[which], self.zips[which] = path, folder, archive
        return grid

    @property
    def pair(self) -> tuple[Path, Path] | None:
        """Both bundles, the earlier first; None until both are chosen."""
        if len(self._chosen) < len(Which):
            return None
        return self._chosen[Which.EARLIER], self._chosen[Which.LATER]

    def choose(self, which: Which, path: Path) -> None:
        self._chosen[which] = path
        self.paths[which].setText(str(path))
        self.paths[which].setAccessibleName(f"{which.value}: {path}")
        self.changed.emit()

    def show_nothing(self) -> None:
        """What to do first."""
        missing = [which.value.lower() for which in Which if which not in self._chosen]
        self._show(f"Pilih {' dan '.join(missing)} untuk melihat yang berubah." if missing else "", ())

    def show_started(self) -> None:
        self._show("Membandingkan…", ())

    def show_refused(self, message: Message) -> None:
        """The two cannot be compared."""
        self._show(message.happened, (message.remedy,))

    def show_remark(self, text: str) -> None:
        """Below the summary; the list stays."""
        self.remarks.setText(text)
        self.remarks.show()

    def show_comparison(self, found: Comparison) -> None:
        moments = f"Paket lama: {found.moments[0]}. Paket baru: {found.moments[1]}."
        self._show(found.summary, (moments, *found.remarks))
        for section in found.sections:
            head = QTreeWidgetItem(self.list, [section.title])
            head.setFirstColumnSpanned(True)
            head.setFont(0, font(bold=True))
            for row in section.rows:
                item = QTreeWidgetItem(head, [single_line(text) for text in (row.place, row.title, row.detail)])
                item.setToolTip(1, item.text(1))
                item.setToolTip(2, item.text(2))
        self.list.expandAll()
        self.list.setVisible(bool(found.sections))
        self.export.setEnabled(True)

    def _show(self, summary: str, remarks: tuple[str, ...]) -> None:
        self.list.clear()
        self.list.hide()
        self.export.setEnabled(False)
        self.summary.setText(summary)
        self.remarks.setText("\n".join(filter(None, remarks)))
        self.remarks.setVisible(any(remarks))
