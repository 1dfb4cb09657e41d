"""The commands as actions of the window, and the menu of its header made from them."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from zidesk.ui.commands import COMMANDS, Command, Group, Need
from zidesk.ui.focus_keys import FocusKeys
from zidesk.ui.icon_set import icon
from zidesk.ui.theme import colours

_UNDO, _REDO = "edit.undo", "edit.redo"


def keys_of(command: Command) -> list[QKeySequence]:
    """The keys of a command, the one to show first."""
    return QKeySequence.listFromString(command.shortcut) if command.shortcut else []


class WindowMenu(QObject):
    """One action for each command, all of them the window's, so that their keys work. `asked` carries the key of
    the command. What a text field can do with the same keys it does first, see `FocusKeys`.

    An action can be used when what its command needs is there (`allow`) and it was not switched off (`switch`).
    Undo and redo are only there for as long as there is something to undo or redo (`show_undo`).
    """

    asked = Signal(str)

    def __init__(self, window: QWidget, commands: Sequence[Command] = COMMANDS) -> None:
        super().__init__(window)
        self._window = window
        self._commands = {command.key: command for command in commands}
        self._there: frozenset[Need] = frozenset()
        self._off: set[str] = {_UNDO, _REDO} & self._commands.keys()
        self._button: QAbstractButton | None = None
        self._actions = {command.key: self._make_action(command) for command in commands}
        self._focus_keys = FocusKeys(
            window,
            [key for action in self._actions.values() for key in action.shortcuts()],
            undo=self._keys_of(_UNDO),
            redo=self._keys_of(_REDO),
        )
        self._focus_keys.alt_pressed.connect(self.open)
        self.menu = self._make_menu()
        self.show_icons()
        self.allow(())
        window.installEventFilter(self)
        shortcut = QShortcut(QKeySequence(Qt.Key.Key_F10), window)
        shortcut.activated.connect(self.open)

    def action(self, key: str) -> QAction:
        """The action of a command. Raises KeyError."""
        return self._actions[key]

    def allow(self, there: Iterable[Need]) -> None:
        """Say what is there; commands that need more cannot be used."""
        self._there = frozenset(there)
        self._settle()

    def switch(self, key: str, on: bool) -> None:
        """Switch one command off, or on again for whenever what it needs is there."""
        if on:
            self._off.discard(key)
        else:
            self._off.add(key)
        self._settle()

    def show_undo(self, undo_words: str, redo_words: str) -> None:
        """What would be undone and redone next; "" for nothing."""
        for key, words in ((_UNDO, undo_words), (_REDO, redo_words)):
            self._actions[key].setText(f"{self._commands[key].words} {words}".strip())
            self.switch(key, bool(words))

    def stand_at(self, button: QAbstractButton) -> None:
        """Open under this button from now on: when it is pressed, with F10 and with Alt."""
        self._button = button
        button.clicked.connect(self.open)
        button.setToolTip("Semua perintah (F10)")

    def open(self) -> None:
        """Show the menu, its first entry in hand."""
        button = self._button
        if button is not None and button.isVisible():
            place = button.mapToGlobal(QPoint(0, button.height() + 2))
        else:
            place = self._window.mapToGlobal(QPoint(0, 0))
        self.menu.popup(place)
        self.menu.setActiveAction(self.menu.actions()[0])

    def show_icons(self) -> None:
        """Draw the icons in the colours of the palette in use."""
        c = colours()
        for key, command in self._commands.items():
            if command.icon:
                self._actions[key].setIcon(icon(command.icon, c.text, disabled=c.control_line))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.PaletteChange and watched is self._window:
            self.show_icons()
        return super().eventFilter(watched, event)

    def _make_action(self, command: Command) -> QAction:
        action = QAction(command.words, self._window)
        action.setObjectName(command.key)
        action.setShortcuts(keys_of(command))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setMenuRole(QAction.MenuRole.NoRole)
        if command.tip:
            action.setToolTip(command.tip)
            action.setStatusTip(command.tip)
        key = command.key
        action.triggered.connect(lambda: self.asked.emit(key))
        self._window.addAction(action)
        return action

    def _make_menu(self) -> QMenu:
        menu = QMenu("Menu", self._window)
        menu.setAccessibleName("Menu")
        for group in Group:
            members = [command for command in self._commands.values() if command.group is group]
            if not members:
                continue
            submenu = menu.addMenu(group.value)
            submenu.setAccessibleName(group.value)
            submenu.setToolTipsVisible(True)
            for place, command in enumerate(members):
                if command.begins_part and place:
                    submenu.addSeparator()
                submenu.addAction(self._actions[command.key])
        return menu

    def _keys_of(self, key: str) -> list[QKeySequence]:
        return list(self._actions[key].shortcuts()) if key in self._actions else []

    def _settle(self) -> None:
        for key, command in self._commands.items():
            self._actions[key].setEnabled(command.needs <= self._there and key not in self._off)
