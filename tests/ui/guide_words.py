"""Everything that can be read in the window and its dialogs: what the guide may name."""

from collections.abc import Iterator

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QTabBar,
    QWidget,
)


def words_in(view: QWidget) -> set[str]:
    """Of a window with all that is in it, shown or not."""
    found = {action.text() for action in view.findChildren(QAction)}
    for widget in (view, *view.findChildren(QWidget)):
        found.update(_words(widget))
    return {_plain(words) for words in found if words}


def _words(widget: QWidget) -> Iterator[str]:
    yield from (widget.accessibleName(), widget.windowTitle(), widget.toolTip())
    if isinstance(widget, QAbstractButton | QLabel):
        yield widget.text()
        yield widget.text().partition(" · ")[0]  # a heading before its figures
    if isinstance(widget, QAbstractButton):  # a row of an answer: its mark before its text
        yield widget.accessibleName().partition(". ")[0]
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QMenu):
        yield widget.title()
    if isinstance(widget, QTabBar):
        yield from (widget.tabText(place) for place in range(widget.count()))
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(place) for place in range(widget.count()))
    if isinstance(widget, QAbstractItemView) and (model := widget.model()) is not None:
        wide = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
        across = Qt.Orientation.Horizontal
        yield from (str(model.headerData(column, across) or "") for column in range(wide))
        yield from (str(model.index(row, 0).data() or "") for row in range(model.rowCount(QModelIndex())))


def _plain(words: str) -> str:
    """Without what stands for a key, and without the gap beside an icon."""
    return words.partition("\t")[0].replace("&&", "&").strip()
