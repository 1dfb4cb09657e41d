"""Small ready-made pieces: labels by look, rules, buttons with icons."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QToolButton, QWidget

from zidesk.ui.icon_set import icon
from zidesk.ui.theme import BODY, LIGHT, ROW_HEIGHT, font


class _Wrapped(QLabel):
    """A wrapped label asks for the height of its real width; Qt's own asks for that of its narrowest."""

    def minimumSizeHint(self) -> QSize:
        return QSize(1, self.fontMetrics().height())


def label(text: str = "", *, look: str = "", size: float = BODY, bold: bool = False, wrap: bool = False) -> QLabel:
    """A label of plain text; wrapped ones grow in height."""
    made = _Wrapped(text) if wrap else QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(font(size, bold=bold))
    if look:
        made.setProperty("look", look)
    if wrap:
        made.setWordWrap(True)
    return made


def set_look(widget: QWidget, look: str) -> None:
    """Change the look of a widget that is on the screen already."""
    if widget.property("look") != look:
        widget.setProperty("look", look)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def frame(look: str, parent: QWidget | None = None) -> QFrame:
    made = QFrame(parent)
    made.setProperty("look", look)
    return made


def rule() -> QFrame:
    """A line of one pixel."""
    return frame("rule")


def push_button(text: str, *, icon_name: str = "", look: str = "") -> QPushButton:
    """A button that says what happens; `look` is "", "primary" or "link"."""
    made = QPushButton(f" {text}" if icon_name else text)  # Qt sets icon and text without a gap
    made.setAccessibleName(text)
    if look:
        made.setProperty("look", look)
    if icon_name:
        colour = {"primary": LIGHT.on_accent, "link": LIGHT.accent}.get(look, LIGHT.text)
        made.setIcon(icon(icon_name, colour, disabled=LIGHT.control_line))
        made.setIconSize(QSize(18, 18))
    made.setMinimumHeight(ROW_HEIGHT)
    return made


def icon_button(icon_name: str, tip: str) -> QToolButton:
    """A square button with an icon only; `tip` is its name for everyone."""
    made = QToolButton()
    made.setIcon(icon(icon_name, LIGHT.text, disabled=LIGHT.line))
    made.setIconSize(QSize(18, 18))
    made.setFixedSize(ROW_HEIGHT, ROW_HEIGHT)
    made.setToolTip(tip)
    made.setAccessibleName(tip)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made
