"""The part of the style sheet for what is pressed, ticked, chosen and typed into."""

from zidesk.storage.paths import shipped_resources
from zidesk.ui.theme.palettes import Colours
from zidesk.ui.theme.sizes import RADIUS, ROW_HEIGHT


def sign_url(ink: str, name: str) -> str:
    """A ready-made sign ("black" or "white") as a style sheet writes it: sheets cannot tint."""
    return f'url("{(shipped_resources().icons / "ink" / ink / f"{name}.svg").as_posix()}")'


def control_sheet(c: Colours, scale: float) -> str:
    return _buttons(c, scale) + _fields(c, scale) + _ticks(c, scale) + _meters(c, scale)


def _buttons(c: Colours, scale: float) -> str:
    sign = round(14 * scale)
    down = f"image: {sign_url(c.ink, 'chevron-down')}; width: {sign}px; height: {sign}px"
    return f"""
    QPushButton {{ color: {c.text}; background: {c.surface}; border: 1px solid {c.control_line};
        border-radius: {RADIUS}px; padding: 5px 14px; min-height: 20px; }}
    QPushButton:hover {{ background: {c.window}; border-color: {c.text}; }}
    QPushButton:pressed, QPushButton:checked {{ background: {c.accent_soft}; border-color: {c.accent}; }}
    QPushButton:focus {{ border: 2px solid {c.focus}; padding: 4px 13px; }}
    QPushButton:disabled {{ color: {c.muted}; background: {c.window}; border-color: {c.line}; }}
    QPushButton::menu-indicator, QToolButton::menu-indicator {{ {down};
        subcontrol-origin: padding; subcontrol-position: center right; right: 4px; }}
    QPushButton[look="primary"] {{ color: {c.on_accent}; background: {c.accent}; border-color: {c.accent}; }}
    QPushButton[look="primary"]:hover, QPushButton[look="primary"]:pressed
        {{ background: {c.accent_hover}; border-color: {c.accent_hover}; }}
    QPushButton[look="primary"]:focus {{ border: 2px solid {c.text}; }}
    QPushButton[look="primary"]:disabled
        {{ color: {c.muted}; background: {c.track}; border-color: {c.track}; }}
    QPushButton[look="link"], QToolButton {{ color: {c.accent}; background: transparent;
        border: 1px solid transparent; border-radius: {RADIUS}px; padding: 5px 8px; min-height: 20px; }}
    QPushButton[look="link"]:hover, QToolButton:hover {{ background: {c.accent_soft}; }}
    QPushButton[look="link"]:pressed, QToolButton:pressed, QToolButton:checked
        {{ background: {c.accent_soft}; border-color: {c.accent}; }}
    QPushButton[look="link"]:focus, QToolButton:focus {{ border: 2px solid {c.focus}; padding: 4px 7px; }}
    QPushButton[look="link"]:disabled, QToolButton:disabled {{ color: {c.muted}; background: transparent; }}
    QToolButton[look="square"] {{ padding: 0; min-height: {round(ROW_HEIGHT * scale) - 2}px; }}
    QToolButton[look="choice"] {{ padding-right: {sign + 8}px; }}
    QToolButton[look="choice"]:focus {{ padding-right: {sign + 7}px; }}
    QToolButton[look="rail"] {{ color: {c.muted}; padding: 5px 2px; border-color: transparent; }}
    QToolButton[look="rail"]:focus {{ padding: 4px 1px; border: 2px solid {c.focus}; }}
    QToolButton[look="rail"]:checked {{ color: {c.accent}; background: {c.accent_soft}; }}
    """


def _fields(c: Colours, scale: float) -> str:
    """No `color` here: with one, a sheet pales the placeholder's."""
    sign = round(16 * scale)
    box = f"width: {sign}px; height: {sign}px"
    return f"""
    QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox {{ background: {c.surface};
        border: 1px solid {c.control_line}; border-radius: {RADIUS}px; padding: 4px 8px;
        selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
    QLineEdit, QComboBox, QAbstractSpinBox {{ min-height: 22px; }}
    QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus
        {{ border: 2px solid {c.focus}; padding: 3px 7px; }}
    QLineEdit[fault="true"] {{ border: 2px solid {c.bad}; padding: 3px 7px; }}
    QLineEdit:read-only, QPlainTextEdit:read-only, QTextEdit:read-only {{ background: {c.window}; }}
    QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled
        {{ background: {c.window}; border-color: {c.line}; }}
    QComboBox {{ padding-right: 2px; }}
    QComboBox:focus {{ padding-right: 1px; }}
    QComboBox::drop-down {{ border: 0; width: {sign + 10}px; subcontrol-origin: border;
        subcontrol-position: center right; }}
    QComboBox::down-arrow {{ image: {sign_url(c.ink, "chevron-down")}; {box}; }}
    QComboBox QAbstractItemView {{ background: {c.surface}; border: 1px solid {c.control_line}; outline: 0;
        padding: 2px; selection-background-color: {c.accent_soft}; selection-color: {c.text}; }}
    QAbstractSpinBox {{ min-height: 28px; padding: 1px {sign + 8}px 1px 8px; }}
    QAbstractSpinBox:focus {{ padding: 0 {sign + 7}px 0 7px; }}
    QComboBox QLineEdit {{ background: transparent; border: 0; padding: 0; min-height: 0; }}
    QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: 0; width: {sign + 8}px;
        subcontrol-origin: border; background: transparent; }}
    QAbstractSpinBox::up-button {{ subcontrol-position: top right; }}
    QAbstractSpinBox::down-button {{ subcontrol-position: bottom right; }}
    QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover {{ background: {c.accent_soft}; }}
    QAbstractSpinBox::up-arrow {{ image: {sign_url(c.ink, "chevron-up")}; {box}; }}
    QAbstractSpinBox::down-arrow {{ image: {sign_url(c.ink, "chevron-down")}; {box}; }}
    """


def _ticks(c: Colours, scale: float) -> str:
    box = round(16 * scale)
    dot = (
        "qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5, fx: 0.5, fy: 0.5, "
        f"stop: 0 {{}}, stop: 0.5 {{}}, stop: 0.6 {c.surface}, stop: 1 {c.surface})"
    )
    return f"""
    QCheckBox, QRadioButton {{ background: transparent; spacing: 8px; padding: 3px 4px 3px 2px;
        border: 2px solid transparent; border-radius: {RADIUS}px; }}
    QCheckBox:focus, QRadioButton:focus {{ border-color: {c.focus}; }}
    QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator, QMenu::indicator:non-exclusive
        {{ width: {box}px; height: {box}px; background: {c.surface}; border: 1px solid {c.control_line};
        border-radius: 3px; }}
    QRadioButton::indicator {{ border-radius: {box // 2 + 1}px; }}
    QCheckBox::indicator:hover, QRadioButton::indicator:hover {{ border-color: {c.accent}; }}
    QCheckBox::indicator:checked, QAbstractItemView::indicator:checked, QMenu::indicator:non-exclusive:checked
        {{ background: {c.accent}; border-color: {c.accent}; image: {sign_url(c.ink_on_accent, "check")}; }}
    QCheckBox::indicator:indeterminate, QAbstractItemView::indicator:indeterminate
        {{ background: {c.accent}; border-color: {c.accent}; image: {sign_url(c.ink_on_accent, "minus")}; }}
    QRadioButton::indicator:checked {{ border-color: {c.accent}; background: {dot.format(c.accent, c.accent)}; }}
    QCheckBox::indicator:disabled, QRadioButton::indicator:disabled
        {{ background: {c.window}; border-color: {c.line}; }}
    QCheckBox::indicator:checked:disabled {{ image: {sign_url(c.ink, "check")}; }}
    QRadioButton::indicator:checked:disabled {{ background: {dot.format(c.muted, c.muted)}; }}
    """


def _meters(c: Colours, scale: float) -> str:
    knob = round(16 * scale)
    return f"""
    QProgressBar {{ background: {c.track}; border: 0; border-radius: 3px; max-height: 6px; min-height: 6px; }}
    QProgressBar::chunk {{ background: {c.accent}; border-radius: 3px; }}
    QProgressBar[look="ok"]::chunk {{ background: {c.ok}; }}
    QSlider {{ border: 2px solid transparent; border-radius: {RADIUS}px; }}
    QSlider:focus {{ border-color: {c.focus}; }}
    QSlider::groove:horizontal {{ height: 4px; background: {c.control_line}; border-radius: 2px; margin: 0 4px; }}
    QSlider::groove:vertical {{ width: 4px; background: {c.control_line}; border-radius: 2px; margin: 4px 0; }}
    QSlider::sub-page:horizontal {{ height: 4px; background: {c.accent}; border-radius: 2px; margin: 0 4px; }}
    QSlider::handle {{ background: {c.accent}; border: 2px solid {c.surface}; border-radius: {knob // 2 + 2}px;
        width: {knob}px; height: {knob}px; }}
    QSlider::handle:horizontal {{ margin: -{knob // 2} 0; }}
    QSlider::handle:vertical {{ margin: 0 -{knob // 2}; }}
    QSlider::handle:hover {{ background: {c.accent_hover}; }}
    QSlider::handle:disabled {{ background: {c.control_line}; }}
    """
