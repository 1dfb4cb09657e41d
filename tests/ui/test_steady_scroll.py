"""A content that never wants the height it has is fitted, and no more than that."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from zidesk.ui.application import Application
from zidesk.ui.widgets.steady_scroll import SteadyScrollArea

_PATIENCE = 300  # times asked; without an end it would be asked until the stack is full


class Fickle(QWidget):
    """Low it wants to be high, high to be low."""

    asked = 0

    def minimumSizeHint(self) -> QSize:
        self.asked += 1
        return QSize(100, 900 if self.height() < 500 and self.asked < _PATIENCE else 150)


def test_fitting_ends(dressed: Application, qtbot: QtBot) -> None:
    area, content = SteadyScrollArea(), Fickle()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    area.setWidget(content)
    area.resize(300, 200)
    area.show()
    qtbot.waitExposed(area)
    area.resize(320, 200)
    assert content.asked < _PATIENCE
    assert content.width() <= area.width()
