"""Typing while the tree has the focus goes to the question that is meant, by its code or words of its title."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

_FORGETS = 4_000  # milliseconds after the last key
_LONGEST = 60
_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_LEAVING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


class TypeAhead(QObject):
    """`find` gives the codes of the questions meant by a text, the likeliest first. `chosen`: one to go to.
    `changed`: what is typed so far ("" once it is over) and how many are meant. F3 goes on to the next of them.
    """

    chosen = Signal(str)
    changed = Signal(str, int)

    def __init__(self, view: QAbstractItemView, find: Callable[[str], Sequence[str]]) -> None:
        super().__init__(view)
        self._find = find
        self._found: Sequence[str] = ()
        self._place = 0
        self.typed = ""
        self._over = QTimer(self)
        self._over.setSingleShot(True)
        self._over.setInterval(_FORGETS)
        self._over.timeout.connect(self.clear)
        view.installEventFilter(self)

    def clear(self) -> None:
        self._over.stop()
        if self.typed:
            self.typed = ""
            self.changed.emit("", 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take(event)
        if event.type() == QEvent.Type.FocusOut:
            self.clear()
        return super().eventFilter(watched, event)

    def _take(self, event: QKeyEvent) -> bool:
        """Whether the key was part of the typing."""
        key, text = event.key(), event.text()
        if self.typed and key == Qt.Key.Key_Backspace:
            self._search(self.typed[:-1])
        elif self.typed and key == Qt.Key.Key_F3:
            self._go(self._place + 1)
        elif self.typed and key in _LEAVING:
            self.clear()
        elif text.isprintable() and text and not event.modifiers() & ~_PLAIN and (self.typed or text.strip()):
            self._search((self.typed + text)[:_LONGEST])
        else:
            if not text:  # arrows and the like move on from here; a bare Shift or Ctrl does not
                self._leave(key)
            return False
        return True

    def _leave(self, key: int) -> None:
        modifiers = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta)
        if key not in modifiers:
            self.clear()

    def _search(self, typed: str) -> None:
        if not typed.strip():
            self.clear()
            return
        self.typed = typed
        self._found = self._find(typed)
        self._go(0)

    def _go(self, place: int) -> None:
        self._over.start()
        self.changed.emit(self.typed, len(self._found))
        if self._found:
            self._place = place % len(self._found)
            self.chosen.emit(self._found[self._place])
