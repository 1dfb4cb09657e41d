"""Fonts and sizes of widgets that follow the size of text. What was asked for is kept on the widget itself,
as text: Qt before 6.5 gives other values of a property back as 0.
"""

from collections.abc import Callable
from json import dumps, loads

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QTabBar, QWidget

from zidesk.ui.theme.running import font, scaled
from zidesk.ui.theme.sizes import BODY

_FONT, _SIZE = "themeFont", "themeSize"
_SETTERS: dict[str, Callable[[QWidget, int], None]] = {
    "width": QWidget.setFixedWidth,
    "height": QWidget.setFixedHeight,
    "least_width": QWidget.setMinimumWidth,
    "least_height": QWidget.setMinimumHeight,
    "most_width": QWidget.setMaximumWidth,
    "most_height": QWidget.setMaximumHeight,
}


def set_font(widget: QWidget, size: float = BODY, *, bold: bool = False) -> None:
    """Give the widget text of `size` points at 100 %; it follows the size of text from now on."""
    widget.setProperty(_FONT, dumps([size, bold]))
    widget.setFont(font(size, bold=bold))


def set_size(
    widget: QWidget,
    *,
    width: int | None = None,
    height: int | None = None,
    least_width: int | None = None,
    least_height: int | None = None,
    most_width: int | None = None,
    most_height: int | None = None,
    icon: int | None = None,
) -> None:
    """Pixels at 100 %, which follow the size of text from now on; `width` and `height` are fixed ones."""
    asked = {
        "width": width,
        "height": height,
        "least_width": least_width,
        "least_height": least_height,
        "most_width": most_width,
        "most_height": most_height,
        "icon": icon,
    }
    kept = _sizes_of(widget) | {name: px for name, px in asked.items() if px is not None}
    widget.setProperty(_SIZE, dumps(kept))
    _set_sizes(widget, kept)


def refit(widget: QWidget) -> None:
    """After the size of text or the palette changed: everything about a widget that follows it."""
    wanted = widget.property(_FONT)
    if wanted:
        size, bold = loads(wanted)
        widget.setFont(font(size, bold=bold))
    _set_sizes(widget, _sizes_of(widget))
    if isinstance(widget, QAbstractItemView):
        widget.scheduleDelayedItemsLayout()
        widget.viewport().update()
    widget.updateGeometry()
    QWidget.update(widget)  # of item views, PySide6 6.4 knows only their own, which takes an index


def _sizes_of(widget: QWidget) -> dict[str, int]:
    kept: dict[str, int] = loads(widget.property(_SIZE) or "{}")
    return kept


def _set_sizes(widget: QWidget, sizes: dict[str, int]) -> None:
    for name, pixels in sizes.items():
        if name in _SETTERS:
            _SETTERS[name](widget, scaled(pixels))
        elif isinstance(widget, QAbstractButton | QAbstractItemView | QComboBox | QTabBar):
            widget.setIconSize(QSize(scaled(pixels), scaled(pixels)))
