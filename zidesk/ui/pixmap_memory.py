"""Pixmaps in memory, within a limit; the ones not shown for longest go first."""

from collections import OrderedDict

from PySide6.QtGui import QPixmap

LIMIT = 64 * 1024 * 1024  # bytes of pixels


class PixmapMemory:
    """Pixmaps by name. For the window's thread only, as all pixmaps are."""

    def __init__(self, limit: int = LIMIT) -> None:
        self._limit = limit
        self._pixmaps: OrderedDict[str, QPixmap] = OrderedDict()
        self._total = 0

    def get(self, name: str) -> QPixmap | None:
        pixmap = self._pixmaps.get(name)
        if pixmap is not None:
            self._pixmaps.move_to_end(name)
        return pixmap

    def keep(self, name: str, pixmap: QPixmap) -> None:
        before = self._pixmaps.pop(name, None)
        self._total -= 0 if before is None else _bytes_of(before)
        self._pixmaps[name] = pixmap
        self._total += _bytes_of(pixmap)
        while self._total > self._limit:
            self._total -= _bytes_of(self._pixmaps.popitem(last=False)[1])

    def clear(self) -> None:
        self._pixmaps.clear()
        self._total = 0


def _bytes_of(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * pixmap.depth() // 8
