"""Who gets a key while text is being typed: the text or the window. And the Alt key pressed by itself."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from zidesk.ui.clipboard import holds_no_text

_Editor = QLineEdit | QPlainTextEdit | QTextEdit
_OF_TEXT = (
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.SelectAll,
)
_ALT_ONLY = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier)


class FocusKeys(QObject):
    """Listens at whatever widget of `window` has the focus.

    Pasting, copying, cutting and selecting are the text's where it can be edited, but a picture or files are no
    text: pasting those is the window's. Undo and redo are the text's
    for as long as it has typing to undo or redo, and the window's after that: Qt's fields would swallow them
    always, and know "Ctrl+Y" on some systems only. Any other of `keys` is the window's, also where a field has
    a use of its own for it.
    """

    alt_pressed = Signal()  # Alt went down and up with nothing between

    def __init__(
        self,
        window: QWidget,
        keys: Iterable[QKeySequence],
        undo: Iterable[QKeySequence],
        redo: Iterable[QKeySequence],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._undo, self._redo = frozenset(map(_name, undo)), frozenset(map(_name, redo))
        self._ours = frozenset(map(_name, keys)) - self._undo - self._redo
        pasting = {_name(key) for key in QKeySequence.keyBindings(QKeySequence.StandardKey.Paste)}
        self._pasting = self._ours & pasting
        self._ours -= {_name(key) for use in _OF_TEXT for key in QKeySequence.keyBindings(use)}
        self._watched: QWidget | None = None
        self._alt_down = False
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)
        self._follow(None, QApplication.focusWidget())

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        self._alt_down = False
        if self._watched is not None and isValid(self._watched):  # a field may be gone by the time the focus is
            self._watched.removeEventFilter(self)
        self._watched = None
        now = self._window if now is None else now  # keys go to the window then
        if now.window() is self._window:
            self._watched = now
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.Wheel):
                self._alt_down = False
            return super().eventFilter(watched, event)
        self._watch_alt(event)
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride and self._takes_from_text(watched, event):
            return True
        if kind == QEvent.Type.KeyPress and self._does_for_text(watched, event):
            return True
        return super().eventFilter(watched, event)

    def _takes_from_text(self, watched: QObject, event: QKeyEvent) -> bool:
        """Answer the question whether the field wants this key itself; False leaves the answer to the field."""
        name, editor = _pressed(event), _editor_in(watched)
        if editor is None:
            return False
        if name in self._ours or (name in self._pasting and holds_no_text()):
            event.ignore()
            return True
        if name in self._undo | self._redo:
            event.setAccepted(_can(editor, undo=name in self._undo))
            return True
        return False

    def _does_for_text(self, watched: QObject, event: QKeyEvent) -> bool:
        name, editor = _pressed(event), _editor_in(watched)
        undo = name in self._undo
        if editor is None or not (undo or name in self._redo) or not _can(editor, undo=undo):
            return False
        if undo:
            editor.undo()
        else:
            editor.redo()
        return True

    def _watch_alt(self, event: QKeyEvent) -> None:
        kind, alone = event.type(), event.key() == Qt.Key.Key_Alt and event.modifiers() in _ALT_ONLY
        if event.isAutoRepeat():
            return
        if kind in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            self._alt_down = alone
        elif kind == QEvent.Type.KeyRelease:
            was, self._alt_down = self._alt_down, False
            if was and event.key() == Qt.Key.Key_Alt:
                self.alt_pressed.emit()


def _editor_in(widget: QObject) -> _Editor | None:
    """The text a widget edits, if it does and may."""
    found: QObject | None = widget
    if isinstance(widget, QAbstractSpinBox | QComboBox):
        found = widget.findChild(QLineEdit)
    if isinstance(found, _Editor) and not found.isReadOnly():
        return found
    return None


def _can(editor: _Editor, *, undo: bool) -> bool:
    if isinstance(editor, QLineEdit):
        return editor.isUndoAvailable() if undo else editor.isRedoAvailable()
    document = editor.document()
    return document.isUndoAvailable() if undo else document.isRedoAvailable()


def _pressed(event: QKeyEvent) -> str:
    return _name(QKeySequence(event.keyCombination()))


def _name(key: QKeySequence) -> str:
    return key.toString(QKeySequence.SequenceFormat.PortableText)
