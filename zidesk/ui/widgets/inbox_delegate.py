"""Draws one card of the inbox: a large picture, the name, its facts, and a badge for trouble."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from zidesk.domain.evidence import EvidenceUse, FileState
from zidesk.ui.icon_set import paint_icon
from zidesk.ui.models.evidence_model import USE_ROLE
from zidesk.ui.models.inbox_model import card_facts
from zidesk.ui.personal_words import CHIP, CHIP_ICON
from zidesk.ui.redaction_words import COVERED
from zidesk.ui.theme import BODY, RADIUS, SECONDARY, colour, colours, font, scaled
from zidesk.ui.widgets.evidence_chips import Chip
from zidesk.ui.widgets.fitted_picture import fitted
from zidesk.ui.widgets.kind_icons import KIND_ICONS
from zidesk.ui.widgets.preview.tools import Thumbnails
from zidesk.ui.wording import STATE_WORDS

BETWEEN = 14  # pixels from card to card
_PAD, _LEAST, _PICTURE, _CHECK = 10, 168, 124, 20
_NAME_LINES = 2
_Index = QModelIndex | QPersistentModelIndex


def least_cell() -> QSize:
    """The smallest room for a card with the space around it, at the size of text now."""
    words = _NAME_LINES * QFontMetrics(font(BODY, bold=True)).height() + QFontMetrics(font(SECONDARY)).height()
    return QSize(scaled(_LEAST) + BETWEEN, scaled(_PICTURE) + words + 3 * _PAD + 4 + BETWEEN)


class InboxDelegate(QStyledItemDelegate):
    """Every card fills its cell; thumbnails come from the loader only, scaled once."""

    def __init__(self, thumbnails: Thumbnails, parent: QWidget) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        grid = getattr(option.widget, "gridSize", None)
        return grid() if grid is not None and grid().isValid() else least_cell()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        use: EvidenceUse = index.data(USE_ROLE)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        half = BETWEEN // 2
        card = QRect(option.rect).adjusted(half, half, -half, -half)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QPen(QColor(colours().accent if selected else colours().line), 2 if selected else 1)
        painter.setPen(edge)
        painter.setBrush(QColor(colours().surface))
        painter.drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(
                QPen(QColor(colours().focus), 2, Qt.PenStyle.DotLine if selected else Qt.PenStyle.SolidLine)
            )
            painter.setBrush(Qt.BrushStyle.NoBrush)
            around = QRectF(card).adjusted(-2.5, -2.5, 2.5, 2.5)
            painter.drawRoundedRect(around, RADIUS + 3, RADIUS + 3)
        inside = card.adjusted(_PAD, _PAD, -_PAD, -_PAD)
        box = QRect(inside.left(), inside.top(), inside.width(), scaled(_PICTURE))
        self._paint_picture(painter, box, use)
        _paint_words(painter, QRect(inside.left(), box.bottom() + 1 + _PAD, inside.width(), inside.bottom()), use)
        for number, badge in enumerate(_badges(use)):
            _paint_badge(painter, box, number, badge)
        if selected:
            _paint_check(painter, box)
        painter.restore()

    def _paint_picture(self, painter: QPainter, box: QRect, use: EvidenceUse) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours().faint_line))
        painter.drawRoundedRect(QRectF(box), 3, 3)
        picture = self._thumbnails.request(use.file)
        if picture is None or picture.isNull():
            side = scaled(40)
            place = QRectF(0, 0, side, side)
            place.moveCenter(QRectF(box).center())
            paint_icon(painter, KIND_ICONS[use.file.inspection.kind], colours().muted, place)
            return
        shown = fitted(picture, box.adjusted(4, 4, -4, -4).size(), painter.device().devicePixelRatioF())
        size = shown.deviceIndependentSize().toSize()
        place_at = QRect(0, 0, size.width(), size.height())
        place_at.moveCenter(box.center())
        painter.drawPixmap(place_at.topLeft(), shown)


def _paint_words(painter: QPainter, area: QRect, use: EvidenceUse) -> None:
    top = area.top()
    heading = font(BODY, bold=True)
    for lines, face, ink in (
        (name_lines(use.original_name, heading, area.width()), heading, colours().text),
        ((card_facts(use),), font(SECONDARY), colours().muted),
    ):
        painter.setFont(face)
        painter.setPen(QColor(ink))
        metrics = painter.fontMetrics()
        for line in lines:
            shown = metrics.elidedText(line, Qt.TextElideMode.ElideMiddle, area.width())
            painter.drawText(area.left(), top + metrics.ascent(), shown)
            top += metrics.height()
        top += 4


def name_lines(name: str, face: QFont, width: int) -> tuple[str, ...]:
    """A file's name in at most two lines, broken at a space where that helps, else anywhere; the second may be
    too wide still, and has the name's end then."""
    metrics = QFontMetrics(face)
    if metrics.horizontalAdvance(name) <= width:
        return (name,)
    fitting = next((at for at in range(len(name), 1, -1) if metrics.horizontalAdvance(name[:at]) <= width), 1)
    space = name.rfind(" ", 0, fitting + 1)
    first = space if space > fitting // 2 else fitting
    return name[:first].rstrip(), name[first:].lstrip()


def _badges(use: EvidenceUse) -> list[Chip]:
    """For what cannot be read, what holds personal data, and what is covered in part."""
    found, state = [], use.file.inspection.state
    if state is FileState.LOCKED:
        found.append(Chip(STATE_WORDS[state], "lock", "warn", "warn_soft"))
    elif state is FileState.DAMAGED:
        found.append(Chip(STATE_WORDS[state], "triangle-alert", "bad", "bad_soft"))
    if use.personal:
        found.append(Chip(CHIP, CHIP_ICON, "accent", "accent_soft"))
    if use.covered:
        found.append(Chip(COVERED, "eye-off", "text", "track"))
    return found


def _paint_badge(painter: QPainter, box: QRect, number: int, badge: Chip) -> None:
    """A word and a sign in the upper right corner, under the badges before it."""
    painter.setFont(font(SECONDARY, bold=True))
    metrics = painter.fontMetrics()
    wide, high = metrics.horizontalAdvance(badge.words) + 34, metrics.height() + 4
    area = QRectF(box.right() - wide - 4, box.top() + 4 + number * (high + 4), wide, high)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour(badge.ground)))
    painter.drawRoundedRect(area, 4, 4)
    paint_icon(painter, badge.icon, colour(badge.ink), QRectF(area.left() + 8, area.center().y() - 7, 14, 14))
    painter.setPen(QColor(colour(badge.ink)))
    painter.drawText(area.adjusted(27, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, badge.words)


def _paint_check(painter: QPainter, box: QRect) -> None:
    """Chosen is told by a sign as well as by colour."""
    place = QRectF(box.left() + 6, box.top() + 6, _CHECK, _CHECK)
    painter.setPen(QPen(QColor(colours().surface), 1))
    painter.setBrush(QColor(colours().accent))
    painter.drawRoundedRect(place, 4, 4)
    paint_icon(painter, "check", colours().on_accent, place.adjusted(3, 3, -3, -3))
