"""How the cells of the plan look: words, code, state, and the heading of an area."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from zidesk.domain.plan import PlanRow
from zidesk.ui.icon_set import paint_icon
from zidesk.ui.models.plan_lines import Heading
from zidesk.ui.plan_words import STATE_ICONS, STATE_WORDS, heading_words, late_words
from zidesk.ui.theme import BODY, SECONDARY, colour, colours, font, scaled
from zidesk.ui.widgets.plan.wrapping import wrapped

BESIDE, ABOVE = 8, 6
GRIP = 16  # at the left of a code: what a row is dragged by
_ICON, _BAR_WIDE, _BAR_HIGH, _EDGE = 16, 96, 4, 3
_BULLET = "• "
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


def line_height() -> int:
    return QFontMetrics(font(BODY)).height()


def paint_words(painter: QPainter, area: QRect, text: str, *, right: bool = False, items: bool = False) -> None:
    """Lines of text from the top of the cell, as many as there is room for; several items with bullets."""
    if not text:
        return
    face = font(BODY)
    metrics = QFontMetrics(face)
    inside = area.adjusted(BESIDE, ABOVE, -BESIDE, -ABOVE + 2)
    most = max(1, inside.height() // metrics.height())
    bullets = items and "\n" in text
    if bullets:
        inside.setLeft(inside.left() + metrics.horizontalAdvance(_BULLET))
    painter.setFont(face)
    painter.setPen(QColor(colours().text))
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    for number, (line, begins) in enumerate(wrapped(text, face.toString(), inside.width(), most)):
        at = QRect(inside.left(), inside.top() + number * metrics.height(), inside.width(), metrics.height())
        painter.drawText(at, side | _MIDDLE, line)
        if bullets and begins:
            painter.drawText(at.translated(-metrics.horizontalAdvance(_BULLET), 0), _MIDDLE, _BULLET)


def paint_code(painter: QPainter, area: QRect, row: PlanRow, name: str, *, late: bool, grip: bool) -> None:
    """The code, and below it what it stands for. A late row has a red edge; the state says it in words."""
    if late:
        painter.fillRect(QRect(area.left(), area.top(), scaled(_EDGE), area.height() - 1), QColor(colours().bad))
    if grip:
        _paint_grip(painter, area)
    inside = area.adjusted(scaled(GRIP) + 4, ABOVE, -BESIDE, -ABOVE + 2)
    face, small = font(BODY, bold=True), font(SECONDARY)
    painter.setFont(face)
    painter.setPen(QColor(colours().bad if late else colours().text))
    high = QFontMetrics(face).height()
    painter.drawText(QRect(inside.left(), inside.top(), inside.width(), high), _MIDDLE, row.scope)
    metrics = QFontMetrics(small)
    painter.setFont(small)
    painter.setPen(QColor(colours().muted))
    most = (inside.height() - high) // metrics.height()
    if most < 1:
        return
    for number, (line, _) in enumerate(wrapped(name, small.toString(), inside.width(), most)):
        top = inside.top() + high + number * metrics.height()
        painter.drawText(QRect(inside.left(), top, inside.width(), metrics.height()), _MIDDLE, line)


def _paint_grip(painter: QPainter, area: QRect) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours().muted))
    dot, step = 2.0, scaled(5)
    left, top = area.left() + scaled(7), area.top() + ABOVE + scaled(4)
    for column in range(2):
        for line in range(3):
            painter.drawEllipse(QRectF(left + column * step, top + line * step, dot, dot))


def paint_state(painter: QPainter, area: QRect, row: PlanRow, *, late: bool) -> None:
    """The state with its sign, and below it that the row is late."""
    icon, role = STATE_ICONS[row.state]
    top = area.top() + ABOVE
    top = _paint_signed(painter, area, top, icon, role, STATE_WORDS[row.state], "text")
    if late:
        _paint_signed(painter, area, top, "triangle-alert", "bad", "Terlambat", "bad")


def _paint_signed(painter: QPainter, area: QRect, top: int, icon: str, role: str, words: str, ink: str) -> int:
    """Returns the top of what comes below."""
    face = font(BODY)
    high, side = QFontMetrics(face).height(), scaled(_ICON)
    left = area.left() + BESIDE
    paint_icon(painter, icon, colour(role), QRectF(left, top + (high - side) / 2, side, side))
    painter.setFont(face)
    painter.setPen(QColor(colour(ink)))
    painter.drawText(QRect(left + side + 6, top, area.right() - left - side - 6, high), _MIDDLE, words)
    return top + high


def paint_heading(painter: QPainter, area: QRect, heading: Heading) -> None:
    """An area over the whole line that is seen: its name, what is late, the share done with a bar."""
    painter.fillRect(area, QColor(colours().window))
    bold, small = font(BODY, bold=True), font(SECONDARY)
    metrics, little = QFontMetrics(bold), QFontMetrics(small)
    right = area.right() - BESIDE - 4
    bar_wide = scaled(_BAR_WIDE)
    bar = QRectF(right - bar_wide, area.center().y() - _BAR_HIGH / 2 + 1, bar_wide, _BAR_HIGH)
    _paint_bar(painter, bar, float(heading.share_done))
    painter.setFont(small)
    right = _paint_left_of(painter, area, int(bar.left()) - 12, little, heading_words(heading), "muted")
    late = late_words(heading)
    if late:
        side = scaled(14)
        right = _paint_left_of(painter, area, right - 16, little, late, "bad")
        paint_icon(
            painter,
            "triangle-alert",
            colours().bad,
            QRectF(right - side - 6, area.center().y() - side / 2 + 1, side, side),
        )
        right -= side + 6
    left = area.left() + BESIDE + 2
    painter.setFont(bold)
    painter.setPen(QColor(colours().text))
    title = metrics.elidedText(heading.title, Qt.TextElideMode.ElideRight, right - left - 16)
    painter.drawText(QRect(left, area.top(), right - left, area.height()), _MIDDLE, title)


def _paint_left_of(
    painter: QPainter, area: QRect, right: int, metrics: QFontMetrics, words: str, role: str
) -> int:
    """Words that end at `right`; returns where they begin."""
    wide = metrics.horizontalAdvance(words)
    painter.setPen(QColor(colour(role)))
    painter.drawText(QRect(right - wide, area.top(), wide + 1, area.height()), _MIDDLE, words)
    return right - wide


def _paint_bar(painter: QPainter, track: QRectF, share: float) -> None:
    end = track.height() / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours().track))
    painter.drawRoundedRect(track, end, end)
    if share > 0:
        painter.setBrush(QColor(colours().ok))
        filled = QRectF(track.left(), track.top(), max(track.height(), track.width() * share), track.height())
        painter.drawRoundedRect(filled, end, end)
