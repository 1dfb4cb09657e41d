"""A dialog of several sections: their names at the left, one of them at the right, two buttons below."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from zidesk.ui.dialogs.new_workspace.page import WizardPage
from zidesk.ui.theme import BODY, GAP, RADIUS, ROW_HEIGHT, WIDE_GAP, colours, font, running_theme
from zidesk.ui.widgets.labels import frame, push_button

_LIST_WIDE = 10  # lines of text
_Index = QModelIndex | QPersistentModelIndex


def _line() -> int:
    return QFontMetrics(font(BODY)).height()


class _SectionDelegate(QStyledItemDelegate):
    """The name of a section; the one that is shown stands on a soft ground."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(0, max(ROW_HEIGHT + 4, 2 * _line()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        c, state = colours(), option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        area = QRectF(option.rect).adjusted(9, 1, -9, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(c.accent_soft if chosen else c.window))
            painter.drawRoundedRect(area, RADIUS, RADIUS)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(c.focus), 2))
            painter.drawRoundedRect(area, RADIUS, RADIUS)
        painter.setFont(font(BODY, bold=chosen))
        painter.setPen(QColor(c.accent if chosen else c.text))
        words = str(index.data())
        painter.drawText(area.adjusted(WIDE_GAP, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()


class SectionedDialog(QDialog):
    """What is on the pages is taken by `settle_and_take`, which the dialog of a kind writes."""

    def __init__(self, parent: QWidget, title: str, pages: Sequence[WizardPage], size: tuple[int, int]) -> None:
        """`size` in lines of text, wide and high; never more than the screen has."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.pages = tuple(pages)
        self.sections = QListWidget()
        self.sections.setAccessibleName("Bagian")
        self.sections.addItems([page.name for page in pages])
        self.stack = QStackedWidget()
        for page in pages:
            self.stack.addWidget(page)
        self.cancel = push_button("Batal")
        self.save = push_button("Simpan", look="primary")
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._save)
        self.sections.currentRowChanged.connect(self.stack.setCurrentIndex)
        self._arrange()
        self._size = size
        self._fit()
        theme = running_theme()
        if theme is not None:
            theme.changed.connect(self._fit)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Return is ours, see keyPressEvent
        self.sections.setCurrentRow(0)

    def _arrange(self) -> None:
        self._side = side = frame("right-line")
        inside = QVBoxLayout(side)
        inside.setContentsMargins(0, GAP, 0, GAP)
        inside.addWidget(self.sections)
        self.sections.setItemDelegate(_SectionDelegate(self.sections))
        self.sections.setFrameShape(QListWidget.Shape.NoFrame)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(side)
        middle.addWidget(self.stack, 1)
        bar = frame("above-line")
        self.buttons = QHBoxLayout(bar)
        self.buttons.setContentsMargins(WIDE_GAP, GAP, WIDE_GAP, GAP)
        self.buttons.setSpacing(8)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.cancel)
        self.buttons.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(middle, 1)
        layout.addWidget(bar)

    def _fit(self) -> None:
        """As large as the text asks for, also when it grows meanwhile."""
        self._side.setFixedWidth(_LIST_WIDE * _line())
        self.resize(self.size_on(self.screen().availableGeometry().size()))

    def size_on(self, screen: QSize) -> QSize:
        """How large the dialog is on a screen of this size, with the text as it is now."""
        wanted = QSize(self._size[0] * _line(), self._size[1] * _line())
        return wanted.boundedTo(QSize(screen.width() - 48, screen.height() - 72))

    def show_page(self, page: WizardPage) -> None:
        self.sections.setCurrentRow(self.pages.index(page))

    def settle_and_take(self) -> None:
        """Everything on the pages is in order: take it."""
        raise NotImplementedError

    def _save(self) -> None:
        for page in self.pages:
            wrong = page.settle()
            if wrong is not None:
                self.show_page(page)
                page.lead_to(wrong)
                return
        self.settle_and_take()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return presses the button it stands on, and anywhere else saves."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        focus = self.focusWidget()
        (focus if isinstance(focus, QPushButton) else self.save).click()
