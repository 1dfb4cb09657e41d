"""Below the plan: what the colours and lines of the month grid mean, and how the table is worked with."""

from datetime import date

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from zidesk.domain.indonesian import format_date_short
from zidesk.ui.theme import SECONDARY, WIDE_GAP, colour, scaled
from zidesk.ui.widgets.labels import label
from zidesk.ui.widgets.plan.week_painting import paint_day

_BARS = (("accent", "Direncanakan"), ("ok", "Selesai"), ("bad", "Terlambat"), ("control_line", "Ditunda"))
_TABLE = (
    "Ketik atau tekan Enter untuk mengubah isi, Tab ke kolom berikutnya. Salin dan tempel dari Excel: Ctrl+C, "
    "Ctrl+V."
)
_GRID = "Isi atau kosongkan minggu dengan menyeret, atau Spasi."
_READ = "Berkas kerja ini hanya dapat dibaca; isi rencana dapat disalin dengan Ctrl+C."


class _Swatch(QWidget):
    """A piece of a bar, or of a line."""

    def __init__(self, role: str, *, line: bool = False) -> None:
        super().__init__()
        self._role, self._line = role, line
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(scaled(6 if self._line else 22), scaled(16 if self._line else 10))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._line:
            paint_day(painter, self.width() / 2, 0, self.height(), self._role)
        else:
            painter.setPen(QColor(colour(self._role)))
            painter.setBrush(QColor(colour(self._role)))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.end()


class PlanFoot(QFrame):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "above-line")
        self.hint = label(look="muted", size=SECONDARY, elide=True)
        self.today = label("Hari ini", look="muted", size=SECONDARY)
        self.submission = label("31 Mei", look="muted", size=SECONDARY)
        self.submission.setToolTip("Batas lazim penyampaian kepada penilai nasional")
        self.legend = QWidget()
        meanings = QHBoxLayout(self.legend)
        meanings.setContentsMargins(0, 0, 0, 0)
        meanings.setSpacing(6)
        for role, words in _BARS:
            self._add(meanings, _Swatch(role), label(words, look="muted", size=SECONDARY))
        self._now = _Swatch("text", line=True)
        self._add(meanings, self._now, self.today)
        self._add(meanings, _Swatch("warn", line=True), self.submission)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(WIDE_GAP, 7, WIDE_GAP, 7)
        layout.setSpacing(8)
        layout.addWidget(self.legend)
        layout.addWidget(self.hint, 1)

    def _add(self, row: QHBoxLayout, swatch: QWidget, words: QWidget) -> None:
        row.addWidget(swatch)
        row.addWidget(words)
        row.addSpacing(8)

    def show_state(self, *, schedule: bool, writable: bool, year: int, today: date) -> None:
        self.legend.setVisible(schedule)
        for widget in (self._now, self.today):
            widget.setVisible(today.year == year)
        self.today.setToolTip(format_date_short(today))
        self.hint.setText((_GRID if schedule else _TABLE) if writable else _READ)
