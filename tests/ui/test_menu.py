"""The menu and its keys, pressed for real: what the window gets and what stays with the text."""

from collections import Counter
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from zidesk.storage.paths import shipped_resources
from zidesk.ui.commands import COMMANDS, Command, Group, Need
from zidesk.ui.menu import WindowMenu, keys_of

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CTRL, PLAIN = Modifier.ControlModifier, Modifier.NoModifier
WINDOW_KEYS = {command.key: command for command in COMMANDS if command.shortcut}


class Room(QWidget):
    """A window with everything text can be typed into, and a menu."""

    def __init__(self) -> None:
        super().__init__()
        self.line, self.text, self.number = QLineEdit(), QPlainTextEdit(), QSpinBox()
        self.button = QPushButton("Menu")
        layout = QVBoxLayout(self)
        for widget in (self.button, self.line, self.text, self.number):
            layout.addWidget(widget)
        self.menu = WindowMenu(self)
        self.menu.stand_at(self.button)
        self.menu.allow(Need)
        self.menu.show_undo("jawaban 1.i.a", "catatan 1.i.b")
        self.asked: list[str] = []
        self.menu.asked.connect(self.asked.append)


@pytest.fixture
def room(dressed: QApplication, qtbot: QtBot) -> Room:
    room = Room()
    qtbot.addWidget(room)
    room.show()
    qtbot.waitExposed(room)
    room.activateWindow()
    qtbot.waitUntil(room.isActiveWindow)
    return room


@pytest.fixture(params=["line", "text"])
def editor(request: pytest.FixtureRequest, room: Room) -> QLineEdit | QPlainTextEdit:
    widget: QLineEdit | QPlainTextEdit = getattr(room, request.param)
    widget.setFocus()
    return widget


def written(editor: QLineEdit | QPlainTextEdit) -> str:
    return editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()


def press(widget: QWidget, keys: str) -> None:
    combination = QKeySequence(keys)[0]
    QTest.keyClick(widget, combination.key(), combination.keyboardModifiers())


# the table


def test_no_two_commands_have_one_key_or_one_shortcut() -> None:
    assert len({command.key for command in COMMANDS}) == len(COMMANDS)
    keys = Counter(key.toString() for command in COMMANDS for key in keys_of(command))
    assert [key for key, times in keys.items() if times > 1] == []
    assert "" not in keys, "a shortcut that Qt does not understand"


def test_every_icon_is_there() -> None:
    icons = shipped_resources().icons
    assert [c.icon for c in COMMANDS if c.icon and not (icons / f"{c.icon}.svg").is_file()] == []


def test_a_command_that_asks_for_more_says_so_and_is_in_a_group() -> None:
    assert {command.group for command in COMMANDS} == set(Group)
    for command in COMMANDS:
        assert command.words[0].isupper() and "!" not in command.words + command.tip
        assert Need.WORKSPACE in command.needs or not command.needs


# the menu


def test_every_command_is_in_the_menu_once_and_with_its_keys(room: Room) -> None:
    groups = room.menu.menu.actions()  # kept: in PySide6 6.4 a submenu goes with the action it was asked of
    submenus = [action.menu() for action in groups]
    assert [menu.title() for menu in submenus if isinstance(menu, QMenu)] == [group.value for group in Group]
    shown = [
        action
        for menu in submenus
        if isinstance(menu, QMenu)
        for action in menu.actions()
        if not action.isSeparator()
    ]
    assert [action.objectName() for action in shown] == [command.key for command in COMMANDS]
    assert room.menu.action("page.bundle").shortcut().toString() == "Ctrl+6"


@pytest.mark.parametrize("command", WINDOW_KEYS.values(), ids=WINDOW_KEYS)
def test_each_key_asks_for_its_command_from_anywhere_but_text(room: Room, command: Command) -> None:
    room.button.setFocus()
    for key in keys_of(command):
        room.asked.clear()
        press(room.button, key.toString())
        assert room.asked == [command.key]


@pytest.mark.parametrize(
    "command",
    [command for command in WINDOW_KEYS.values() if command.key not in ("edit.paste", "edit.undo", "edit.redo")],
    ids=lambda command: command.key,
)
def test_each_other_key_asks_for_its_command_in_text_too(
    room: Room, editor: QLineEdit | QPlainTextEdit, command: Command
) -> None:
    QTest.keyClicks(editor, "tulisan")
    press(editor, command.shortcut.split("; ")[0])
    assert room.asked == [command.key]
    assert written(editor) == "tulisan"


def test_commands_wait_for_what_they_need(room: Room) -> None:
    room.menu.allow(())
    usable = {command.key for command in COMMANDS if room.menu.action(command.key).isEnabled()}
    assert {"workspace.new", "workspace.open", "help.about", "page.start"} <= usable
    assert not usable & {"edit.paste", "workspace.back_up", "evidence.remove", "page.overview", "edit.undo"}
    room.menu.allow({Need.WORKSPACE})
    assert room.menu.action("workspace.back_up").isEnabled()
    assert not room.menu.action("workspace.school").isEnabled(), "only read"
    press(room.button, "Ctrl+V")
    assert room.asked == []
    room.menu.allow(Need)
    room.menu.switch("edit.paste", False)
    press(room.button, "Ctrl+V")
    assert room.asked == []
    room.menu.allow(Need)
    assert not room.menu.action("edit.paste").isEnabled(), "switched off stays off"
    room.menu.switch("edit.paste", True)
    press(room.button, "Ctrl+V")
    assert room.asked == ["edit.paste"]


def test_undo_says_what(room: Room) -> None:
    assert room.menu.action("edit.undo").text() == "Urungkan jawaban 1.i.a"
    assert room.menu.action("edit.redo").text() == "Ulangi catatan 1.i.b"
    room.menu.show_undo("", "")
    assert room.menu.action("edit.undo").text() == "Urungkan"
    assert not room.menu.action("edit.undo").isEnabled() and not room.menu.action("edit.redo").isEnabled()


def test_a_menu_of_some_commands_has_only_their_groups(dressed: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    menu = WindowMenu(window, [command for command in COMMANDS if command.group is Group.HELP])
    assert [action.text() for action in menu.menu.actions()] == ["Bantuan"]
    menu.allow(Need)
    assert [action.objectName() for action in window.actions()] == ["help.guide", "help.shortcuts", "help.about"]


def test_a_chosen_action_asks(room: Room) -> None:
    action = room.menu.action("help.about")
    assert isinstance(action, QAction)
    action.trigger()
    assert room.asked == ["help.about"]


# opening it


@pytest.mark.qt_log_ignore("propagateSizeHints|raise\\(\\)|grabbing the keyboard", extend=True)
@pytest.mark.parametrize(
    "call",
    [
        lambda room: QTest.mouseClick(room.button, Qt.MouseButton.LeftButton),
        lambda room: QTest.keyClick(room.line, Key.Key_F10),
        lambda room: alt(room.line),
        lambda room: alt(room.button),
    ],
    ids=["button", "F10", "Alt in text", "Alt"],
)
def test_the_menu_opens_below_its_button(room: Room, qtbot: QtBot, call: Callable[[Room], None]) -> None:
    room.line.setFocus()
    call(room)
    menu = room.menu.menu
    qtbot.waitUntil(menu.isVisible)
    assert menu.pos().y() >= room.button.mapToGlobal(room.button.rect().bottomLeft()).y()
    assert menu.activeAction() is menu.actions()[0]
    QTest.keyClick(menu, Key.Key_Escape)
    assert not menu.isVisible()


def alt(widget: QWidget) -> None:
    widget.setFocus()
    QTest.keyPress(widget, Key.Key_Alt, Modifier.AltModifier)
    QTest.keyRelease(widget, Key.Key_Alt)


@pytest.mark.parametrize("between", ["key", "mouse", "focus"])
def test_alt_with_something_else_opens_nothing(room: Room, between: str) -> None:
    room.line.setFocus()
    QTest.keyPress(room.line, Key.Key_Alt, Modifier.AltModifier)
    if between == "key":
        QTest.keyClick(room.line, Key.Key_X, Modifier.AltModifier)
    elif between == "mouse":
        QTest.mouseClick(room.line, Qt.MouseButton.LeftButton)
    else:
        room.text.setFocus()
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyRelease(focus, Key.Key_Alt)
    assert not room.menu.menu.isVisible()


# text first


def test_ctrl_v_in_text_pastes_text(room: Room, editor: QLineEdit | QPlainTextEdit) -> None:
    QApplication.clipboard().setText("dari papan klip")
    press(editor, "Ctrl+V")
    assert written(editor) == "dari papan klip" and room.asked == []
    editor.setReadOnly(True)
    press(editor, "Ctrl+V")
    assert written(editor) == "dari papan klip" and room.asked == ["edit.paste"]


@pytest.mark.parametrize("again", ["Ctrl+Y", "Ctrl+Shift+Z"])
def test_ctrl_z_undoes_typing_first_and_the_window_after_it(
    room: Room, editor: QLineEdit | QPlainTextEdit, again: str
) -> None:
    QTest.keyClicks(editor, "satu")
    press(editor, "Ctrl+Z")
    assert written(editor) == "" and room.asked == []
    press(editor, again)
    assert written(editor) == "satu" and room.asked == []
    press(editor, again)
    assert room.asked == ["edit.redo"], "there is no typing to do again"
    press(editor, "Ctrl+Z")
    room.asked.clear()
    press(editor, "Ctrl+Z")
    assert room.asked == ["edit.undo"] and written(editor) == ""


def test_a_field_filled_by_the_program_leaves_undo_to_the_window(room: Room) -> None:
    room.line.setFocus()
    room.line.setText("catatan tersimpan")
    press(room.line, "Ctrl+Z")
    assert room.asked == ["edit.undo"] and room.line.text() == "catatan tersimpan"


def test_a_number_field_is_text_too(room: Room) -> None:
    room.number.setFocus()
    room.number.selectAll()
    QTest.keyClicks(room.number, "42")
    press(room.number, "Ctrl+Z")
    assert room.asked == [] and room.number.value() != 42


def test_copying_stays_with_the_text(room: Room, editor: QLineEdit | QPlainTextEdit) -> None:
    QTest.keyClicks(editor, "salin")
    press(editor, "Ctrl+A")
    press(editor, "Ctrl+C")
    assert QApplication.clipboard().text() == "salin" and room.asked == []


def test_a_field_that_goes_away_is_no_trouble(room: Room, qtbot: QtBot) -> None:
    room.line.setFocus()
    room.line.deleteLater()
    QApplication.sendPostedEvents()
    qtbot.wait(10)
    room.text.setFocus()
    press(room.text, "Ctrl+K")
    assert room.asked == ["edit.find"]
