"""A workspace that was open lately, as one large button: whose it is, how far it has come, when it was open."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from zidesk.domain.indonesian import format_number
from zidesk.storage.settings import RecentWorkspace
from zidesk.ui.icon_set import paint_icon
from zidesk.ui.theme import BODY, RADIUS, SECONDARY, colour, colours, font, scaled
from zidesk.ui.wording import time_words

_PAD, _RING, _PEN, _SIGN, _GAP, _LEADING = 14, 52, 5, 24, 16, 3


class RecentRow(QPushButton):
    """`missing`: its folder was not found where it used to be; it can still be asked for, and is then refused
    with the reason."""

    chosen = Signal(object)  # Path

    def __init__(self, entry: RecentWorkspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self.missing = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: self.chosen.emit(entry.path))
        self.setAccessibleName(f"Buka {self.title()}")
        self.setToolTip(str(entry.path))
        self.show_missing(False)

    def title(self) -> str:
        return f"{self.entry.school} · {self.entry.year}"

    def progress(self) -> str:
        """How far it had come when it was last open, or that it is not there; "" where nothing is known."""
        entry = self.entry
        if self.missing:
            return "Tidak ditemukan"
        if not entry.questions:
            return ""
        return (
            f"{format_number(entry.answered, 0)} dari {format_number(entry.questions, 0)} butir dijawab · "
            f"{format_number(entry.evidence, 0)} bukti"
        )

    def show_missing(self, missing: bool) -> None:
        self.missing = missing
        parts = (self.progress(), str(self.entry.path), f"terakhir dibuka {time_words(self.entry.opened_at)}")
        self.setAccessibleDescription(", ".join(part for part in parts if part))
        self.update()

    def sizeHint(self) -> QSize:
        lines = sum(QFontMetrics(face).height() for face in _faces()) + 2 * _LEADING
        return QSize(360, max(lines, scaled(_RING)) + 2 * _PAD)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        c, side = colours(), scaled(_RING)
        width = 2.0 if self.hasFocus() else 1.0
        edge = c.focus if self.hasFocus() else c.accent if self.underMouse() else c.line
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(c.accent_soft if self.isDown() else c.surface))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)
        self._paint_ring(painter, QRectF(_PAD, (self.height() - side) / 2, side, side))
        self._paint_words(painter, _PAD + side + _GAP, self.width() - _PAD)
        painter.end()

    def _paint_ring(self, painter: QPainter, box: QRectF) -> None:
        """The part of the questions that is answered; a sign where that is not known, or nothing is there."""
        entry, pen = self.entry, scaled(_PEN)
        if self.missing or not entry.questions:
            gap = (box.width() - scaled(_SIGN)) / 2
            sign, role = ("triangle-alert", "warn") if self.missing else ("folder", "accent")
            paint_icon(painter, sign, colour(role), box.adjusted(gap, gap, -gap, -gap))
            return
        share = entry.answered / entry.questions
        ring = box.adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colours().track), pen))
        painter.drawEllipse(ring)
        if share:
            ink = colour("ok" if share == 1 else "accent")
            painter.setPen(QPen(QColor(ink), pen, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawArc(ring, 90 * 16, -round(share * 360 * 16))
        painter.setPen(QColor(colours().text))
        painter.setFont(font(SECONDARY - 1, bold=True))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"{int(share * 100)}%")

    def _paint_words(self, painter: QPainter, left: int, right: int) -> None:
        bold, small, _ = faces = _faces()
        heights = [QFontMetrics(face).height() + _LEADING for face in faces]
        lines = [line for line in (self.title(), self.progress(), str(self.entry.path)) if line]
        tops = [(self.height() - sum(heights[: len(lines)])) / 2]
        for height in heights:
            tops.append(tops[-1] + height)
        when = f"dibuka {time_words(self.entry.opened_at)}"
        wide = QFontMetrics(small).horizontalAdvance(when) + 2
        _text(painter, bold, "text", QRectF(left, tops[0], right - left, heights[0]), lines[0])
        _text(painter, small, "muted", QRectF(right - wide, tops[1], wide, heights[1]), when)
        for number, line in enumerate(lines[1:], 1):
            is_path = number == len(lines) - 1
            role = "muted" if is_path else "warn" if self.missing else "text"
            mode = Qt.TextElideMode.ElideMiddle if is_path else Qt.TextElideMode.ElideRight
            room = right - left - (wide + _GAP if number == 1 else 0)
            _text(painter, small, role, QRectF(left, tops[number], room, heights[number]), line, mode)


def _faces() -> tuple[QFont, QFont, QFont]:
    """Of the three lines, from above."""
    return font(BODY, bold=True), font(SECONDARY), font(SECONDARY)


def _text(
    painter: QPainter,
    face: QFont,
    role: str,
    place: QRectF,
    text: str,
    mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> None:
    painter.setFont(face)
    painter.setPen(QColor(colour(role)))
    shown = painter.fontMetrics().elidedText(text, mode, int(place.width()))
    painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
