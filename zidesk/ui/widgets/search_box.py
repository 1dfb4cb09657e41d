"""The search field of the header, with what was found hanging below it while one types."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from zidesk.storage.search.hits import Hit
from zidesk.ui.icon_set import paint_icon
from zidesk.ui.theme import ROW_HEIGHT, SECONDARY, colours, font
from zidesk.ui.widgets.search_results import SearchResults

_ICON, _LEFT, _WIDTH = 16, 10, 340  # pixels
_HINT, _HINT_RIGHT = "Ctrl K", 7
_OURS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
_STAYING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class SearchBox(QLineEdit):
    """Emits what is typed and the hit that is chosen; whoever searches answers with `show_hits`."""

    typed = Signal(str)
    chosen = Signal(object)  # Hit
    left = Signal()  # Esc in an empty field: the focus may go back to where it was

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText("Cari butir, bukti, isi PDF…")
        self.setAccessibleName("Cari butir, bukti, dan isi PDF")
        self.setToolTip("Cari dengan kode butir, judul, nomor surat, atau kata di dalam PDF (Ctrl+K)")
        self.setMinimumHeight(ROW_HEIGHT)
        self.setMinimumWidth(200)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.results = SearchResults(self)
        self.results.chosen.connect(self._choose)
        self._host: QWidget | None = None
        self._answered = ""  # the text to which the results belong
        self._enter_waits = False
        self.textEdited.connect(self._edited)
        self.textChanged.connect(self._make_room)
        self._make_room()

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, super().sizeHint().height())

    def focus_search(self) -> None:
        """Begin a search: what was typed last stands ready to be replaced."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        if self.text().strip():
            self.typed.emit(self.text())

    def show_hits(self, typed: str, hits: tuple[Hit, ...], note: str = "") -> None:
        """What was found for `typed`; nothing happens when the field says something else by now."""
        if typed != self.text() or not typed.strip() or not self.hasFocus():
            return
        self._answered = typed
        self._settle_in_window()
        self.results.show_hits(typed, hits, note)
        self.results.hang_below(self)
        self.results.show()
        self.results.raise_()
        self.setAccessibleDescription(f"{len(hits)} hasil")
        if self._enter_waits:
            self._enter()

    def forget(self) -> None:
        """Empty the field."""
        self.clear()
        self._close()

    def _edited(self, text: str) -> None:
        self._enter_waits = False
        if not text.strip():
            self._close()
        self.typed.emit(text)

    def _close(self) -> None:
        self._enter_waits = False
        self.results.hide()

    def _enter(self) -> None:
        """Choose the hit in hand; typed faster than it was found, the first one as soon as it is there."""
        if self._answered != self.text():
            self._enter_waits = bool(self.text().strip())
            return
        self._enter_waits = False
        hit = self.results.current()
        if not self.results.isVisible():
            self.typed.emit(self.text())
        elif hit is not None:
            self._choose(hit)

    def _choose(self, hit: Hit) -> None:
        self._close()
        self.chosen.emit(hit)

    def _settle_in_window(self) -> None:
        """The results float over the window, which they follow in size."""
        window = self.window()
        if window is not self._host:
            if self._host is not None:
                self._host.removeEventFilter(self)
            self._host = window
            window.installEventFilter(self)
            self.results.setParent(window)

    # keys and focus

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _OURS:
            event.accept()  # before any shortcut of the window
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Up if self.results.isVisible():
                self.results.step(1 if event.key() == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_Down if self.text().strip():
                self.typed.emit(self.text())
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._enter()
            case Qt.Key.Key_Escape if self.results.isVisible():
                self._close()
            case Qt.Key.Key_Escape if self.text():
                self.forget()
            case Qt.Key.Key_Escape:
                self.left.emit()
            case _:
                super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._make_room()

    def _hints(self) -> bool:
        """Whether the key for the field stands in it."""
        return not self.text() and not self.hasFocus()

    def _make_room(self) -> None:
        """For the sign, and for the key where it is shown: the invitation ends before it."""
        self.setTextMargins(_ICON + 6, 0, _hint_width() if self._hints() else 0, 0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._make_room()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._make_room()
        if event.reason() not in _STAYING:
            self._close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() == QEvent.Type.Resize and self.results.isVisible():
            self.results.hang_below(self)
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        c, painter = colours(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        paint_icon(painter, "search", c.muted, QRectF(_LEFT, middle - _ICON / 2, _ICON, _ICON))
        if not self._hints():
            return
        width, height = _hint_width(), QFontMetrics(font(SECONDARY)).height() + 2
        chip = QRectF(self.width() - width - _HINT_RIGHT, middle - height / 2, width, height)
        painter.setPen(QColor(c.line))
        painter.setBrush(QColor(c.window))
        painter.drawRoundedRect(chip, 4, 4)
        painter.setFont(font(SECONDARY))
        painter.setPen(QColor(c.muted))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, _HINT)


def _hint_width() -> int:
    return QFontMetrics(font(SECONDARY)).horizontalAdvance(_HINT) + 14
