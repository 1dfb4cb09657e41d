"""The theme of the application that runs; without one of ours, the light palette at 100 %."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont

from zidesk.ui.theme.palettes import LIGHT, Colours
from zidesk.ui.theme.sizes import BODY
from zidesk.ui.theme.theme import Theme, scaled_font


def running_theme() -> Theme | None:
    """None where the application is not `zidesk.ui.application.Application`."""
    found = getattr(QCoreApplication.instance(), "theme", None)
    return found if isinstance(found, Theme) else None


def colours() -> Colours:
    """The palette in use now. To be asked when painting, never kept."""
    theme = running_theme()
    return LIGHT if theme is None else theme.colours


def colour(role: str) -> str:
    """The colour of a role of `Colours` now, as "#RRGGBB"."""
    found: str = getattr(colours(), role)
    return found


def font(size: float = BODY, *, bold: bool = False) -> QFont:
    """The system's font at `size` points times the size of text now. For painting; widgets take `set_font`."""
    return scaled_font(size, _scale(), bold=bold)


def scaled(pixels: float) -> int:
    """A length that goes with the text, given at 100 %."""
    return round(pixels * _scale())


def _scale() -> float:
    theme = running_theme()
    return 1.0 if theme is None else theme.scale
