"""What the inbox says while nothing is in it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zidesk.ui.theme import GAP, QUESTION, RADIUS, SECTION_GAP, WIDE_GAP, colours, set_size
from zidesk.ui.widgets.labels import label, push_button
from zidesk.ui.widgets.sign import Sign

_WIDEST = 460
_FOR = (
    "Kumpulkan di sini berkas yang belum jelas butirnya: hasil pindai, foto, dan unduhan. Seret berkas atau "
    "folder ke sini, lalu tempatkan pada butirnya kapan saja. Berkas di kotak masuk belum ikut ke dalam paket."
)
_READ_ONLY = "Tidak ada berkas yang menunggu ditempatkan."


class InboxEmpty(QWidget):
    """Lights up while files hover over the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lit = False
        self.words = label(_FOR, look="muted", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.add = push_button("Tambah berkas…", icon_name="plus", look="primary")
        column = QWidget()
        set_size(column, most_width=_WIDEST)
        inside = QVBoxLayout(column)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(GAP)
        centre = Qt.AlignmentFlag.AlignHCenter
        inside.addStretch(1)
        inside.addWidget(Sign("inbox", "muted", 40), 0, centre)
        inside.addWidget(label("Kotak masuk kosong", size=QUESTION, bold=True), 0, centre)
        inside.addWidget(self.words)
        inside.addSpacing(4)
        inside.addWidget(self.add, 0, centre)
        inside.addStretch(2)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SECTION_GAP, SECTION_GAP, SECTION_GAP, SECTION_GAP)
        layout.addStretch(1)
        layout.addWidget(column, 100)
        layout.addStretch(1)

    @property
    def lit(self) -> bool:
        return self._lit

    def light(self, lit: bool) -> None:
        self._lit = lit
        self.update()

    def show_state(self, *, read_only: bool) -> None:
        self.words.setText(_READ_ONLY if read_only else _FOR)
        self.add.setVisible(not read_only)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(colours().accent if self._lit else colours().control_line), 1, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(colours().accent_soft if self._lit else colours().window))
        inside = QRectF(self.rect()).adjusted(8.5, 8.5, -WIDE_GAP - 0.5, -WIDE_GAP - 0.5)
        painter.drawRoundedRect(inside, RADIUS, RADIUS)
        painter.end()
