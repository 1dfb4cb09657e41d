"""A page on which boxes are drawn, moved and sized, with the mouse or the keys."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen

from zidesk.domain.redaction import LEAST, Box
from zidesk.ui.dialogs.redaction.grips import Grip, Point, grip_at
from zidesk.ui.theme import SECONDARY, colours, font
from zidesk.ui.widgets.preview.canvas import PageCanvas
from zidesk.ui.widgets.preview.painting import area_on

_REACH, _GRIP = 6, 7  # pixels around an edge that take hold of it; the side of a square that shows where
_LEAST_DRAG = 4  # pixels; less is a click
_STEP, _FINE = 0.01, 0.002  # of the page, for a key and for a key with Ctrl
_VEIL = 150  # of 255: what is under a box can still be recognised while it is placed
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_CURSORS = {
    frozenset(("left",)): Qt.CursorShape.SizeHorCursor,
    frozenset(("right",)): Qt.CursorShape.SizeHorCursor,
    frozenset(("top",)): Qt.CursorShape.SizeVerCursor,
    frozenset(("bottom",)): Qt.CursorShape.SizeVerCursor,
    frozenset(("left", "top")): Qt.CursorShape.SizeFDiagCursor,
    frozenset(("right", "bottom")): Qt.CursorShape.SizeFDiagCursor,
    frozenset(("right", "top")): Qt.CursorShape.SizeBDiagCursor,
    frozenset(("left", "bottom")): Qt.CursorShape.SizeBDiagCursor,
}


class BoxCanvas(PageCanvas):
    """`drawn`: a new Box; `chosen`: the Box that was clicked, None for none; `altered`: the chosen one as it shall
    be, and whether a key did it. While `editable` is False the page is only looked at."""

    drawn = Signal(object)
    chosen = Signal(object)
    altered = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__()
        self.number = 1  # of the page in view, from 1
        self._boxes: tuple[Box, ...] = ()
        self._box: Box | None = None
        self._held: Grip | None = None
        self._start: Point | None = None
        self._pending: Box | None = None  # what the mouse is making of it
        self._editable = True
        self.viewport().setMouseTracking(True)

    def show_boxes(self, boxes: tuple[Box, ...], chosen: Box | None) -> None:
        """The boxes of the page in view, and the one in hand."""
        self._boxes, self._box = boxes, chosen
        self._let_go()

    def set_editable(self, editable: bool) -> None:
        self._editable = editable
        self._let_go()

    def ask_again(self) -> None:
        """The page is to look otherwise: nothing of it is shown until it has come."""
        self._picture, self._sharp = None, 0
        self.viewport().update()
        self.ask_sharper()

    def visible_middle(self) -> Point:
        """The middle of what is seen of the page."""
        seen = self._page() & QRectF(self.viewport().rect())
        return self._part(seen.center()) if not seen.isEmpty() else (0.5, 0.5)

    def bring_into_view(self, box: Box) -> None:
        """Scroll no further than it takes to see the box."""
        place = self._place_of(box)
        room = self.viewport().rect()
        for bar, low, high, end in (
            (self.horizontalScrollBar(), place.left(), place.right(), room.width()),
            (self.verticalScrollBar(), place.top(), place.bottom(), room.height()),
        ):
            if low < 0 or high > end:
                bar.setValue(round(bar.value() + (low + high - end) / 2))

    # the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self._takes(event.position()):
            return
        self._start = self._part(event.position())
        self._held = self._grip_at(event.position())
        if self._held is not None:
            self.chosen.emit(self._held.box)  # which shows the boxes anew, and lets go
            self._held, self._start = self._grip_at(event.position()), self._part(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._start is None:
            self._point_at(event.position())
            return
        now = self._part(event.position())
        if self._held is not None:
            self._pending = self._held.dragged(self._start, now)
        elif self._is_drag(self._start, now):
            self._pending = Box(self.number, *self._start, *now)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._start is None:
            return
        made, held = self._pending, self._held
        self._let_go()
        if held is None and made is not None:
            self.drawn.emit(made)
        elif held is None:
            self.chosen.emit(None)
        elif made is not None:
            self.altered.emit(made, False)

    def _grip_at(self, place: QPointF) -> Grip | None:
        page = self._page()
        reach = (_REACH / max(page.width(), 1.0), _REACH / max(page.height(), 1.0))
        return grip_at(self._boxes, self._box, self._part(place), reach)

    def _takes(self, place: QPointF) -> bool:
        """On the page, or close enough to it to mean its edge."""
        around = self._page().adjusted(-2 * _REACH, -2 * _REACH, 2 * _REACH, 2 * _REACH)
        return self._editable and self.sheet is not None and around.contains(place)

    def _is_drag(self, start: Point, now: Point) -> bool:
        page = self._page()
        far = (abs(now[0] - start[0]) * page.width(), abs(now[1] - start[1]) * page.height())
        return max(far) >= _LEAST_DRAG

    def _point_at(self, place: QPointF) -> None:
        shape = Qt.CursorShape.ArrowCursor
        if self._takes(place):
            held = self._grip_at(place)
            shape = Qt.CursorShape.CrossCursor
            if held is not None:
                shape = _CURSORS.get(held.edges, Qt.CursorShape.SizeAllCursor)
        self.viewport().setCursor(shape)

    def _let_go(self) -> None:
        self._held = self._start = self._pending = None
        self.viewport().update()

    # the keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the box in hand, with Shift they size it, with Ctrl by less; without one they scroll."""
        way = _ARROWS.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape and self._start is not None:
            self._let_go()
        elif way is None or self._box is None or not self._editable:
            super().keyPressEvent(event)
        else:
            step = _FINE if event.modifiers() & Qt.KeyboardModifier.ControlModifier else _STEP
            across, down = way[0] * step, way[1] * step
            sizing = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            wanted = self._box.sized(across, down) if sizing else self._box.moved(across, down)
            self.altered.emit(wanted, True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    # drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._editable or self.sheet is None:
            return
        painter = QPainter(self.viewport())
        for number, box in enumerate(self._boxes, start=1):
            held = self._held is not None and box == self._box
            shown = self._pending if held and self._pending is not None else box
            self._paint_box(painter, shown, str(number), chosen=box == self._box)
        if self._held is None and self._pending is not None:
            self._paint_box(painter, self._pending, "", chosen=True)
        painter.end()

    def _paint_box(self, painter: QPainter, box: Box, words: str, *, chosen: bool) -> None:
        place = self._place_of(box)
        painter.fillRect(place, QColor(0, 0, 0, _VEIL))  # black whatever the palette: that is what is handed over
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(Qt.GlobalColor.black), 1))
        painter.drawRect(place)
        painter.setFont(font(SECONDARY, bold=True))
        height = painter.fontMetrics().height()
        if words and place.height() >= height and place.width() >= 2 * height:
            painter.setPen(QColor(Qt.GlobalColor.white))
            painter.drawText(place.adjusted(5, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), words)
        if chosen:
            self._paint_frame(painter, place)

    def _paint_frame(self, painter: QPainter, place: QRectF) -> None:
        ink = QColor(colours().focus)
        painter.setPen(QPen(QColor(Qt.GlobalColor.white), 4))
        painter.drawRect(place)
        painter.setPen(QPen(ink, 2))
        painter.drawRect(place)
        painter.setPen(QPen(QColor(Qt.GlobalColor.white), 1))
        painter.setBrush(ink)
        for corner in (place.topLeft(), place.topRight(), place.bottomLeft(), place.bottomRight()):
            painter.drawRect(QRectF(corner.x() - _GRIP / 2, corner.y() - _GRIP / 2, _GRIP, _GRIP))

    def _place_of(self, box: Box) -> QRectF:
        assert self.sheet is not None
        return area_on(self._page(), self.sheet, (box.left, box.top, box.right, box.bottom))

    def _part(self, place: QPointF) -> Point:
        """A point of the view as parts of the page; outside of it, its nearest edge."""
        page = self._page()
        x = (place.x() - page.left()) / max(page.width(), LEAST)
        y = (place.y() - page.top()) / max(page.height(), LEAST)
        return min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0)
