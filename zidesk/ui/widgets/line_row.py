"""A line of a list as one large button: painted cells side by side, the whole line clicks through."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from zidesk.ui.icon_set import paint_icon
from zidesk.ui.theme import BODY, RADIUS, ROW_HEIGHT, SECONDARY, colour, colours, font, scaled
from zidesk.ui.widgets.line import Bar, Cell, Line

_GAP, _ICON, _ARROW, _BAR, _CHIP = 10, 18, 16, 12, 8
_INSET = 6  # the mark of pointer and focus reaches a little beyond the text


class LineRow(QAbstractButton):
    """Enter and Space click it too. A line without target takes no focus. Words that take the rest of the line
    may stand in two lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = Line((), "")
        self._widths: tuple[int, ...] = ()
        self._arrow = self._high = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_line(self, line: Line, widths: tuple[int, ...], *, arrow: bool) -> None:
        """`widths` of the columns in pixels; `arrow`: keep room for the sign of lines that lead somewhere."""
        self.line, self._widths, self._arrow = line, widths, arrow
        leads = bool(line.target)
        self.setAccessibleName(line.name)
        self.setToolTip(line.name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if leads else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)
        self._high = self._overflows()
        self.updateGeometry()
        self.update()

    def text_of(self, column: int) -> str:
        """The text of a cell, "" for a bar."""
        cell = self.line.cells[column]
        return cell.text if isinstance(cell, Cell) else ""

    def places(self) -> list[QRectF]:
        """Where the cells are now. Words come before bars when there is little room, bars before empty space."""
        arrow = scaled(_ARROW) + _GAP if self._arrow else 0
        cells = tuple(zip(self.line.cells, self._widths, strict=True))
        fixed = sum(width for cell, width in cells if isinstance(cell, Cell) and not cell.rest)
        gaps = _GAP * max(0, len(cells) - 1)
        room = max(0, self.width() - 2 * _INSET - arrow - gaps - fixed)
        words = sum(width for cell, width in cells if isinstance(cell, Cell) and cell.rest)
        least = sum(width for cell, width in cells if isinstance(cell, Bar))
        bar = min(2 * least, max(least, room - words))
        made, left = [], float(_INSET)
        for cell, width in cells:
            wide = bar if isinstance(cell, Bar) else max(0, room - bar) if cell.rest else width
            made.append(QRectF(left, 0, wide, self.height()))
            left += wide + _GAP
        return made

    def _overflows(self) -> bool:
        return any(
            isinstance(cell, Cell) and cell.rest and len(_lines(cell, place.width())) > 1
            for cell, place in zip(self.line.cells, self.places(), strict=True)
        )

    def sizeHint(self) -> QSize:
        if self.line.head:
            return QSize(360, QFontMetrics(font(SECONDARY)).height() + 4)
        line = QFontMetrics(font(BODY)).height()
        return QSize(360, max(ROW_HEIGHT + 1, (2 * line if self._high else line) + 12))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._overflows() is not self._high:
            self._high = not self._high
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.line.target and (self.underMouse() or self.isDown()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours().accent_soft if self.isDown() else colours().window))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0, 1, 0, -1), RADIUS, RADIUS)
        painter.setPen(QColor(colours().faint_line))
        painter.drawLine(_INSET, self.height() - 1, self.width() - _INSET, self.height() - 1)
        for cell, place in zip(self.line.cells, self.places(), strict=True):
            if isinstance(cell, Cell):
                _paint_cell(painter, cell, place)
            elif not self.line.head:
                _paint_bar(painter, cell, place)
        if self.line.target:
            side = scaled(_ARROW)
            box = QRectF(self.width() - _INSET - side, (self.height() - side) / 2, side, side)
            paint_icon(painter, "chevron-right", colours().muted, box)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours().focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        painter.end()


def widths_of(line: Line) -> tuple[int, ...]:
    """What each cell of a line needs, in pixels."""
    return tuple(scaled(cell.least) if isinstance(cell, Bar) else _width(cell) for cell in line.cells)


def _width(cell: Cell) -> int:
    width = QFontMetrics(_face(cell)).horizontalAdvance(cell.text) + 2
    return width + (2 * _CHIP if cell.chip else 0) + (scaled(_ICON) + _CHIP if cell.icon else 0)


def _face(cell: Cell) -> QFont:
    return font(SECONDARY if not cell.bold and (cell.small or cell.chip) else BODY, bold=cell.bold)


def _paint_cell(painter: QPainter, cell: Cell, place: QRectF) -> None:
    face = _face(cell)
    metrics, whole = QFontMetrics(face), place.width()
    ink = colours().accent if cell.chip else colour(cell.colour)
    if cell.icon:
        side = scaled(_ICON)
        left = place.right() - side - metrics.horizontalAdvance(cell.text) - _CHIP if cell.right else place.left()
        paint_icon(painter, cell.icon, ink, QRectF(left, (place.height() - side) / 2, side, side))
        if not cell.right:
            place = place.adjusted(side + _CHIP, 0, 0, 0)
    if cell.chip:
        width = min(place.width(), metrics.horizontalAdvance(cell.text) + 2 * _CHIP)
        height = metrics.height() + 4
        chip = QRectF(place.left(), (place.height() - height) / 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours().accent_soft))
        painter.drawRoundedRect(chip, 4, 4)
        place = chip.adjusted(_CHIP, 0, -_CHIP, 0)
    painter.setFont(face)
    painter.setPen(QColor(ink))
    side_flag = Qt.AlignmentFlag.AlignRight if cell.right else Qt.AlignmentFlag.AlignLeft
    lines = _lines(cell, whole) if cell.rest else (cell.text,)
    top = place.center().y() - len(lines) * metrics.height() / 2
    for number, words in enumerate(lines):
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(place.width()) + 1)
        line = QRectF(place.left(), top + number * metrics.height(), place.width(), metrics.height())
        painter.drawText(line, int(side_flag | Qt.AlignmentFlag.AlignVCenter), shown)


def _lines(cell: Cell, width: float) -> tuple[str, ...]:
    """The words of a cell of this width in one line, or in two; the second may be too long."""
    metrics = QFontMetrics(_face(cell))
    room = width - (_width(cell) - metrics.horizontalAdvance(cell.text)) + 2
    if metrics.horizontalAdvance(cell.text) <= room:
        return (cell.text,)
    words = cell.text.split()
    most = 1
    while most < len(words) and metrics.horizontalAdvance(" ".join(words[: most + 1])) <= room:
        most += 1
    return tuple(" ".join(part) for part in (words[:most], words[most:]) if part)


def _paint_bar(painter: QPainter, bar: Bar, place: QRectF) -> None:
    high = scaled(_BAR)
    top = (place.height() - high) / 2
    track = QRectF(place.left(), top, place.width(), high)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours().track))
    painter.drawRoundedRect(track, 3, 3)
    share = min(1.0, max(0.0, bar.percent / 100))
    if share:
        painter.setBrush(QColor(colour(bar.colour)))
        painter.drawRoundedRect(QRectF(track.left(), top, max(3.0, track.width() * share), high), 3, 3)
    for limit in bar.limits:
        at = round(track.left() + track.width() * limit / 100) + 0.5
        dash = QRectF(at, top - 5, 0, high + 10)
        # a light line beneath the dashes keeps them visible on the filled part
        painter.setPen(QPen(QColor(colours().surface), 3))
        painter.drawLine(dash.topLeft(), dash.bottomLeft())
        pen = QPen(QColor(colours().text), 1)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.drawLine(dash.topLeft(), dash.bottomLeft())
