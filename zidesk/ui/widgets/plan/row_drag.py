"""Rows of the plan carried with the mouse by the grip before their code."""

from collections.abc import Sequence
from json import dumps, loads

from PySide6.QtCore import QByteArray, QMimeData, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QDrag, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from zidesk.ui.plan_words import rows_words
from zidesk.ui.theme import colours, font, scaled
from zidesk.ui.widgets.plan.cell_painting import GRIP

ROWS_TYPE = "application/x-zidesk-plan-rows"


def on_grip(cell: QRect, at: QPoint) -> bool:
    """Whether a point lies on the grip of a code's cell."""
    return cell.contains(at) and at.x() <= cell.left() + scaled(GRIP) + 4


def mime_of(ids: Sequence[int]) -> QMimeData:
    data = QMimeData()
    data.setData(ROWS_TYPE, QByteArray(dumps(list(ids)).encode()))
    return data


def rows_in(data: QMimeData) -> list[int]:
    """The numbers of the rows carried, empty for anything else."""
    if not data.hasFormat(ROWS_TYPE):
        return []
    found = loads(bytes(data.data(ROWS_TYPE).data()))
    return [row_id for row_id in found if isinstance(row_id, int)]


def carry(source: QWidget, ids: Sequence[int]) -> None:
    """Carry rows until they are let go; only this window takes them."""
    drag = QDrag(source)
    drag.setMimeData(mime_of(ids))
    drag.setPixmap(_picture(rows_words(len(ids))))
    drag.exec(Qt.DropAction.MoveAction)


def _picture(words: str) -> QPixmap:
    picture = QPixmap(scaled(110), scaled(32))
    picture.fill(QColor(colours().accent))
    painter = QPainter(picture)
    painter.setFont(font())
    painter.setPen(QColor(colours().on_accent))
    painter.drawText(picture.rect(), Qt.AlignmentFlag.AlignCenter, words)
    painter.end()
    return picture
