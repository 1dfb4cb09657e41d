"""Paints a card of a paper: sign, title, and where it stands as a word with a sign."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from zidesk.ui.icon_set import paint_icon
from zidesk.ui.models.paper_model import PaperCard, PaperHeading, PaperRole
from zidesk.ui.theme import BODY, RADIUS, SECONDARY, colour, colours, font, scaled
from zidesk.ui.widgets.papers.words import StandingWords

_PAD, _GAP, _ICON, _SIGN = 14, 12, 20, 14
_BETWEEN = 8  # below a card
_MARGIN = 3.0  # the focus ring lies outside the card


class CardDelegate(QStyledItemDelegate):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.target = -1  # the row over which something hovers that can be dropped there

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        if isinstance(index.data(PaperRole.ROW), PaperHeading):
            return QSize(200, QFontMetrics(font(SECONDARY)).height() + 18)
        row = index.data(PaperRole.ROW)
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else 300
        room = width - 2 * _MARGIN - 2 * _PAD - scaled(_ICON) - _GAP - _bundle_room(row)
        return QSize(200, _title_height(row, room) + QFontMetrics(font(SECONDARY)).height() + 10 + 16 + _BETWEEN)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(PaperRole.ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        if isinstance(row, PaperHeading):
            painter.setFont(font(SECONDARY, bold=True))
            painter.setPen(QColor(colours().muted))
            place = area.adjusted(_MARGIN, 0, 0, -5)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), row.title)
        elif isinstance(row, PaperCard):
            state = option.state
            card = area.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_BETWEEN + _MARGIN)
            _paint_frame(painter, card, state, target=index.row() == self.target)
            _paint_card(painter, card, row)
        painter.restore()


def _paint_frame(painter: QPainter, card: QRectF, state: QStyle.StateFlag, *, target: bool) -> None:
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    focused = chosen and bool(state & QStyle.StateFlag.State_HasFocus)
    hovered = bool(state & QStyle.StateFlag.State_MouseOver)
    c = colours()
    painter.setBrush(QColor(c.accent_soft if chosen or target else c.surface))
    line = c.focus if focused else c.accent if chosen or target else c.control_line if hovered else c.line
    painter.setPen(QPen(QColor(line), 2 if focused else 1.5 if chosen else 1, _dash(target=target)))
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)


def _dash(*, target: bool) -> Qt.PenStyle:
    return Qt.PenStyle.DashLine if target else Qt.PenStyle.SolidLine


def _paint_card(painter: QPainter, card: QRectF, row: PaperCard) -> None:
    side = scaled(_ICON)
    inside = card.adjusted(_PAD, 8, -_PAD, -8)
    icon = QRectF(inside.left(), inside.center().y() - side / 2, side, side)
    paint_icon(painter, row.icon, colours().text, icon)
    words = inside.adjusted(side + _GAP, 0, 0, 0)
    if row.in_bundle:
        mark = scaled(16)
        paint_icon(painter, "archive", colours().muted, QRectF(words.right() - mark, words.top() + 2, mark, mark))
    title = font(BODY, bold=True)
    room = words.width() - _bundle_room(row)
    painter.setFont(title)
    painter.setPen(QColor(colours().text))
    place = QRectF(words.left(), words.top(), room, _title_height(row, room))
    painter.drawText(place, int(Qt.TextFlag.TextWordWrap), row.title)
    _paint_standing(painter, words, row.standing)


def _bundle_room(row: PaperCard) -> int:
    return scaled(16) + 8 if row.in_bundle else 0


def _title_height(row: PaperCard, room: float) -> int:
    """One line, or as many as the title takes, up to three."""
    metrics = QFontMetrics(font(BODY, bold=True))
    wrapped = metrics.boundingRect(0, 0, max(60, int(room)), 999, int(Qt.TextFlag.TextWordWrap), row.title)
    return min(wrapped.height(), 3 * metrics.lineSpacing() + 2)


def _paint_standing(painter: QPainter, words: QRectF, standing: StandingWords) -> None:
    metrics = QFontMetrics(font(SECONDARY))
    sign = scaled(_SIGN)
    height = metrics.height() + 4
    room = words.width() - sign - 20
    text = metrics.elidedText(standing.text, Qt.TextElideMode.ElideRight, int(room))
    chip = QRectF(words.left(), words.bottom() - height, metrics.horizontalAdvance(text) + sign + 21, height)
    ink = colour(standing.role) if standing.role else colours().muted
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour(f"{standing.role}_soft") if standing.role else colours().faint_line))
    painter.drawRoundedRect(chip, 4, 4)
    paint_icon(painter, standing.icon, ink, QRectF(chip.left() + 7, chip.center().y() - sign / 2, sign, sign))
    painter.setPen(QColor(ink))
    painter.setFont(font(SECONDARY))
    painter.drawText(chip.adjusted(sign + 13, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), text)
