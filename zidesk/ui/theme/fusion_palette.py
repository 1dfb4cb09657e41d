"""What Fusion paints with."""

from PySide6.QtGui import QColor, QPalette

from zidesk.ui.theme.palettes import Colours


def fusion_palette(c: Colours) -> QPalette:
    """Every role a control may paint with, so that nothing of the system's own palette shines through."""
    palette = QPalette()
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    for name, value in (
        (role.Window, c.window),
        (role.WindowText, c.text),
        (role.Base, c.surface),
        (role.AlternateBase, c.window),
        (role.Text, c.text),
        (role.Button, c.surface),
        (role.ButtonText, c.text),
        (role.BrightText, c.bad),
        (role.PlaceholderText, c.muted),
        (role.Highlight, c.accent),
        (role.HighlightedText, c.on_accent),
        (role.Link, c.accent),
        (role.LinkVisited, c.accent),
        (role.ToolTipBase, c.strip),
        (role.ToolTipText, c.on_strip),
        (role.Light, c.surface),
        (role.Midlight, c.faint_line),
        (role.Mid, c.line),
        (role.Dark, c.control_line),
        (role.Shadow, c.control_line),
    ):
        palette.setColor(name, QColor(value))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(group.Disabled, name, QColor(c.muted))
    palette.setColor(group.Disabled, role.Highlight, QColor(c.track))
    palette.setColor(group.Disabled, role.HighlightedText, QColor(c.muted))
    return palette
