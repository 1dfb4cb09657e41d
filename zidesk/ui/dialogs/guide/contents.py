"""The left side of the guide: the field to search in, and below it the chapters or what was found."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from zidesk.domain.guide import Guide
from zidesk.services.guide.search import GuideHit
from zidesk.ui.dialogs.guide.delegate import GuideDelegate
from zidesk.ui.models.guide_model import GuideEntry, GuideModel, GuideRole
from zidesk.ui.theme import GAP, ROW_HEIGHT, SECONDARY, WIDE_GAP, set_size
from zidesk.ui.widgets.labels import frame, label

_TO_LIST = (Qt.Key.Key_Down, Qt.Key.Key_Up)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class GuideContents(QFrame):
    """`typed` carries what is searched for; `chosen` the GuideEntry in hand, as soon as it is."""

    typed = Signal(str)
    chosen = Signal(object)
    entered = Signal()  # Enter: to the text

    def __init__(self, guide: Guide, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guide = guide
        self.setProperty("look", "right-line")
        self.search = QLineEdit()
        self.search.setPlaceholderText("Cari di panduan")
        self.search.setAccessibleName("Cari di panduan")
        self.search.setToolTip("Cari kata di semua bab (Ctrl+F)")
        set_size(self.search, least_height=ROW_HEIGHT)
        self.search.textChanged.connect(self.typed)
        self.search.installEventFilter(self)
        self.model = GuideModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(GuideDelegate(self.list))
        self.list.setAccessibleName("Bab panduan")
        self.list.setMouseTracking(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.installEventFilter(self)
        self.list.selectionModel().currentChanged.connect(self._tell)
        self.found = label(look="muted", size=SECONDARY, wrap=True)
        self._arrange()
        self.show_chapters("")

    def _arrange(self) -> None:
        head = frame("surface")
        inside = QVBoxLayout(head)
        inside.setContentsMargins(WIDE_GAP, GAP, GAP, 4)
        inside.setSpacing(6)
        inside.addWidget(self.search)
        inside.addWidget(self.found)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 1, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self.list, 1)

    def show_chapters(self, current: str) -> None:
        """All chapters, the one with this key in hand; nothing is emitted."""
        self._quietly(lambda: self.model.show_chapters(self._guide))
        self.found.hide()
        self.point_at(current)

    def show_hits(self, typed: str, hits: Sequence[GuideHit]) -> None:
        """What was found for `typed`, the first of it in hand."""
        self._quietly(lambda: self.model.show_hits(hits))
        words = f"{len(hits)} bagian memuat kata itu"
        none = f"Tidak ada yang cocok dengan “{typed.strip()}”. Coba awal katanya saja, atau kata lain."
        self.found.setText(words if hits else none)
        self.found.show()
        if hits:
            self.list.setCurrentIndex(self.model.index(0, 0))

    def point_at(self, chapter: str) -> None:
        """Take a chapter in hand without saying so."""
        row = self.model.row_of(chapter)
        if row >= 0 and not self.searching:
            self._quietly(lambda: self.list.setCurrentIndex(self.model.index(row, 0)))
            self.list.scrollTo(self.model.index(row, 0))

    @property
    def searching(self) -> bool:
        return bool(self.search.text().strip())

    def _quietly(self, do: object) -> None:
        assert callable(do)
        selection = self.list.selectionModel()
        selection.blockSignals(True)
        do()
        selection.blockSignals(False)
        self.list.viewport().update()

    def _tell(self, current: QModelIndex | QPersistentModelIndex, _before: object) -> None:
        row = current.data(GuideRole.ROW)
        if isinstance(row, GuideEntry):
            self.chosen.emit(row)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _ENTER:
                self.entered.emit()
                return True
            if watched is self.search and event.key() in _TO_LIST:
                self._step(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
        return super().eventFilter(watched, event)

    def _step(self, by: int) -> None:
        row = self.model.step(self.list.currentIndex().row(), by)
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row, 0))
