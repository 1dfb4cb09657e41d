"""A call in a moment, for as long as the one it is for is there."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def later(owner: QObject, milliseconds: int, call: Callable[[], object]) -> None:
    """Call after `milliseconds`, 0: once the event in hand is done; never, when `owner` is gone by then.

    `QTimer.singleShot` of PySide6 6.4 takes no owner for a Python callable.
    """
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.timeout.connect(call)
    timer.timeout.connect(timer.deleteLater)
    timer.start(milliseconds)
