"""A line of a list as one large button: painted cells side by side, the whole line clicks through."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from zidesk.ui.icon_set import paint_icon
from zidesk.ui.theme import BODY, LIGHT, RADIUS, SECONDARY, font

_PAD, _GAP, _ICON, _ARROW, _BAR = 6, 12, 18, 16, 12
_INSET = 6  # the mark of pointer and focus reaches a little beyond the text


@dataclass(frozen=True, slots=True)
class Cell:
    """`colour` is a role of the palette; `below` a second, smaller line. `rest` takes what the others leave
    and may be cut off; the others are as wide as the widest of their column."""

    text: str
    colour: str = "text"
    below: str = ""
    rest: bool = False
    right: bool = False
    bold: bool = False
    small: bool = False
    chip: bool = False
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar filled to `percent`, with dashed lines at `limits` (percent)."""

    percent: float
    colour: str
    width: int
    limits: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """`name` is what is read aloud and shown as a tooltip; `target` is emitted, "" leads nowhere."""

    cells: tuple[Cell | Bar, ...]
    name: str
    target: str = ""


class LineRow(QAbstractButton):
    """Enter and Space click it too. A line without target takes no focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = Line((), "")
        self._widths: tuple[int, ...] = ()
        self._arrow = False
        self._body, self._bold, self._small = font(BODY), font(BODY, bold=True), font(SECONDARY)
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
        self.updateGeometry()
        self.update()

    def widths(self, line: Line) -> tuple[int, ...]:
        """What each cell of `line` needs; 0 for the one that takes the rest."""
        return tuple(self._width(cell) for cell in line.cells)

    def _width(self, cell: Cell | Bar) -> int:
        if isinstance(cell, Bar):
            return cell.width
        if cell.rest:
            return 0
        width = QFontMetrics(self._face(cell)).horizontalAdvance(cell.text) + 2
        return width + (16 if cell.chip else 0) + (_ICON + 6 if cell.icon else 0)

    def _face(self, cell: Cell) -> QFont:
        return self._bold if cell.bold else self._small if cell.small or cell.chip else self._body

    def text_of(self, column: int) -> str:
        """The text of a cell, "" for a bar."""
        cell = self.line.cells[column]
        return cell.text if isinstance(cell, Cell) else ""

    def sizeHint(self) -> QSize:
        height = QFontMetrics(self._body).height() + 14
        if any(isinstance(cell, Cell) and cell.below for cell in self.line.cells):
            height += QFontMetrics(self._small).height()
        return QSize(360, max(34, height))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(_INSET, 0, -_INSET, 0)
        if self.line.target and (self.underMouse() or self.isDown()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(LIGHT.accent_soft if self.isDown() else LIGHT.window))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0, 1, 0, -1), RADIUS, RADIUS)
        painter.setPen(QColor(LIGHT.faint_line))
        painter.drawLine(round(area.left()), self.height() - 1, round(area.right()), self.height() - 1)
        self._paint_cells(painter, area)
        if self.hasFocus():
            painter.setPen(QPen(QColor(LIGHT.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        painter.end()

    def _paint_cells(self, painter: QPainter, area: QRectF) -> None:
        arrow = _ARROW + _GAP if self._arrow else 0
        rest = max(0.0, area.width() - arrow - sum(self._widths) - _GAP * max(0, len(self._widths) - 1))
        left = area.left()
        for cell, width in zip(self.line.cells, self._widths, strict=True):
            place = QRectF(left, 0, width or rest, self.height())
            if isinstance(cell, Bar):
                _paint_bar(painter, cell, place)
            else:
                self._paint_cell(painter, cell, place)
            left += place.width() + _GAP
        if self.line.target:
            middle = (self.height() - _ARROW) / 2
            box = QRectF(area.right() - _ARROW, middle, _ARROW, _ARROW)
            paint_icon(painter, "chevron-right", LIGHT.muted, box)

    def _paint_cell(self, painter: QPainter, cell: Cell, place: QRectF) -> None:
        face = self._face(cell)
        metrics = QFontMetrics(face)
        if cell.icon:
            top = (self.height() - _ICON) / 2
            left = place.right() - _ICON - (metrics.horizontalAdvance(cell.text) + 6 if cell.text else 0)
            paint_icon(
                painter,
                cell.icon,
                getattr(LIGHT, cell.colour),
                QRectF(left if cell.right else place.left(), top, _ICON, _ICON),
            )
            if not cell.right:
                place = place.adjusted(_ICON + 8, 0, 0, 0)
        if cell.chip:
            width = min(place.width(), metrics.horizontalAdvance(cell.text) + 16)
            height = metrics.height() + 4
            chip = QRectF(place.left(), (self.height() - height) / 2, width, height)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(LIGHT.accent_soft))
            painter.drawRoundedRect(chip, 4, 4)
            place = chip.adjusted(8, 0, -8, 0)
        painter.setFont(face)
        painter.setPen(QColor(LIGHT.accent if cell.chip else getattr(LIGHT, cell.colour)))
        side = Qt.AlignmentFlag.AlignRight if cell.right else Qt.AlignmentFlag.AlignLeft
        text = metrics.elidedText(cell.text, Qt.TextElideMode.ElideRight, int(place.width()) + 1)
        if cell.below:
            lower = QFontMetrics(self._small).height()
            painter.drawText(place.adjusted(0, 5, 0, -lower - 5), int(side | Qt.AlignmentFlag.AlignVCenter), text)
            painter.setFont(self._small)
            painter.setPen(QColor(LIGHT.muted))
            below = QRectF(place.left(), place.bottom() - lower - 6, place.width(), lower)
            painter.drawText(below, int(side | Qt.AlignmentFlag.AlignVCenter), cell.below)
        else:
            painter.drawText(place, int(side | Qt.AlignmentFlag.AlignVCenter), text)


def _paint_bar(painter: QPainter, bar: Bar, place: QRectF) -> None:
    top = (place.height() - _BAR) / 2
    track = QRectF(place.left(), top, place.width(), _BAR)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(LIGHT.track))
    painter.drawRoundedRect(track, 3, 3)
    share = min(1.0, max(0.0, bar.percent / 100))
    if share:
        painter.setBrush(QColor(getattr(LIGHT, bar.colour)))
        painter.drawRoundedRect(QRectF(track.left(), top, max(3.0, track.width() * share), _BAR), 3, 3)
    for limit in bar.limits:
        at = round(track.left() + track.width() * limit / 100) + 0.5
        # white beside the dashes keeps them visible on the filled part
        painter.setPen(QPen(QColor(LIGHT.surface), 3))
        painter.drawLine(
            QRectF(at, top - 5, 0, _BAR + 10).topLeft(), QRectF(at, top - 5, 0, _BAR + 10).bottomLeft()
        )
        pen = QPen(QColor(LIGHT.text), 1)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.drawLine(
            QRectF(at, top - 5, 0, _BAR + 10).topLeft(), QRectF(at, top - 5, 0, _BAR + 10).bottomLeft()
        )


class LineList(QWidget):
    """Lines of the same columns under one another. Showing others keeps the rows, so that the focus stays."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[LineRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def show_lines(self, lines: Sequence[Line]) -> None:
        while len(self.rows) < len(lines):
            row = LineRow(self)
            row.clicked.connect(lambda _on=False, row=row: self._clicked(row))
            self._layout.addWidget(row)
            self.rows.append(row)
        for row in self.rows[len(lines) :]:
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        del self.rows[len(lines) :]
        if not lines:
            return
        columns = zip(*(self.rows[0].widths(line) for line in lines), strict=True)
        widths = tuple(max(column) for column in columns)
        arrow = any(line.target for line in lines)
        for row, line in zip(self.rows, lines, strict=True):
            row.show_line(line, widths, arrow=arrow)

    def _clicked(self, row: LineRow) -> None:
        if row.line.target:
            self.chosen.emit(row.line.target)
