"""A dark strip above the status bar: one sentence, at most one action, gone by itself. Another page does not take
it away: what it offers can be done from there too."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from zidesk.ui.theme import GAP, WIDE_GAP, scaled
from zidesk.ui.widgets.sign import Sign

_WIDEST = 760
_ABOVE_BOTTOM = 16


class MessageStrip(QFrame):
    """Floats over the lower right of `host`, which it follows in size: what is chosen from stands at the left. The
    time stands still under the pointer."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._do: Callable[[], None] | None = None
        self.setProperty("look", "strip")
        self.setAccessibleName("Pesan")
        self._sign = Sign("triangle-alert", "strip_warn", 20, self)
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.action = QPushButton(self)
        self.action.clicked.connect(self._act)
        self.dismiss = QPushButton("Tutup", self)
        self.dismiss.clicked.connect(self.hide)
        self._row = layout = QHBoxLayout(self)
        layout.setContentsMargins(WIDE_GAP, 10, GAP, 10)
        layout.setSpacing(GAP)
        layout.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.action, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.dismiss, 0, Qt.AlignmentFlag.AlignTop)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        host.installEventFilter(self)
        self.hide()

    def show_message(
        self,
        text: str,
        milliseconds: int,
        action: str = "",
        do: Callable[[], None] | None = None,
        *,
        fault: bool = False,
    ) -> None:
        """Show `text` in place of what stood there."""
        self.text.setText(text)
        self.setAccessibleDescription(text)
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self._sign.setVisible(fault)
        self._do = do
        self._timer.start(milliseconds)
        self._place()
        self.show()
        self.raise_()

    def _act(self) -> None:
        do = self._do
        self.hide()
        if do is not None:
            do()

    def _place(self) -> None:
        self.ensurePolished()
        self._row.invalidate()
        width = min(self._width_in_one_line(), scaled(_WIDEST), self._host.width() - 2 * WIDE_GAP)
        height = self._row.totalHeightForWidth(width)
        left = self._host.width() - width - WIDE_GAP
        self.setGeometry(left, self._host.height() - height - _ABOVE_BOTTOM, width, height)

    def _width_in_one_line(self) -> int:
        """What the sentence wants without being wrapped, with everything beside it."""
        beside = [part for part in (self._sign, self.action, self.dismiss) if not part.isHidden()]
        margins = self._row.contentsMargins()
        words = max(self.text.fontMetrics().horizontalAdvance(line) for line in self.text.text().split("\n")) + 2
        room = sum(part.sizeHint().width() + self._row.spacing() for part in beside)
        return words + room + margins.left() + margins.right()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        if self.isVisible():
            self._timer.start(4_000)
        super().leaveEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)
