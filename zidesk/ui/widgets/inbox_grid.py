"""The inbox as a grid of cards: chosen by click, Ctrl, Shift or a frame drawn with the mouse, and dragged away."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QDrag, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from zidesk.domain.evidence import EvidenceUse
from zidesk.ui.models.inbox_model import InboxModel
from zidesk.ui.theme import WIDE_GAP
from zidesk.ui.widgets.evidence_drag import drag_picture, mime_of
from zidesk.ui.widgets.inbox_delegate import BETWEEN, InboxDelegate, least_cell
from zidesk.ui.widgets.preview.tools import Thumbnails

_Index = QModelIndex | QPersistentModelIndex


class InboxGrid(QListView):
    """`chosen`: another selection or current card; `opened` carries the use to be shown large (Space, double
    click); `place_asked` (Enter) and `remove_asked` (Delete) are about the selection."""

    chosen = Signal()
    opened = Signal(object)
    place_asked = Signal()
    remove_asked = Signal()

    def __init__(self, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._model = InboxModel(self)
        self.read_only = False
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionRectVisible(True)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)  # files dropped here are for the page
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet("background: transparent;")  # the cards stand on the page itself
        self.setAccessibleName("Berkas di kotak masuk")
        self.setModel(self._model)
        self.setItemDelegate(InboxDelegate(thumbnails, self))
        self.doubleClicked.connect(lambda index: self.opened.emit(self._model.uses[index.row()]))
        thumbnails.ready.connect(self._repaint)
        self._regrid()

    @property
    def uses(self) -> tuple[EvidenceUse, ...]:
        return self._model.uses

    def show_uses(self, uses: tuple[EvidenceUse, ...]) -> None:
        """Show the inbox as it is now. What is chosen stays so; once all of that is gone, the next card is."""
        row = self.currentIndex().row()
        had = bool(self.selected())
        self._model.show(uses)
        if uses and had and not self.selected():
            self.select_row(min(max(row, 0), len(uses) - 1))
        self.chosen.emit()

    def selected(self) -> list[EvidenceUse]:
        """The chosen uses in the order of the grid."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self._model.uses[row] for row in rows]

    def current(self) -> EvidenceUse | None:
        """The card in hand: the current one if it is chosen, else the first that is."""
        chosen = self.selected()
        index = self.currentIndex()
        if index.isValid() and self.selectionModel().isSelected(index):
            return self._model.uses[index.row()]
        return chosen[0] if chosen else None

    def select_row(self, row: int) -> None:
        """Make one card the chosen and current one, in view."""
        index = self._model.index(row, 0)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def row_of(self, use_id: int) -> int:
        """-1 when it is not in the inbox."""
        return self._model.row_of(use_id)

    # dragging

    def make_drag(self, uses: Sequence[EvidenceUse]) -> QDrag:
        """The chosen uses on their way; where they land is for the target to say."""
        drag = QDrag(self)
        drag.setMimeData(mime_of([use.id for use in uses]))
        first = self._thumbnails.request(uses[0].file)
        drag.setPixmap(drag_picture(first, len(uses), self.devicePixelRatioF()))
        return drag

    def startDrag(self, _actions: Qt.DropAction) -> None:
        uses = self.selected()
        if uses and not self.read_only:
            self.make_drag(uses).exec(Qt.DropAction.MoveAction)

    # Qt

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.chosen.emit()

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        current = self.current()
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.place_asked.emit()
        elif plain and event.key() == Qt.Key.Key_Delete:
            self.remove_asked.emit()
        elif plain and event.key() == Qt.Key.Key_Space and current is not None:
            self.opened.emit(current)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._regrid()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._regrid()

    def _regrid(self) -> None:
        """As many columns as fit; the room that is left goes to the cards."""
        least = least_cell()
        bar = self.verticalScrollBar().sizeHint().width()  # there or not: the cards keep their width
        room = self.width() - 2 * self.frameWidth() - bar - 2  # Qt wraps a row that fits to the pixel
        columns = max(1, room // least.width())
        cell = QSize(max(room // columns, 1), least.height())
        if cell != self.gridSize():
            self.setGridSize(cell)

    def _repaint(self, sha256: str) -> None:
        """A thumbnail has come: only its cards, and only those in view."""
        for row in self._model.rows_of_content(sha256):
            place = self.visualRect(self._model.index(row, 0))
            if place.intersects(self.viewport().rect()):
                self.viewport().update(place)


MARGIN = WIDE_GAP - BETWEEN // 2  # around the grid, so that the cards stand in line with the page's title
