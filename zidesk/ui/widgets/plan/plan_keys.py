"""What a key means on the table of the plan."""

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence


class Intent(Enum):
    COPY = auto()
    PASTE = auto()
    EDIT = auto()
    PAINT = auto()
    CLEAR = auto()
    ADD = auto()
    REMOVE = auto()
    UP = auto()
    DOWN = auto()


_PLAIN = {
    Qt.Key.Key_F2: Intent.EDIT,
    Qt.Key.Key_Return: Intent.EDIT,
    Qt.Key.Key_Enter: Intent.EDIT,
    Qt.Key.Key_Space: Intent.PAINT,
    Qt.Key.Key_Delete: Intent.CLEAR,
    Qt.Key.Key_Insert: Intent.ADD,
}
_WITH_CTRL = {
    Qt.Key.Key_Delete: Intent.REMOVE,
    Qt.Key.Key_Return: Intent.ADD,
    Qt.Key.Key_Enter: Intent.ADD,
}
_WITH_ALT = {Qt.Key.Key_Up: Intent.UP, Qt.Key.Key_Down: Intent.DOWN}


def intent_of(event: QKeyEvent) -> Intent | None:
    """None for a key the view knows itself."""
    if event.matches(QKeySequence.StandardKey.Copy):
        return Intent.COPY
    if event.matches(QKeySequence.StandardKey.Paste):
        return Intent.PASTE
    key = Qt.Key(event.key())
    match event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        case Qt.KeyboardModifier.NoModifier:
            return _PLAIN.get(key)
        case Qt.KeyboardModifier.ControlModifier:
            return _WITH_CTRL.get(key)
        case Qt.KeyboardModifier.AltModifier:
            return _WITH_ALT.get(key)
    return None
