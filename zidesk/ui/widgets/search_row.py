"""Draws one row of what was found: icon, code, title, page; below them the passage with its hits in bold."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from zidesk.storage.search.hits import Hit, HitKind, Passage
from zidesk.ui.icon_set import paint_icon
from zidesk.ui.models.search_model import HIT_ROLE, page_words, place_words
from zidesk.ui.theme import BODY, GAP, SECONDARY, WIDE_GAP, colours, font

_ICON, _PAD, _CHIP_PAD = 18, 7, 7
_ICONS = {
    HitKind.QUESTION: "list-checks",
    HitKind.EVIDENCE: "file",
    HitKind.NOTE: "sticky-note",
    HitKind.PAGE: "file-text",
}
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_Index = QModelIndex | QPersistentModelIndex


def _height(size: float) -> int:
    return QFontMetrics(font(size, bold=True)).height()


class SearchRowDelegate(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        hit: Hit | None = index.data(HIT_ROLE)
        if hit is None:
            return QSize(200, _height(SECONDARY) + 2 * _PAD)
        below = _height(SECONDARY) + 2 if hit.snippet.text else 0
        return QSize(200, _height(BODY) + 4 + below + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        hit: Hit | None = index.data(HIT_ROLE)
        area, c = QRect(option.rect), colours()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if hit is None:
            painter.fillRect(area, QColor(c.window))
            painter.setFont(font(SECONDARY, bold=True))
            painter.setPen(QColor(c.muted))
            painter.drawText(area.adjusted(WIDE_GAP, 0, -GAP, 0), _MIDDLE, str(index.data()))
        else:
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            painter.fillRect(area, QColor(c.accent_soft if selected else c.surface))
            if selected:  # a colour alone does not say it
                painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), QColor(c.accent))
            self._paint_hit(painter, area, hit, selected)
        painter.restore()

    def _paint_hit(self, painter: QPainter, area: QRect, hit: Hit, selected: bool) -> None:
        c, line = colours(), _height(BODY) + 4
        top = QRect(area.left() + WIDE_GAP, area.top() + _PAD, area.width() - WIDE_GAP - GAP, line)
        place = QRectF(top.left(), top.center().y() - _ICON / 2 + 1, _ICON, _ICON)
        paint_icon(painter, _ICONS[hit.kind], c.muted, place)
        left = top.left() + _ICON + GAP
        right = top.right()
        if words := page_words(hit):
            metrics = QFontMetrics(font(SECONDARY))
            painter.setFont(font(SECONDARY))
            painter.setPen(QColor(c.muted))
            painter.drawText(top, _MIDDLE | Qt.AlignmentFlag.AlignRight, words)
            right -= metrics.horizontalAdvance(words) + GAP
        after = self._paint_place(painter, QRect(left, top.top(), right - left, line), place_words(hit), selected)
        paint_passage(painter, QRect(after, top.top(), right - after, line), hit.title, BODY, c.text)
        below = QRect(left, top.bottom() + 1, area.right() - GAP - left, _height(SECONDARY) + 2)
        paint_passage(painter, below, hit.snippet, SECONDARY, c.muted)

    def _paint_place(self, painter: QPainter, area: QRect, words: str, selected: bool) -> int:
        """Draws the code of the question on its chip; returns where the title begins."""
        c, face = colours(), font(SECONDARY)
        metrics = QFontMetrics(face)
        width = metrics.horizontalAdvance(words) + 2 * _CHIP_PAD
        chip = QRectF(area.left(), area.top() + 1, width, area.height() - 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(c.surface if selected else c.accent_soft))
        painter.drawRoundedRect(chip, 4, 4)
        painter.setFont(face)
        painter.setPen(QColor(c.accent))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, words)
        return area.left() + width + 8


def pieces(passage: Passage) -> list[tuple[str, bool]]:
    """The text in turn, each piece with whether it was typed."""
    found: list[tuple[str, bool]] = []
    end = 0
    for start, stop in passage.hits:
        found += [(passage.text[end:start], False), (passage.text[start:stop], True)]
        end = stop
    found.append((passage.text[end:], False))
    return [(text, hit) for text, hit in found if text]


def paint_passage(painter: QPainter, area: QRect, passage: Passage, size: float, role: str) -> None:
    """Draw one line in the colour `role`, what was typed in bold and in the colour of text; cut at the edge."""
    left = area.left()
    for text, hit in pieces(passage):
        face = font(size, bold=hit)
        metrics = QFontMetrics(face)
        room = area.right() - left
        if room <= 0:
            return
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.setFont(face)
        painter.setPen(QColor(colours().text if hit else role))
        painter.drawText(QRect(left, area.top(), room, area.height()), _MIDDLE, shown)
        if shown != text:
            return
        left += metrics.horizontalAdvance(text)
