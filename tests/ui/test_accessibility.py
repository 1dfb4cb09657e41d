"""Every page and dialog with the keyboard alone and with a screen reader: named, reached, seen, large enough."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget

from tests.ui.conftest import Desk
from tests.ui.tour import called, fill, tour
from zidesk.ui import new_school
from zidesk.ui.widgets.line_row import LineRow

LEAST = 32  # pixels of a target
_MOST_STEPS = 400


@pytest.fixture
def toured(
    desk: Desk, paper: Callable[[str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Iterator[tuple[str, QWidget]]]:
    monkeypatch.setattr(new_school, "documents_folder", lambda: tmp_path / "Dokumen")
    fill(desk, paper)
    yield tour(desk)


def test_each_control_has_a_name_and_each_target_its_size(toured: Iterator[tuple[str, QWidget]]) -> None:
    faults, seen = [], 0
    for name, view in toured:
        for widget in controls(view):
            seen += 1
            if not spoken(widget):
                faults.append(f"{name}: no name: {called(widget)}")
        faults += [
            f"{name}: {one.width()}×{one.height()}: {called(one)}"
            for one in view.findChildren(QWidget)
            if isinstance(one, QAbstractButton | QComboBox | QLineEdit)
            and one.isVisible()
            and not one.objectName().startswith("qt_")
            and not (isinstance(one, LineRow) and one.line.head)  # nothing to click
            and (one.width() < LEAST or one.height() < LEAST)
        ]
    assert seen > 300, "the walk was too short"
    assert not faults, "\n".join(dict.fromkeys(faults))


def test_tab_goes_everywhere_and_comes_back_and_is_seen(toured: Iterator[tuple[str, QWidget]]) -> None:
    faults = []
    for name, view in toured:
        faults += [f"{name}: {fault}" for fault in walk(view)]
    assert not faults, "\n".join(dict.fromkeys(faults))


def controls(view: QWidget) -> list[QWidget]:
    """Everything of a window that Tab should reach."""
    return [
        one
        for one in view.findChildren(QWidget)
        if one.isVisible()
        and one.isEnabled()
        and one.window() is view
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.focusProxy() is None
    ]


def spoken(widget: QWidget) -> str:
    """The name a screen reader says."""
    told = QAccessible.queryAccessibleInterface(widget)
    return "" if told is None else told.text(QAccessible.Text.Name).strip()


def walk(view: QWidget) -> list[str]:
    """Tab until it comes round; what was never reached, and where the focus could not be seen."""
    wanted = controls(view)
    if not wanted:
        return ["nothing can be reached"]
    first = QApplication.focusWidget()
    if first is None or first not in wanted:
        first = wanted[0]
        first.setFocus(Qt.FocusReason.TabFocusReason)
    reached, unseen, here = [first], [], first
    for _ in range(_MOST_STEPS):
        focused, place = picture(view, here)
        if place.isEmpty():
            unseen.append(f"focus out of view: {called(here)}")
        QTest.keyClick(here, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if now is None or now is here:
            return [f"a trap: {called(here)}"]
        if not place.isEmpty() and picture(view, here) == (focused, place):
            unseen.append(f"focus not seen: {called(here)}")
        here = now
        if here is first:
            break
        reached.append(here)
    else:
        return ["Tab never comes back to where it began"]
    QTest.keyClick(here, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    if QApplication.focusWidget() is not reached[-1]:
        unseen.append(f"Shift+Tab does not lead back to {called(reached[-1])}")
    still = controls(view)  # what came or went while Tab was on its way could not be met
    missed = [one for one in wanted if one in still and one not in reached]
    return unseen + [f"never reached: {called(one)}" for one in missed]


def picture(view: QWidget, widget: QWidget) -> tuple[QImage, QSize]:
    """The part of the view where a control stands now, with the ring around it, and its size, 0 out of view."""
    QTest.qWait(1)
    area = QRect(widget.mapTo(view, QPoint(0, 0)), widget.size()).adjusted(-4, -4, 4, 4) & view.rect()
    if not area.isValid():
        return QImage(), QSize(0, 0)
    return view.grab(area).toImage(), area.size()
