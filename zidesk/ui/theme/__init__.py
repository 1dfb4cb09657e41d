"""How the window looks: palettes by role, the size of text, and the little style sheet on top of Fusion.

Imports Qt and the paths of the shipped signs. Nothing here is global: the application carries the one Theme.
"""

from zidesk.ui.theme.fitting import refit, set_font, set_size
from zidesk.ui.theme.palettes import DARK, HIGH_CONTRAST, LIGHT, Colours
from zidesk.ui.theme.running import colour, colours, font, running_theme, scaled
from zidesk.ui.theme.sizes import (
    BIG_TITLE,
    BODY,
    GAP,
    LEAST_SCALE,
    MOST_SCALE,
    QUESTION,
    RADIUS,
    ROW_HEIGHT,
    SECONDARY,
    SECTION_GAP,
    TITLE,
    WIDE_GAP,
)
from zidesk.ui.theme.theme import MODES, Mode, Theme

__all__ = [
    "BIG_TITLE",
    "BODY",
    "DARK",
    "GAP",
    "HIGH_CONTRAST",
    "LEAST_SCALE",
    "LIGHT",
    "MODES",
    "MOST_SCALE",
    "QUESTION",
    "RADIUS",
    "ROW_HEIGHT",
    "SECONDARY",
    "SECTION_GAP",
    "TITLE",
    "WIDE_GAP",
    "Colours",
    "Mode",
    "Theme",
    "colour",
    "colours",
    "font",
    "refit",
    "running_theme",
    "scaled",
    "set_font",
    "set_size",
]
