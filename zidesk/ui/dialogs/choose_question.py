"""Choosing questions by typing: a code or a few words, arrows, Enter. One or several."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from zidesk.domain.instrument import Instrument
from zidesk.ui.models.question_choice import QuestionChoiceModel
from zidesk.ui.theme import GAP, ROW_HEIGHT, WIDE_GAP, scaled, set_size
from zidesk.ui.widgets.labels import frame, label, push_button
from zidesk.ui.widgets.question_choice_delegate import QuestionChoiceDelegate

_WIDE, _HIGH = 640, 560
_MOST_NAMED = 4
_HINT = "Panah untuk memilih baris, Spasi di daftar atau Ctrl+Spasi untuk mencentang, Enter untuk selesai."
_NONE = "Tidak ada butir yang cocok. Coba kata lain, atau kode seperti 5.i.b."


class QuestionChooser(QDialog):
    """`chosen` carries the codes (list[str], never empty) in the order of the sheet; the dialog is closed then."""

    chosen = Signal(object)

    def __init__(
        self,
        instrument: Instrument,
        *,
        title: str,
        accept: str,
        taken: Collection[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        """`title` says for what, `accept` is the word on the button; `taken`: questions that cannot be chosen."""
        super().__init__(parent)
        self.setWindowTitle("Pilih butir")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.model = QuestionChoiceModel(instrument, taken, self)
        self.title = label(title, bold=True, wrap=True)
        self.field = QLineEdit()
        self.field.setPlaceholderText("Kode atau kata, misalnya 1.iii.b atau gratifikasi")
        self.field.setAccessibleName("Cari butir")
        set_size(self.field, least_height=ROW_HEIGHT)
        self.list = QListView()
        self.list.setUniformItemSizes(True)
        self.list.setModel(self.model)
        self.list.setItemDelegate(QuestionChoiceDelegate(self.list))
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName("Butir")
        self.none = label(
            "Tidak ada butir yang cocok. Coba kata lain, atau kode seperti 5.i.b.", look="muted", wrap=True
        )
        self.none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.told = label(_HINT, look="muted", wrap=True)
        self.cancel = push_button("Batal", look="link")
        self.accept_button = push_button(accept, look="primary")
        for button in (self.cancel, self.accept_button):
            button.setAutoDefault(False)  # Enter is ours, see eventFilter
        self._arrange()
        self.field.textChanged.connect(self._filter)
        self.list.clicked.connect(lambda index: self._toggle(index.row()))
        self.list.selectionModel().currentChanged.connect(self._refresh)
        self.model.dataChanged.connect(self._refresh)
        self.cancel.clicked.connect(self.reject)
        self.accept_button.clicked.connect(self._finish)
        self.field.installEventFilter(self)
        self.list.installEventFilter(self)
        self._filter("")

    def _arrange(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(WIDE_GAP, WIDE_GAP, WIDE_GAP, GAP)
        head.setSpacing(GAP)
        head.addWidget(self.title)
        head.addWidget(self.field)
        bar = frame("above-line")
        foot = QVBoxLayout(bar)
        foot.setContentsMargins(WIDE_GAP, GAP, WIDE_GAP, GAP)
        foot.setSpacing(8)
        foot.addWidget(self.told)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.accept_button)
        foot.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.none, 1)
        layout.addWidget(bar)
        room = self.screen().availableGeometry()
        self.resize(min(scaled(_WIDE), room.width() - 48), min(scaled(_HIGH), room.height() - 72))

    def codes(self) -> list[str]:
        """What would be chosen now: the ticked ones, or where none is, the row in hand."""
        row = self.list.currentIndex().row()
        if self.model.ticked or not self.model.is_free(row):
            return self.model.ticked
        return [self.model.places[row].question.code]

    def _filter(self, typed: str) -> None:
        self.model.show_matching(typed)
        places = self.model.places
        self.list.setVisible(bool(places))
        self.none.setVisible(not places)
        self._go_to(next((row for row in range(len(places)) if self.model.is_free(row)), -1))
        self._refresh()

    def _go_to(self, row: int) -> None:
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row, 0))

    def _toggle(self, row: int) -> None:
        self.model.toggle(row)

    def _refresh(self, _first: QModelIndex | None = None, _last: QModelIndex | None = None) -> None:
        ticked = self.model.ticked
        self.accept_button.setEnabled(bool(self.codes()))
        if not ticked:
            self.told.setText(_HINT)
        else:
            named = ", ".join(ticked[:_MOST_NAMED])
            more = f" dan {len(ticked) - _MOST_NAMED} lagi" if len(ticked) > _MOST_NAMED else ""
            self.told.setText(f"{len(ticked)} butir dicentang: {named}{more}")

    def _finish(self) -> None:
        codes = self.codes()
        if codes:
            self.accept()
            self.chosen.emit(codes)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and Enter serve the list while the text is being typed."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._key(watched, event):
            return True
        return super().eventFilter(watched, event)

    def _key(self, watched: QObject, event: QKeyEvent) -> bool:
        """Whether the key was ours."""
        row, page = (
            self.list.currentIndex().row(),
            max(1, self.list.height() // max(1, self.list.sizeHintForRow(0))),
        )
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: page, Qt.Key.Key_PageUp: -page}
        key, ctrl = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finish()
        elif key == Qt.Key.Key_Space and (ctrl or watched is self.list):
            self._toggle(row)
        elif watched is self.field and key in steps and self.model.places:
            self._step(row, steps[Qt.Key(key)])
        else:
            return False
        return True

    def _step(self, row: int, by: int) -> None:
        """Towards `by`, to the nearest question that can be chosen."""
        last, direction = len(self.model.places) - 1, 1 if by > 0 else -1
        row = min(max(row + by, 0), last)
        while 0 <= row <= last and not self.model.is_free(row):
            row += direction
        self._go_to(row if row <= last else -1)
