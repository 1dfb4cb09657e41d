"""Python's cyclic garbage is collected in the window's thread only.

Left alone, the collector runs in whichever thread allocates next; a dead widget that it destroys in the thread of
a background job takes the program with it.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 500  # milliseconds between looks at what has piled up


class WindowCollector(QTimer):
    """Takes over from the automatic collector until `stop`; the thresholds are Python's own."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("WindowCollector")
        self.setInterval(_EVERY)
        self.timeout.connect(self._collect)
        gc.disable()
        self.start()

    @staticmethod
    def _collect() -> None:
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return
