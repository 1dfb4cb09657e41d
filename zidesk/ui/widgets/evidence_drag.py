"""What is dragged about inside the window: evidence from the inbox or a question, and files from elsewhere."""

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QFileInfo, QMimeData, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from zidesk.domain.indonesian import format_number
from zidesk.ui.theme import BODY, RADIUS, colours, font

USES_TYPE = "application/x-zidesk-uses"
_DATABASE = "zidesk.db"
_MOST = 100_000
_SIDE, _COUNT = 96, 26


def mime_of(use_ids: Sequence[int]) -> QMimeData:
    """A drag of evidence. It is good in this process only: in another one the numbers mean other files."""
    data = QMimeData()
    words = " ".join(str(number) for number in (os.getpid(), *use_ids))
    data.setData(USES_TYPE, words.encode("ascii"))
    return data


def uses_in(data: QMimeData) -> list[int]:
    """The ids of the uses being dragged; empty for any other drag, also one from another ZIDesk."""
    if not data.hasFormat(USES_TYPE):
        return []
    words = bytes(data.data(USES_TYPE).data()).split(maxsplit=_MOST + 1)
    if not all(word.isdigit() and len(word) < 20 for word in words) or len(words) > _MOST + 1:
        return []
    numbers = [int(word) for word in words]
    return list(dict.fromkeys(numbers[1:])) if numbers[:1] == [os.getpid()] else []


def files_in(data: QMimeData) -> list[Path]:
    """The files and folders of a drag from a file manager; none where it is a workspace, which is opened."""
    folder = folder_in(data)
    if folder is not None and (folder.name == _DATABASE or QFileInfo(str(folder / _DATABASE)).exists()):
        return []
    return _paths(data)


def folder_in(data: QMimeData) -> Path | None:
    """The one folder, or database of a workspace, that is dragged; None for any other drag."""
    paths = _paths(data)
    if len(paths) == 1 and (QFileInfo(str(paths[0])).isDir() or paths[0].name == _DATABASE):
        return paths[0]
    return None


def _paths(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def drag_picture(picture: QPixmap | None, count: int, scale: float) -> QPixmap:
    """What follows the pointer: the picture of the first, with how many are on the move when it is not alone.

    `scale`: the screen's pixels in one device-independent pixel.
    """
    made = QPixmap(round((_SIDE + 8) * scale), round((_SIDE + 8) * scale))
    made.setDevicePixelRatio(scale)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    card = QRectF(0.5, 8.5, _SIDE, _SIDE - 1)
    painter.setPen(QColor(colours().control_line))
    painter.setBrush(QColor(colours().surface))
    if count > 1:
        painter.drawRoundedRect(card.adjusted(4, -4, 4, -4), RADIUS, RADIUS)
    painter.drawRoundedRect(card, RADIUS, RADIUS)
    if picture is not None and not picture.isNull():
        shown = picture.size().scaled(_SIDE - 12, _SIDE - 12, Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, shown.width(), shown.height())
        place.moveCenter(card.center())
        painter.drawPixmap(place, picture, QRectF(picture.rect()))
    if count > 1:
        painter.setFont(font(BODY, bold=True))
        words = format_number(count, 0)
        wide = max(_COUNT, painter.fontMetrics().horizontalAdvance(words) + 14)
        badge = QRectF(_SIDE + 8 - wide, 0, wide, _COUNT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours().accent))
        painter.drawRoundedRect(badge, _COUNT / 2, _COUNT / 2)
        painter.setPen(QColor(colours().on_accent))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, words)
    painter.end()
    return made
