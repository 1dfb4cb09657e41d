"""What the window looks like now: a palette and a size of text. The application carries it and dresses itself."""

from typing import Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFont, QGuiApplication, QPalette

from zidesk.ui.theme.palettes import DARK, HIGH_CONTRAST, LIGHT, Colours
from zidesk.ui.theme.sizes import BODY, LEAST_SCALE, MOST_SCALE
from zidesk.ui.theme.system import system_colours

Mode = Literal["light", "dark", "contrast", "system"]
MODES: tuple[Mode, ...] = ("light", "dark", "contrast", "system")
_TABLES: dict[Mode, Colours] = {"light": LIGHT, "dark": DARK, "contrast": HIGH_CONTRAST}


class Theme(QObject):
    """`changed`: the palette or the size of text is another now, and the application is dressed in it.

    `original` is the system's palette. In the mode "system" the theme follows the system while the window is open.
    """

    changed = Signal()

    def __init__(self, original: QPalette, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._original = QPalette(original)
        self._mode: Mode = "light"
        self._scale = 1.0
        self._colours = LIGHT
        told = getattr(QGuiApplication.styleHints(), "colorSchemeChanged", None)  # since Qt 6.5
        if told is not None:
            told.connect(self._follow)

    @property
    def mode(self) -> Mode:
        return self._mode

    @property
    def scale(self) -> float:
        """The size of text: 1.0 is 100 %."""
        return self._scale

    @property
    def colours(self) -> Colours:
        return self._colours

    def apply(self, mode: Mode, scale: float) -> None:
        """Show the window so from now on; `scale` is kept between 0.9 and 1.5."""
        scale = min(MOST_SCALE, max(LEAST_SCALE, scale))
        found = _TABLES.get(mode) or system_colours(QGuiApplication.styleHints(), self._original)
        another = (found, scale) != (self._colours, self._scale)
        self._mode, self._scale, self._colours = mode, scale, found
        if another:
            self.changed.emit()

    def font(self, size: float = BODY, *, bold: bool = False) -> QFont:
        """The system's font at `size` points times the size of text."""
        return scaled_font(size, self._scale, bold=bold)

    def _follow(self) -> None:
        if self._mode == "system":
            self.apply(self._mode, self._scale)


def scaled_font(size: float, scale: float, *, bold: bool) -> QFont:
    made = QFont()
    made.setPointSizeF(size * scale)
    if bold:
        made.setWeight(QFont.Weight.DemiBold)
    return made
