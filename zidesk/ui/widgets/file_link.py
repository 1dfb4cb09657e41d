"""The name of a file that leads to it, cut off where there is no room."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from zidesk.domain.evidence import EvidenceUse
from zidesk.ui.theme import ROW_HEIGHT, SECONDARY, set_font, set_size

_BESIDE = 22  # pixels that the look of a link takes beside its words


class FileLink(QPushButton):
    use_chosen = Signal(object)  # EvidenceUse

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._use: EvidenceUse | None = None
        self._after = ""
        self.setProperty("look", "link")
        set_font(self, SECONDARY)
        set_size(self, height=ROW_HEIGHT)
        self.setStyleSheet("text-align: right;")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: self.use_chosen.emit(self._use))

    def minimumSizeHint(self) -> QSize:
        return QSize(48, super().minimumSizeHint().height())

    def show_use(self, use: EvidenceUse, after: str) -> None:
        """`after` follows the name whatever the room."""
        self._use, self._after = use, after
        self.setToolTip(f"Tunjukkan {use.title} di daftar bukti")
        self.setAccessibleName(f"Tunjukkan {use.title}{after}")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        if self._use is None:
            return
        metrics = self.fontMetrics()
        room = self.width() - _BESIDE - metrics.horizontalAdvance(self._after)
        shown = metrics.elidedText(self._use.title, Qt.TextElideMode.ElideRight, room)
        self.setText(f"{shown}{self._after}".replace("&", "&&"))
