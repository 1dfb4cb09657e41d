"""Thumbnails at the size they are shown with, scaled once."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap, QPixmapCache


def fitted(picture: QPixmap, room: QSize, ratio: float) -> QPixmap:
    """The whole picture within `room`; made once for each size and kept for a while. `ratio`: of the screen."""
    key = f"zidesk-fitted-{picture.cacheKey()}-{room.width()}x{room.height()}@{ratio}"
    kept = QPixmap()
    if QPixmapCache.find(key, kept):
        return kept
    kept = picture.scaled(
        room * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    kept.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, kept)
    return kept
