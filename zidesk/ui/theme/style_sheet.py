"""What Fusion's palette cannot say. Widgets choose a look by the property `look`."""

from zidesk.ui.theme.control_sheet import control_sheet
from zidesk.ui.theme.palettes import Colours
from zidesk.ui.theme.sizes import RADIUS
from zidesk.ui.theme.view_sheet import view_sheet


def style_sheet(c: Colours, scale: float) -> str:
    """The whole sheet; signs within controls grow with `scale`."""
    return _words_and_frames(c) + control_sheet(c, scale) + view_sheet(c, scale)


def _words_and_frames(c: Colours) -> str:
    return f"""
    QToolTip {{ color: {c.on_strip}; background: {c.strip}; border: 1px solid {c.strip_line}; padding: 5px 7px; }}
    QDialog {{ background: {c.window}; }}
    QLabel[look="muted"] {{ color: {c.muted}; }}
    QLabel[look="text"] {{ color: {c.text}; }}
    QLabel[look="accent"] {{ color: {c.accent}; }}
    QLabel[look="ok"] {{ color: {c.ok}; }}
    QLabel[look="warn"] {{ color: {c.warn}; }}
    QLabel[look="bad"] {{ color: {c.bad}; }}
    QLabel[look="chip"] {{ color: {c.accent}; background: {c.accent_soft}; border-radius: 4px; padding: 2px 8px; }}
    QFrame[look="surface"] {{ background: {c.surface}; border: 0; }}
    QFrame[look="below-line"] {{ background: {c.surface}; border: 0; border-bottom: 1px solid {c.line}; }}
    QFrame[look="above-line"] {{ background: {c.surface}; border: 0; border-top: 1px solid {c.line}; }}
    QFrame[look="left-line"] {{ background: {c.surface}; border: 0; border-left: 1px solid {c.line}; }}
    QFrame[look="right-line"] {{ background: {c.surface}; border: 0; border-right: 1px solid {c.line}; }}
    QFrame[look="rule"] {{ background: {c.line}; border: 0; max-height: 1px; min-height: 1px; }}
    QFrame[look="faint-rule"] {{ background: {c.faint_line}; border: 0; max-height: 1px; min-height: 1px; }}
    QFrame[look="underline"] {{ background: {c.accent}; border: 0; }}
    QFrame[look="card"] {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: {RADIUS}px; }}
    QFrame[look="band"] {{ background: {c.window}; border: 0; border-radius: {RADIUS}px; }}
    QFrame[look="picture"] {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: {RADIUS}px; }}
    QFrame[look="warning"] {{ background: {c.warn_soft}; border: 0; border-radius: {RADIUS}px; }}
    QFrame[look="warning"] QLabel, QFrame[look="banner"] QLabel {{ color: {c.warn}; }}
    QFrame[look="banner"] {{ background: {c.warn_soft}; border: 0; border-bottom: 1px solid {c.warn}; }}
    QFrame[look="strip"] {{ background: {c.strip}; border: 0; border-radius: {RADIUS}px; }}
    QFrame[look="strip"] QLabel {{ color: {c.on_strip}; }}
    QFrame[look="strip"] QPushButton {{ color: {c.on_strip}; background: transparent;
        border: 1px solid {c.strip_line}; border-radius: {RADIUS}px; padding: 5px 12px; min-height: 20px; }}
    QFrame[look="strip"] QPushButton:hover {{ border-color: {c.on_strip}; }}
    QFrame[look="strip"] QPushButton:focus {{ border: 2px solid {c.on_strip}; padding: 4px 11px; }}
    """
