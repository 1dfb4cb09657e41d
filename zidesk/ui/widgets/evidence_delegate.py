"""Draws one evidence: a picture of its kind, title, number and date, pages and size, and a badge for trouble."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from zidesk.domain.evidence import EvidenceUse, FileKind, FileState
from zidesk.ui.icon_set import paint_icon
from zidesk.ui.models.evidence_model import USE_ROLE
from zidesk.ui.theme import BODY, GAP, LIGHT, RADIUS, SECONDARY, WIDE_GAP, font
from zidesk.ui.wording import STATE_WORDS, evidence_lines

_BOX, _ICON, _PAD = 48, 24, 10
_ICONS = {
    FileKind.IMAGE: "image",
    FileKind.PDF: "file-text",
    FileKind.DOCUMENT: "file-text",
    FileKind.SPREADSHEET: "sheet",
    FileKind.PRESENTATION: "presentation",
    FileKind.VIDEO: "video",
    FileKind.AUDIO: "music",
    FileKind.ARCHIVE: "archive",
    FileKind.TEXT: "file-text",
    FileKind.OTHER: "file",
}
_BADGES = {
    FileState.DAMAGED: (LIGHT.bad, LIGHT.bad_soft, "triangle-alert"),
    FileState.LOCKED: (LIGHT.warn, LIGHT.warn_soft, "lock"),
}
_Index = QModelIndex | QPersistentModelIndex


class EvidenceDelegate(QStyledItemDelegate):
    """Rows differ in height: a line is only there when there is something to say."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        use: EvidenceUse = index.data(USE_ROLE)
        lines = sum(1 for line in evidence_lines(use) if line)
        small = QFontMetrics(font(SECONDARY)).height()
        height = QFontMetrics(font(BODY, bold=True)).height() + lines * (small + 1)
        if use.file.inspection.state is not FileState.OK:
            height += small + 10
        return QSize(200, max(_BOX, height) + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        use: EvidenceUse = index.data(USE_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRect(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(area, QColor(LIGHT.accent_soft if selected else LIGHT.surface))
        painter.setPen(QColor(LIGHT.faint_line))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(LIGHT.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(1, 1, -1, -1))
        self._paint_kind(painter, area, use, selected)
        left = area.left() + WIDE_GAP + _BOX + GAP
        self._paint_words(painter, QRect(left, area.top() + _PAD, area.right() - left - GAP, area.height()), use)
        painter.restore()

    def _paint_kind(self, painter: QPainter, area: QRect, use: EvidenceUse, selected: bool) -> None:
        box = QRectF(area.left() + WIDE_GAP, area.top() + _PAD, _BOX, _BOX)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(LIGHT.surface if selected else LIGHT.window))
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        inset = (_BOX - _ICON) / 2
        icon_area = box.adjusted(inset, inset, -inset, -inset)
        paint_icon(painter, _ICONS[use.file.inspection.kind], LIGHT.muted, icon_area)

    def _paint_words(self, painter: QPainter, area: QRect, use: EvidenceUse) -> None:
        bold, small = font(BODY, bold=True), font(SECONDARY)
        top = area.top()
        top = _line(painter, area, top, use.title, bold, LIGHT.text)
        for line in evidence_lines(use):
            if line:
                top = _line(painter, area, top, line, small, LIGHT.muted) + 1
        state = use.file.inspection.state
        if state is not FileState.OK:
            ink, fill, sign = _BADGES[state]
            metrics = QFontMetrics(small)
            words = metrics.elidedText(_badge_words(use), Qt.TextElideMode.ElideRight, area.width() - 36)
            badge = QRectF(area.left(), top + 3, metrics.horizontalAdvance(words) + 34, metrics.height() + 4)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(fill))
            painter.drawRoundedRect(badge, 4, 4)
            middle = badge.center().y()
            paint_icon(painter, sign, ink, QRectF(badge.left() + 7, middle - 7, 14, 14))
            painter.setPen(QColor(ink))
            painter.drawText(badge.adjusted(26, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)


def _badge_words(use: EvidenceUse) -> str:
    return STATE_WORDS[use.file.inspection.state]


def _line(painter: QPainter, area: QRect, top: int, text: str, face: QFont, colour: str) -> int:
    """Draws one elided line; returns where the next one begins."""
    painter.setFont(face)
    metrics = painter.fontMetrics()
    painter.setPen(QColor(colour))
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area.left(), top + metrics.ascent(), shown)
    return top + metrics.height()
