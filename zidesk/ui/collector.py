"""Python's cyclic garbage is collected in the window's thread only.

Left alone, the collector runs in whichever thread allocates next; a dead widget that it destroys in the thread of
a background job takes the program with it.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 500  # milliseconds between looks at what has piled up
_GROWN = 1.25


class WindowCollector(QTimer):
    """Takes over from the automatic collector until `stop`; the thresholds are Python's own, and so is the rule
    that all there is is looked through only when a quarter more of it has grown old: with ten thousand files in
    a workspace the window stands still for that long."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("WindowCollector")
        self.setInterval(_EVERY)
        self.timeout.connect(self._collect)
        self._stayed = 0  # objects that were left when all of it was looked through last
        gc.disable()
        self.start()

    def _collect(self) -> None:
        due = [count > most for count, most in zip(gc.get_count(), gc.get_threshold(), strict=True)]
        if not due[1]:
            if due[0]:
                gc.collect(0)
            return
        gc.collect(1)  # nothing is young afterwards
        if due[2] and _old() > self._stayed * _GROWN:
            gc.collect()
            self._stayed = _old()


def _old() -> int:
    """How many objects there are, without laying hands on them: other threads may be at work on some."""
    gc.freeze()
    count = gc.get_freeze_count()
    gc.unfreeze()
    return count
