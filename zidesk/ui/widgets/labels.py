"""Small ready-made pieces: labels by look, rules, buttons with icons."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QToolButton, QWidget

from zidesk.ui.icon_set import set_icon
from zidesk.ui.theme import BODY, ROW_HEIGHT, refit, set_font, set_size


class _Wrapped(QLabel):
    """A wrapped label asks for the height of its real width; Qt's own asks for that of its narrowest."""

    def minimumSizeHint(self) -> QSize:
        return QSize(1, self.fontMetrics().height())


class _Elided(QLabel):
    """One line that is cut off with an ellipsis where there is no room; the tooltip then has all of it."""

    def minimumSizeHint(self) -> QSize:
        return QSize(3 * self.fontMetrics().height(), self.fontMetrics().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip(self.text() if shown != self.text() else "")
        painter = QPainter(self)
        role = self.foregroundRole()
        self.style().drawItemText(
            painter, self.rect(), int(self.alignment()), self.palette(), self.isEnabled(), shown, role
        )
        painter.end()


def label(
    text: str = "",
    *,
    look: str = "",
    size: float = BODY,
    bold: bool = False,
    wrap: bool = False,
    elide: bool = False,
) -> QLabel:
    """A label of plain text; wrapped ones grow in height, elided ones are cut off where there is no room."""
    made = _Wrapped(text) if wrap else _Elided(text) if elide else QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    set_font(made, size, bold=bold)
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
        refit(widget)  # a style sheet gives back the font that it met first


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
        set_icon(made, icon_name, icon_role(look))
        set_size(made, icon=18)
    made.setMinimumHeight(ROW_HEIGHT)
    return made


def icon_role(look: str) -> str:
    """The colour of an icon beside the words of a button of this look."""
    return {"primary": "on_accent", "link": "accent"}.get(look, "text")


def icon_button(icon_name: str, tip: str) -> QToolButton:
    """A square button with an icon only; `tip` is its name for everyone."""
    made = QToolButton()
    made.setProperty("look", "square")
    set_icon(made, icon_name)
    set_size(made, icon=18, width=ROW_HEIGHT, height=ROW_HEIGHT)
    made.setToolTip(tip)
    made.setAccessibleName(tip)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made
