"""Colours by role, sizes, and the little style sheet on top of Fusion. One table for each palette."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QPalette

# points, all times the user's text size
SECONDARY, BODY, QUESTION, TITLE, BIG_TITLE = 10.0, 11.0, 13.0, 16.0, 20.0
GAP, WIDE_GAP, SECTION_GAP = 12, 16, 24  # pixels
RADIUS = 6
ROW_HEIGHT = 32  # smallest target


@dataclass(frozen=True, slots=True)
class Colours:
    """A palette: each colour named for what it is for. Text roles reach 4.5:1 on the surfaces they stand on."""

    window: str
    surface: str
    line: str
    faint_line: str
    control_line: str  # borders of fields, 3:1 on the surface
    text: str
    muted: str
    accent: str
    accent_soft: str
    accent_hover: str
    on_accent: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    focus: str
    track: str  # behind a bar that fills


LIGHT = Colours(
    window="#F3F4F6",
    surface="#FFFFFF",
    line="#D9DDE3",
    faint_line="#ECEFF3",
    control_line="#868F9C",
    text="#1B2430",
    muted="#5B6675",
    accent="#0F5C8C",
    accent_soft="#E6F0F7",
    accent_hover="#0C4C75",
    on_accent="#FFFFFF",
    ok="#1D7446",
    ok_soft="#E5F3EB",
    warn="#8A5A00",
    warn_soft="#FDF1D8",
    bad="#A8271F",
    bad_soft="#FBE9E7",
    focus="#0F5C8C",
    track="#E4E8EE",
)


def font(size: float = BODY, *, bold: bool = False) -> QFont:
    """The system's font at `size` points."""
    made = QFont()
    made.setPointSizeF(size)
    if bold:
        made.setWeight(QFont.Weight.DemiBold)
    return made


def qt_palette(colours: Colours) -> QPalette:
    """What Fusion paints with."""
    palette = QPalette()
    role = QPalette.ColorRole
    for name, value in (
        (role.Window, colours.window),
        (role.WindowText, colours.text),
        (role.Base, colours.surface),
        (role.AlternateBase, colours.window),
        (role.Text, colours.text),
        (role.Button, colours.surface),
        (role.ButtonText, colours.text),
        (role.PlaceholderText, colours.muted),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.on_accent),
        (role.Link, colours.accent),
        (role.ToolTipBase, colours.text),
        (role.ToolTipText, colours.surface),
        (role.Mid, colours.line),
    ):
        palette.setColor(name, QColor(value))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(colours.muted))
    return palette


def style_sheet(c: Colours) -> str:
    """What Fusion's palette cannot say. Widgets choose a look by object name or the property `look`."""
    return f"""
    QToolTip {{ color: {c.surface}; background: {c.text}; border: 0; padding: 6px 8px; }}
    QLabel[look="muted"] {{ color: {c.muted}; }}
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
    QFrame[look="faint-rule"] {{ background: {c.line}; border: 0; max-height: 1px; min-height: 1px; }}
    QFrame[look="card"] {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: {RADIUS}px; }}
    QFrame[look="warning"] {{ background: {c.warn_soft}; border: 0; border-radius: {RADIUS}px; }}
    QFrame[look="warning"] QLabel, QFrame[look="banner"] QLabel {{ color: {c.warn}; }}
    QFrame[look="banner"] {{ background: {c.warn_soft}; border: 0; border-bottom: 1px solid {c.line}; }}
    QFrame[look="strip"] {{ background: {c.text}; border: 0; border-radius: {RADIUS}px; }}
    QFrame[look="strip"] QLabel {{ color: {c.surface}; }}
    QFrame[look="strip"] QPushButton {{ color: {c.surface}; background: transparent; border: 1px solid {c.muted};
        border-radius: {RADIUS}px; padding: 5px 12px; min-height: 20px; }}
    QFrame[look="strip"] QPushButton:hover {{ border-color: {c.surface}; }}
    QFrame[look="strip"] QPushButton:focus {{ border: 2px solid {c.surface}; padding: 4px 11px; }}
    QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: 0; }}
    QPushButton {{ color: {c.text}; background: {c.surface}; border: 1px solid {c.control_line};
        border-radius: {RADIUS}px; padding: 5px 14px; min-height: 20px; }}
    QPushButton:hover {{ background: {c.window}; }}
    QPushButton:pressed {{ background: {c.faint_line}; }}
    QPushButton:focus {{ border: 2px solid {c.focus}; padding: 4px 13px; }}
    QPushButton:disabled {{ color: {c.muted}; background: {c.window}; border-color: {c.line}; }}
    QPushButton[look="primary"] {{ color: {c.on_accent}; background: {c.accent}; border-color: {c.accent}; }}
    QPushButton[look="primary"]:hover {{ background: {c.accent_hover}; }}
    QPushButton[look="primary"]:focus {{ border: 2px solid {c.text}; }}
    QPushButton[look="link"], QToolButton {{ color: {c.accent}; background: transparent;
        border: 1px solid transparent; border-radius: {RADIUS}px; padding: 5px 8px; min-height: 20px; }}
    QPushButton[look="link"]:hover, QToolButton:hover {{ background: {c.accent_soft}; }}
    QPushButton[look="link"]:focus, QToolButton:focus {{ border: 2px solid {c.focus}; padding: 4px 7px; }}
    QPushButton[look="link"]:disabled, QToolButton:disabled {{ color: {c.muted}; }}
    QToolButton[look="rail"] {{ color: {c.muted}; padding: 6px 2px; }}
    QToolButton[look="rail"]:focus {{ padding: 5px 1px; }}
    QToolButton[look="rail"]:checked {{ color: {c.accent}; background: {c.accent_soft}; }}
    QLineEdit, QPlainTextEdit, QComboBox {{ color: {c.text}; background: {c.surface};
        border: 1px solid {c.control_line}; border-radius: {RADIUS}px; padding: 4px 8px;
        selection-background-color: {c.accent}; }}
    QLineEdit, QComboBox {{ min-height: 22px; }}
    QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus {{ border: 2px solid {c.focus}; padding: 3px 7px; }}
    QLineEdit[fault="true"] {{ border-color: {c.bad}; }}
    QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QLineEdit:read-only, QPlainTextEdit:read-only
        {{ color: {c.muted}; background: {c.window}; border-color: {c.line}; }}
    QComboBox::drop-down {{ border: 0; width: 24px; }}
    QComboBox QAbstractItemView {{ background: {c.surface}; border: 1px solid {c.line}; outline: 0;
        selection-background-color: {c.accent_soft}; selection-color: {c.text}; }}
    QTreeView, QListView {{ background: {c.surface}; border: 0; outline: 0;
        selection-background-color: {c.accent_soft}; selection-color: {c.text}; }}
    QSplitter::handle {{ background: {c.line}; }}
    QProgressBar {{ background: {c.track}; border: 0; border-radius: 3px; max-height: 6px; min-height: 6px; }}
    QProgressBar::chunk {{ background: {c.accent}; border-radius: 3px; }}
    QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
    QScrollBar::handle:vertical {{ background: {c.line}; min-height: 32px; border-radius: 4px; margin: 2px; }}
    QScrollBar::handle:vertical:hover {{ background: {c.control_line}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """
