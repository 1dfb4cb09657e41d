"""Drawing a page and the marks on it."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from zidesk.ui.theme import colours
from zidesk.ui.widgets.preview.geometry import Area, Sheet, turned_area

_OPACITY = 90  # of a mark, of 255: the words under it stay legible


def paint_page(painter: QPainter, page: QRectF, sheet: Sheet, picture: QPixmap | None) -> None:
    """The sheet of paper at `page`, and its picture, which is not turned yet, stretched over it."""
    painter.setPen(QColor(colours().line))
    painter.setBrush(QColor(Qt.GlobalColor.white))  # paper is white whatever the palette
    painter.drawRect(page.adjusted(-0.5, -0.5, 0.5, 0.5))
    if picture is None:
        return
    wide, high = (page.height(), page.width()) if sheet.turns % 2 else (page.width(), page.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.translate(page.center())
    painter.rotate(90 * sheet.turns)
    painter.drawPixmap(QRectF(-wide / 2, -high / 2, wide, high), picture, QRectF(picture.rect()))
    painter.restore()


def area_on(page: QRectF, sheet: Sheet, area: Area) -> QRectF:
    """Where a part of the page lies when the page lies at `page`."""
    left, top, right, bottom = turned_area(area, sheet.turns)
    return QRectF(
        QPointF(page.left() + left * page.width(), page.top() + top * page.height()),
        QPointF(page.left() + right * page.width(), page.top() + bottom * page.height()),
    )


def paint_marks(
    painter: QPainter, page: QRectF, sheet: Sheet, marks: Sequence[Area], current: Sequence[Area]
) -> None:
    """Light up `marks`; those in hand get a frame as well."""
    ink = QColor(colours().warn)
    ink.setAlpha(_OPACITY)
    for area in marks:
        painter.fillRect(area_on(page, sheet, area).adjusted(-1, -1, 1, 1), ink)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(colours().accent), 2))
    for area in current:
        painter.drawRect(area_on(page, sheet, area).adjusted(-2, -2, 2, 2))
