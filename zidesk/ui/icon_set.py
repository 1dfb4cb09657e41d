"""Line icons (Lucide), tinted by the palette and sharp at every scale of the screen."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from zidesk.storage.paths import shipped_resources

_FOLDER = shipped_resources().icons
_STROKE = "1.75"


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    text = (_FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    text = text.replace("currentColor", colour).replace('stroke-width="2"', f'stroke-width="{_STROKE}"')
    return QSvgRenderer(QByteArray(text.encode()))


def paint_icon(painter: QPainter, name: str, colour: str, area: QRectF) -> None:
    """Draw the icon `name` to fill `area`."""
    _renderer(name, colour).render(painter, area)


def pixmap(name: str, colour: str, size: int, scale: float = 1.0) -> QPixmap:
    """The icon as a picture of `size` device-independent pixels on a screen of this `scale`."""
    side = round(size * scale)
    picture = QPixmap(QSize(side, side))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_icon(painter, name, colour, QRectF(0, 0, side, side))
    painter.end()
    picture.setDevicePixelRatio(scale)
    return picture


def icon(name: str, colour: str, checked: str | None = None, disabled: str | None = None) -> QIcon:
    """An icon for buttons; `checked` and `disabled` are its colours in those states."""
    made = QIcon()
    for scale in (1.0, 1.5, 2.0):
        made.addPixmap(pixmap(name, colour, 24, scale))
        if checked:
            made.addPixmap(pixmap(name, checked, 24, scale), QIcon.Mode.Normal, QIcon.State.On)
        if disabled:
            made.addPixmap(pixmap(name, disabled, 24, scale), QIcon.Mode.Disabled)
    return made
