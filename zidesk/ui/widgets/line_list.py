"""Lines of the same columns under one another."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zidesk.ui.widgets.line import Line
from zidesk.ui.widgets.line_row import LineRow, widths_of


class LineList(QWidget):
    """`chosen` carries the target of a line. Showing others keeps the rows, so that the focus stays."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[LineRow] = []
        self._lines: tuple[Line, ...] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def show_lines(self, lines: Sequence[Line]) -> None:
        self._lines = tuple(lines)
        while len(self.rows) < len(lines):
            row = LineRow(self)
            row.clicked.connect(lambda _on=False, row=row: self._clicked(row))
            self._layout.addWidget(row)
            self.rows.append(row)
        for row in self.rows[len(lines) :]:
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        del self.rows[len(lines) :]
        if not lines:
            return
        widths = tuple(max(column) for column in zip(*(widths_of(line) for line in lines), strict=True))
        arrow = any(line.target for line in lines)
        for row, line in zip(self.rows, lines, strict=True):
            row.show_line(line, widths, arrow=arrow)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.show_lines(self._lines)  # columns are as wide as their words

    def _clicked(self, row: LineRow) -> None:
        if row.line.target:
            self.chosen.emit(row.line.target)
