"""The heads of the columns; over the month grid the months, and below each its four weeks."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from zidesk.domain.plan import MONTHS_SHORT
from zidesk.ui.models.plan_fields import FIELDS, Kind, column_of, week_at
from zidesk.ui.theme import SECONDARY, colours, font
from zidesk.ui.widgets.plan.cell_painting import BESIDE

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class PlanHeader(QHeaderView):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setMinimumSectionSize(10)
        self.setSectionsMovable(False)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setAccessibleName("Kolom rencana aksi")
        self._schedule = False

    def show_schedule(self, on: bool) -> None:
        self._schedule = on
        self.updateGeometry()
        self.viewport().update()

    def sizeHint(self) -> QSize:
        high = QFontMetrics(font(SECONDARY)).height()
        return QSize(super().sizeHint().width(), 2 * high + 14 if self._schedule else high + 18)

    def paintSection(self, painter: QPainter, area: QRect, section: int) -> None:
        painter.save()
        painter.fillRect(area, QColor(colours().window))
        week = week_at(section)
        painter.setFont(font(SECONDARY))
        painter.setPen(QColor(colours().muted))
        if week is None:
            self._paint_title(painter, area, section)
        else:
            self._paint_week(painter, area, section)
        painter.setPen(QColor(colours().line))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if week is not None and week.number == 1:
            painter.drawLine(area.topLeft(), area.bottomLeft())
        painter.restore()

    def _paint_title(self, painter: QPainter, area: QRect, section: int) -> None:
        field = FIELDS[section]
        side = Qt.AlignmentFlag.AlignRight if field.kind is Kind.PERCENT else Qt.AlignmentFlag.AlignLeft
        inside = area.adjusted(BESIDE, 0, -BESIDE, 0)
        if section == 0:
            inside.setLeft(area.left() + 2 * BESIDE + 4)
        words = painter.fontMetrics().elidedText(field.title, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, side | _MIDDLE, words)

    def _paint_week(self, painter: QPainter, area: QRect, section: int) -> None:
        """Each section paints its part of the month's name, which stands over all four."""
        week = week_at(section)
        if week is None:
            return
        first = column_of(week._replace(number=1))
        left = self.sectionViewportPosition(first)
        wide = sum(self.sectionSize(first + place) for place in range(4))
        half = area.height() // 2
        painter.setClipRect(area)
        painter.setPen(QColor(colours().text))
        painter.drawText(
            QRect(left, area.top() + 2, wide, half),
            Qt.AlignmentFlag.AlignHCenter | _MIDDLE,
            MONTHS_SHORT[week.month - 1],
        )
        painter.setFont(font(SECONDARY - 2))
        painter.setPen(QColor(colours().muted))
        below = QRect(area.left(), area.top() + half, area.width(), area.height() - half - 2)
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | _MIDDLE, str(week.number))
