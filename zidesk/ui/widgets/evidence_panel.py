"""The right side of the assessment: the evidence of the question in hand."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileInfo, QMimeData, QModelIndex, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from zidesk.domain.assessment import Assessment
from zidesk.domain.evidence import EvidenceUse
from zidesk.ui.models.evidence_model import EvidenceModel
from zidesk.ui.theme import GAP, QUESTION, SECONDARY, WIDE_GAP
from zidesk.ui.widgets.drop_area import DropArea
from zidesk.ui.widgets.evidence_delegate import EvidenceDelegate
from zidesk.ui.widgets.evidence_form import EvidenceForm
from zidesk.ui.widgets.labels import frame, label, push_button
from zidesk.ui.wording import evidence_total


class EvidencePanel(QFrame):
    """Intents: files to attach, an edited use, a use to move by a step, a use to remove."""

    add_asked = Signal()
    files_dropped = Signal(object)  # list[Path]
    edited = Signal(object)  # EvidenceUse
    moved = Signal(object, int)
    removed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "surface")
        self.setAcceptDrops(True)
        self._code = ""
        self._read_only = False
        self.total = label(look="muted", size=SECONDARY)
        self.add = push_button("Tambah berkas…", icon_name="plus")
        self.add.clicked.connect(self.add_asked)
        self.model = EvidenceModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(EvidenceDelegate(self.list))
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName("Daftar bukti")
        self.list.selectionModel().currentChanged.connect(self._selected)
        self.empty = label(look="muted", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
        self.empty.setMargin(24)
        self.drop = DropArea("Seret berkas ke sini untuk melampirkannya")
        self.form = EvidenceForm()
        self.form.edited.connect(self.edited)
        self.form.moved.connect(lambda step: self._with_current(lambda use: self.moved.emit(use, step)))
        self.form.removed.connect(lambda: self._with_current(self.removed.emit))
        self._shortcut("Alt+Up", lambda use: self.moved.emit(use, -1))
        self._shortcut("Alt+Down", lambda use: self.moved.emit(use, 1))
        self._shortcut("Del", self.removed.emit)
        self._arrange()

    def _arrange(self) -> None:
        head = frame("below-line")
        row = QHBoxLayout(head)
        row.setContentsMargins(WIDE_GAP, 8, WIDE_GAP, 8)
        row.setSpacing(8)
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(label("Bukti", size=QUESTION, bold=True))
        titles.addWidget(self.total)
        row.addLayout(titles, 1)
        row.addWidget(self.add)
        below = QVBoxLayout()
        below.setContentsMargins(WIDE_GAP, GAP, WIDE_GAP, GAP)
        below.addWidget(self.drop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.empty, 1)
        layout.addLayout(below)
        layout.addWidget(self.form)

    def show_evidence(self, assessment: Assessment, code: str, *, read_only: bool) -> None:
        """Show the evidence of a question, keeping the one in hand where it is still there."""
        current = self.current() if code == self._code else None
        uses = assessment.uses_of(code)
        self._code, self._read_only = code, read_only
        self.model.show(uses)
        row = self.model.row_of(current.id) if current is not None else -1
        if uses:
            self.list.setCurrentIndex(self.model.index(max(row, 0), 0))
        self._show_form()
        self.total.setVisible(bool(uses))
        self.total.setText(evidence_total(assessment, code))
        self.list.setVisible(bool(uses))
        self.empty.setVisible(not uses)
        self.empty.setText(
            "Belum ada bukti untuk butir ini."
            if read_only
            else "Belum ada bukti untuk butir ini. Seret berkas ke sini, atau pilih Tambah berkas…"
        )
        self.add.setEnabled(not read_only)
        self.drop.setVisible(not read_only)

    def current(self) -> EvidenceUse | None:
        """The evidence in hand."""
        index = self.list.currentIndex()
        return self.model.uses[index.row()] if index.isValid() else None

    def _with_current(self, do: Callable[[EvidenceUse], None]) -> None:
        use = self.current()
        if use is not None and not self._read_only:
            do(use)

    def _selected(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self.form.commit()
            self._show_form()

    def _show_form(self) -> None:
        use = self.current()
        self.form.setVisible(use is not None)
        if use is not None:
            self.form.show_use(use, len(self.model.uses), read_only=self._read_only)

    def _shortcut(self, keys: str, do: Callable[[EvidenceUse], None]) -> None:
        """A key that acts on the evidence in hand while the list has the focus."""
        shortcut = QShortcut(QKeySequence(keys), self.list)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(lambda: self._with_current(do))

    # dropping files

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self._read_only and _files(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.drop.light(True)
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.drop.light(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.drop.light(False)
        files = _files(event.mimeData())
        if self._read_only or not files:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)  # an original is never moved away
        event.accept()
        self.files_dropped.emit(files)


def _files(data: QMimeData) -> list[Path]:
    """The local files of a drag; a drag of folders alone is for the window."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return paths if any(not QFileInfo(str(path)).isDir() for path in paths) else []
