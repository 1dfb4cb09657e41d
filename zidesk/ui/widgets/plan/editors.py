"""What stands in a cell while it is edited."""

from collections.abc import Sequence

from PySide6.QtCore import QPersistentModelIndex, QPoint, QSize, QStringListModel, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QPlainTextEdit, QToolTip, QWidget

from zidesk.domain.plan import PlanState
from zidesk.ui.icon_set import icon
from zidesk.ui.plan_words import STATE_ICONS, STATE_WORDS, tip_of
from zidesk.ui.theme import SECONDARY, colour, scaled
from zidesk.ui.widgets.labels import label

_HINT = "Enter simpan · Shift+Enter baris baru · Esc batal"
_SUGGESTIONS = 10


class LineEditor(QLineEdit):
    """One line, with words to complete it from; they are found anywhere in what can be chosen."""

    def __init__(self, index: QPersistentModelIndex, words: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.index = index
        self.textEdited.connect(lambda _text: self.show_fault(""))
        if words:
            completer = QCompleter(QStringListModel(list(words), self), self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setMaxVisibleItems(_SUGGESTIONS)
            self.setCompleter(completer)

    def wanted_size(self) -> QSize:
        return QSize(scaled(300 if self.completer() else 150), self.sizeHint().height())

    def show_fault(self, words: str) -> None:
        """Say why the text cannot be kept, "" when nothing is wrong."""
        if bool(words) != bool(self.property("fault")):
            self.setProperty("fault", bool(words))
            self.style().unpolish(self)
            self.style().polish(self)
        self.setAccessibleDescription(words)
        if words:
            QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), tip_of(words), self)


class TextEditor(QPlainTextEdit):
    """Several lines, in a field larger than its cell that says how it is left."""

    def __init__(self, index: QPersistentModelIndex, parent: QWidget) -> None:
        super().__init__(parent)
        self.index = index
        self.setTabChangesFocus(True)
        self._hint = label(_HINT, look="muted", size=SECONDARY)
        self._hint.setParent(self)
        self.setViewportMargins(0, 0, 0, self._hint.sizeHint().height() + 6)

    def wanted_size(self) -> QSize:
        lines = min(max(self.document().blockCount() + 1, 5), 10)
        wide = max(scaled(360), self._hint.sizeHint().width() + 24)
        return QSize(wide, lines * self.fontMetrics().lineSpacing() + self._hint.sizeHint().height() + 30)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self._hint.sizeHint()
        self._hint.setGeometry(10, self.height() - size.height() - 6, self.width() - 20, size.height())

    def show_fault(self, words: str) -> None:
        self._hint.setText(words or _HINT)
        self.setAccessibleDescription(words)


class StateEditor(QComboBox):
    """The states; the list opens by itself."""

    def __init__(self, index: QPersistentModelIndex, parent: QWidget) -> None:
        super().__init__(parent)
        self.index = index
        for state in PlanState:
            name, role = STATE_ICONS[state]
            self.addItem(icon(name, colour(role)), STATE_WORDS[state], state.value)
        self._opening = QTimer(self)
        self._opening.setSingleShot(True)
        self._opening.timeout.connect(self.showPopup)

    def wanted_size(self) -> QSize:
        return self.sizeHint()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._opening.start(0)


Editor = LineEditor | TextEditor | StateEditor
