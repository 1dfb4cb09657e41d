"""Large letters on small screens: nothing is cut off and nothing stands outside, on every page and dialog."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QStackedWidget,
    QStyle,
    QStyleOptionComboBox,
    QToolButton,
    QWidget,
)

from tests.ui.conftest import Desk
from tests.ui.tour import called, fill, tour
from zidesk.ui import new_school
from zidesk.ui.application import Application

_SLACK = 2  # pixels of rounding


@pytest.fixture
def letters(dressed: Application) -> Iterator[Callable[[float], None]]:
    """Sets the size of text; afterwards it is the usual one again."""
    yield lambda scale: dressed.theme.apply("light", scale)
    dressed.theme.apply("light", 1.0)


@pytest.mark.parametrize(("size", "scale"), [(QSize(1366, 768), 1.25), (QSize(1920, 1080), 1.5)])
def test_nothing_is_cut_off(
    desk: Desk,
    paper: Callable[[str], Path],
    letters: Callable[[float], None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    size: QSize,
    scale: float,
) -> None:
    monkeypatch.setattr(new_school, "documents_folder", lambda: tmp_path / "Dokumen")
    # the offscreen screen is 800×800 whatever is asked; dialogs fit themselves to what the screen says it has
    monkeypatch.setattr(QScreen, "availableGeometry", lambda _screen: QRect(QPoint(0, 0), size))
    fill(desk, paper)
    letters(scale)
    desk.window.resize(size)
    faults, seen = [], 0
    for name, view in tour(desk):
        seen += 1
        if view.width() > size.width() or view.height() > size.height():
            faults.append(f"{name}: {view.width()}×{view.height()} does not fit the screen")
        for widget in view.findChildren(QWidget):
            if widget.isVisible() and widget.window() is view and widget.objectName()[:3] != "qt_":
                found = filter(None, (cut(widget), outside(widget)))
                faults += [f"{name}: {fault}: {called(widget)}" for fault in found]
    assert seen >= 18, "the walk was too short"
    assert not faults, "\n".join(dict.fromkeys(faults))


def cut(widget: QWidget) -> str:
    """What of a widget's text cannot be seen; "" where all of it can, or where an ellipsis and a tooltip tell."""
    match widget:
        case QLabel() if widget.text() and not widget.wordWrap():
            return short(needed(widget), widget.contentsRect().width(), widget)
        case QLabel() if widget.text():
            wanted = widget.heightForWidth(widget.width())
            return (
                f"{wanted - widget.height()} px of its height cut off" if wanted > widget.height() + _SLACK else ""
            )
        case QPushButton() | QCheckBox() | QRadioButton() if widget.text():
            return short(widget.sizeHint().width(), widget.width(), widget)
        case QToolButton() if widget.text() and not icon_only(widget):
            return short(needed(widget), widget.width(), widget)
        case QComboBox():
            option = QStyleOptionComboBox()
            widget.initStyleOption(option)
            part = QStyle.SubControl.SC_ComboBoxEditField
            room = widget.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, widget).width()
            icon = 0 if widget.itemIcon(widget.currentIndex()).isNull() else widget.iconSize().width() + 4
            wanted = widget.fontMetrics().horizontalAdvance(widget.currentText()) + icon
            return short(wanted, room, widget)
        case QLineEdit() if widget.placeholderText() and not widget.text():
            wanted = widget.fontMetrics().horizontalAdvance(widget.placeholderText())
            return short(wanted, widget.width() - 8, widget)
    return ""


def icon_only(button: QToolButton) -> bool:
    return button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly and not button.icon().isNull()


def needed(widget: QLabel | QToolButton) -> int:
    metrics = widget.fontMetrics()
    return max(metrics.horizontalAdvance(line) for line in widget.text().replace("&&", "&").split("\n"))


def short(wanted: int, room: int, widget: QWidget) -> str:
    elides = type(widget).__name__ == "_Elided" or isinstance(widget, QComboBox | QLineEdit)
    if wanted <= room + _SLACK or (elides and widget.toolTip()):
        return ""
    return f"{wanted - room} px of its text cut off"


def outside(widget: QWidget) -> str:
    """Whether a part of it stands outside the widget it is in, where that cannot be scrolled."""
    parent = widget.parentWidget()
    if parent is None or widget.isWindow() or isinstance(parent, QStackedWidget | QAbstractScrollArea):
        return ""
    if isinstance(parent.parentWidget(), QAbstractScrollArea) and parent.objectName() == "qt_scrollarea_viewport":
        area = parent.parentWidget()
        wider = widget.width() - parent.width()
        if wider > _SLACK and not area.horizontalScrollBar().isVisible():
            return f"{wider} px wider than what is seen of it"
        return ""
    inside = parent.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK)
    if widget.size().isEmpty() or inside.contains(QRect(widget.pos(), widget.size())):
        return ""
    return f"outside {type(parent).__name__} {parent.width()}×{parent.height()}: {widget.geometry().getRect()}"
