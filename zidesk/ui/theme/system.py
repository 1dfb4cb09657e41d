"""Which palette the system asks for, as far as this version of Qt can tell."""

from PySide6.QtGui import QPalette, QStyleHints

from zidesk.ui.theme.contrast import contrast, luminance
from zidesk.ui.theme.palettes import DARK, HIGH_CONTRAST, LIGHT, Colours

_STARK = 20.5  # only black and white themselves differ as much: the high contrast of a system


def system_colours(hints: QStyleHints, original: QPalette) -> Colours:
    """`original` is the application's palette from before it was dressed."""
    window = original.color(QPalette.ColorRole.Window).name()
    text = original.color(QPalette.ColorRole.WindowText).name()
    if _asks_for_contrast(hints) or contrast(window, text) > _STARK:
        return HIGH_CONTRAST
    scheme = getattr(getattr(hints, "colorScheme", lambda: None)(), "name", "Unknown")  # since Qt 6.5
    if scheme == "Unknown":
        return DARK if luminance(window) < luminance(text) else LIGHT
    return DARK if scheme == "Dark" else LIGHT


def _asks_for_contrast(hints: QStyleHints) -> bool:
    accessibility = getattr(hints, "accessibility", None)  # since Qt 6.10
    if accessibility is None:
        return False
    return bool(accessibility().contrastPreference().name == "HighContrast")
