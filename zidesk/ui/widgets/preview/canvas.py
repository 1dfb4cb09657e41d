"""One page in view: fitted or zoomed, turned, dragged about, with the found words marked on it."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from zidesk.ui.theme import colours
from zidesk.ui.widgets.focus_ring import FocusRing
from zidesk.ui.widgets.preview.geometry import Area, Sheet, fitting_scale, sharp_width, stepped
from zidesk.ui.widgets.preview.painting import area_on, paint_marks, paint_page

_MARGIN = 12
_SETTLE = 120  # milliseconds without a further zoom or resize before a sharper page is asked for


class PageCanvas(QAbstractScrollArea):
    """Shows a pixmap at any size; `sharper_wanted` carries the width in pixels at which it would be sharp."""

    sharper_wanted = Signal(int)
    zoomed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet: Sheet | None = None
        self._picture: QPixmap | None = None
        self._sharp = 0  # the width the picture was asked for with; 0 for a stand-in
        self._fits, self._scale = True, 1.0
        self._marks: Sequence[Area] = ()
        self._current: Sequence[Area] = ()
        self._grip: QPointF | None = None
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLE)
        self._settled.timeout.connect(self.ask_sharper)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Halaman")
        FocusRing(self)

    @property
    def scale(self) -> float:
        """1.0 is 100 %."""
        return self._scale

    @property
    def fits(self) -> bool:
        """Whether the page follows the size of the window."""
        return self._fits

    @property
    def sheet(self) -> Sheet | None:
        return self._sheet

    @property
    def sharp(self) -> bool:
        """Whether the picture has all the pixels the view can use."""
        return self._picture is not None and self._sharp >= self._wanted()

    def show_page(self, sheet: Sheet, picture: QPixmap | None) -> None:
        """Show another page; `picture` stands in for it until `show_sharp`, a blank sheet where there is none."""
        self._sheet, self._picture, self._sharp = sheet, picture, 0
        self._marks, self._current = (), ()
        self._place()
        self.verticalScrollBar().setValue(0)
        self.ask_sharper()

    def stand_in(self, picture: QPixmap) -> None:
        """Something to look at until the page itself has come; never in its place."""
        if self._picture is None:
            self._picture = picture
            self.viewport().update()

    def show_sharp(self, picture: QPixmap, sheet: Sheet, asked: int) -> None:
        """The page itself, rendered `asked` pixels wide; its true proportion is that of `sheet`."""
        self._picture, self._sharp = picture, asked
        if sheet != self._sheet:
            self._sheet = sheet
            self._place()
        self.viewport().update()

    def mark(self, areas: Sequence[Area], current: Sequence[Area]) -> None:
        """Light up places of the page, some of them as the ones in hand, and bring those into view."""
        self._marks, self._current = areas, current
        if current and self._sheet is not None:
            place = area_on(QRectF(0, 0, self._page().width(), self._page().height()), self._sheet, current[0])
            room = self.viewport().size()
            self.horizontalScrollBar().setValue(round(_MARGIN + place.center().x() - room.width() / 2))
            self.verticalScrollBar().setValue(round(_MARGIN + place.center().y() - room.height() / 2))
        self.viewport().update()

    # zoom and turning

    def fit(self) -> None:
        self._fits = True
        self._place()

    def zoom_to(self, scale: float, around: QPointF | None = None) -> None:
        """Zoom, keeping the point `around` (of the viewport; its middle without one) where it is."""
        at = around or QPointF(self.viewport().rect().center())
        before = self._page()
        self._fits, self._scale = False, scale
        self._place()
        after = self._page()
        if before.width() and before.height():
            share_x = (at.x() - before.left()) / before.width()
            share_y = (at.y() - before.top()) / before.height()
            drift_x = after.left() + share_x * after.width() - at.x()
            drift_y = after.top() + share_y * after.height() - at.y()
            self.horizontalScrollBar().setValue(round(self.horizontalScrollBar().value() + drift_x))
            self.verticalScrollBar().setValue(round(self.verticalScrollBar().value() + drift_y))

    def zoom(self, direction: int, around: QPointF | None = None) -> None:
        """One step in (1) or out (-1)."""
        self.zoom_to(stepped(self._scale, direction), around)

    def turn(self, by: int) -> None:
        """Quarter turns clockwise, in the view only."""
        if self._sheet is not None:
            self._sheet = self._sheet.turned(by)
            self._place()

    def ask_sharper(self) -> None:
        """Tell at once how wide the page should be rendered, if it is not sharp already."""
        self._settled.stop()
        if self._sheet is not None and not self.sharp:
            self.sharper_wanted.emit(self._wanted())

    def _wanted(self) -> int:
        return sharp_width(self._sheet, self._scale, self.devicePixelRatioF()) if self._sheet is not None else 0

    def _place(self) -> None:
        """Bring scale and scroll bars in line with the page and the room there is."""
        if self._sheet is None:
            return
        if self._fits:
            room = self.maximumViewportSize()
            self._scale = fitting_scale(self._sheet, (room.width() - 2 * _MARGIN, room.height() - 2 * _MARGIN))
        wide, high = (round(side * self._scale) + 2 * _MARGIN for side in self._sheet.shown)
        if self._fits:
            wide = high = 0  # rounding must not bring bars that take room away again
        room = self.viewport().size()
        for bar, whole, seen in (
            (self.horizontalScrollBar(), wide, room.width()),
            (self.verticalScrollBar(), high, room.height()),
        ):
            bar.setRange(0, max(0, whole - seen))
            bar.setPageStep(seen)
            bar.setSingleStep(24)
        movable = self.horizontalScrollBar().maximum() > 0 or self.verticalScrollBar().maximum() > 0
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor if movable else Qt.CursorShape.ArrowCursor)
        self.viewport().update()
        self.zoomed.emit()
        self._settled.start()

    def _page(self) -> QRectF:
        """Where the page lies in the viewport: in the middle, or where the bars have moved it."""
        if self._sheet is None:
            return QRectF()
        wide, high = (max(1, round(side * self._scale)) for side in self._sheet.shown)
        room = self.viewport().size()
        left, top = (room.width() - wide) // 2, (room.height() - high) // 2
        if wide + 2 * _MARGIN > room.width():
            left = _MARGIN - self.horizontalScrollBar().value()
        if high + 2 * _MARGIN > room.height():
            top = _MARGIN - self.verticalScrollBar().value()
        return QRectF(left, top, wide, high)

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(320, 280)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoom(1 if event.angleDelta().y() > 0 else -1, event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._grip = event.position()
            if self.viewport().cursor().shape() == Qt.CursorShape.OpenHandCursor:
                self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            moved = event.position() - self._grip
            self._grip = event.position()
            self.horizontalScrollBar().setValue(round(self.horizontalScrollBar().value() - moved.x()))
            self.verticalScrollBar().setValue(round(self.verticalScrollBar().value() - moved.y()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._grip = None
        if self.viewport().cursor().shape() == Qt.CursorShape.ClosedHandCursor:
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(colours().track))
        if self._sheet is None:
            return
        paint_page(painter, self._page(), self._sheet, self._picture)
        paint_marks(painter, self._page(), self._sheet, self._marks, self._current)
        painter.end()
