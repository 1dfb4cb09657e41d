"""A list scrolls by itself while something is held near its upper or lower edge."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView

_EVERY, _EDGE = 60, 28  # milliseconds; pixels from the edge in which it scrolls


class EdgeScroll(QObject):
    """`scrolled`: something else lies under the pointer now."""

    scrolled = Signal()

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._y = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self._scroll)

    def follow(self, y: int) -> None:
        """The pointer is at this height of the viewport."""
        self._y = y
        if not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _scroll(self) -> None:
        bar, height = self._view.verticalScrollBar(), self._view.viewport().height()
        before = bar.value()
        if self._y < _EDGE:
            bar.setValue(before - bar.singleStep())
        elif self._y > height - _EDGE:
            bar.setValue(before + bar.singleStep())
        if bar.value() != before:
            self.scrolled.emit()
