"""Line icons (Lucide), tinted by the palette and sharp at every scale of the screen."""

from functools import cache
from json import dumps, loads

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget

from zidesk.storage.paths import shipped_resources
from zidesk.ui.theme import colour as colour_of

_FOLDER = shipped_resources().icons
_STROKE = "1.75"
_ICON = "themeIcon"


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
    """An icon in these colours, `checked` and `disabled` those of the states. It follows neither the theme nor
    screens plugged in later."""
    made = QIcon()
    for scale in sorted({screen.devicePixelRatio() for screen in QGuiApplication.screens()}):
        made.addPixmap(pixmap(name, colour, 24, scale))
        if checked:
            made.addPixmap(pixmap(name, checked, 24, scale), QIcon.Mode.Normal, QIcon.State.On)
        if disabled:
            made.addPixmap(pixmap(name, disabled, 24, scale), QIcon.Mode.Disabled)
    return made


def set_icon(
    target: QAbstractButton | QAction | QComboBox,
    name: str,
    role: str = "text",
    *,
    checked: str = "",
    disabled: str = "control_line",
) -> None:
    """An icon in colours named by their role, which follows the theme from now on: of a button, an action, or
    before every word that a list has now.
    """
    target.setProperty(_ICON, dumps([name, role, checked, disabled]))
    _tint(target)


def retint(widget: QWidget) -> None:
    """After the palette or the screens changed: the icons of a widget and its actions."""
    for target in (widget, *widget.actions()):
        if isinstance(target, QAbstractButton | QAction | QComboBox):
            _tint(target)


def _tint(target: QAbstractButton | QAction | QComboBox) -> None:
    asked = target.property(_ICON)
    if not asked:
        return
    name, role, checked, disabled = loads(asked)
    on = colour_of(checked) if checked else None
    made = icon(name, colour_of(role), checked=on, disabled=colour_of(disabled))
    if isinstance(target, QComboBox):
        for place in range(target.count()):
            target.setItemIcon(place, made)
    else:
        target.setIcon(made)
