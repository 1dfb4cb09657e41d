"""The chips of an evidence's row: what troubles it, where else it is used, which paper it stands for."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from zidesk.domain.evidence import EvidenceUse, FileState
from zidesk.ui.icon_set import paint_icon
from zidesk.ui.personal_words import CHIP, CHIP_ICON
from zidesk.ui.redaction_words import COVERED
from zidesk.ui.theme import SECONDARY, colour, font, scaled
from zidesk.ui.wording import STATE_WORDS, fulfils_words, sharing_words

_ICON, _SIDE, _GAP, _BETWEEN = 13, 6, 4, 6
_LEAST = 64  # pixels; in less no word can be read
_TROUBLE = {FileState.DAMAGED: ("bad", "triangle-alert"), FileState.LOCKED: ("warn", "lock")}


@dataclass(frozen=True, slots=True)
class Chip:
    """`ink` and `ground` are roles of the palette."""

    words: str
    icon: str
    ink: str
    ground: str


def chips_of(use: EvidenceUse, questions: int) -> list[Chip]:
    """`questions`: in how many the content is used."""
    chips = []
    state, fulfils = use.file.inspection.state, fulfils_words(use)
    if state is not FileState.OK:
        ink, icon = _TROUBLE[state]
        chips.append(Chip(STATE_WORDS[state], icon, ink, f"{ink}_soft"))
    if use.personal:
        chips.append(Chip(CHIP, CHIP_ICON, "accent", "accent_soft"))
    if use.covered:
        chips.append(Chip(COVERED, "eye-off", "text", "track"))
    if questions > 1:
        chips.append(Chip(f"{questions} butir" if fulfils else sharing_words(questions), "link", "muted", "track"))
    if fulfils:
        chips.append(Chip(fulfils, "check", "ok", "ok_soft"))
    return chips


def chip_height() -> int:
    return QFontMetrics(font(SECONDARY)).height() + 4


def paint_chips(painter: QPainter, at: QPointF, width: float, chips: list[Chip]) -> None:
    """One after another from `at`, the last one cut off where there is no room."""
    face = font(SECONDARY)
    metrics, side, left = QFontMetrics(face), scaled(_ICON), at.x()
    painter.setFont(face)
    for chip in chips:
        room = at.x() + width - left
        if room < min(_LEAST, width):
            return
        most = int(room - side - 2 * _SIDE - _GAP)
        words = metrics.elidedText(chip.words, Qt.TextElideMode.ElideRight, most)
        wide = metrics.horizontalAdvance(words) + side + 2 * _SIDE + _GAP
        area = QRectF(left, at.y(), wide, chip_height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour(chip.ground)))
        painter.drawRoundedRect(area, 4, 4)
        sign = QRectF(left + _SIDE, area.center().y() - side / 2, side, side)
        paint_icon(painter, chip.icon, colour(chip.ink), sign)
        painter.setPen(QColor(colour(chip.ink)))
        painter.drawText(area.adjusted(_SIDE + side + _GAP, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)
        left += wide + _BETWEEN
