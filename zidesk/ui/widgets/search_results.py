"""What was found, in a list that hangs below the search field and never takes its focus."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QVBoxLayout, QWidget

from zidesk.storage.search.hits import Hit
from zidesk.ui.models.search_model import HIT_ROLE, SearchModel
from zidesk.ui.theme import GAP, SECONDARY, WIDE_GAP
from zidesk.ui.widgets.labels import label
from zidesk.ui.widgets.search_row import SearchRowDelegate

_WIDEST, _MOST_HEIGHT, _EDGE = 680, 560, 16  # pixels


class SearchResults(QFrame):
    """A child of the window, over everything else in it."""

    chosen = Signal(object)  # Hit

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.model = SearchModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(SearchRowDelegate(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName("Hasil pencarian")
        self.list.setMouseTracking(True)
        self.list.entered.connect(self._point_at)
        self.list.clicked.connect(self._clicked)
        self.empty = label(look="muted", wrap=True)
        self.empty.setMargin(WIDE_GAP)
        self.note = label(look="muted", size=SECONDARY, wrap=True)
        self.note.setMargin(GAP)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.empty)
        layout.addWidget(self.note)
        self.hide()

    def show_hits(self, typed: str, hits: tuple[Hit, ...], note: str) -> None:
        """Show what was found for `typed`, the first of it in hand; `note` stands below."""
        self.model.show(hits)
        self.list.setVisible(bool(hits))
        self.empty.setVisible(not hits)
        self.empty.setText(
            f"Tidak ada yang cocok dengan “{typed.strip()}”. Coba awal katanya saja, kode butir seperti 1.iii.b, "
            "atau sebagian nomor surat."
        )
        self.note.setVisible(bool(note))
        self.note.setText(note)
        self.list.scrollToTop()
        self._select(self.model.step(-1, 1))

    def current(self) -> Hit | None:
        """The hit in hand."""
        hit: Hit | None = self.list.currentIndex().data(HIT_ROLE)
        return hit

    def step(self, by: int) -> None:
        """Take the next hit (1) or the one before (-1) in hand."""
        self._select(self.model.step(self.list.currentIndex().row(), by))

    def hang_below(self, field: QWidget) -> None:
        """As wide as there is use for, as high as its rows, inside the window."""
        window = field.window()
        corner = field.mapTo(window, QPoint(0, field.height() + 4))
        width = min(max(field.width(), _WIDEST), window.width() - 2 * _EDGE)
        left = max(_EDGE, min(corner.x(), window.width() - _EDGE - width))
        rows = sum(self.list.sizeHintForRow(row) for row in range(self.model.rowCount()))
        wanted = rows + 4 if self.model.rowCount() else self.empty.heightForWidth(width - 2)
        if self.note.text():
            wanted += self.note.heightForWidth(width - 2)
        self.setGeometry(left, corner.y(), width, min(wanted, _MOST_HEIGHT, window.height() - corner.y() - _EDGE))

    def _select(self, row: int) -> None:
        if row >= 0:
            index = self.model.index(row, 0)
            self.list.setCurrentIndex(index)
            first = row == self.model.step(-1, 1)
            self.list.scrollTo(self.model.index(0, 0) if first else index)  # the heading above the first, too

    def _point_at(self, index: QModelIndex) -> None:
        if index.data(HIT_ROLE) is not None:
            self.list.setCurrentIndex(index)

    def _clicked(self, index: QModelIndex) -> None:
        hit = index.data(HIT_ROLE)
        if hit is not None:
            self.chosen.emit(hit)
