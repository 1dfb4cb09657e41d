"""The hands and eyes of a clerk: real mouse, keys, drags and the clipboard on the real window."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLineEdit, QMenu, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from zidesk.domain.assessment import Assessment
from zidesk.ui.main_window import MainWindow

Key, LEFT = Qt.Key, Qt.MouseButton.LeftButton
CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
_ANY = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction


class Clerk:
    """Sits in front of one window at a time."""

    def __init__(self, qtbot: QtBot, make_window: Callable[[], MainWindow]) -> None:
        self.qtbot, self._make_window = qtbot, make_window
        self.window = self._sit_down()

    def _sit_down(self) -> MainWindow:
        window = self._make_window()
        window.resize(1366, 768)
        window.show()
        self.qtbot.waitExposed(window)
        self.window = window
        self.look_at_the_window()
        window.open_first(None)
        self.settle()
        return window

    def come_back(self) -> None:
        """Another start of the program."""
        self._sit_down()

    def look_at_the_window(self) -> None:
        """Make it the active one, as a window manager does once a dialog or menu over it is gone."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)

    def leave(self) -> None:
        """Close the window as with its cross."""
        window = self.window
        if window.isVisible():
            window.close()
            self.qtbot.waitUntil(lambda: not window.isVisible(), timeout=60_000)
        window.deleteLater()

    def settle(self) -> None:
        """Wait until nothing runs any more."""
        self.qtbot.waitUntil(lambda: not self.window.jobs.running(), timeout=60_000)

    @property
    def shown(self) -> Assessment:
        """The value that is on the screen."""
        assessment = self.window.editing.assessment
        assert assessment is not None
        return assessment

    def answer(self, code: str) -> str:
        value = self.shown.answer_of(code).value
        return "" if value is None else str(value)

    def titles(self, code: str) -> list[str]:
        return [use.title for use in self.shown.uses_of(code)]

    # mouse

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Scroll it into view, as a hand would, and click what is on top there."""
        _steady(widget)
        place = at if at is not None else widget.rect().center()
        _bring_into_view(widget, place)
        assert widget.isVisible() and widget.isEnabled(), widget.accessibleName()
        top, spot = _under(widget, place)
        QTest.mouseClick(top, LEFT, pos=spot)
        self.settle()

    def choose_from_menu(self, button: QWidget, words: str) -> None:
        """Press a button that opens a menu, and go to the entry that begins with these words."""
        clicked: list[str] = []

        def pick() -> None:
            menu = QApplication.activePopupWidget()
            assert isinstance(menu, QMenu)
            entry = next(action for action in menu.actions() if action.text().startswith(words))
            clicked.append(entry.text())
            while menu.activeAction() is not entry:
                QTest.keyClick(menu, Key.Key_Down)
            QTest.keyClick(menu, Key.Key_Return)

        QTimer.singleShot(50, pick)
        self.click(button)
        assert clicked
        self.look_at_the_window()
        self.settle()

    def drop(self, over: QWidget, data: QMimeData, at: QPoint | None = None) -> None:
        """Drag something from elsewhere over a place of the window and let go there."""
        _steady(over)
        top, spot = _under(over, at if at is not None else over.rect().center())
        enter = QDragEnterEvent(spot, _ANY, data, LEFT, NONE)
        enter.ignore()
        QApplication.sendEvent(top, enter)
        assert enter.isAccepted(), "not let in"
        move = QDragMoveEvent(spot, _ANY, data, LEFT, NONE)
        move.setDropAction(enter.dropAction())  # as Qt itself does: what was let in may go on
        move.accept()
        QApplication.sendEvent(top, move)
        assert move.isAccepted(), "cannot be let go here"
        drop = QDropEvent(QPointF(spot), _ANY, data, LEFT, NONE)
        drop.ignore()
        QApplication.sendEvent(top, drop)
        assert drop.isAccepted()
        self.settle()

    # keys

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Wherever the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)
        self.settle()

    def write(self, text: str) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, text)

    def fill(self, field: QLineEdit, text: str) -> None:
        """Click into a field, replace what is there, go on to the next."""
        self.click(field)
        assert field.hasFocus()
        QTest.keyClick(field, Key.Key_A, CTRL)
        self.write(text)
        QTest.keyClick(field, Key.Key_Tab)
        self.settle()

    def jump(self, spoken: str) -> None:
        """To a question by its code."""
        self.press(Key.Key_J, CTRL)
        self.write(spoken)
        self.press(Key.Key_Return)
        assert self.window.assessment.question.code.endswith(spoken)


def files(paths: Sequence[Path]) -> QMimeData:
    """What a file manager drags."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def _under(widget: QWidget, at: QPoint) -> tuple[QWidget, QPoint]:
    """What the pointer is really over there, which may be a part of the widget; never something that covers it."""
    inner = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
    window = inner.window()
    top = window.childAt(inner.mapTo(window, at)) or window
    assert top is inner or inner.isAncestorOf(top), f"{top} covers {inner}"
    return top, top.mapFrom(window, inner.mapTo(window, at))


def _steady(widget: QWidget) -> None:
    """What was just shown is laid out in several turns."""
    before = None
    while (place := (widget.mapToGlobal(QPoint(0, 0)), widget.size())) != before:
        before = place
        QTest.qWait(30)


def _bring_into_view(widget: QWidget, at: QPoint) -> None:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea) and (content := above.widget()) is not None:
            spot = widget.mapTo(content, at)
            above.ensureVisible(spot.x(), spot.y(), 0, 150)  # above a message at the foot
            QTest.qWait(1)
        above = above.parentWidget()
