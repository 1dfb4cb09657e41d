"""A call in a moment reaches whoever is still there."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from zidesk.ui.later import later


def test_it_comes_after_the_event_in_hand_and_once(qtbot: QtBot) -> None:
    owner = QObject()
    told: list[str] = []
    later(owner, 0, lambda: told.append("called"))
    assert told == []
    qtbot.waitUntil(lambda: bool(told))
    qtbot.waitUntil(lambda: not owner.children())
    assert told == ["called"]


def test_nobody_is_called_for_an_owner_that_is_gone(qtbot: QtBot) -> None:
    owner, other = QObject(), QObject()
    told: list[str] = []
    later(owner, 0, lambda: told.append("gone"))
    later(other, 20, lambda: told.append("there"))
    owner.deleteLater()
    del owner
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["there"]
