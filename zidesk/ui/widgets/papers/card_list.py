"""The list of papers. A file dropped on a card is its signed copy."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from zidesk.ui.models.paper_model import PaperModel
from zidesk.ui.widgets.evidence_drag import files_in
from zidesk.ui.widgets.papers.card_delegate import CardDelegate

if TYPE_CHECKING:
    from zidesk.services.papers.standing import KindStatus


class CardList(QListView):
    """`chosen` carries the kind in hand; `signed_dropped` a kind and the file let go on its card."""

    chosen = Signal(str)
    signed_dropped = Signal(str, object)  # Path

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = PaperModel(self)
        self.setModel(self.cards)
        self._painter = CardDelegate(self)
        self.setItemDelegate(self._painter)
        self.setAccessibleName("Daftar dokumen")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QListView { background: transparent; }")
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)  # titles wrap anew
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self._may_drop = False
        self.selectionModel().currentChanged.connect(self._tell)

    def show_statuses(self, statuses: "Sequence[KindStatus]", *, read_only: bool) -> None:
        self._may_drop = not read_only
        kind = self.kind()
        self.cards.show_statuses(statuses)
        if not self.kind():
            self.choose(kind or self.cards.first_kind())

    def kind(self) -> str:
        """The kind in hand, "" for none."""
        card = self.cards.card_at(self.currentIndex())
        return card.kind if card is not None else ""

    def choose(self, kind: str) -> None:
        row = self.cards.row_of(kind)
        if row >= 0:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(self.cards.index(row), flags)
            self.scrollTo(self.cards.index(row))

    def _tell(self, current: QModelIndex | QPersistentModelIndex, _before: object) -> None:
        card = self.cards.card_at(current)
        if card is not None:
            self.chosen.emit(card.kind)

    # a scan let go on a card

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._take(event, event.position().toPoint())

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._take(event, event.position().toPoint())

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._light(-1)

    def dropEvent(self, event: QDropEvent) -> None:
        at = event.position().toPoint()
        card, files = self.cards.card_at(self.indexAt(at)), files_in(event.mimeData())
        self._take(event, at)
        self._light(-1)
        if event.isAccepted() and card is not None:
            self.choose(card.kind)
            self.signed_dropped.emit(card.kind, files[0])

    def _take(self, event: QDropEvent, at: QPoint) -> None:
        index = self.indexAt(at)
        one = len(files_in(event.mimeData())) == 1
        if self._may_drop and one and self.cards.card_at(index) is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._light(index.row())
        elif self._may_drop and one:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.setAccepted(isinstance(event, QDragEnterEvent))  # a card may come under the pointer yet
            self._light(-1)
        else:
            event.ignore()

    def _light(self, row: int) -> None:
        if self._painter.target != row:
            self._painter.target = row
            self.viewport().update()
