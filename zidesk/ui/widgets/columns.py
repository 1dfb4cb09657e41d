"""Three columns side by side: the sheet, what is worked on, and a look at it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from zidesk.ui.theme import scaled

_LEFT, _MIDDLE, _RIGHT = 320, 400, 344  # widths at 100 %


class Columns(QSplitter):
    """They share the width by themselves until a handle is moved, and anew when the letters get another size."""

    def __init__(self, left: QWidget, middle: QWidget, right: QWidget) -> None:
        """Each column keeps at least the width that its widget asks for."""
        super().__init__(Qt.Orientation.Horizontal)
        self._by_hand = False
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for widget, stretch in ((left, 0), (middle, 1), (right, 0)):
            self.addWidget(widget)
            self.setStretchFactor(self.count() - 1, stretch)
        self.splitterMoved.connect(self._take_in_hand)
        self._share_width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._by_hand:
            self._share_width()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._by_hand = False
            self._share_width()

    def _take_in_hand(self) -> None:
        self._by_hand = True

    def _share_width(self) -> None:
        """What is read in the middle grows with the letters first; those beside it as far as there is room."""
        right = (_RIGHT + scaled(_RIGHT)) // 2
        room = self.width() - right - scaled(_MIDDLE)
        left = min(scaled(_LEFT), max(_LEFT, room))
        self.setSizes([left, max(_MIDDLE, self.width() - left - right), right])
